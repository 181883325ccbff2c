// Exports of a log: the tables, the bag, the ZIP file, the package for a portal. Ids such as B5.45 are faults that others had.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import Ajv from "ajv";
import { bagFiles } from "../../theme/components/log/exports/model/bag.js";
import { guarded, unguarded } from "../../theme/components/log/exports/model/cells.js";
import { csvHeader, exactCsv, readerCsv } from "../../theme/components/log/exports/model/csv.js";
import { exportJsonl } from "../../theme/components/log/exports/model/jsonl.js";
import { linesToLeaveOut } from "../../theme/components/log/exports/model/left-out.js";
import { bagNames, portalNames } from "../../theme/components/log/exports/model/names.js";
import { portalFiles } from "../../theme/components/log/exports/model/portal.js";
import { zipSize } from "../../theme/components/log/exports/model/zip.js";
import { csvRows } from "../../theme/components/log/imports/csv.js";
import { KnownError } from "../../theme/components/common/known-error.js";
import { readImport } from "../../theme/components/log/imports/read-import.js";
import { sourceOfBytes, sourceOfText } from "../../theme/components/log/imports/sources.js";
import { entriesOf, unpacked } from "../../theme/components/log/imports/zip.js";
import {
  BESIDE,
  bagOfLog,
  bytesOf,
  createLog,
  fileOf,
  MADE,
  PHOTO,
  sha256Of,
  smallLog,
  VOICE,
  zipOf,
} from "./log-export.mjs";
import { createImportEntry, piecesOf } from "../../theme/components/log/model/import-entry.js";
import { correctEntry } from "../../theme/components/log/model/writing.js";
import { at, shape } from "./log-shape.mjs";

const textOf = (bytes) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
const FORMULA = "=cmd|' /C calc'!A0";
const made = smallLog();
const handed = made.handed({ files: [PHOTO, VOICE] });

async function listOf(items) {
  const list = [];
  for await (const item of items) list.push(item);
  return list;
}

/** Read a table as our imports do: sets by the names of its columns. */
async function tableOf(text, separator = ",") {
  const pieces = (async function* () {
    yield text.replace(/^\ufeff/, "");
  })();
  const rows = await listOf(csvRows(pieces, separator));
  const [header, ...cells] = rows.map((row) => row.cells);
  return cells.map((row) => Object.fromEntries(header.map((column, place) => [column, row[place]])));
}

test("each line of an export is in the published schema, and each line of the log in its part", () => {
  const schema = JSON.parse(
    readFileSync(new URL("../../contributing/log-export.schema.json", import.meta.url)),
  );
  const ajv = new Ajv({ allErrors: true, unknownFormats: "ignore" });
  const isExport = ajv.addSchema(schema, "export").getSchema("export");
  const isLine = ajv.compile({ $ref: "export#/definitions/line" });
  const lines = exportJsonl(handed).trimEnd().split("\n").map(JSON.parse);
  assert.deepEqual(lines.map(({ line, left_out: out }) => (line ? "there" : out ? "out" : "first")).sort(), [
    "first",
    ...Array(2).fill("out"),
    ...Array(7).fill("there"),
  ]);
  for (const line of lines) {
    assert.ok(isExport(line), JSON.stringify(isExport.errors));
    if (line.line) assert.ok(isLine(JSON.parse(line.line)), JSON.stringify(isLine.errors));
  }
  for (const wrong of [{ ...lines[1], left_out: 1 }, { ...lines[1], seq: 0 }, { ...lines[0], log: 2 }, {}])
    assert.ok(!isExport(wrong));
});

