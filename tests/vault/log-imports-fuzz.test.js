// Broken files: nothing but rows, skipped lines, questions and refusals comes of them, and soon.
import assert from "node:assert/strict";
import test from "node:test";
import { NOTES } from "../../theme/components/log/imports/notes.js";
import { RESULTS } from "../../theme/components/log/imports/results.js";
import { sourceOfBytes } from "../../theme/components/log/imports/sources.js";
import { importCases, readAll } from "./log-import-cases.mjs";

const FILES = Number(process.env.IMPORT_FUZZ ?? 2_000);
const LONGEST = 5_000; // milliseconds
const MOST = 48 * 1024; // bytes of a line of the log
const WALL = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?$/;
const TOKENS = [
  ...[
    "<",
    ">",
    "&#55357;",
    "&#56384;",
    "&#0;",
    "&lt",
    "<!DOCTYPE a [<!ENTITY b 'c'>]>",
    "<!--",
    "]]>",
    '"',
    "'",
    "=",
  ],
  ...[
    "\n",
    "\r",
    "\0",
    ",",
    ";",
    "\t",
    "[",
    "]",
    "{",
    "}",
    ":",
    "\u200e",
    "\u202f",
    "29/02/2026",
    "99:99",
    "PK\x05\x06",
  ],
  ...[
    "date=",
    "-1",
    "99999999999999999999",
    "constructor",
    "__proto__",
    "\ud83d\udc40",
    "\ufeff",
    "é".repeat(50),
  ],
].map((text) => new TextEncoder().encode(text));
const cases = importCases().filter(({ source }) => source.size < 20_000);

/** Return numbers from 0 to 1, always the same ones (mulberry32). */
function createRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Break a file in up to four places. */
function broken(bytes, other, random) {
  let all = Buffer.from(bytes);
  const place = () => Math.floor(random() * (all.length + 1));
  for (let changes = 1 + Math.floor(random() * 4); changes > 0; changes--) {
    const [from, to] = [place(), place()].sort((one, two) => one - two);
    const change = Math.floor(random() * 6);
    if (change === 0) all = all.subarray(0, from);
    else if (change === 1) all = Buffer.concat([all.subarray(0, from), all.subarray(to)]);
    else if (change === 2) all = Buffer.concat([all.subarray(0, to), all.subarray(from)]);
    else if (change === 3)
      all = Buffer.concat([
        all.subarray(0, from),
        TOKENS[Math.floor(random() * TOKENS.length)],
        all.subarray(from),
      ]);
    else if (change === 4)
      all = Buffer.concat([all.subarray(0, from), Buffer.from(other).subarray(0, 200), all.subarray(from)]);
    else if (all.length) {
      all = Buffer.from(all);
      all[from % all.length] = Math.floor(random() * 256);
    }
  }
  return new Uint8Array(all);
}

/** Answer each question with what is chosen beforehand, or with one of its choices. */
function answersTo(questions, random) {
  return Object.fromEntries(
    questions.map(({ id, takes, value, choices }) => [
      id,
      takes === "zone" ? "Europe/London" : (value ?? choices[Math.floor(random() * choices.length)].value),
    ]),
  );
}

function checkRow(row) {
  assert.match(row.wall, WALL);
  assert.ok(["call", "message", "system"].includes(row.what), row.what);
  assert.ok(["in", "out", ""].includes(row.direction), row.direction);
  assert.ok(row.result === "" || Object.hasOwn(RESULTS, row.result), row.result);
  for (const note of row.notes ?? []) assert.ok(Object.hasOwn(NOTES, note), note);
  for (const name of ["number", "name", "text", "length"]) assert.equal(typeof row[name], "string");
  assert.ok(Number.isInteger(row.at) && row.at > 0);
  const line = JSON.stringify(row);
  assert.ok(line.isWellFormed() && Buffer.byteLength(line) < MOST);
}

test(`A, B1.9: ${FILES} broken files`, async () => {
  const random = createRandom(20261130);
  const told = { rows: 0, skipped: 0, refused: 0, slowest: 0 };
  for (let file = 0; file < FILES; file++) {
    const { name, source } = cases[file % cases.length];
    const other = cases[Math.floor(random() * cases.length)].source;
    const bytes = broken(await source.slice(0, source.size), await other.slice(0, other.size), random);
    const begun = performance.now();
    try {
      let answers = {};
      let read = await readAll(sourceOfBytes(source.name, bytes), answers);
      for (let round = 0; round < 4 && read.outcome.questions.length; round++) {
        assert.deepEqual([read.rows, read.skipped], [[], []]);
        answers = { ...answers, ...answersTo(read.outcome.questions, random) };
        read = await readAll(sourceOfBytes(source.name, bytes), answers);
      }
      assert.deepEqual(read.outcome.questions, [], "all questions were answered");
      assert.deepEqual([read.outcome.rows, read.outcome.skipped], [read.rows.length, read.skipped.length]);
      read.rows.forEach(checkRow);
      for (const { reason } of read.skipped) assert.match(reason, /\.$/);
      told.rows += read.rows.length;
      told.skipped += read.skipped.length;
      told.refused += read.outcome.refused ? 1 : 0;
    } catch (error) {
      throw new Error(`${name}, file ${file}: ${Buffer.from(bytes).toString("latin1").slice(0, 2000)}`, {
        cause: error,
      });
    }
    const took = performance.now() - begun;
    told.slowest = Math.max(told.slowest, took);
    assert.ok(took < LONGEST, `${name}, file ${file}: ${took} ms`);
  }
  assert.ok(
    told.rows > FILES / 4 && told.skipped > FILES / 20 && told.refused > FILES / 20,
    JSON.stringify(told),
  );
});
