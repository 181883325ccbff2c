import assert from "node:assert/strict";
import test from "node:test";
import { plainRows } from "../../theme/components/log/model/plain-rows.js";
import { removeEntry } from "../../theme/components/log/model/writing.js";
import { at, context, logOf, typed } from "./log-shape.mjs";

const rowsOf = (...entries) => plainRows(logOf(...entries).log.asWritten()).reverse();

test("a row has days, hours and names, and nothing that was written", () => {
  const fields = { what: "He rang", signs: ["child"], count: 3, report_number: "R 1", witness_name: "Ana" };
  assert.deepEqual(rowsOf(typed(fields, { kind: "call" })), [
    {
      ...{ number: 1, kind: "call", day: "2026-05-01", hour: 9, written_day: "2026-05-01", written_hour: 10 },
      ...{ times: 3, points: [], signs: ["child"], has: ["what", "signs", "count", "report_number"] },
    },
  ]);
});

test("a series has a point for each row, and stands for as many", () => {
  const rows = [
    { when: "2026-05-02T03:10", way: "call" },
    { when: "2026-05-02", way: "call" },
    { way: "call" },
  ];
  const [{ times, points }] = rowsOf({ ...typed({ count: 2 }), rows });
  assert.equal(times, 3);
  assert.deepEqual(points, [
    { day: "2026-05-02", hour: 3 },
    { day: "2026-05-02", hour: null },
    { day: "2026-05-01", hour: null },
  ]);
});

test("an hour is known where somebody can say it", () => {
  for (const [when, hour] of [
    [at("2026-05-01", "09:30"), 9],
    [at("2026-05-01", "00:00", { as: "about" }), 0],
    [at("2026-05-01", "", { as: "day" }), null],
    [at("2026-05-01", "", { as: "about" }), null],
    [at("2026-05-01", "09:30", { as: "noticed" }), null],
    [at("2026-05-01", "09:05", { as: "between", untilTime: "09:50" }), 9],
    [at("2026-05-01", "09:05", { as: "between", untilTime: "10:00" }), null],
    [at("2026-05-01", "09:05", { as: "between", untilDay: "2026-05-02", untilTime: "09:10" }), null],
  ])
    assert.equal(rowsOf(typed({}, { when }))[0].hour, hour);
});

test("B4.42: an entry counts on the day of its own zone", () => {
  const when = at("2026-03-03", "20:30", { zone: "America/New_York" });
  assert.deepEqual(
    [rowsOf(typed({}, { when }))[0].day, rowsOf(typed({}, { when }))[0].hour],
    ["2026-03-03", 20],
  );
});

test("what was removed does not count", () => {
  const { log, add, newest } = logOf(typed(), typed());
  add(removeEntry(newest(), context));
  assert.equal(plainRows(log.asWritten()).length, 1);
});
