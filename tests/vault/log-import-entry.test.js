// What a file that was brought in becomes in the log: rows on lines before their entry, which alone makes them seen.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import Ajv from "ajv";
import { createChosen } from "../../theme/components/log/import/chosen.js";
import { createEntries } from "../../theme/components/log/model/entries.js";
import {
  createImportEntry,
  kindOfImport,
  piecesOf,
  whenOfImport,
} from "../../theme/components/log/model/import-entry.js";
import { missingLines } from "../../theme/components/log/model/incoming.js";
import { bytesIn, MOST_BYTES } from "../../theme/components/log/model/line.js";
import { plainRows } from "../../theme/components/log/model/plain-rows.js";
import { isNoted } from "../../theme/components/log/model/rows-noted.js";
import { makesToLines, removeEntry } from "../../theme/components/log/model/writing.js";
import { context, logOf, shape, typed, ZONE } from "./log-shape.mjs";

const schema = JSON.parse(readFileSync(new URL("../../contributing/log-line.schema.json", import.meta.url)));
const isLine = new Ajv({ allErrors: true }).compile(schema);

const EMPTY = { what: "message", direction: "", result: "", number: "", name: "", text: "", length: "" };
const imported = (more) => ({ ...EMPTY, wall: "2026-10-25T01:30:00", at: 1, ...more });
const FILE = {
  ...{ name: "sms.xml", sha256: "0".repeat(64), bytes: 1234, format: "SMS Backup & Restore" },
  ...{ encoding: "utf-8", zone: ZONE, rows: 3, skipped: 1 },
};

/** Bring rows into a log; return its lines, of which the entry is the last. */
function bring(rows, from = 1) {
  const entry = createImportEntry();
  const whole = { kind: kindOfImport(rows), when: whenOfImport(rows, ZONE), file: FILE };
  return makesToLines([...entry.rows(piecesOf(rows), context), entry.entry(whole, context)], from);
}
const logWith = (lines) => {
  const log = createEntries(shape);
  log.add(lines);
  return log;
};
const many = (count) =>
  Array.from({ length: count }, (_, index) =>
    imported({
      wall: `2026-0${1 + (index % 9)}-0${1 + (index % 7)}T10:00`,
      text: `Number ${index + 1} é`,
      at: index + 1,
    }),
  );

test("rows are nothing to be seen until their entry is there", () => {
  const lines = bring(many(2000));
  assert.ok(lines.length > 3);
  const log = logWith(lines.slice(0, -1));
  assert.deepEqual([log.size, log.find({ words: "number" }).length, log.unreadable.length], [0, 0, 0]);
  log.add(lines.slice(-1));
  const [entry] = log.newestFirst();
  assert.ok(entry.rowsLines.every(({ line }) => isNoted(line.rows))); // as they came, so not all at once now
  assert.deepEqual([log.size, entry.number, entry.rows.length], [1, lines.length, 2000]);
  assert.deepEqual(
    entry.rows.map(({ source_line }) => source_line),
    many(2000).map(({ at }) => at),
  );
});

test("a row has what the file says of it, and no more", () => {
  const [, { line }] = [
    0,
    bring([
      imported({
        ...{ mark: "first", offset: "+01:00", utc: "2026-10-25T00:30:00Z", what: "call", direction: "in" },
        ...{ result: "missed", number: " +15550100 ", name: "Sam\nSmith", length: "0", at: 7 },
        ...{
          files: ["a.jpg", "b.jpg"],
          chat: "Us",
          notes: ["duplicate"],
          raw: { SIM: "2" },
          text: "a\r\nb\0",
        },
      }),
    ])[0],
  ];
  assert.deepEqual(JSON.parse(line).rows, [
    {
      ...{ when: "2026-10-25T01:30:00", mark: "first", offset: "+01:00", way: "call", direction: "in" },
      ...{ result: "missed", account: "+15550100", name: "Sam Smith", length: "0", chat: "Us" },
      ...{ files: "a.jpg\nb.jpg", source_line: 7, notes: "duplicate", others_in_file: "SIM: 2" },
      exact_words: "a\nb\ufffd",
    },
  ]);
  const ways = ["call", "message", "system"].map((what) => imported({ what }));
  ways.push(imported({ what: "call", result: "voicemail" }));
  const rows = piecesOf(ways).flat();
  assert.deepEqual(
    rows.map(({ way }) => way),
    ["call", "text", "system", "voicemail"],
  );
});

test("lines are such as the schema takes, however long the texts are, and no letter is lost", () => {
  const texts = ["x".repeat(70_000), "\u{1f440}".repeat(9000), "\u2028".repeat(8000), "short"];
  const rows = texts.map((text) =>
    imported({ text, files: ["\u2028".repeat(9000)], raw: { Other: "\u2028".repeat(9000) } }),
  );
  const lines = bring(rows);
  for (const { line } of lines) {
    assert.ok(bytesIn(line) <= MOST_BYTES, bytesIn(line));
    assert.ok(isLine(JSON.parse(line)), JSON.stringify(isLine.errors).slice(0, 500));
  }
  const [entry] = logWith(lines).newestFirst();
  const found = entry.rows.map(({ exact_words }) => exact_words).join("");
  assert.equal(found, texts.join(""));
  assert.equal(plainRows([entry])[0].times, 4);
});

