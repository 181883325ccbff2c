import assert from "node:assert/strict";
import test from "node:test";
import { hexOf, leafOf } from "../../theme/components/log/model/chain.js";
import { lineText, MOST_BYTES, readLine } from "../../theme/components/log/model/line.js";
import {
  correctEntry,
  makesToLines,
  readEntryAgain,
  removeEntry,
  writeEntry,
} from "../../theme/components/log/model/writing.js";
import { createWritingClock } from "../../theme/components/log/model/times.js";
import { at, context, logOf, shape, typed } from "./log-shape.mjs";

const linesOf = ({ makes, problems }) => {
  assert.deepEqual(problems, []);
  return makesToLines(makes, 1).map(({ line }) => line);
};
const write = (fields, more) => linesOf(writeEntry(typed(fields, more), context));
const parsed = (line) => JSON.parse(line);
const read = (record, seq = record.seq) => readLine(JSON.stringify(record), seq, shape);
const [LINE] = write({ what: "He rang" });
const RECORD = parsed(LINE);

test("a new entry is one line, in a known order, with texts and whole numbers alone", () => {
  const [line, ...others] = write({ what: "He rang", signs: ["child"], count: "3", place: " At home " });
  assert.deepEqual(others, []);
  assert.deepEqual(Object.keys(parsed(line)), [
    ...["v", "seq", "id", "ver", "salt", "act", "kind", "when", "written", "fields"],
  ]);
  const { id, salt, ...rest } = parsed(line);
  assert.match(id, /^e-[0-9a-z]{12}$/);
  assert.match(salt, /^[\w-]{22}$/);
  assert.deepEqual(rest, {
    ...{ v: 1, seq: 1, ver: 1, act: "write", kind: "incident", when: at("2026-05-01", "09:00") },
    written: context.written,
    fields: { place: "At home", what: "He rang", signs: ["child"], count: 3 },
  });
});

test("B3.36: a line holds what was typed and the clock's time, and nothing else of the device", () => {
  const written = createWritingClock()("");
  assert.deepEqual(Object.keys(written).sort(), ["clock", "offset", "utc", "zone"]);
  const [line] = linesOf(writeEntry(typed({ what: "He rang" }), { shape, written }));
  const { seq, id, salt, ...rest } = parsed(line);
  const when = at("2026-05-01", "09:00");
  assert.deepEqual(rest, {
    ...{ v: 1, ver: 1, act: "write", kind: "incident", when, written, fields: { what: "He rang" } },
  });
});

test("what is kept apart is in a line of its own, which names the entry", () => {
  const [line, apart, ...others] = write({ what: "He rang", witness_name: "Ana" });
  assert.deepEqual(others, []);
  assert.deepEqual(parsed(line).fields, { what: "He rang" });
  const { act, of, first, seq, ver, fields, id } = parsed(apart);
  assert.deepEqual(
    { act, of, first, seq, ver },
    { act: "apart", of: parsed(line).id, first: 1, seq: 2, ver: 1 },
  );
  assert.deepEqual(fields, { witness_name: "Ana" });
  assert.match(id, /^a-/);
  assert.ok(!line.includes("Ana"));
});

test("no two lines have the same salt or the same name", () => {
  const all = Array.from({ length: 200 }, () => parsed(write({ what: "The same" })[0]));
  assert.equal(new Set(all.map(({ salt }) => salt)).size, 200);
  assert.equal(new Set(all.map(({ id }) => id)).size, 200);
});

test("a correction is a whole new version that names the leaf of the one before", () => {
  const { add, newest } = logOf(typed({ what: "He rang", place: "At home" }));
  const before = newest();
  const { rows } = add(correctEntry(before, { fields: { what: "He rang twice" } }, context));
  const line = parsed(rows[0].line);
  assert.deepEqual(line.fields, { place: "At home", what: "He rang twice" });
  assert.deepEqual([line.ver, line.first, line.act, line.id], [2, 1, "correct", before.id]);
  assert.equal(line.was, hexOf(leafOf(before.content.text)));
  assert.equal(newest().versions.length, 2);
});