test("what is left out has a number and a leaf, and not a word", () => {
  const [, ...rows] = exportJsonl(handed).trimEnd().split("\n").map(JSON.parse);
  assert.deepEqual([...handed.leftOut], [2, 6]); // what is kept apart, and the words of what was removed
  assert.deepEqual(Object.keys(rows[1]), ["seq", "left_out", "leaf", "head"]);
  const all = JSON.stringify(rows) + readerCsv(handed) + exactCsv(handed);
  for (const word of ["Anastasia", "Written by mistake"]) assert.ok(!all.includes(word), word);
  const asked = linesToLeaveOut(handed, { apart: true, removed: true });
  assert.deepEqual([...asked], []);
  const only = linesToLeaveOut(handed, { only: new Set([handed.entries[0].id]) });
  assert.deepEqual([...only], [1, 2, 3, 4, 5, 6, 7, 8]);
  const more = { ...handed, lines: [...handed.lines, { seq: 10, line: '{"v":2,"seq":10}' }] };
  assert.ok(linesToLeaveOut(more, { apart: true, removed: true }).has(10)); // nobody knows what it holds
});

test("B1.7, B5.46: the table for people has a BOM, CRLF, days, times and offsets apart, and keeps line breaks", async () => {
  const text = readerCsv(handed);
  assert.ok(
    text.startsWith("\ufeffline,number,version,act,kind,row,happened_as,happened_day,happened_time,"),
  );
  assert.ok(text.endsWith("\r\n"));
  assert.equal(text.replaceAll("\r\n", "").includes("\r"), false);
  const rows = await tableOf(text);
  assert.equal(rows[0].what, `'${FORMULA}\nshe said "no"; then, 😠 café`);
  const { happened_day: day, happened_time: time, happened_offset: offset, happened_zone: zone } = rows[0];
  assert.deepEqual([day, time, offset, zone], ["2026-05-01", "09:00", "+01:00", "Europe/London"]);
  const written = ["written_day", "written_time", "written_offset", "written_utc"].map(
    (name) => rows[0][name],
  );
  assert.deepEqual(written, ["2026-11-01", "10:00", "+00:00", "2026-11-01T10:00:00Z"]);
  const call = rows.find(({ line }) => line === "3");
  assert.deepEqual(
    [call.happened_time, call.happened_mark],
    ["01:30", "The second time the clock showed this"],
  );
  assert.deepEqual(await tableOf(readerCsv(handed, { separator: ";" }), ";"), rows);
});

test("the table shows each version, each row of a series, what is left out, and of what was removed no word", async () => {
  const rows = await tableOf(readerCsv(handed));
  const seen = rows.map(({ line, number, version, act, kind, row }) => [
    line,
    number,
    version,
    act,
    kind,
    row,
  ]);
  const event = "Something that happened";
  assert.deepEqual(seen, [
    ["1", "1", "1", "New", event, ""],
    ["5", "1", "2", "Correction", event, ""],
    ["8", "1", "3", "Read again: it is as I remember it", event, ""],
    ["2", "", "", "Left out of this copy", "", ""],
    ["3", "3", "1", "New", "Call or hang-up", ""],
    ["4", "3", "1", "Rows", "Call or hang-up", "1"],
    ["4", "3", "1", "Rows", "Call or hang-up", "2"],
    ["6", "", "", "Left out of this copy", "", ""],
    ["7", "6", "2", "Removed by the writer", "", ""],
    ["9", "9", "1", "New", event, ""],
  ]);
  const calls = rows.filter(({ row }) => row);
  assert.deepEqual(
    calls.map((row) => [row.happened_day, row.happened_time, row.way, row.account]),
    [
      ["2026-10-25", "01:30", "Call", "'07700900123"],
      ["2026-10-26", "", "Hang-up", "'447700900123"],
    ],
  );
  const shown = { ...handed, leftOut: new Set() };
  const apart = (await tableOf(readerCsv(shown))).find(({ act }) => act === "Kept apart");
  assert.deepEqual([apart.number, apart.witness_name], ["1", "Anastasia"]);
  assert.ok(!readerCsv(shown).includes("Written by mistake")); // the log has it, and no table
});

test("each version of an entry has its own kind in the table", async () => {
  const log = createLog();
  const entry = log.write({ what: "A knock" }, { kind: "" });
  log.add(correctEntry(entry, { kind: "call" }, { shape, written: MADE }));
  for (const table of [readerCsv, exactCsv])
    assert.equal(new Set((await tableOf(table(log.handed()))).map(({ kind }) => kind)).size, 2);
});

