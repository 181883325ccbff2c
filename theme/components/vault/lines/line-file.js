/**
 * What a file of lines holds: the lines as they were written, then one line that says which these are and the head after
 * them, then spaces. `contributing/vault-format.md` describes it. No DOM, and nothing is encrypted here.
 */
import { DAMAGED, KnownError } from "../protocol.js";

/** @import { Bytes, FileOfLines } from "../types.d.ts" */

/** With what age adds, a file stays below 65,536 bytes: Chromium writes larger values as files of their own. */
export const LARGEST_TEXT = 60 * 1024; // bytes, padding included
export const STEP_OF_ONE = 1024; // bytes, for a file of one line
export const STEP_OF_MANY = 4096; // bytes
/** What the last line and the breaks around it take at most. */
export const LAST_LINE = 256; // bytes

const SPACE = 0x20;
const HEX = /^[0-9a-f]{64}$/;

/**
 * @param {FileOfLines} file
 * @param {number} step
 * @returns {Bytes}
 */
export function encodeLines({ from, lines, start, head }, step) {
  const to = from + lines.length - 1;
  const text = [...lines, JSON.stringify({ from, to, start, head }), ""].join("\n");
  const bytes = new TextEncoder().encode(text);
  const padded = new Uint8Array(Math.ceil(bytes.length / step) * step).fill(SPACE);
  padded.set(bytes);
  return padded;
}

/**
 * Return what these bytes hold, or throw a `KnownError`: nothing of them is trusted.
 * @param {Uint8Array} bytes
 * @returns {FileOfLines}
 */
export function decodeLines(bytes) {
  const [last, ...lines] = textOf(bytes).trimEnd().split("\n").reverse();
  const { from, to, start, head } = endOf(last);
  const isWhole = from >= 1 && to - from + 1 === lines.length && HEX.test(start) && HEX.test(head);
  if (!isWhole) throw new KnownError(DAMAGED);
  return { from, lines: lines.reverse(), start, head };
}

/** @param {Uint8Array} bytes */
function textOf(bytes) {
  if (bytes.length > LARGEST_TEXT) throw new KnownError(DAMAGED);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new KnownError(DAMAGED);
  }
}

/** @param {string} line */
function endOf(line) {
  try {
    return Object(JSON.parse(line));
  } catch {
    throw new KnownError(DAMAGED);
  }
}
