// The log as a file that any program can read and check: a line about all of it, then a line for each number.
// contributing/log-exports.md says what is in it. No DOM here.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesOfHex, headAfter, hexOf, leafOf } from "../../model/chain.js";

/** @import { Bytes } from "../../model/types.d.ts" */
/** @import { Handed } from "./types.d.ts" */

export const EXPORT_VERSION = 1;
const SUM = "log-export-1\n";

/**
 * Return the file `log.jsonl`.
 * @param {Handed} handed
 */
export function exportJsonl(handed) {
  return [...jsonlLines(handed)].join("");
}

/**
 * Yield the file line by line.
 * @param {Pick<Handed, "lines" | "start" | "head" | "leftOut" | "made">} handed
 */
export function* jsonlLines({ lines, start, head, leftOut, made }) {
  const inOrder = [...lines].sort((one, other) => one.seq - other.seq);
  yield `${headText({ log: EXPORT_VERSION, start, count: inOrder.at(-1)?.seq ?? 0, head, made })}\n`;
  let after = /** @type {Bytes} */ (bytesOfHex(start));
  for (const { seq, line } of inOrder) {
    const leaf = leafOf(line);
    after = headAfter(after, leaf);
    const said = leftOut.has(seq) ? { left_out: 1, leaf: hexOf(leaf) } : { line };
    yield `${JSON.stringify({ seq, ...said, head: hexOf(after) })}\n`;
  }
}

/**
 * Return the first line, whose last value is the sum of all before it.
 * @param {object} about
 */
function headText(about) {
  const before = JSON.stringify(about).slice(0, -1);
  return `${before},"sum":"${sumOf(before)}"}`;
}

/**
 * Return what the first line must end with: the SHA-256 of what stands before it in that line.
 * @param {string} before
 */
export function sumOf(before) {
  return hexOf(new Uint8Array(sha256(new TextEncoder().encode(SUM + before))));
}
