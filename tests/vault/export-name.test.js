import assert from "node:assert/strict";
import { test } from "node:test";
import { exportName, logFileName } from "../../theme/components/common/export-name.js";

const stated = (/** @type {Record<string, string>} */ dataset) =>
  Object.assign(globalThis, { document: { documentElement: { dataset } } });
const USUAL = [
  "log.csv",
  "log-exact.csv",
  "log.jsonl",
  "report.html",
  "log.zip",
  "log-report.html",
  "originals-1.zip",
];

test("without a name of the organisation's own, files are called what they are", () => {
  stated({});
  assert.equal(exportName(), "notes");
  assert.deepEqual(USUAL.map(logFileName), USUAL);
});

test("with one, each file of a log has it, and none says what it is", () => {
  stated({ exports: "memo" });
  assert.equal(exportName(), "memo");
  const names = [
    "memo.csv",
    "memo-exact.csv",
    "memo.jsonl",
    "memo.html",
    "memo.zip",
    "memo.html",
    "originals-1.zip",
  ];
  assert.deepEqual(USUAL.map(logFileName), names);
  assert.equal(logFileName("logbook.csv"), "logbook.csv");
});
