/** One line: how long it is, and how long it may be. No DOM. */
import { KnownError, TOO_LARGE } from "../protocol.js";

/** With it, a file of one line is below 65,536 bytes. */
export const LONGEST_LINE = 48 * 1024; // bytes

/**
 * Return the bytes that a line takes.
 * @param {string} line
 */
export function sizeOf(line) {
  return new TextEncoder().encode(line).length;
}

/**
 * Return the text where it can be a line; otherwise throw.
 * @param {string} text
 */
export function checkLine(text) {
  if (text.includes("\n")) throw new Error("a line has no break in it");
  if (sizeOf(text) > LONGEST_LINE) throw new KnownError(TOO_LARGE);
  return text;
}
