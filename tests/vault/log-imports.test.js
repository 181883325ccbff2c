// Every file of tests/cases/log-imports, read in this process's time zone; log-imports-zones.test.js has the others.
import assert from "node:assert/strict";
import test from "node:test";
import { importCases, readAll } from "./log-import-cases.mjs";

const cases = importCases();

for (const { name, source, expected } of cases)
  test(`A: ${name}`, async () => {
    const { answers = {}, format, questions = [], rows = [], skipped = [], refused, ...others } = expected;
    const asked = await readAll(source, {});
    assert.deepEqual(
      asked.outcome.questions.map(({ id }) => id),
      questions,
      "the questions before anything was answered",
    );
    if (questions.length)
      assert.deepEqual([asked.rows, asked.skipped], [[], []], "no row before the answers");

    const read = await readAll(source, answers);
    assert.deepEqual(
      read.outcome.questions.map(({ id }) => id),
      [],
      "no question is left",
    );
    assert.equal(read.outcome.refused, refused);
    assert.equal(read.outcome.format, format);
    assert.deepEqual(read.rows, rows);
    assert.deepEqual(
      read.skipped.map((one, index) => ({ ...one, ...skipped[index] })),
      read.skipped,
    );
    assert.equal(read.skipped.length, skipped.length);
    assert.deepEqual([read.outcome.rows, read.outcome.skipped], [rows.length, skipped.length]);
    for (const [key, value] of Object.entries(others)) assert.deepEqual(read.outcome[key], value, key);
  });
