// Write copies of a log, whole and changed, into a folder, with what the guide's own check says of each: cases.json.
// test_check_log.py asks tools/check_log.py about the same.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { checkLog } from "../../theme/components/log/check/model/check.js";
import { exportJsonl } from "../../theme/components/log/exports/model/jsonl.js";
import { sourceOfBytes } from "../../theme/components/log/imports/sources.js";
import { bytesOfHex, headAfter, hexOf, leafOf } from "../../theme/components/log/model/chain.js";
import { keptFileText } from "../../theme/components/log/model/kept-files.js";
import { witnessCode } from "../../theme/components/log/model/witness-code.js";
import { writeItem } from "../../theme/components/log/model/writing.js";
import {
  bagOfLog,
  bytesOf,
  createLog,
  fileOf,
  PHOTO,
  sha256Of,
  smallLog,
  VOICE,
  zipOf,
} from "./log-export.mjs";
import { typed, withItems, written } from "./log-shape.mjs";

const [folder, changes] = process.argv.slice(2);
const DAY = "2026-11-30";
const save = (name, bytes) => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), bytes);
};
const cases = [];
/** Save a copy, and what the guide says of it. */
async function add(title, path, bytes, { code, older } = {}) {
  save(path, bytes);
  if (older) save(older.path, older.bytes);
  const against = { code, older: older && sourceOfBytes(older.path, older.bytes) };
  const { verdict, at = 0, sentences } = await checkLog(sourceOfBytes(path, bytes), against);
  cases.push({ title, path, code, older: older?.path, verdict, at, sentences });
}

const made = smallLog();
const bag = await bagOfLog(made);
const zipped = await zipOf(bag);
const handed = made.handed({ files: [PHOTO, VOICE] });
const jsonl = exportJsonl(handed);
const rows = jsonl.trimEnd().split("\n");
const withRows = (list) => bytesOf(list.map((row) => `${row}\n`).join(""));
const replaced = (at, row) => withRows(rows.with(at, row));

await add("a ZIP file", "whole.zip", zipped);
await add("log.jsonl", "whole.jsonl", bytesOf(jsonl));
await add("an empty file", "empty.jsonl", bytesOf(""));
await add("another file", "other.txt", bytesOf("Dear Sam,\n"));
await add("a locked file", "locked.age", bytesOf("age-encryption.org/v1\n-> scrypt\n"));
await add(
  "a ZIP file of something else",
  "other.zip",
  await zipOf([{ path: "a.txt", size: 1, bytes: bytesOf("a") }]),
);

