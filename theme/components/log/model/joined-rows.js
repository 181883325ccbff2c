// Rows whose text was too long for one line of the log, whole again. No DOM here.
import { isNoted, isPiece, notedOf, noteRows } from "./rows-noted.js";

/** @import { Row } from "./types.d.ts" */

/** @type {WeakMap<Row[], Row[]>} */
const known = new WeakMap();

/**
 * Return rows in which each piece of a text stands behind the one before.
 * @param {Row[]} rows
 */
export function joinedRows(rows) {
  if (!notedOf(rows).hasPieces) return rows; // as in nearly all logs
  const joined = known.get(rows) ?? join(rows);
  if (isNoted(rows)) known.set(rows, joined);
  return joined;
}

/** @param {Row[]} rows */
function join(rows) {
  /** @type {Row[]} */
  const joined = [];
  for (const row of rows) {
    const before = joined.at(-1);
    if (!before || !isPiece(row)) joined.push({ ...row });
    else before.exact_words = `${before.exact_words ?? ""}${row.exact_words ?? ""}`;
  }
  noteRows(joined);
  return joined;
}