test("the rows of an import stand below its entry, under its number, with their times and marks", async () => {
  const log = createLog();
  log.write({ what: "A knock" });
  const importing = createImportEntry();
  const row = { wall: "2026-10-25T01:30", offset: "+00:00", mark: "second", what: "call", direction: "in" };
  const given = { ...row, result: "missed", number: "07700900123", name: "", text: "", length: "", at: 2 };
  const file = { name: "=calls.csv", sha256: "a".repeat(64), bytes: 9, format: "csv", encoding: "utf-8" };
  const context = { shape, written: MADE };
  log.add({ makes: importing.rows(piecesOf([given, { ...given, at: 3 }]), context) });
  const about = { ...file, zone: "Europe/London", rows: 2, skipped: 0 };
  log.add({
    makes: [
      importing.entry({ kind: "call", when: at("2026-10-25", "", { as: "day" }), file: about }, context),
    ],
  });
  const rows = (await tableOf(readerCsv(log.handed()))).slice(1);
  assert.deepEqual(
    rows.map((one) => [one.line, one.number, one.row, one.happened_time, one.happened_offset, one.account]),
    [
      ["3", "3", "", "", "", ""],
      ["2", "3", "1", "01:30", "+00:00", "'07700900123"],
      ["2", "3", "2", "01:30", "+00:00", "'07700900123"],
    ],
  );
  assert.ok(rows[0].more.includes('"file":"=calls.csv"')); // this small list of fields has no column for it
});

test("B5.45: no cell of the table for people is a formula, and only numbers and times of the guide stay bare", () => {
  const bad = [
    "=1",
    "+1",
    "-1",
    "@x",
    "\tx",
    "\rx",
    " =1",
    "\n=1",
    "\u00a0+1",
    "\u200b=1",
    "＝1",
    "＋1",
    "－1",
    "＠1",
  ];
  const numbers = ["07700900123", "(0770) 900 123", "447700900123", "4E11", "0155-50100", "+49 170 1"];
  numbers.push("10:30", "1-2", "1.2.2026", "1.5e+3", ".5E-3", "TRUE", "false");
  for (const text of [...bad, ...numbers, "'=1", "''=1", "'07700900123"]) {
    assert.equal(guarded(text).slice(1).replace("\n'", "\n"), text);
    assert.ok(guarded(text).startsWith("'"));
    assert.equal(unguarded(guarded(text)), text);
  }
  for (const text of ["", "a=1", "12", "3 minutes", "'quoted'", "e-mail", "☎ +49"]) {
    assert.equal(guarded(text), text);
    assert.equal(unguarded(text), text);
  }
  for (const [text, cell] of [
    ["ok;=1+1;bye", "ok;'=1+1;bye"],
    ['a, "=1', `a, "'=1`],
    ["a\t＋1|'@x\n-2", "a\t'＋1|''@x\n'-2"],
    ["=1;=2", "'=1;'=2"],
    ["a;b=1, c", "a;b=1, c"],
  ]) {
    assert.equal(guarded(text), cell);
    assert.equal(unguarded(cell), text);
  }
  const evil = createLog();
  const when = { ...at("2026-05-01", "09:00"), zone: "=zone" };
  evil.write(
    { place: "@SUM(1)", account: "-2+3", count: "5", way: "=odd", signs: ["=x"] },
    { when, kind: "=kind" },
  );
  const line = JSON.parse(evil.lines[0].line);
  line.when = { as: "day", wall: "2026-05-01", zone: "", offset: "=1+1" };
  line.fields.more = "=2";
  const odd = {
    ...evil.handed(),
    lines: [...evil.lines, { seq: 2, line: JSON.stringify({ ...line, seq: 2 }) }],
  };
  for (const separator of [",", ";"])
    for (const record of readerCsv(odd, { separator }).slice(1).trimEnd().split("\r\n"))
      for (const cell of record.split(separator))
        assert.ok(
          !/^"?\s*[=@\t\r＝＋－＠]/.test(cell) && (!/^"?[+-]/.test(cell) || /^[+-]\d\d:\d\d$/.test(cell)),
          cell,
        );
  assert.ok(readerCsv(odd).includes(",5,") && exactCsv(odd).includes(",-2+3,"));
});

