// Rows whose text was too long for one line of the log, whole again. No DOM here.
import { GOES_ON } from "./line.js";

/** @import { Row } from "./types.d.ts" */

const OF_PIECE = ["when", "exact_words", "source_line", "notes"];

/**
 * Return rows in which each piece of a text stands behind the one before.
 * @param {Row[]} rows
 */
export function joinedRows(rows) {
  if (!rows.some(isPiece)) return rows; // as in nearly all logs
  /** @type {Row[]} */
  const joined = [];
  for (const row of rows) {
    const before = joined.at(-1);
    if (!before || !isPiece(row)) joined.push({ ...row });
    else before.exact_words = `${before.exact_words ?? ""}${row.exact_words ?? ""}`;
  }
  return joined;
}

/**
 * What holds more than the rest of a text is a row of its own.
 * @param {Row} row
 */
const isPiece = (row) => row.notes === GOES_ON && Object.keys(row).every((name) => OF_PIECE.includes(name));