test("B4.40, B4.41: fifty saves without a change make no version", () => {
  const doubled = at("2026-10-25", "01:30", { which: "first" });
  const entry = typed(
    { what: "Cafe\u0301\r\n", count: 3, witness_name: "Ana", on_paper: "2026-04-30" },
    { when: doubled },
  );
  const { add, newest, log } = logOf({ ...entry, rows: [{ when: "2026-05-01T09:00", way: "call" }] });
  for (let save = 0; save < 50; save++) {
    const { fields, apart, kind, when, rows } = newest();
    add(correctEntry(newest(), { kind, when, rows, fields: { ...fields, ...apart.line.fields } }, context));
  }
  assert.equal(log.lines, 3);
  add(correctEntry(newest(), { fields: { what: "Cafe\u0301\r\n" } }, context));
  assert.equal(log.lines, 3);
});

test("a removal and a reading are versions without the words", () => {
  const { add, newest } = logOf(typed({ what: "He rang" }));
  const again = parsed(add(readEntryAgain(newest(), context)).rows[0].line);
  assert.deepEqual([again.act, again.ver, again.fields, again.first], ["read-again", 2, undefined, 1]);
  const removed = parsed(add(removeEntry(newest(), context)).rows[0].line);
  assert.deepEqual([removed.act, removed.ver, removed.fields], ["remove", 3, undefined]);
  assert.equal(removed.was, hexOf(leafOf(newest().versions[1].text)));
  assert.deepEqual(removeEntry(newest(), context), { makes: [], problems: [] });
  assert.equal(newest().removed.line.ver, 3);
  add(correctEntry(newest(), {}, context)); // put back
  assert.equal(newest().removed, null);
});

test("what only another version knows goes into the next version of an entry", () => {
  const { log, add, newest } = logOf();
  const line = {
    ...RECORD,
    mood: { of: ["the moon", 3] },
    fields: { what: "He rang", moon: "full", signs: ["hurt", "dog"] },
  };
  log.add([{ seq: 1, line: JSON.stringify(line) }]);
  assert.deepEqual(log.unreadable, []);
  const next = parsed(
    add(correctEntry(newest(), { fields: { what: "She rang", signs: ["child"] } }, context)).rows[0].line,
  );
  assert.deepEqual(next.fields, { what: "She rang", signs: ["child", "dog"], moon: "full" });
  assert.deepEqual(next.mood, { of: ["the moon", 3] });
});

test("an act that only another version knows is kept and told", () => {
  const { log } = logOf(typed());
  log.add([{ seq: 2, line: JSON.stringify({ ...RECORD, seq: 2, act: "hand-over" }) }]);
  const sentence = "Number 2: this version of the guide does not know what it says. It is kept as it is.";
  assert.deepEqual(log.unreadable, [{ seq: 2, problems: [sentence] }]);
  assert.equal(log.size, 1);
});

test("an emptied field is left out, and what was kept apart can be emptied", () => {
  const { add, newest } = logOf(typed({ what: "He rang", place: "At home", witness_name: "Ana" }));
  add(correctEntry(newest(), { fields: { place: " ", witness_name: "" } }, context));
  assert.deepEqual(newest().fields, { what: "He rang" });
  assert.deepEqual(newest().apart.line.fields, {});
  assert.equal(newest().apart.line.ver, 2);
});

test("hostile text is kept as text, in one line", () => {
  const what =
    "<script>alert(1)</script>\u202e\u2066abc\u2028\u2029\u0085\u00a0{what}\\\"'\n=cmd|' /C calc'!A0";
  const [line] = write({ what });
  assert.deepEqual(line.match(/[\n\r\u0085\u2028\u2029]/g), null);
  assert.equal(readLine(line, 1, shape).line.fields.what, what);
});