test("B5.45: the table for people, read by our own imports, gives the same values", async () => {
  const plain = await tableOf(exactCsv(handed));
  const guardedRows = await tableOf(readerCsv(handed));
  const labels = new Set(["act", "kind", "happened_as", "happened_mark", "way", "signs"]);
  for (const row of guardedRows) {
    const exact = plain.find((one) => one.line === row.line && one.row === row.row);
    for (const [column, cell] of Object.entries(row))
      if (!labels.has(column)) assert.equal(unguarded(cell), exact[column], column);
  }
  const columns = csvHeader(shape);
  const roles = { happened_day: "day", happened_time: "time", account: "number", what: "text" };
  const answers = {
    zone: "Europe/London",
    columns: JSON.stringify(columns.map((name) => roles[name] ?? "")),
  };
  const rows = [];
  const out = { onRows: (list) => rows.push(...list), onSkipped() {} };
  await readImport(sourceOfText(readerCsv(handed), "log.csv"), answers, out);
  assert.deepEqual(
    rows.map(({ wall, number, text }) => [wall.slice(0, 16), number, text.split("\n")[0]]),
    [
      ["2026-05-01T09:00", "+49 170 1234", FORMULA],
      ["2026-05-01T09:00", "+49 170 1234", "A knock at the door"],
      ["2026-10-25T01:30", "", "Many calls"],
      ["2026-10-25T01:30", "07700900123", ""],
      ["2026-10-26", "447700900123", ""],
      ["2026-05-01T09:00", "", "Photo and voice"],
    ],
  );
});

test("B5.47: line breaks, quotes, separators, U+2028, NUL and half of a pair stay in their cell", async () => {
  const odd = createLog();
  odd.write({ what: 'a\nb "c", d; e\u2028f', place: "x" });
  const { lines } = odd;
  const line = JSON.parse(lines[0].line);
  line.fields.place = "nul \0, half \ud83d";
  const changed = { ...odd.handed(), lines: [{ seq: 1, line: JSON.stringify(line) }] };
  for (const text of [readerCsv(changed), exactCsv(changed)]) {
    const [row] = await tableOf(text);
    assert.equal(row.what, 'a\nb "c", d; e\u2028f');
    assert.equal(row.place, "nul \ufffd, half \ufffd");
    assert.equal(textOf(bytesOf(text)), text); // UTF-8 has a place for all of it
  }
});

test("what has no column is in the last one, and no name of a field takes the place of a column", async () => {
  const later = createLog();
  later.write({ what: "A knock" });
  const line = JSON.parse(later.lines[0].line);
  Object.assign(line.fields, { line: "99", height: "low", __proto__: null });
  const [row] = await tableOf(
    exactCsv({ ...later.handed(), lines: [{ seq: 1, line: JSON.stringify(line) }] }),
  );
  assert.deepEqual([row.line, JSON.parse(row.more)], ["1", { line: "99", height: "low" }]);
  const newer = { ...later.handed(), lines: [{ seq: 1, line: '{"v":2,"seq":1}' }] };
  assert.equal((await tableOf(readerCsv(newer)))[0].act, "Cannot be shown by this version of the guide");
});

test("B6.48, B6.49, B6.51: names are plain on every system, and the true ones are in a list", async () => {
  const odd = [
    "../../x",
    "CON",
    "con.jpg",
    "a.b.",
    "-rf",
    "x\\y\n.png",
    "Ünïcode 猫.HEIC",
    "=1.pdf",
    "",
    "x".repeat(300),
  ];
  const files = odd.map((name, item) => fileOf(item, name, name));
  const many = Array.from({ length: 28 }, () => fileOf(5, "a.jpg", "x"));
  const names = [...bagNames([...files, ...many]), ...portalNames([...files, ...many])];
  assert.equal(new Set(names).size, names.length);
  for (const name of names) {
    assert.match(name, /^[a-z0-9][a-z0-9._-]*$/);
    assert.doesNotMatch(name, /\.\.|[.]$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/);
    assert.ok(name.length < 80, name);
  }
  assert.deepEqual(bagNames([PHOTO, VOICE]), ["0007-a.jpg", "0007-b.amr"]);
  assert.deepEqual(bagNames(many).slice(25), ["0005-z.jpg", "0005-aa.jpg", "0005-ab.jpg"]);
  assert.deepEqual(portalNames([PHOTO, VOICE]), ["2026-10-25_0130_item-07_photo-1.jpg", "item-07_voice.amr"]);
  const list = (await bagOfLog(made)).find(({ path }) => path === "data/files.csv");
  const [photo, voice] = await tableOf(textOf(list.bytes));
  assert.deepEqual(
    [photo.path, unguarded(photo.name), photo.sha256],
    ["data/files/0007-a.jpg", PHOTO.name, PHOTO.sha256],
  );
  assert.deepEqual([voice.name, voice.bytes], ["voice.amr", String(VOICE.bytes)]);
});

