// The JSON Schema of a line, with a validator that knows nothing of the guide: it takes what the guide writes, and no more.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import Ajv from "ajv";
import { bytesIn, lineText, MOST_BYTES } from "../../theme/components/log/model/line.js";
import { keptFileText } from "../../theme/components/log/model/kept-files.js";
import { KEPT } from "../../theme/components/log/model/meanings.js";
import {
  correctEntry,
  makesToLines,
  readEntryAgain,
  removeEntry,
  writeEntry,
  writeItem,
} from "../../theme/components/log/model/writing.js";
import { at, context, logOf, typed, withItems } from "./log-shape.mjs";

const schema = JSON.parse(readFileSync(new URL("../../contributing/log-line.schema.json", import.meta.url)));
const isLine = new Ajv({ allErrors: true }).compile(schema);
const problemsOf = (record) =>
  isLine(record)
    ? []
    : isLine.errors.map(({ dataPath, keyword, message }) => `${dataPath} ${keyword}: ${message}`);

const linesOf = ({ makes, problems }) => {
  assert.deepEqual(problems, []);
  return makesToLines(makes, 1).map(({ line }) => JSON.parse(line));
};
const write = (fields, more) => linesOf(writeEntry(typed(fields, more), context));
const [LINE] = write({ what: "A knock", signs: ["child"] });
const OPTIONAL = { what: "A knock", place: "Home", signs: ["child", "hurt"], count: "3", way: "call" };

test("every line that the guide writes is one", () => {
  const { log, newest } = logOf(typed(OPTIONAL));
  const rows = Array.from({ length: 300 }, (_, number) => ({
    when: `2026-05-01T10:${String(number % 60).padStart(2, "0")}`,
    way: "hang_up",
    exact_words: "x".repeat(300),
  }));
  const lines = [
    ...write({ ...OPTIONAL, on_paper: "2026-05-02", worst: ["yes"], witness_name: "Ana" }),
    ...write({ what: "Many calls" }, { kind: "call", when: at("2026-05-01"), rows }),
    ...linesOf(correctEntry(newest(), { fields: { what: "A knock at the door" } }, context)),
    ...linesOf(readEntryAgain(newest(), context)),
    ...linesOf(removeEntry(newest(), context)),
  ];
  assert.equal(log.size, 1);
  assert.deepEqual(
    [...new Set(lines.map(({ act }) => act))],
    ["write", "apart", "rows", "correct", "read-again", "remove"],
  );
  for (const line of lines) assert.deepEqual(problemsOf(line), [], JSON.stringify(line).slice(0, 300));
});

test("every line of an item is one, with files and each time that it changed hands", () => {
  const kept = [keptFileText({ file: "a-1", bytes: 0, sha256: "ab".repeat(32), dated: "", name: "a b.jpg" })];
  const item = {
    when: at("2026-05-01"),
    fields: { item: "1", have: "needed", thing: "A letter", kept, evidence_place: "At home" },
    rows: [{ when: "2026-05-02", to: "PC Lee", changed: "no", hash_before: "ab" }],
  };
  const lines = linesOf(writeItem(item, { ...context, shape: withItems }));
  assert.deepEqual(
    lines.map(({ act }) => act),
    ["write", "apart", "rows"],
  );
  for (const line of lines) assert.deepEqual(problemsOf(line), [], JSON.stringify(line));
  assert.notDeepEqual(problemsOf({ ...lines[0], fields: { kept: ["a photo"] } }), []);
});

test("every way to say when is in it, with hours that the clock showed twice or never", () => {
  const ways = [
    at("2026-05-01", "09:00", { as: "about" }),
    at("2026-05-01", "09:00", { as: "between", untilDay: "2026-05-02", untilTime: "10:00" }),
    at("2026-05-01", "", { as: "day" }),
    at("2026-05-01", "09:00", { as: "noticed" }),
    at("2026-10-25", "01:30", { which: "second" }),
    at("2026-03-29", "01:30"),
    at("0001-01-01", "00:00"),
    at("9999-12-31", "23:59"),
  ];
  for (const when of ways) assert.deepEqual(problemsOf({ ...LINE, when }), [], JSON.stringify(when));
});

test("what a later version adds is in it", () => {
  const later = {
    ...LINE,
    act: "sign",
    kind: "drone",
    fields: { ...LINE.fields, height: "low", signs: ["child", "dog"] },
    tags: ["one", { of: 2 }],
  };
  assert.deepEqual(problemsOf(later), []);
});

const without = (name) => Object.fromEntries(Object.entries(LINE).filter(([key]) => key !== name));
const withFields = (fields) => ({ ...LINE, fields: { ...LINE.fields, ...fields } });
const BAD = {
  "a name that is missing": without("written"),
  "no kind": without("kind"),
  "a number that is no whole one": { ...LINE, seq: 1.5 },
  "a fraction in what it does not know": { ...LINE, tags: [0.5] },
  "nothing in what it does not know": { ...LINE, tags: null },
  "another form": { ...LINE, v: 2 },
  "a short salt": { ...LINE, salt: "abc" },
  "what is kept apart": withFields({ witness_name: "Ana" }),
  "a line with a break": withFields({ place: "one\ntwo" }),
  "a text that is too long": withFields({ place: "x".repeat(201) }),
  "a number as text": withFields({ count: "3" }),
  "one tick twice": withFields({ signs: ["child", "child"] }),
  "a day of another form": withFields({ on_paper: "1.5.2026" }),
  "a correction that names nothing": { ...LINE, act: "correct" },
  "a time without an end": { ...LINE, when: { ...LINE.when, as: "between" } },
  "a time of another form": { ...LINE, written: { ...LINE.written, utc: "yesterday" } },
  "rows of nothing": { ...LINE, act: "rows", rows: [] },
  "apart, with what is not kept apart": { ...LINE, act: "apart", of: LINE.id },
};
for (const [name, record] of Object.entries(BAD))
  test(`${name} is not in it`, () => assert.notDeepEqual(problemsOf(record), []));

test("an entry with every field full, in plain letters, fits in one line", () => {
  const apart = Object.keys(schema.allOf.at(-1).else.properties.fields.properties);
  const full = Object.entries(schema.properties.fields.properties)
    .filter(([id]) => !apart.includes(id) && id !== KEPT) // only items have files
    .map(([id, { type, maxLength, maximum, items, anyOf, pattern }]) => {
      if (anyOf) return [id, anyOf[0].const];
      if (items) return [id, items.anyOf.flatMap((one) => one.const ?? [])];
      if (type === "integer") return [id, maximum];
      return [id, maxLength ? "x".repeat(maxLength) : pattern && "2026-05-01"];
    });
  const record = { ...LINE, seq: 9_999_999, fields: Object.fromEntries(full) };
  assert.deepEqual(problemsOf(record), []);
  assert.ok(bytesIn(lineText(record)) <= MOST_BYTES);
});
