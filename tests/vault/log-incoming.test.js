// Lines of a copy, such as a file, that a log takes in: nothing is lost, doubled or changed.
import assert from "node:assert/strict";
import test from "node:test";
import { hexOf, leafOf } from "../../theme/components/log/model/chain.js";
import { createEntries } from "../../theme/components/log/model/entries.js";
import { missingLines } from "../../theme/components/log/model/incoming.js";
import {
  correctEntry,
  makesToLines,
  readEntryAgain,
  removeEntry,
  writeEntry,
  writeItem,
} from "../../theme/components/log/model/writing.js";
import { comingSentences } from "../../theme/components/log/strings.js";
import { context, logWith, shape, typed, withItems } from "./log-shape.mjs";

const logOf = (lines) => {
  const log = createEntries(shape);
  log.add(lines.map((line, at) => ({ seq: at + 1, line })));
  return log;
};
const added = (lines, { makes, problems }) => {
  assert.deepEqual(problems, []);
  return [...lines, ...makesToLines(makes, lines.length + 1).map(({ line }) => line)];
};
const write = (lines, what, more) => added(lines, writeEntry(typed({ what }, more), context));
const correct = (lines, at, what) =>
  added(
    lines,
    correctEntry(
      logOf(lines)
        .asWritten()
        .at(-1 - at),
      typed({ what }),
      context,
    ),
  );
/** Return the log after it has taken in a copy. */
const after = (own, copy) => {
  const { makes, unreadable } = missingLines(copy, own, shape);
  return { lines: [...own, ...makesToLines(makes, own.length + 1).map(({ line }) => line)], unreadable };
};
const textsOf = (lines) =>
  logOf(lines)
    .asWritten()
    .map(({ fields }) => fields.what);

const BASE = write(write([], "one"), "two");

test("a copy that went on is taken in line by line as it was written", () => {
  const copy = correct(write(BASE, "three"), 0, "one, corrected");
  assert.deepEqual(after(BASE, copy), { lines: copy, unreadable: 0 });
  assert.deepEqual(after([], copy), { lines: copy, unreadable: 0 });
});

test("B2.18: an older copy, the same copy and an empty one add and remove nothing", () => {
  const own = write(BASE, "three");
  for (const copy of [BASE, own, []]) assert.deepEqual(after(own, copy), { lines: own, unreadable: 0 });
});

test("a copy that went another way is added at the end, with its own numbers and links", () => {
  const own = write(BASE, "mine");
  const copy = correct(write(BASE, "theirs"), 2, "theirs, corrected");
  const { lines } = after(own, copy);
  assert.equal(lines.length, own.length + 2);
  assert.deepEqual(lines.slice(0, own.length), own);
  const [first, second] = lines.slice(own.length).map((line) => JSON.parse(line));
  assert.deepEqual([first.seq, second.seq, second.first], [4, 5, 4]);
  assert.equal(second.was, hexOf(leafOf(lines[3])));
  assert.equal(first.salt, JSON.parse(copy[2]).salt);
  assert.deepEqual(textsOf(lines), ["theirs, corrected", "mine", "two", "one"]);
  assert.deepEqual(logOf(lines).unreadable, []);
});

test("whatever is opened again adds nothing twice", () => {
  const own = write(BASE, "mine");
  const copy = correct(write(BASE, "theirs"), 0, "one, theirs");
  const { lines } = after(own, copy);
  assert.deepEqual(after(lines, copy).lines, lines);
  assert.deepEqual(after(lines, [...copy].reverse()).lines, lines);
  const back = after(copy, lines).lines;
  assert.deepEqual(textsOf(back).sort(), textsOf(lines).sort());
});

test("lines in another order are taken in by their numbers", () => {
  const copy = write(write(BASE, "three"), "four");
  assert.deepEqual(after(BASE, [...copy].reverse()).lines, copy);
});

test("what goes on from a line that came in earlier names it as it is here", () => {
  const other = write([], "theirs");
  const mine = after(write([], "mine"), other).lines;
  const { lines } = after(mine, correct(other, 0, "theirs, corrected"));
  const last = JSON.parse(lines[2]);
  assert.deepEqual([last.first, last.was], [2, hexOf(leafOf(mine[1]))]);
  assert.deepEqual(textsOf(lines), ["theirs, corrected", "mine"]);
});

