// One line of a log: how it is written, and what is wrong with one. No DOM here.
//
// A line is hashed as it is written, so nothing ever writes it again. What a newer version of the guide put into it stays.
import { _, fill } from "../../common/gettext.js";
import { isOfAllObjects, withoutNamesOfAllObjects } from "../../documents/model/sets.js";
import { has, isDay, isSet } from "../../documents/model/values.js";
import { bytesOfHex } from "./chain.js";
import { isWhen, isWritten } from "./times.js";

/** @import { Named } from "../../documents/model/types.d.ts" */
/** @import { Line, LogShape, ReadLine, Row } from "./types.d.ts" */

export const VERSION = 1;
export const MOST_BYTES = 48 * 1024; // of one line in UTF-8
export const LATER = 9_999_999; // a sequence number longer than any
const DEEPEST = 8; // sets and lists inside each other

export const WRITE = "write";
export const CORRECT = "correct";
export const REMOVE = "remove";
export const READ_AGAIN = "read-again";
export const APART = "apart";
export const ROWS = "rows";
/** What a row says in its `notes` that is the rest of the one before, whose text was too long. */
export const GOES_ON = "goes-on";
/** Acts with which a line says what happened. */
export const CONTENT = [WRITE, CORRECT];
/** Acts with which a line belongs to an entry that it names. */
export const BESIDE = [APART, ROWS];

const NAMES = [
  "v",
  "seq",
  "id",
  "ver",
  "of",
  "first",
  "salt",
  "act",
  "kind",
  "when",
  "written",
  "fields",
  "rows",
  "was",
];
const ID = /^[a-z]-[0-9a-z]{1,60}$/;
const SALT = /^[\w-]{22}$/;
// Some programs take these for the end of a line.
const BREAKS = /[\u007f-\u009f\u2028\u2029]/g;

/**
 * Write a line. Its names stand in our order, and then those that only another version knows.
 * @param {Partial<Line>} record
 */
export function lineText(record) {
  const set = /** @type {Named<unknown>} */ (record);
  const names = [
    ...NAMES.filter((name) => has(set, name)),
    ...Object.keys(set).filter((name) => !NAMES.includes(name)),
  ];
  const text = JSON.stringify(Object.fromEntries(names.map((name) => [name, set[name]])));
  return text.replace(BREAKS, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** @param {string} text */
export const bytesIn = (text) => new TextEncoder().encode(text).length;

/**
 * Return what a line holds besides what this version writes.
 * @param {Line} line
 */
export function unknownIn(line) {
  return Object.fromEntries(
    Object.entries(line).filter(([name]) => !NAMES.includes(name) && !isOfAllObjects(name)),
  );
}

/**
 * Read a line that is stored under a sequence number. `line` is null where it cannot be shown at all; else `problems` are
 * about fields, which are left out of it.
 * @param {string} text
 * @param {number} seq
 * @param {LogShape} shape
 * @returns {ReadLine}
 */
export function readLine(text, seq, shape) {
  const record = parsed(text);
  const wrong = problemOfWhole(record, seq) || problemOfParts(/** @type {Line} */ (record));
  if (wrong) return { line: null, problems: [fill(wrong, { where: whereIs(seq) })] };
  const line = /** @type {Line} */ (record);
  /** @type {string[]} */
  const problems = [];
  /** @type {Line["fields"]} */
  const fields = {};
  for (const [id, value] of Object.entries(line.fields ?? {})) {
    if (isOfAllObjects(id)) continue;
    const field = has(shape.fields, id) ? shape.fields[id] : null;
    if (!field || IS_RIGHT[field.takes]?.(value) !== false) fields[id] = value;
    else
      problems.push(
        fill(_("{where}, {field}: this cannot be shown."), { where: whereIs(seq), field: field.label }),
      );
  }
  const rows = line.rows && { rows: line.rows.map(plainRow) };
  return { line: { ...line, kind: line.kind ?? "", fields, ...rows }, problems };
}

/**
 * Leave out names that every object has; nearly no row has one.
 * @param {Row} row
 */
function plainRow(row) {
  for (const name in row) if (isOfAllObjects(name)) return withoutNamesOfAllObjects(row);
  return row;
}

/** @param {number} seq */
const whereIs = (seq) => fill(_("Number {seq}"), { seq });

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Return a sentence without its `where`; it is empty where nothing is wrong.
 * @param {unknown} record
 * @param {number} seq
 */
function problemOfWhole(record, seq) {
  if (!isSet(record) || !isCount(record.v)) return _("{where}: this is not from a log of this guide.");
  if (/** @type {number} */ (record.v) > VERSION)
    return _("{where}: a newer version of this guide wrote it. Load the guide again to see it.");
  if (record.seq !== seq) return _("{where}: it has the number of another one.");
  return isWhole(record, 0) ? "" : _("{where}: it holds a value that no line of a log has.");
}

/** @param {Line} line */
function problemOfParts(line) {
  if (!hasForm(line)) return _("{where}: its form is not that of a line of a log.");
  if (BESIDE.includes(line.act) && !isId(line.of))
    return _("{where}: it does not say to which entry it belongs.");
  if (line.act === ROWS && !(Array.isArray(line.rows) && line.rows.every(isRow)))
    return _("{where}: its rows cannot be read.");
  if (!isWritten(line.written))
    return _("{where}, when it was written: this is not a time that this guide can read.");
  if (CONTENT.includes(line.act) && !isWhen(line.when))
    return _("{where}, when it happened: this is not a time that this guide can read.");
  return "";
}

/** @param {unknown} value */
const isText = (value) => typeof value === "string";
/** @param {unknown} value */
function isTexts(value) {
  return Array.isArray(value) && value.every(isText);
}
/** @type {Partial<Named<(value: unknown) => boolean>>} */
const IS_RIGHT = {
  line: isText,
  text: isText,
  choice: isText,
  day: (value) => isDay(value),
  number: (value) => Number.isSafeInteger(value),
  ticks: isTexts,
  files: isTexts,
};

/** @param {Line} line */
function hasForm(line) {
  const values = Object.entries(FORM).map(([name, isRight]) =>
    isRight(/** @type {Named<unknown>} */ (/** @type {unknown} */ (line))[name]),
  );
  return values.every(Boolean);
}

/** @param {unknown} value */
const isCount = (value) => Number.isSafeInteger(value) && /** @type {number} */ (value) >= 1;
/** @param {unknown} value */
const isId = (value) => typeof value === "string" && ID.test(value);
/** @param {unknown} row */
const isRow = (row) =>
  isSet(row) && Object.values(row).every((value) => isText(value) || Number.isSafeInteger(value));

/**
 * @param {(value: unknown) => boolean} isRight
 * @returns {(value: unknown) => boolean}
 */
const perhaps = (isRight) => (value) => value === undefined || isRight(value);

/** @type {Named<(value: unknown) => boolean>} */
const FORM = {
  id: isId,
  ver: isCount,
  act: isText,
  salt: (value) => typeof value === "string" && SALT.test(value),
  kind: perhaps(isText),
  first: perhaps(isCount),
  was: perhaps((value) => bytesOfHex(value) !== null),
  fields: perhaps(isSet),
};

/**
 * Return whether a value holds texts and whole numbers alone: other programs write fractions otherwise.
 * @param {unknown} value
 * @param {number} depth
 * @returns {boolean}
 */
function isWhole(value, depth) {
  if (typeof value === "string" || Number.isSafeInteger(value)) return true;
  if (typeof value !== "object" || value === null || depth > DEEPEST) return false;
  return Object.values(value).every((inner) => isWhole(inner, depth + 1));
}
