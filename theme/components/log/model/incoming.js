// Lines of a copy, such as a file, that a log takes in. Nothing of the log is removed or changed, whatever the copy holds
// or lacks. No DOM here.
import { hexOf, leafOf } from "./chain.js";
import { bytesIn, LATER, lineText, MOST_BYTES, READ_AGAIN, readLine } from "./line.js";

/** @import { Line, LogShape, Make } from "./types.d.ts" */

const OF = /"of":"([a-z]-[0-9a-z]+)"/;
const ID = /"id":"([a-z]-[0-9a-z]+)"/;
const SALT = /"salt":"([\w-]{22})"/; // inside of a text its quotes would have backslashes

/**
 * Return what adds the lines of a copy that a log lacks (`makes`), and how many of the copy are no lines of a log
 * (`unreadable`). `changing` of them correct or remove what the log has. A line is known by its salt, which it keeps for ever. It stays as it was written where it can stand under
 * its own number, so that codes of the copy still fit where the log is the same before it; else it is written with its new number, and so are the others that
 * name it.
 * @param {unknown[]} copy
 * @param {Iterable<string>} own
 * @param {LogShape} shape
 * @returns {{makes: Make[], unreadable: number, changing: number}}
 */
export function missingLines(copy, own, shape) {
  const ownLines = [...own];
  const known = new Set(ownLines.map(saltOf));
  const entries = new Set(ownLines.map(entryIn));
  /** @type {Map<string, string>} */
  const written = new Map(); // salts of lines of the copy that the log has, and how the copy has them
  /** @type {{text: string, record: Line}[]} */
  const missing = [];
  let unreadable = 0;
  for (const text of copy) {
    const record = recordOf(text, shape);
    if (!record) unreadable += 1;
    else if (known.has(record.salt)) written.set(record.salt, /** @type {string} */ (text));
    else {
      known.add(record.salt);
      missing.push({ text: /** @type {string} */ (text), record });
    }
  }
  missing.sort((one, other) => one.record.seq - other.record.seq);
  const changing = missing.filter(
    ({ record: { id, of, act } }) => act !== READ_AGAIN && entries.has(of ?? id),
  );
  return { makes: makesOf(missing, ownLines, written), unreadable, changing: changing.length };
}

/** @param {string} text */
const saltOf = (text) => SALT.exec(text)?.[1] ?? text;
/** @param {string} text */
const entryIn = (text) => (OF.exec(text) ?? ID.exec(text))?.[1] ?? "";

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
 * @param {string[]} own
 * @param {Map<string, string>} written
 * @returns {Make[]}
 */
function makesOf(missing, own, written) {
  /** @type {Map<number, number>} */
  const numbers = new Map();
  /** @type {Map<string, string>} */
  const leaves = new Map();
  const leafText = (/** @type {string} */ text) => hexOf(leafOf(text));
  // What came in earlier, with another number: what names it in the copy names it as it is here.
  for (const text of own) {
    const there = written.get(saltOf(text));
    if (there === undefined || there === text) continue;
    numbers.set(parsed(there).seq, parsed(text)?.seq);
    leaves.set(leafText(there), leafText(text));
  }

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