test("B5.47: what no page can show is a sign in its place, and letters are composed once", () => {
  const [line] = write({ what: "a\0b\ud800c\udc00d\u{1f440}e\u0007f\r\ng\rh Cafe\u0301", place: "one\ntwo" });
  const { what, place } = parsed(line).fields;
  assert.equal(what, "a\ufffdb\ufffdc\ufffdd\u{1f440}e\ufffdf\ng\nh Caf\u00e9");
  assert.equal(place, "one two");
  assert.ok(line.isWellFormed());
});

test("a text that is too long is said, and nothing is written", () => {
  const huge = "x".repeat(10 * 1024 * 1024);
  assert.deepEqual(writeEntry(typed({ what: huge }), context), {
    makes: [],
    problems: ["What happened: this is longer than 8000 characters."],
  });
  assert.equal(write({ what: "x".repeat(8000) }).length, 1);
});

test("an entry that is longer than a line can be is said", () => {
  const long = "\u20ac".repeat(8000);
  const { makes, problems } = writeEntry(
    typed({ what: long, exact_words: long, felt: long.slice(0, 2000) }),
    context,
  );
  assert.deepEqual(makes, []);
  assert.deepEqual(problems, [
    "This entry is longer than one entry can be. You can write the rest in a second one.",
  ]);
  for (const line of write({ what: long, exact_words: "x".repeat(8000) }))
    assert.ok(Buffer.byteLength(line) <= MOST_BYTES);
});

test("numbers, days and choices that cannot be are said or left out", () => {
  const problems = (fields) => writeEntry(typed(fields), context).problems;
  for (const count of ["-1", "1.5", "many", "100001", "1e3", 0.5])
    assert.deepEqual(problems({ count }), ["How many: this is not a whole number from 0 to 100000."]);
  assert.deepEqual(problems({ on_paper: "2026-02-30" }), ["Written on paper on: this is not a day."]);
  assert.deepEqual(problems({ place: "x".repeat(201) }), ["Place: this is longer than 200 characters."]);
  const [line] = write({
    count: "",
    way: "pigeon",
    signs: ["child", "child", "dog"],
    photo: "",
    on_paper: "",
  });
  assert.deepEqual(parsed(line).fields, { signs: ["child"] });
});

test("rows of a series are lines beside the entry; more rows are added, other rows replace", () => {
  const calls = (count) =>
    Array.from({ length: count }, (_, index) => ({ when: `2026-05-01T0${index % 10}:00`, way: "hang_up" }));
  const { add, newest, log } = logOf({ ...typed({}, { kind: "call" }), rows: [...calls(3), { way: "" }] });
  assert.equal(newest().rows.length, 3);
  const more = add(correctEntry(newest(), { rows: calls(5) }, context)).rows;
  assert.equal(more.length, 1);
  assert.deepEqual([parsed(more[0].line).rows.length, parsed(more[0].line).ver], [2, 1]);
  assert.deepEqual(newest().rows, calls(5));
  add(correctEntry(newest(), { rows: calls(2) }, context));
  assert.deepEqual(newest().rows, calls(2));
  add(correctEntry(newest(), { rows: [] }, context));
  assert.deepEqual(newest().rows, []);
  assert.equal(log.lines, 5);
});

test("many long rows need more than one line, and none is too long", () => {
  const rows = Array.from({ length: 300 }, () => ({ when: "2026-05-01", exact_words: "\u20ac".repeat(200) }));
  const lines = write({}, { rows });
  assert.ok(lines.length > 3);
  for (const line of lines) assert.ok(Buffer.byteLength(line) <= MOST_BYTES);
  const { newest } = logOf({ ...typed(), rows });
  assert.deepEqual(newest().rows, rows);
});

