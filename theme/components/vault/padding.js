/** What is encrypted: data as JSON in UTF-8, padded so that its length says little. */
import { LONGEST_WITH_LINES, NOT_OUR_FILE, KnownError, TOO_LARGE } from "./protocol.js";

/** @import { Bytes, Data } from "./types.d.ts" */

export const STEP = 4096; // bytes
const LONGEST = 8 * 1024 * 1024; // bytes, padding included
const DEEPEST = 64; // lists and objects inside each other

const SPACE = 0x20;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);

/**
 * Return the bytes of data that JSON can hold. Spaces at the end leave it valid JSON.
 * @param {Data} data
 * @param {number} [longest] bytes
 * @returns {Bytes}
 */
export function encodeData(data, longest = LONGEST) {
  const text = new TextEncoder().encode(JSON.stringify(data));
  if (!fits(text, longest)) throw new KnownError(TOO_LARGE);
  const padded = new Uint8Array(Math.ceil(text.length / STEP) * STEP).fill(SPACE);
  padded.set(text);
  return padded;
}

/**
 * Return the data in these bytes, or throw a `KnownError`. Nothing is parsed before its bounds are known.
 * @param {Uint8Array} bytes
 * @param {number} [longest] bytes
 * @returns {Data}
 */
export function decodeData(bytes, longest = LONGEST) {
  if (!fits(bytes, longest)) throw new KnownError(TOO_LARGE);
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new KnownError(NOT_OUR_FILE);
  }
}

/**
 * The same for a file, which holds all lines besides data and so can be longer.
 * @param {Data} data
 */
export function encodeFile(data) {
  return encodeData(data, hasLines(data) ? LONGEST_WITH_LINES : LONGEST);
}

/** @param {Uint8Array} bytes */
export function decodeFile(bytes) {
  const data = decodeData(bytes, LONGEST_WITH_LINES);
  if (bytes.length > LONGEST && !hasLines(data)) throw new KnownError(TOO_LARGE);
  return data;
}

/** @param {unknown} data */
function hasLines(data) {
  return Array.isArray(/** @type {{lines?: unknown} | null} */ (data)?.lines);
}

/**
 * @param {Uint8Array} bytes
 * @param {number} longest
 */
function fits(bytes, longest) {
  return bytes.length <= longest && depthOf(bytes) <= DEEPEST;
}

/**
 * Return how deep brackets are nested outside of strings.
 * @param {Uint8Array} bytes
 */
function depthOf(bytes) {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (inString && byte === BACKSLASH) i++;
    else if (byte === QUOTE) inString = !inString;
    else if (inString) continue;
    else if (OPENING.has(byte)) deepest = Math.max(deepest, ++depth);
    else if (CLOSING.has(byte)) depth--;
  }
  return deepest;
}
