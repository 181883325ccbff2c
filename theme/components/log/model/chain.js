// The chain over all lines of a log: whoever has a head that was written down earlier can tell whether a line before it
// was changed, left out or put elsewhere. README.md says how to compute it anywhere. No DOM here.
//
// Lines are hashed as they are written, never put into another form first: two programs would write some values
// differently. The words in front keep a leaf, a head and a start apart.
import { sha256 } from "@noble/hashes/sha2.js";

/** @import { Bytes } from "./types.d.ts" */

const LEAF = bytesOfText("log-leaf-1\n");
const START = bytesOfText("log-start-1\n");
const HEAD = bytesOfText("log-head-1\n");

export const RANDOM_BYTES = 32; // that a log starts from

/**
 * Return the leaf of one line, which is without its line break.
 * @param {string} line
 */
export function leafOf(line) {
  return hashOf(LEAF, bytesOfText(line));
}

/**
 * Return the head of a log without lines.
 * @param {Bytes} random
 */
export function startOf(random) {
  if (random.length !== RANDOM_BYTES) throw new RangeError(`a log starts from ${RANDOM_BYTES} random bytes`);
  return hashOf(START, random);
}

/**
 * Return the head after one more line.
 * @param {Bytes} head
 * @param {Bytes} leaf
 */
export function headAfter(head, leaf) {
  return hashOf(HEAD, head, leaf);
}

/**
 * Return the head after more lines, in their order.
 * @param {Bytes} head
 * @param {Iterable<string>} lines
 */
export function headAfterLines(head, lines) {
  for (const line of lines) head = headAfter(head, leafOf(line));
  return head;
}

/**
 * Write bytes as hex digits.
 * @param {Bytes} bytes
 */
export function hexOf(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Read a leaf or a head from its 64 hex digits; null if it is none.
 * @param {unknown} text
 * @returns {Bytes | null}
 */
export function bytesOfHex(text) {
  if (typeof text !== "string" || !/^[0-9a-f]{64}$/.test(text)) return null;
  return Uint8Array.from({ length: 32 }, (_, index) => parseInt(text.slice(2 * index, 2 * index + 2), 16));
}

/** @param {string} text */
function bytesOfText(text) {
  return new TextEncoder().encode(text);
}

/**
 * @param {Bytes[]} parts
 * @returns {Bytes}
 */
function hashOf(...parts) {
  const hash = sha256.create();
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
}
