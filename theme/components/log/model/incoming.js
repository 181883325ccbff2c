// Lines of a copy, such as a file, that a log takes in. Nothing of the log is removed or changed, whatever the copy holds
// or lacks. No DOM here.
import { hexOf, leafOf } from "./chain.js";
import { bytesIn, LATER, lineText, MOST_BYTES, readLine } from "./line.js";

/** @import { Line, LogShape, Make } from "./types.d.ts" */

const SALT = /"salt":"([\w-]{22})"/; // inside of a text its quotes would have backslashes

/**
 * Return what adds the lines of a copy that a log lacks (`makes`), and how many of the copy are no lines of a log
 * (`unreadable`). A line is known by its salt, which it keeps for ever. It stays as it was written where it can stand under
 * its own number, so that codes of the copy still fit; else it is written with its new number, and so are the others that
 * name it.
 * @param {unknown[]} copy
 * @param {Iterable<string>} own
 * @param {LogShape} shape
 * @returns {{makes: Make[], unreadable: number}}
 */
export function missingLines(copy, own, shape) {
  const known = new Set(Array.from(own, saltOf));
  /** @type {{text: string, record: Line}[]} */
  const missing = [];
  let unreadable = 0;
  for (const text of copy) {
    const record = recordOf(text, shape);
    if (!record) unreadable += 1;
    else if (!known.has(record.salt)) {
      known.add(record.salt);
      missing.push({ text: /** @type {string} */ (text), record });
    }
  }
  missing.sort((one, other) => one.record.seq - other.record.seq);
  return { makes: makesOf(missing), unreadable };
}

/** @param {string} text */
const saltOf = (text) => SALT.exec(text)?.[1] ?? text;

/**
 * @param {unknown} text
 * @param {LogShape} shape
 * @returns {Line | null}
 */
function recordOf(text, shape) {
  const salt = typeof text === "string" && SALT.test(text) ? saltOf(text) : "";
  if (!salt) return null;
  const record = parsed(/** @type {string} */ (text));
  const isLine = record?.salt === salt && readLine(/** @type {string} */ (text), record.seq, shape).line;
  return isLine && fits(/** @type {string} */ (text), record) ? record : null;
}

/**
 * Return whether a line can be stored, also with other numbers: one that cannot would keep all others out.
 * @param {string} text
 * @param {Line} record
 */
function fits(text, record) {
  const moved = lineText({ ...record, seq: LATER, ...(record.first !== undefined && { first: LATER }) });
  return !/[\n\r]/.test(text) && Math.max(bytesIn(text), bytesIn(moved)) <= MOST_BYTES;
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * @param {{text: string, record: Line}[]} missing
 * @returns {Make[]}
 */
function makesOf(missing) {
  /** @type {Map<number, number>} */
  const numbers = new Map();
  /** @type {Map<string, string>} */
  const leaves = new Map();
  const leafText = (/** @type {string} */ text) => hexOf(leafOf(text));

  return missing.map(({ text, record }) => ({ seq }) => {
    const { first, was } = record;
    const moved = { ...record, seq };
    if (first !== undefined) moved.first = numbers.get(first) ?? first;
    if (was !== undefined) moved.was = leaves.get(was) ?? was;
    const isSame = moved.seq === record.seq && moved.first === first && moved.was === was;
    const line = isSame ? text : lineText(moved);
    numbers.set(record.seq, seq);
    leaves.set(leafText(text), leafText(line));
    return line;
  });
}
