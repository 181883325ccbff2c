import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import test from "node:test";
import {
  bytesOfHex,
  headAfter,
  headAfterLines,
  hexOf,
  leafOf,
  startOf,
} from "../../theme/components/log/model/chain.js";

// Another implementation, as somebody who checks a log writes it.
const hash = (...parts) => parts.reduce((sum, part) => sum.update(part), createHash("sha256")).digest();
const leaf = (line) => hash("log-leaf-1\n", line);

const random = Uint8Array.from({ length: 32 }, (_, index) => index);
const lines = ['{"v":1,"seq":1,"text":"café 👀"}', '{"v":1,"seq":2}', '{"v":1,"seq":3}'];
const start = startOf(random);
const head = headAfterLines(start, lines);

test("a leaf is the hash of the line's bytes as they are", () => {
  assert.equal(hexOf(leafOf(lines[0])), leaf(lines[0]).toString("hex"));
  assert.notEqual(hexOf(leafOf(lines[0])), hexOf(leafOf(lines[0].normalize("NFD"))));
});

test("a chain is computed alike elsewhere", () => {
  let other = hash("log-start-1\n", random);
  assert.equal(hexOf(start), other.toString("hex"));
  for (const line of lines) other = hash("log-head-1\n", other, leaf(line));
  assert.equal(hexOf(head), other.toString("hex"));
});

test("a chain of known lines has a known head", () => {
  assert.equal(hexOf(head), "cb1f9c07a3f0f347053011164df1ac172da505e5c6c81f59a224ee44bff0239f");
});

test("slices have the same head as the whole", () => {
  assert.deepEqual(headAfterLines(headAfterLines(start, lines.slice(0, 1)), lines.slice(1)), head);
  assert.deepEqual(headAfter(headAfterLines(start, lines.slice(0, 2)), leafOf(lines[2])), head);
});

test("a line that is changed, left out, doubled or moved changes the head", () => {
  const [one, two, three] = lines;
  const others = [[one, two], [two, one, three], [one, one, two, three], [one, two, `${three} `], []];
  const heads = others.map((some) => hexOf(headAfterLines(start, some)));
  assert.equal(new Set([...heads, hexOf(head)]).size, others.length + 1);
});

test("the kinds of hashes do not stand for each other", () => {
  const text = "x".repeat(32);
  const bytes = new TextEncoder().encode(text);
  assert.notDeepEqual(leafOf(text), startOf(bytes));
  assert.notDeepEqual(leafOf(text + text), headAfter(bytes, bytes));
});

test("a log starts from 32 bytes and from no others", () => {
  assert.throws(() => startOf(random.slice(1)), RangeError);
});

test("hex digits are read as they are written", () => {
  assert.deepEqual(bytesOfHex(hexOf(head)), head);
  for (const none of ["", hexOf(head).slice(1), hexOf(head).toUpperCase(), `${hexOf(head)}0`, null, 5])
    assert.equal(bytesOfHex(none), null);
});