test("an entry says from when to when it is, and which file it came from", () => {
  const rows = [
    imported({ wall: "2026-10-25T01:40", mark: "second", offset: "+00:00", utc: "2026-10-25T01:40:00Z" }),
    imported({ wall: "2026-10-25T01:50", mark: "first", offset: "+01:00", utc: "2026-10-25T00:50:00Z" }),
  ];
  const [entry] = logWith(bring(rows)).newestFirst();
  assert.deepEqual(entry.when, {
    ...{ as: "between", wall: "2026-10-25T01:50", offset: "+01:00", utc: "2026-10-25T00:50:00Z" },
    ...{ mark: "first", zone: ZONE },
    until: { wall: "2026-10-25T01:40", offset: "+00:00", utc: "2026-10-25T01:40:00Z", mark: "second" },
  });
  assert.deepEqual(entry.fields, {
    ...{ file: "sms.xml", file_sha256: "0".repeat(64), file_bytes: 1234 },
    ...{ file_format: "SMS Backup & Restore", file_encoding: "utf-8", file_zone: ZONE },
    ...{ file_rows: 3, file_skipped: 1 },
  });
  const alone = whenOfImport([imported({ mark: "either" })], ZONE);
  assert.deepEqual([alone.as, alone.mark, alone.utc], ["exact", "either", "2026-10-25T00:30:00Z"]);
  assert.equal(logWith(bring([imported({ mark: "either" })])).unreadable.length, 0);
});

test("an entry begins with its earliest row, also where a row does not say how far its clock was from UTC", () => {
  const unsure = imported({ wall: "2026-10-25T01:30", mark: "either" });
  const sure = imported({ wall: "2026-10-25T01:45", offset: "+01:00", utc: "2026-10-25T00:45:00Z" });
  for (const rows of [
    [sure, unsure],
    [unsure, sure],
  ]) {
    const { wall, until } = whenOfImport(rows, ZONE);
    assert.deepEqual([wall, until.wall], ["2026-10-25T01:30", "2026-10-25T01:45"]);
  }
});

test("an entry whose rows have a day alone has no time of day", () => {
  const day = imported({ wall: "2026-10-25" });
  assert.deepEqual(whenOfImport([day, day], ZONE), { as: "day", wall: "2026-10-25", zone: ZONE });
  const { as, utc, until } = whenOfImport([day, imported({ wall: "2026-10-26" })], ZONE);
  assert.deepEqual([as, utc, until], ["between", undefined, { wall: "2026-10-26" }]);
  assert.equal(logWith(bring([day, day])).unreadable.length, 0);
});

test("a number or a name that is cut is marked so", () => {
  const long = "x".repeat(501);
  for (const more of [{ number: long }, { name: long }, { chat: long }]) {
    const [row] = piecesOf([imported(more)]).flat();
    assert.equal(row.notes, "cut", Object.keys(more)[0]);
  }
  const [row] = piecesOf([imported({ number: "+15550100", name: "Sam", chat: "Us" })]).flat();
  assert.equal(row.notes, undefined);
});

test("it is a call where most rows are calls", () => {
  const call = imported({ what: "call" });
  assert.equal(kindOfImport([call, call, imported()]), "call");
  assert.equal(kindOfImport([call, imported({ what: "system" }), imported(), imported()]), "message");
});

test("words are found in any row, also after more lines came", () => {
  const { log } = logOf(typed({ what: "A knock" }));
  log.add(bring(many(2000), log.lines + 1));
  assert.deepEqual(
    log.find({ words: "knock" }).map(({ number }) => number),
    [1],
  );
  assert.equal(log.find({ words: "NUMBER 1999 e" }).length, 1);
  assert.equal(log.find({ words: "number 2001" }).length, 0);
  let turns = 1;
  const fresh = logWith(bring(many(2000)));
  while (fresh.prepareSearch(1)) turns += 1;
  assert.ok(turns >= fresh.lines, "it reads line by line");
  assert.equal(fresh.find({ words: "number 1999" }).length, 1);
});

test("charts count each row on its own day", () => {
  const [row] = plainRows(logWith(bring(many(3))).newestFirst());
  assert.deepEqual(
    [row.times, row.points.map(({ day }) => day)],
    [3, ["2026-01-01", "2026-02-02", "2026-03-03"]],
  );
});

test("one import is removed as one entry, and travels in a file of the log", () => {
  const { log, add } = logOf(typed({ what: "A knock" }));
  const lines = bring(many(600), log.lines + 1);
  log.add(lines);
  add(removeEntry(log.newestFirst()[0], context));
  assert.ok(log.newestFirst()[0].removed);
  const texts = lines.map(({ line }) => line);
  const taken = makesToLines(missingLines(texts, [], shape).makes, 1);
  const [entry] = logWith(taken).newestFirst();
  assert.deepEqual([entry.rows.length, entry.number], [600, lines.length]);
});

test("rows are chosen by whom they are with, and by day", () => {
  const sam = { number: "+15550100", name: "" };
  const chosen = createChosen([
    imported({ ...sam, wall: "2026-10-25T23:59" }),
    imported({ ...sam, name: "Sam", wall: "2026-10-26T00:00" }),
    imported({ name: "Sam", wall: "2026-10-27T10:00", text: "x".repeat(50) }),
  ]);
  const people = chosen.people();
  assert.deepEqual(
    people.map(({ number, name, count }) => [number, name, count]),
    [
      ["+15550100", "Sam", 2],
      ["", "Sam", 1],
    ],
  );
  const days = { from: "2026-10-26", until: "2026-10-26" };
  assert.equal(chosen.choose({ people: null, ...days }).count, 1);
  assert.equal(chosen.choose({ people: [], from: "", until: "" }).count, 0);
  const one = chosen.choose({ people: [people[1].key], from: "", until: "" });
  assert.deepEqual([one.count, one.bytes], [1, 300]);
  assert.equal(chosen.rows()[0].text.length, 50);
});