test("B1.8: a ZIP file has plain flags, a time, every size before its bytes, and no name that leads elsewhere", async () => {
  const files = [{ path: "bagit.txt", size: 1, bytes: bytesOf("x") }];
  const bytes = await zipOf(files);
  const numbers = new DataView(bytes.buffer);
  assert.equal(numbers.getUint16(6, true), 0); // flags
  assert.equal(numbers.getUint16(12, true), ((2026 - 1980) << 9) | (11 << 5) | 30);
  assert.equal(numbers.getUint16(10, true), (10 << 11) | (0 << 5) | 3);
  assert.equal(bytes.length, zipSize(files));
  const early = await zipOf(files, { ...MADE, utc: "1970-01-01T00:00:00Z" });
  assert.equal(new DataView(early.buffer).getUint16(12, true), 0x21); // 1 January 1980
  const evening = await zipOf(files, { ...MADE, utc: "2026-03-04T01:30:00Z", offset: "-05:00" });
  assert.equal(new DataView(evening.buffer).getUint16(12, true), ((2026 - 1980) << 9) | (3 << 5) | 3);
  for (const path of ["../x", "/x", "x y", "X", "é", "-x", ""])
    await assert.rejects(zipOf([{ ...files[0], path }]), RangeError);
  const large = { path: "a", size: 3_000_000_000, crc: 0, stream: () => new ReadableStream() };
  await assert.rejects(zipOf([large]), /too large/);
  await assert.rejects(zipOf(Array(2001).fill(files[0])), /too many/);
});

test("B6.50: what the guide writes, it reads again", async () => {
  const bytes = await zipOf(await bagOfLog(made));
  const source = sourceOfBytes("log.zip", bytes);
  const entries = await entriesOf(source);
  assert.deepEqual(
    entries.map(({ name }) => name),
    [
      ...[
        "bagit.txt",
        "bag-info.txt",
        "manifest-sha256.txt",
        "tagmanifest-sha256.txt",
        "data/log.jsonl",
        "data/log.csv",
      ],
      ...["data/log-exact.csv", "data/report.html", "data/log-export.schema.json", "data/check_log.py"],
      ...["data/read-me.txt", "data/files.csv", "data/files/0007-a.jpg", "data/files/0007-b.amr"],
    ],
  );
  const parts = await listOf(unpacked(source, entries.at(-1)));
  assert.equal(sha256Of(Buffer.concat(parts)), VOICE.sha256);
});

