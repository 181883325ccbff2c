// What rows have in common, noted line by line as lines are read: an import has a hundred thousand rows, and to look at all of
// them at once holds up the page. No DOM here.
import { GOES_ON } from "./line.js";

/** @import { Row } from "./types.d.ts" */
/** @typedef {{names: Set<string>, hasPieces: boolean}} Noted the columns that any row has, and whether texts go on in a next row */

const OF_PIECE = ["when", "exact_words", "source_line", "notes"];

/** @type {WeakMap<Row[], Noted>} */
const known = new WeakMap();

/**
 * Note it of rows that nothing changes any more.
 * @param {Row[]} rows
 */
export function noteRows(rows) {
  known.set(rows, notedOf(rows));
}

/**
 * Return the rows of several lines as one list, with what is noted of them.
 * @param {Row[][]} lists
 */
export function rowsTogether(lists) {
  const all = lists.map(notedOf);
  const rows = lists.flat();
  known.set(rows, {
    names: new Set(all.flatMap(({ names }) => [...names])),
    hasPieces: all.some(({ hasPieces }) => hasPieces),
  });
  return rows;
}

/** @param {Row[]} rows */
export const isNoted = (rows) => known.has(rows);

/** @param {Row[]} rows */
export const notedOf = (rows) => known.get(rows) ?? { names: namesIn(rows), hasPieces: rows.some(isPiece) };

/** @param {Row[]} rows */
function namesIn(rows) {
  /** @type {Set<string>} */
  const names = new Set();
  for (const row of rows) for (const name in row) if (!names.has(name)) names.add(name);
  return names;
}

/**
 * Return whether a row is the rest of a text. What holds more than that is a row of its own.
 * @param {Row} row
 */
export const isPiece = (row) =>
  row.notes === GOES_ON && Object.keys(row).every((name) => OF_PIECE.includes(name));