// B7.53, B7.54: lines of the log
const line = JSON.parse(rows[3]);
await add("a changed line", "line.jsonl", replaced(3, rows[3].replace("2026-10-2", "2026-11-2")));
await add(
  "a changed head",
  "head.jsonl",
  replaced(
    3,
    rows[3].replace(/.(?="}$)/, (digit) => (digit === "0" ? "1" : "0")),
  ),
);
const rewritten = line.line.replace('"seq":3', '"seq":3 ');
const headOfRewritten = hexOf(headAfter(bytesOfHex(JSON.parse(rows[2]).head), leafOf(rewritten)));
await add(
  "a line and its head changed",
  "both.jsonl",
  replaced(3, JSON.stringify({ seq: 3, line: rewritten, head: headOfRewritten })),
);
await add(
  "a changed leaf of a line that is left out",
  "leaf.jsonl",
  replaced(2, rows[2].replace(/"leaf":"./, '"leaf":"g')),
);
await add(
  "a line written in another way",
  "spaced.jsonl",
  replaced(3, rows[3].replace(',"leaf"', ', "leaf"')),
);
await add(
  "a letter written in another way",
  "escaped.jsonl",
  replaced(3, rows[3].replace("call", "c\\u0061ll")),
);
await add(
  "two lines swapped",
  "swapped.jsonl",
  withRows([...rows.slice(0, 3), rows[4], rows[3], ...rows.slice(5)]),
);
await add("a line twice", "twice.jsonl", withRows([...rows.slice(0, 4), rows[3], ...rows.slice(4)]));
await add("a line taken out", "hole.jsonl", withRows([...rows.slice(0, 3), ...rows.slice(4)]));
const extra = JSON.stringify({
  seq: rows.length,
  line: "{}",
  head: hexOf(headAfter(bytesOfHex(handed.head), leafOf("{}"))),
});
await add("a line added", "added.jsonl", withRows([...rows, extra]));
await add("an empty line added", "blank.jsonl", withRows([...rows, ""]));
await add("the last lines cut", "cut.jsonl", withRows(rows.slice(0, -3)));
await add("cut inside a line", "cut-line.jsonl", bytesOf(jsonl.slice(0, -40)));
await add("cut inside the first line", "cut-first.jsonl", bytesOf(jsonl.slice(0, 100)));
await add("only the first line", "first.jsonl", withRows(rows.slice(0, 1)));
await add(
  "the first line changed",
  "about.jsonl",
  replaced(0, rows[0].replace("Europe/London", "Europe/Lisbon")),
);
await add("line ends of mail", "mail.jsonl", bytesOf(jsonl.replaceAll("\n", "\r\n")));
await add("a mark in front", "mark.jsonl", bytesOf(`\ufeff${jsonl}`));
await add("returns alone", "returns.jsonl", bytesOf(jsonl.replaceAll("\n", "\r")));
await add("one return alone", "return.jsonl", bytesOf(jsonl.replace("\n", "\r")));
await add("the last line end lost", "open.jsonl", bytesOf(jsonl.slice(0, -1)));
await add(
  "line ends and a line changed",
  "mail-line.jsonl",
  bytesOf(jsonl.replaceAll("\n", "\r\n").replace("call", "Call")),
);
await add(
  "a number of 5,000 digits",
  "digits.jsonl",
  replaced(3, rows[3].replace('"seq":3', `"seq":${"3".repeat(5000)}`)),
);
await add("bytes that are no text", "bytes.jsonl", new Uint8Array([...withRows(rows.slice(0, 2)), 0xff, 10]));

// B3.35: versions
const before = rows[0].replace('"log":1', '"log":2').replace(/,"sum".*/, "");
const later = `${before},"sum":"${sha256Of(bytesOf(`log-export-1\n${before}`))}"}`;
await add("a later version", "later.jsonl", replaced(0, later));
await add("a later version, changed", "later-changed.jsonl", replaced(0, later.replace("London", "Lisbon")));

// Codes
const codeOf = (head, count) => witnessCode(head, count, DAY);
const heads = [3, rows.length - 1].map((count) => {
  const short = createLog();
  short.lines.push(...handed.lines.slice(0, count));
  return short.handed({ entries: [], leftOut: new Set() }).head;
});
const now = codeOf(heads[1], rows.length - 1);
const then = codeOf(heads[0], 3);
const codes = {
  "the code of now": now.text,
  "the code of now, without its number": now.groups.join("-"),
  "an earlier code": then.text,
  "an earlier code, typed by hand": `3, 30 nov 2026, ${then.groups.join(" ").toLowerCase().replaceAll("0", "o")}`,
  "an earlier code, without its number": then.groups.join(" "),
  "a code with another number": codeOf(heads[0], 4).text,
  "a code of the end with another number": codeOf(heads[1], 12).text,
  "a later code": codeOf("f".repeat(64), 12).text,
  "a code as on the report": `Code of the log: ${now.text}`,
  "a code with a word": `No. ${now.text}`,
  "a code without a day": `9,${now.groups.join("-")}`,
  "a code with a point": now.text.replace("30 Nov", "30. Nov"),
  "a code with the month first": now.text.replace("30 Nov", "Nov 30,"),
  "a code with a large number": `1,234 · 30 Nov 2026 · ${codeOf("f".repeat(64), 3).groups.join("-")}`,
  "another log's code": codeOf("f".repeat(64), 3).text,
  "another log's code, without its number": codeOf("f".repeat(64), 3).groups.join("-"),
  "a mistyped code": now.text.replace(/.$/, (letter) => (letter === "7" ? "8" : "7")),
  "half of a code": now.groups.slice(0, 3).join("-"),
  "no code": "K7QM",
};
for (const [title, code] of Object.entries(codes)) {
  await add(title, "whole.jsonl", bytesOf(jsonl), { code });
  await add(`${title}, of a ZIP file`, "whole.zip", zipped, { code });
}
await add("a code, of a changed log", "line.jsonl", replaced(3, rows[3].replace("2026-10-2", "2026-11-2")), {
  code: now.text,
});
await add("a code, of a cut log", "cut.jsonl", withRows(rows.slice(0, -3)), { code: then.text });
await add("a later code, of a cut log", "cut.jsonl", withRows(rows.slice(0, -3)), { code: now.text });

// B7.55: an older copy
const olderLines = { lines: handed.lines.slice(0, 4) };
const older = {
  path: "older.jsonl",
  bytes: bytesOf(exportJsonl({ ...handed, ...olderLines, head: headOf(4) })),
};
function headOf(count) {
  const short = createLog();
  short.lines.push(...handed.lines.slice(0, count));
  return short.handed({ entries: [], leftOut: new Set() }).head;
}
await add("an older copy", "whole.zip", zipped, { older });
await add("an older copy and a code", "whole.zip", zipped, { older, code: then.text });
await add("copies the other way round", "older.jsonl", older.bytes, {
  older: { path: "whole.zip", bytes: zipped },
});
const open = { path: "open-lines.jsonl", bytes: bytesOf(exportJsonl({ ...handed, leftOut: new Set() })) };
await add("a copy that leaves more out", "whole.zip", zipped, { older: open });
const parted = createLog();
parted.lines.push(...handed.lines.slice(0, 3));
parted.write({ what: "Something else" });
const other = { path: "parted.jsonl", bytes: bytesOf(exportJsonl(parted.handed({ leftOut: new Set() }))) };
await add("copies that part", "whole.zip", zipped, { older: other });
const foreign = createLog(8);
foreign.write({ what: "A knock" });
await add("copies of two logs", "whole.zip", zipped, {
  older: { path: "two.jsonl", bytes: bytesOf(exportJsonl(foreign.handed())) },
});
await add("a changed older copy", "whole.zip", zipped, {
  older: { path: "line.jsonl", bytes: replaced(3, rows[3].replace("2026-10-2", "2026-11-2")) },
});
await add("a broken older copy", "whole.zip", zipped, {
  older: { path: "cut.jsonl", bytes: withRows(rows.slice(0, -3)) },
});
await add("an older copy that is none", "whole.zip", zipped, {
  older: { path: "other.txt", bytes: bytesOf("Dear Sam,\n") },
});

// B7.54: files of an export
const withFile = async (path, change) =>
  zipOf(
    await Promise.all(
      bag.map(async (file) => {
        if (file.path !== path) return file;
        const bytes = file.bytes ?? new Uint8Array(await new Response(file.stream()).arrayBuffer());
        const fresh = change(bytes);
        return { path, bytes: fresh, size: fresh.length };
      }),
    ),
  );
const flip = (bytes) => bytes.with(1, bytes[1] ^ 1);
for (const { path } of bag)
  await add(`a changed byte of ${path}`, `byte-${path.replaceAll("/", "-")}.zip`, await withFile(path, flip));
const toMail = (bytes) =>
  bytesOf(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes).replaceAll("\n", "\r\n"));
const fromMail = (bytes) =>
  bytesOf(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes).replaceAll("\r\n", "\n"));
for (const path of ["data/log.jsonl", "manifest-sha256.txt", "tagmanifest-sha256.txt", "bag-info.txt"])
  await add(`line ends of ${path}`, `mail-${path.replaceAll("/", "-")}.zip`, await withFile(path, toMail));
await add("line ends of the table", "mail-csv.zip", await withFile("data/files.csv", fromMail));
for (const gone of [
  "bagit.txt",
  "manifest-sha256.txt",
  "tagmanifest-sha256.txt",
  "data/log.jsonl",
  "data/files/0007-b.amr",
])
  await add(
    `without ${gone}`,
    `no-${gone.replaceAll("/", "-")}.zip`,
    await zipOf(bag.filter(({ path }) => path !== gone)),
  );
const one = bytesOf("a");
await add("a file added", "more.zip", await zipOf([...bag, { path: "data/more.txt", size: 1, bytes: one }]));
await add(
  "a ZIP file with a folder",
  "folder.zip",
  await zipOf(bag.map((file) => ({ ...file, path: `log/${file.path}` }))),
);
// A6: what lies beside the bag, and what systems leave
const inFolder = bag.map((file) => ({ ...file, path: `log/${file.path}` }));
const small = (path) => ({ path, size: 1, bytes: one });
for (const [title, files] of Object.entries({
  beside: [...inFolder, small("note.txt"), small("data/log.jsonl")],
  junk: [
    ...inFolder,
    small("log/._a"),
    small("log/b/.DS_Store"),
    small("__MACOSX/log/._c"),
    small("Thumbs.db"),
  ],
  "junk-in-data": [...bag, small("data/.DS_Store")],
  two: [...inFolder, ...bag.map((file) => ({ ...file, path: `other/${file.path}` }))],
  "no-bag-info": [...bag, small("x-bag-info.txt")],
}))
  await add(`${title} in a ZIP file`, `${title}.zip`, await packedAnew(files));
/** Return a ZIP file as another program writes it: with any names, and no comment. */
async function packedAnew(files) {
  const plain = (path) => path.toLowerCase().replace(/^_/, "x");
  const bytes = await zipOf(files.map((file) => ({ ...file, path: plain(file.path) })));
  const text = files.reduce(
    (all, { path }) => all.replaceAll(plain(path), path),
    Buffer.from(bytes).toString("latin1"),
  );
  return new Uint8Array([...Buffer.from(text, "latin1").subarray(0, -103), 0, 0]);
}
await add("a ZIP file cut at its end", "cut.zip", zipped.slice(0, -50));
await add("a ZIP file cut in the middle", "cut-half.zip", zipped.slice(0, 3000));
await add("bytes after a ZIP file", "longer.zip", new Uint8Array([...zipped, 1]));
// A5: the ends of a ZIP file
for (const count of [1, 64, 65, 80, 100, 101, 102, 123])
  await add(`${count} bytes cut at its end`, `cut-${count}.zip`, zipped.slice(0, -count));
const comment = zipped.length - 90; // in its sentence
await add("400 bytes after a ZIP file", "longer-400.zip", spliced(zipped.length, 0, Array(400).fill(65)));
await add("50 bytes in front of a ZIP file", "front.zip", spliced(0, 0, Array(50).fill(65)));
const anew = spliced(zipped.length - 103, 103, [0, 0]);
const inFront = (bytes) => new Uint8Array([...Array(50).fill(65), ...bytes]);
await add("50 bytes in front of another program's ZIP file", "front-anew.zip", inFront(anew));
await add("the same, with places that are right again", "front-placed.zip", placedAnew(inFront(anew), 50));
await add("a byte put into its comment", "comment-more.zip", spliced(comment, 0, [65]));
await add("a byte taken out of its comment", "comment-less.zip", spliced(comment, 1, []));
await add("its comment taken off", "anew.zip", anew);
/** Add to each place that the end of a ZIP file names. */
function placedAnew(bytes, more) {
  const numbers = new DataView(bytes.buffer);
  const move = (at) => numbers.setUint32(at, numbers.getUint32(at, true) + more, true);
  for (let at = 0; (at = Buffer.from(bytes).indexOf("PK\x01\x02", at + 1)) > 0;) move(at + 42);
  move(bytes.length - 22 + 16);
  return bytes;
}
function spliced(at, gone, put) {
  return new Uint8Array([...zipped.slice(0, at), ...put, ...zipped.slice(at + gone)]);
}
const cutLog = withRows(rows.slice(0, -3));
await add("a ZIP file with a cut log", "cut-log.zip", await withFile("data/log.jsonl", () => cutLog));
const leaner = { ...handed, ...olderLines, head: headOf(4) };
await add("lists that fit a log which the tags do not name", "info.zip", await zipOf(await otherInfo()));
async function otherInfo() {
  const short = smallLog();
  short.lines.splice(4);
  const files = await bagOfLog(short, { ...leaner, files: [] });
  const info = bag.find(({ path }) => path === "bag-info.txt");
  const tags = files.filter(({ path }) => ["bagit.txt", "manifest-sha256.txt"].includes(path));
  const list = [...tags, info].map(({ path, bytes }) => `${sha256Of(bytes)}  ${path}\n`).join("");
  const rest = files.filter(({ path }) => !["bag-info.txt", "tagmanifest-sha256.txt"].includes(path));
  const bytes = bytesOf(list);
  return [info, { path: "tagmanifest-sha256.txt", bytes, size: bytes.length }, ...rest];
}
// A7: lines that are left out
const more = new Set([2, 3, 6]);
await add(
  "more lines left out, and lists made anew",
  "left-out.zip",
  await zipOf(await bagOfLog(made, { leftOut: more, files: [] })),
);
const told = new TextDecoder().decode(bag.find(({ path }) => path === "bag-info.txt").bytes);
const tagList = bag.find(({ path }) => path === "tagmanifest-sha256.txt");
const code = /Log-Code: (.*)\n/.exec(told)[1];
for (const [title, path, was, is] of [
  ["another count of what is left out", "untold.zip", "Log-Left-Out: 2", "Log-Left-Out: 1"],
  ["another code in the tags", "code.zip", code, codeOf(heads[0], 3).text.replaceAll(" ·", ",")],
  ["another number before the code in the tags", "code-number.zip", "Log-Code: 9", "Log-Code: 12"],
  ["a mistyped code in the tags", "code-typo.zip", code, code.replace(/.$/, "*")],
  ["no code in the tags", "no-code.zip", `Log-Code: ${code}\n`, ""],
  [
    "a code in the tags without its number, and a later tag",
    "code-alone.zip",
    code,
    `${now.groups.join("-")}\nX: 1`,
  ],
])
  await add(title, path, await withInfo(told.replace(was, is)));
/** Return the export with other tags, and a list that fits them. */
function withInfo(text) {
  const info = bytesOf(text);
  const list = new TextDecoder().decode(tagList.bytes).replace(sha256Of(bytesOf(told)), sha256Of(info));
  const fresh = { "bag-info.txt": info, "tagmanifest-sha256.txt": bytesOf(list) };
  return zipOf(
    bag.map((file) => {
      const bytes = fresh[file.path];
      return bytes ? { path: file.path, bytes, size: bytes.length } : file;
    }),
  );
}
const stranger = fileOf(9, "x.jpg", "put in later");
await add(
  "a file that no line names",
  "stranger.zip",
  await zipOf(await bagOfLog(made, { files: [stranger], leftOut: new Set() })),
);
await add(
  "a file of a line that is left out",
  "named.zip",
  await zipOf(await bagOfLog(made, { files: [stranger] })),
);

// Kept files that lines name
const withKept = createLog();
const files = [PHOTO, VOICE, fileOf(3, "b ] c.png", "one more")];
const kept = files.map(({ name, bytes, sha256 }, at) =>
  keptFileText({ file: `f-${at}`, name, bytes, sha256, dated: at ? "" : "2026-10-25" }),
);
withKept.add(
  writeItem(typed({ item: "7", thing: kept[0].slice(4), kept }), {
    shape: withItems,
    written: written("2026-11-01T10:00:00Z"),
  }),
);
for (const [title, path, there] of [
  ["all files that lines name", "files-all.zip", files],
  ["a file of three taken out, and lists made anew", "files-two.zip", files.slice(1)],
  ["all files taken out, and lists made anew", "files-none.zip", []],
])
  await add(title, path, await zipOf(await bagOfLog(withKept, { files: there, leftOut: new Set() })));

// Random changes of one byte; a small generator gives the same ones each time.
let state = 20261130;
const next = (most) => (state = (state * 48271) % 2147483647) % most;
const random = [];
for (const [path, bytes] of [
  ["whole.zip", zipped],
  ["whole.jsonl", bytesOf(jsonl)],
])
  for (let count = 0; count < Number(changes); count++) {
    const place = next(bytes.length);
    const byte = (bytes[place] + 1 + next(255)) % 256;
    const { verdict, at = 0 } = await checkLog(sourceOfBytes(path, bytes.with(place, byte)));
    random.push({ path, place, byte, verdict, at });
  }
for (const file of bag)
  save(`bag/${file.path}`, file.bytes ?? new Uint8Array(await new Response(file.stream()).arrayBuffer()));
save("cases.json", JSON.stringify({ cases, random }));
