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

test("an act with a name that every object has is an act that nobody knows", () => {
  for (const act of ["__proto__", "constructor", "toString"]) {
    const log = createEntries(shape);
    log.add([{ seq: 1, line: LINES[0].line.replace('"write"', JSON.stringify(act)) }]);
    assert.equal(log.size, 0);
    assert.match(log.unreadable[0].problems[0], /does not know what it says/);
  }
});