test("rows that cannot be are said", () => {
  const problems = (...rows) => writeEntry({ ...typed(), rows }, context).problems;
  assert.deepEqual(problems({ when: "soon" }), ["Row 1, When it happened: this is not a time."]);
  assert.deepEqual(problems({ when: "2026-05-01T25:00" }), ["Row 1, When it happened: this is not a time."]);
  assert.deepEqual(problems({}, { account: "1".repeat(501) }), [
    "Row 2, Number: this is longer than 500 characters.",
  ]);
  const many = Array.from({ length: 501 }, () => ({ way: "call" }));
  assert.deepEqual(problems(...many), ["Each call: there are more than 500 rows."]);
});

test("a line that this guide wrote is read as it is", () => {
  const { line, problems } = readLine(LINE, 1, shape);
  assert.deepEqual(problems, []);
  assert.deepEqual(line, RECORD);
});

test("a line that cannot be read says why, and repeats nothing of it", () => {
  for (const [text, problem] of [
    ["", "this is not from a log of this guide."],
    ["{", "this is not from a log of this guide."],
    ["null", "this is not from a log of this guide."],
    ["[1]", "this is not from a log of this guide."],
    ['{"seq":1}', "this is not from a log of this guide."],
    [`${"[".repeat(20_000)}`, "this is not from a log of this guide."],
  ])
    assert.deepEqual(readLine(text, 1, shape), { line: null, problems: [`Number 1: ${problem}`] });
  const form = "its form is not that of a line of a log.";
  const value = "it holds a value that no line of a log has.";
  for (const [change, problem] of [
    [{ v: 0 }, "this is not from a log of this guide."],
    [{ v: 2 }, "a newer version of this guide wrote it. Load the guide again to see it."],
    [{ seq: 5 }, "it has the number of another one."],
    [{ id: "e-<b>" }, form],
    [{ id: undefined }, form],
    [{ ver: 0 }, form],
    [{ act: undefined }, form],
    [{ salt: "short" }, form],
    [{ kind: ["call"] }, form],
    [{ first: "1" }, form],
    [{ was: "00" }, form],
    [{ fields: [] }, form],
    [{ mood: 0.5 }, value],
    [{ mood: null }, value],
    [{ mood: true }, value],
    [{ mood: JSON.parse("[".repeat(30) + "]".repeat(30)) }, value],
    [{ act: "apart" }, "it does not say to which entry it belongs."],
    [{ act: "rows", of: "e-1" }, "its rows cannot be read."],
    [{ act: "rows", of: "e-1", rows: [["a"]] }, "its rows cannot be read."],
  ])
    assert.deepEqual(read({ ...RECORD, ...change }, 1), { line: null, problems: [`Number 1: ${problem}`] });
  assert.deepEqual(read({ ...RECORD, when: undefined }).problems, [
    "Number 1, when it happened: this is not a time that this guide can read.",
  ]);
  assert.deepEqual(read({ ...RECORD, written: { utc: "now" } }).problems, [
    "Number 1, when it was written: this is not a time that this guide can read.",
  ]);
});

test("a field that cannot be shown is left out and named, and the rest is shown", () => {
  const fields = { what: ["He rang"], count: "three", signs: "child", on_paper: "soon", place: "At home" };
  const { line, problems } = read({ ...RECORD, fields });
  assert.deepEqual(line.fields, { place: "At home" });
  assert.deepEqual(problems, [
    "Number 1, What happened: this cannot be shown.",
    "Number 1, How many: this cannot be shown.",
    "Number 1, Was any of this part of it?: this cannot be shown.",
    "Number 1, Written on paper on: this cannot be shown.",
  ]);
});

test("names that every object has do no harm", () => {
  const text = LINE.replace('"what":', '"__proto__":{"polluted":1},"constructor":"x","what":');
  const { line } = readLine(text, 1, shape);
  assert.deepEqual(line.fields, { what: "He rang" });
  assert.equal({}.polluted, undefined);
  assert.deepEqual(write({ ["__proto__"]: "x", constructor: "y", what: "z" }).map(parsed)[0].fields, {
    what: "z",
  });
});

test("a line does not change when it is written and read again", () => {
  assert.equal(lineText(parsed(LINE)), LINE);
});
