// Cells of a CSV file (RFC 4180), and the guard of those that a spreadsheet would take for a formula or a number. No DOM here.

/** @import { Separator } from "./types.d.ts" */

const BREAK = "\r\n";
// Spreadsheets leave out blanks in front, and take full-width signs for plain ones.
const FORMULA = "[\\s\\p{Cc}\\p{Cf}]*[=+\\-@＝＋－＠]|[\\t\\r]";
// A phone number would lose its first zero, or become 4.41E+11.
const NUMBER = "[\\s(]*0[\\d\\s()./-]*\\d$|[\\d\\s()./-]{10,}$|\\d+[eE]\\d+$";
// A text that already has an apostrophe there gets one more, so that taking one away gives what it was.
const GUARDED = new RegExp(`^'*(?:${FORMULA}|${NUMBER})`, "u");
// NUL ends a text in some programs; half of a pair has no place in UTF-8.
const UNWRITTEN = /[\0\p{Cs}]/gu;

/**
 * Put an apostrophe in front of a text that a spreadsheet would run or change.
 * @param {string} text
 */
export const guarded = (text) => (GUARDED.test(text) ? `'${text}` : text);

/**
 * Return a text as it was before it was guarded.
 * @param {string} cell
 */
export const unguarded = (cell) => (cell.startsWith("'") && GUARDED.test(cell) ? cell.slice(1) : cell);

/**
 * Return whether a table with these columns is one that the guide wrote.
 * @param {string[]} columns
 */
export const isOurTable = (columns) => columns.slice(0, 3).join() === "line,number,version";

/**
 * Write one record.
 * @param {string[]} cells
 * @param {Separator} separator
 */
export function csvRecord(cells, separator) {
  return cells.map((cell) => csvCell(cell, separator)).join(separator) + BREAK;
}

/**
 * @param {string} cell
 * @param {Separator} separator
 */
function csvCell(cell, separator) {
  const text = cell.replace(UNWRITTEN, "\ufffd");
  const isPlain = !text.includes(separator) && !/["\r\n\u2028\u2029]|^\s|\s$/.test(text);
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
}
