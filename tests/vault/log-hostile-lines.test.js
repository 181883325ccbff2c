import assert from "node:assert/strict";
import test from "node:test";
import { createEntries } from "../../theme/components/log/model/entries.js";
import { plainRows } from "../../theme/components/log/model/plain-rows.js";
import {
  laterSentence,
  readWhen,
  typedWhen,
  whenSentence,
  writtenSentence,
} from "../../theme/components/log/model/times.js";
import { correctEntry, makesToLines, writeEntry } from "../../theme/components/log/model/writing.js";
import { linesOf, shownWords } from "../../theme/components/log/words.js";
import { at, context, shape, typed, ZONE } from "./log-shape.mjs";

const night = at("2026-05-01", "22:00", { as: "between", untilDay: "2026-05-02", untilTime: "06:00" });
const fields = {
  what: "He rang",
  signs: ["child"],
  count: 3,
  place: "x",
  on_paper: "2026-01-01",
  witness_name: "Ana",
};
const entry = { ...typed(fields, { when: night }), rows: [{ when: "2026-05-01T09:00", way: "call" }] };
const LINES = makesToLines(writeEntry(entry, context).makes, 1);
const VALUES = [
  ...[null, true, 0, -1, 1.5, "", "x", "constructor", "__proto__", "\ud800", [], {}, [[]], { a: 1 }],
  ...[
    "2026-13-01",
    "9999-12-31T23:59",
    "0001-01-01",
    "2026-02-30T10:00:00Z",
    "+010000-01-01T00:00:00Z",
    "+99:99",
  ],
  ...["2026-99-99T99:99:99Z", "2026-02-30T10:00:00Z", "+275760-09-13T00:00:00Z", "-18:60"],
  { toString: "a", valueOf: "b" },
];

/** Numbers that look like chance, the same each time. */
function* chance() {
  for (let state = 20_260_501; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

const pathsIn = (value, path = []) =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => [[...path, name], ...pathsIn(inner, [...path, name])])
    : [];

test("lines with any value in any place are read or named, and nothing fails", () => {
  const numbers = chance();
  const oneOf = (list) => list[Math.floor(numbers.next().value * list.length)];
  for (let round = 0; round < 4000; round++) {
    const row = oneOf(LINES);
    const record = JSON.parse(row.line);
    const path = oneOf(pathsIn(record));
    const place = path.slice(0, -1).reduce((set, name) => set[name], record);
    if (numbers.next().value < 0.3) delete place[path.at(-1)];
    else place[path.at(-1)] = oneOf(VALUES);
    const log = createEntries(shape);
    log.add(LINES.map((other) => (other === row ? { ...row, line: JSON.stringify(record) } : other)));
    useAll(log);
    assert.equal(log.lines, LINES.length);
  }
});

function useAll(log) {
  for (const one of log.newestFirst()) {
    assert.ok(linesOf(one, shape).every(({ text }) => typeof text === "string"));
    assert.equal(typeof shownWords(one, shape), "string");
    for (const text of [
      whenSentence(one.when),
      laterSentence(one.when, one.written),
      writtenSentence(one.written),
    ])
      assert.equal(typeof text, "string");
    readWhen(typedWhen(one.when), ZONE);
    assert.equal(plainRows([one]).length, one.removed ? 0 : 1);
    assert.ok(log.changesOf(one).length);
    assert.deepEqual(correctEntry(one, { fields: { what: "y" } }, context).problems, []);
  }
  log.find({ words: "rang", from: "2026-01-01", police: true });
  log.toFillIn();
  log.overview();
}

/** Return the line with other values, as a log that read it. */
function logWith(more, { line } = LINES[0]) {
  const log = createEntries(shape);
  log.add([{ seq: 1, line: JSON.stringify({ ...JSON.parse(line), ...more }) }]);
  return log;
}

test("an instant or an offset that no clock has is refused, so that the list stays in order", () => {
  const { when, written } = JSON.parse(LINES[0].line);
  for (const utc of [
    "2026-99-99T99:99:99Z",
    "2026-02-30T10:00:00Z",
    "2026-05-01T24:00:00Z",
    "+275760-09-13T00:00:00Z",
  ]) {
    assert.equal(logWith({ written: { ...written, utc } }).size, 0, utc);
    assert.equal(logWith({ when: { ...when, utc } }).size, 0, utc);
    assert.equal(logWith({ when: { ...when, until: { ...when.until, utc } } }).size, 0, utc);
  }
  for (const offset of ["+19:00", "+01:60", "-99:99", "+01:00:60"])
    assert.equal(logWith({ written: { ...written, offset } }).size, 0, offset);
  for (const [utc, offset] of [
    ["9999-12-31T23:59:59Z", "+18:59"],
    ["+010000-01-01T00:00:00Z", "-08:00"],
    ["0000-01-01T00:00:00Z", "-15:56"],
  ]) {
    const log = logWith({ written: { ...written, utc, offset } });
    assert.equal(log.size, 1, utc);
    useAll(log);
  }
});

test("what another version wrote in sets is shown, whatever names they have", () => {
  const zz = { toString: "a", valueOf: "b" };
  const log = logWith({ fields: { what: "He rang", zz, list: [zz, 7] } });
  useAll(log);
  const [read] = log.newestFirst();
  assert.deepEqual(linesOf(read, shape).slice(1), [
    { label: "What happened", text: "He rang" },
    { label: "zz", text: '{"toString":"a","valueOf":"b"}' },
    { label: "list", text: '{"toString":"a","valueOf":"b"}\n7' },
  ]);
  assert.equal(log.find({ words: "valueof" }).length, 1);
});

test("an act with a name that every object has is an act that nobody knows", () => {
  for (const act of ["__proto__", "constructor", "toString"]) {
    const log = createEntries(shape);
    log.add([{ seq: 1, line: LINES[0].line.replace('"write"', JSON.stringify(act)) }]);
    assert.equal(log.size, 0);
    assert.match(log.unreadable[0].problems[0], /does not know what it says/);
  }
});
