// Versions of one entry that two tabs, or two devices, have written without knowing of each other.
import assert from "node:assert/strict";
import test from "node:test";
import { createEntries } from "../../theme/components/log/model/entries.js";
import { missingLines } from "../../theme/components/log/model/incoming.js";
import {
  correctEntry,
  makesToLines,
  readEntryAgain,
  removeEntry,
  writeEntry,
} from "../../theme/components/log/model/writing.js";
import { shape, typed, written } from "./log-shape.mjs";

const contextOf = (day) => ({ shape, written: written(`2026-05-${day}T10:00:00Z`) });
const FIRST = contextOf("01");
const logOf = (lines) => {
  const log = createEntries(shape);
  log.add(lines.map((line, at) => ({ seq: at + 1, line })));
  assert.deepEqual(log.unreadable, []);
  return log;
};
const entryIn = (lines) => logOf(lines).asWritten()[0];
const added = (lines, { makes, problems = [] }) => {
  assert.deepEqual(problems, []);
  return [...lines, ...makesToLines(makes, lines.length + 1).map(({ line }) => line)];
};
const correct = (lines, more, day) => added(lines, correctEntry(entryIn(lines), more, contextOf(day)));
const taken = (lines, copy) => added(lines, { makes: missingLines(copy, lines, shape).makes });

const ROWS = [1, 2, 3].map((hour) => ({ when: `2026-05-01T0${hour}:00`, way: "call" }));
const WITH_ROWS = added([], writeEntry(typed({ what: "Calls" }, { rows: ROWS }), FIRST));
const hungUp = ROWS.map((row) => ({ ...row, way: "hang_up" }));
const numbered = ROWS.map((row) => ({ ...row, account: "7" }));

test("rows that two tabs corrected at once do not double", () => {
  const seen = entryIn(WITH_ROWS);
  const one = correctEntry(seen, { rows: hungUp }, FIRST);
  const other = correctEntry(seen, { rows: numbered }, FIRST);
  const both = added(added(WITH_ROWS, one), other);
  assert.deepEqual(entryIn(both).rows, numbered);
  assert.deepEqual(entryIn(added(added(WITH_ROWS, other), one)).rows, hungUp);
  const row = { when: "2026-05-01T04:00", way: "call" };
  const longer = correct(both, { rows: [...numbered, row] }, "01");
  assert.equal(JSON.parse(longer.at(-1)).rows.length, 1); // the rest is not written again
  assert.deepEqual(entryIn(longer).rows, [...numbered, row]);
});

test("rows that two tabs wrote for the first time do not double", () => {
  const base = added([], writeEntry(typed({ what: "Calls" }), FIRST));
  const makes = [hungUp, numbered].flatMap(
    (rows) => correctEntry(entryIn(base), { rows }, contextOf("02")).makes,
  );
  assert.deepEqual(entryIn(added(base, { makes })).rows, numbered);
});

test("rows of a file replace those here only where they are newer", () => {
  const own = correct(WITH_ROWS, { rows: hungUp }, "09");
  assert.deepEqual(entryIn(taken(own, correct(WITH_ROWS, { rows: numbered }, "02"))).rows, hungUp);
  assert.deepEqual(entryIn(taken(own, correct(WITH_ROWS, { rows: numbered }, "10"))).rows, numbered);
});

test("rows of many lines stay together", () => {
  const long = Array.from({ length: 100 }, (_, at) => ({ exact_words: `${at} ${"x".repeat(2000)}` }));
  const own = correct(WITH_ROWS, { rows: long }, "09");
  const copy = correct(WITH_ROWS, { rows: [...long].reverse() }, "02");
  assert.ok(own.length > WITH_ROWS.length + 3);
  const all = taken(own, copy);
  assert.deepEqual(entryIn(all).rows, long);
  assert.deepEqual(entryIn(correct(all, { rows: numbered }, "10")).rows, numbered);
});

const BASE = added([], writeEntry(typed({ what: "first", witness_name: "Ann" }), FIRST));

test("an older correction of a file does not take the place of a newer one", () => {
  const own = correct(BASE, { fields: { what: "mine", witness_name: "Bea" } }, "09");
  const copy = correct(BASE, { fields: { what: "theirs", witness_name: "Cleo" } }, "02");
  const again = correct(copy, { fields: { what: "theirs again" } }, "03");
  const all = taken(own, again);
  const { fields, apart, versions, seq } = entryIn(all);
  assert.deepEqual([fields.what, apart.line.fields.witness_name], ["mine", "Bea"]);
  assert.deepEqual(
    versions.map(({ line }) => line.fields.what),
    ["first", "theirs", "theirs again", "mine"],
  );
  assert.equal(seq, all.length);
  assert.equal(entryIn(taken(BASE, again)).fields.what, "theirs again");
  assert.equal(entryIn(taken(again, own)).fields.what, "mine");
});

test("an older removal of a file does not remove what was corrected since, and a newer one does", () => {
  const own = correct(BASE, { fields: { what: "mine" } }, "09");
  const removed = (day) => added(BASE, removeEntry(entryIn(BASE), contextOf(day)));
  assert.equal(entryIn(taken(own, removed("02"))).removed, null);
  assert.ok(entryIn(taken(own, removed("10"))).removed);
  const gone = removed("09");
  assert.ok(entryIn(taken(gone, correct(BASE, { fields: { what: "theirs" } }, "02"))).removed);
});

test("what is corrected after that goes on from what is shown, also where the clock went back", () => {
  const own = correct(BASE, { fields: { what: "mine" } }, "09");
  const all = taken(own, correct(BASE, { fields: { what: "theirs" } }, "02"));
  const back = correct(all, { fields: { what: "mine again" } }, "01");
  assert.equal(entryIn(back).fields.what, "mine again");
  const read = added(back, readEntryAgain(entryIn(back), FIRST));
  assert.equal(entryIn(read).versions.at(-1).line.act, "read-again");
  assert.ok(entryIn(added(read, removeEntry(entryIn(read), FIRST))).removed);
});

const changesIn = (lines) =>
  logOf(lines)
    .changesOf(entryIn(lines))
    .flatMap(({ changes }) => changes);

test("what rows and what is kept apart said before stays to be seen", () => {
  const named = correct(BASE, { fields: { witness_name: "Bea" } }, "02");
  assert.deepEqual(changesIn(named), [
    { label: "Name of the witness", before: "Ann", after: "Bea", isApart: true },
  ]);
  const emptied = correct(named, { fields: { what: "Other", witness_name: "" } }, "03");
  assert.deepEqual(
    changesIn(emptied).map(({ label, before, after }) => [label, before, after]),
    [
      ["Name of the witness", "Bea", ""],
      ["What happened", "first", "Other"],
      ["Name of the witness", "Ann", "Bea"],
    ],
  );
  const rows = correct(WITH_ROWS, { rows: numbered.slice(0, 2) }, "02");
  assert.deepEqual(changesIn(rows), [
    {
      label: "Each call",
      before: "2026-05-01 01:00 · Call\n2026-05-01 02:00 · Call\n2026-05-01 03:00 · Call",
      after: "2026-05-01 01:00 · Call · 7\n2026-05-01 02:00 · Call · 7",
    },
  ]);
});

test("what was added to rows or kept apart for the first time is no change", () => {
  const row = { when: "2026-05-01T04:00", way: "call" };
  assert.deepEqual(changesIn(correct(WITH_ROWS, { rows: [...ROWS, row] }, "02")), []);
  assert.deepEqual(changesIn(BASE), []);
});