test("a copy says how many of its lines correct or remove what the log has", () => {
  const own = write(BASE, "mine");
  const changing = (copy) => missingLines(copy, own, shape).changing;
  const copy = correct(write(BASE, "theirs"), 2, "theirs, corrected");
  assert.equal(changing(copy), 0);
  const more = correct(correct(copy, 0, "one, theirs"), 1, "two, theirs");
  assert.equal(changing(more), 2);
  const one = logOf(BASE).asWritten().at(-1);
  assert.equal(changing(added(more, removeEntry(one, context))), 3);
  assert.equal(changing(added(more, readEntryAgain(one, context))), 2);
  assert.equal(changing(added(more, correctEntry(one, { fields: { witness_name: "Ann" } }, context))), 3);
});

test("a copy says how many of its lines correct or remove items of the list of evidence", () => {
  const given = { ...context, shape: withItems };
  const { log, add } = logWith(withItems);
  const { rows } = add(writeItem({ when: typed().when, fields: { item: "7" } }, given));
  const [item] = log.items();
  const own = rows.map(({ line }) => line);
  for (const makes of [
    correctEntry(item, { fields: { thing: "a phone" } }, given).makes,
    correctEntry(item, { rows: [{ from: "me", to: "Kim" }] }, given).makes,
    removeEntry(item, given).makes,
  ]) {
    const copy = [...own, ...makesToLines(makes, own.length + 1).map(({ line }) => line)];
    assert.equal(missingLines(copy, own, withItems).changing, 1);
  }
  assert.equal(
    comingSentences(2, 2)[1],
    "2 of these lines correct or remove entries or items that your log has. Each then shows what was written last, and what it said before.",
  );
});

test("the numbers may be given anew, when another tab was first", () => {
  const copy = correct(write(BASE, "three"), 2, "three, corrected");
  const { makes } = missingLines(copy, BASE, shape);
  makes.forEach((make, at) => make({ seq: 3 + at }));
  const again = makes.map((make, at) => make({ seq: 4 + at }));
  assert.equal(JSON.parse(again[1]).first, 4);
  assert.equal(JSON.parse(again[1]).was, hexOf(leafOf(again[0])));
});

test("what is no line of a log stays out and is counted, and the rest is taken in", () => {
  const copy = write(BASE, "three");
  const salt = "AAAAAAAAAAAAAAAAAAAAAA";
  const bad = [
    ...[null, 7, {}, "", "no JSON", `{"salt":"${salt}"`, `{"salt":"${salt}"}`],
    ...[`{"salt":"${salt}","salt":"BBBBBBBBBBBBBBBBBBBBBB"}`, `{"salt":"${salt}","seq":-1}`],
    copy[2].replace('"act":"write"', '"act":7').replace(/"salt":"../, '"salt":"zz'),
  ];
  const { lines, unreadable } = after(BASE, [...bad, ...copy]);
  assert.deepEqual(lines, copy);
  assert.equal(unreadable, bad.length);
});

test("a line that cannot be stored stays out and is counted, and the rest is taken in", () => {
  const copy = write(BASE, "three");
  const record = { ...JSON.parse(copy[2]), salt: "AAAAAAAAAAAAAAAAAAAAAA" };
  const withWords = (what) => JSON.stringify({ ...record, fields: { what } });
  const room = 48 * 1024 - withWords("").length - "9999999".length + "3".length;
  for (const bad of [
    withWords("x".repeat(room + 1)), // too long as soon as it has another number
    withWords("\u2028".repeat(10_000)), // too long when it is written as this guide writes it
    withWords("one").replace(",", ",\n"),
    withWords("one").replace(",", ",\r"),
  ]) {
    const { lines, unreadable } = after(BASE, [bad, ...copy]);
    assert.deepEqual([lines, unreadable], [copy, 1]);
  }
  assert.equal(after(BASE, [withWords("x".repeat(room))]).unreadable, 0);
});

test("a text that looks like a salt is none", () => {
  const own = write([], '"salt":"AAAAAAAAAAAAAAAAAAAAAA" \\"salt\\":\\"AAAAAAAAAAAAAAAAAAAAAA\\"');
  const copy = write(own, '"salt":"AAAAAAAAAAAAAAAAAAAAAA"');
  assert.deepEqual(after(own, copy).lines, copy);
});
