// Every file of tests/cases/log-imports, on devices in six time zones: the same rows everywhere.
import assert from "node:assert/strict";
import test from "node:test";
import { importCases, readAll } from "./log-import-cases.mjs";

const ZONES = {
  "Etc/GMT+12": 720,
  "America/New_York": 300,
  UTC: 0,
  "Europe/London": 0,
  "Asia/Kolkata": -330,
  "Pacific/Kiritimati": -840,
};
const cases = importCases();

test("there are files of every kind", () => assert.ok(cases.length >= 120));

test("Node takes another time zone while it runs", () => {
  for (const [zone, minutes] of Object.entries(ZONES)) {
    process.env.TZ = zone;
    assert.equal(new Date(2026, 0, 1).getTimezoneOffset(), minutes);
  }
});

for (const one of cases)
  test(`${one.name.startsWith("zip") ? "B6.50" : "A"}: ${one.name}`, async () => {
    process.env.TZ = "UTC";
    await check(one, "UTC");
  });

for (const zone of Object.keys(ZONES).filter((name) => name !== "UTC"))
  test(`A, B4.43: all of them say the same on a device in ${zone}`, async () => {
    process.env.TZ = zone;
    for (const one of cases) await check(one, `${one.name} in ${zone}`);
  });

/**
 * @param {ReturnType<typeof importCases>[number]} one
 * @param {string} where
 */
async function check({ source, expected }, where) {
  const { answers = {}, format, questions = [], rows = [], skipped = [], refused, ...others } = expected;
  const asked = await readAll(source, {});
  assert.deepEqual(idsOf(asked), questions, `${where}: the questions before anything was answered`);
  if (questions.length)
    assert.deepEqual([asked.rows, asked.skipped], [[], []], `${where}: no row before the answers`);

  const read = await readAll(source, answers);
  assert.deepEqual(idsOf(read), [], `${where}: no question is left`);
  assert.equal(read.outcome.refused, refused, where);
  assert.equal(read.outcome.format, format, where);
  assert.deepEqual(read.rows, rows, where);
  assert.equal(read.skipped.length, skipped.length, where);
  assert.deepEqual(
    read.skipped.map((one, index) => ({ ...one, ...skipped[index] })),
    read.skipped,
    where,
  );
  assert.deepEqual([read.outcome.rows, read.outcome.skipped], [rows.length, skipped.length], where);
  for (const [key, value] of Object.entries(others))
    assert.deepEqual(read.outcome[key], value, `${where}: ${key}`);
}

/** @param {Awaited<ReturnType<typeof readAll>>} read */
const idsOf = (read) => read.outcome.questions.map(({ id }) => id);