test("B1.6, B3.28: a file goes out byte for byte, hashed again; one that changed is named, and the others go out", async () => {
  const damaged = { ...VOICE, stream: PHOTO.stream };
  const cut = { ...fileOf(8, "cut.jpg", "whole"), stream: () => new Blob(["who"]).stream() };
  const failing = {
    ...fileOf(9, "lost.jpg", "x"),
    stream: () => new ReadableStream({ start: (to) => to.error(new KnownError("attachment-gone")) }),
  };
  const broken = [];
  let read = 0;
  const how = { onBroken: ({ name }) => broken.push(name), onBytes: (bytes) => (read += bytes) };
  const files = await bagFiles(made.handed({ files: [damaged, PHOTO, cut, failing] }), BESIDE, how);
  assert.deepEqual(broken, ["voice.amr", "cut.jpg", "lost.jpg"]);
  assert.ok(read > 0);
  assert.deepEqual(
    files.filter(({ stream }) => stream).map(({ path, sha256 }) => [path, sha256]),
    [["data/files/0007-b.jpg", PHOTO.sha256]],
  );
  const list = await tableOf(textOf(files.find(({ path }) => path === "data/files.csv").bytes));
  assert.deepEqual(
    list.map(({ path }) => path),
    ["", "data/files/0007-b.jpg", "", ""],
  );
  await assert.rejects(bagFiles(made.handed({ files: [cut] }), BESIDE), { kind: "damaged" });
  const fault = {
    ...PHOTO,
    stream: () => new ReadableStream({ start: (to) => to.error(new TypeError("ours")) }),
  };
  await assert.rejects(bagFiles(made.handed({ files: [fault] }), BESIDE, how), TypeError); // not taken for a broken file
  const stopped = AbortSignal.abort();
  await assert.rejects(bagFiles(made.handed({ files: [PHOTO] }), BESIDE, { ...how, signal: stopped }), {
    name: "AbortError",
  });
});

test("a file that changes between the lists and the ZIP file ends it with an error", async () => {
  let reads = 0;
  const moody = { ...PHOTO, stream: () => (++reads > 1 ? VOICE : PHOTO).stream() };
  const files = await bagFiles(made.handed({ files: [moody] }), BESIDE);
  await assert.rejects(zipOf(files), /changed while it was read/);
});

test("B3.34, B7.53: an export says in its bag what each code can be compared with, and how", async () => {
  const files = await bagOfLog(made);
  const info = textOf(files.find(({ path }) => path === "bag-info.txt").bytes);
  assert.match(
    info,
    /^Bagging-Date: 2026-11-30\nPayload-Oxum: \d+\.10\nLog-Made: 2026-11-30T10:00:07Z \+00:00\n/,
  );
  assert.ok(
    info.includes(`Log-Count: 9\nLog-Left-Out: 2\nLog-Start: ${handed.start}\nLog-Head: ${handed.head}\n`),
  );
  assert.match(info, /\nLog-Code: 9, 30 Nov 2026, ([0-9A-Z]{4}-){6}[0-9A-Z]{4}\n$/);
  const readMe = textOf(files.find(({ path }) => path === "data/read-me.txt").bytes);
  for (const words of [
    "sha256sum -c manifest-sha256.txt",
    "python3 data/check_log.py .",
    "This cannot show whether",
    "no part of the log",
  ])
    assert.ok(readMe.includes(words), words);
  assert.doesNotMatch(readMe, /pending|verified|certified|court-ready|tamper-proof/i);
});

test("a portal gets at most 16 files, with names that say what they are", async () => {
  const few = await portalFiles(made.handed({ files: [PHOTO, VOICE] }), BESIDE);
  assert.deepEqual(
    few.map(({ path }) => path),
    ["log-report.html", "log.zip", "2026-10-25_0130_item-07_photo-1.jpg", "item-07_voice.amr"],
  );
  const inside = await entriesOf(sourceOfBytes("log.zip", await wholeOf(few[1])));
  assert.ok(inside.every(({ name }) => !name.startsWith("data/files/")));
  const files = Array.from({ length: 40 }, (_, item) => fileOf(item, `${item}.jpg`, String(item)));
  const many = await portalFiles(made.handed({ files }), BESIDE);
  assert.deepEqual(
    many.map(({ path }) => path),
    ["log-report.html", "log.zip", "originals-1.zip"],
  );
  const packed = await wholeOf(many[2]);
  assert.equal(packed.length, many[2].size);
  assert.equal((await entriesOf(sourceOfBytes("o.zip", packed)))[39].name, "item-39_39.jpg");
  const huge = files.slice(0, 20).map((file) => ({ path: file.name, size: 1_500_000_000 }));
  assert.ok(zipSize(huge) > 16 * 1_500_000_000);
});

const wholeOf = async ({ stream }) => new Uint8Array(await new Response(stream()).arrayBuffer());
