// Cells of a CSV file (RFC 4180), and the guard of those that a spreadsheet would take for a formula or a number. No DOM here.

/** @import { Separator } from "./types.d.ts" */

const BREAK = "\r\n";
// Spreadsheets leave out blanks in front, and take full-width signs for plain ones.
const FORMULA = "[\\s\\p{Cc}\\p{Cf}]*[=+\\-@＝＋－＠]|[\\t\\r]";
// A phone number would lose its first zero, or become 4.41E+11.
const PHONE = "[\\s(]*0[\\d\\s()./-]*\\d$|[\\d\\s()./-]{10,}$";
// Of others it would make a day, a time, another number or a yes.
const CHANGED = "\\s*(?:\\d+(?:[./:-]\\d+)+|\\d*\\.?\\d+E[+-]?\\d+|TRUE|FALSE)\\s*$";
// A text that already has an apostrophe there gets one more, so that taking one away gives what it was.
const GUARDED = new RegExp(`^'*(?:${FORMULA}|${PHONE}|${CHANGED})`, "iu");
// A spreadsheet that splits at another sign begins a cell after it. One more apostrophe goes there, too.
const BEGINS = '([;,\\t|\\r\\n][\\s"\\p{Cc}\\p{Cf}]*)';
const UNSAFE = "(?='*[=+\\-@＝＋－＠])";
const INSIDE = new RegExp(BEGINS + UNSAFE, "gu");
const GUARD_INSIDE = new RegExp(`${BEGINS}'${UNSAFE}`, "gu");
// NUL ends a text in some programs; half of a pair has no place in UTF-8.
const UNWRITTEN = /[\0\p{Cs}]/gu;

/**
 * Put an apostrophe in front of a text that a spreadsheet would run or change, and where one could begin inside of it.
 * @param {string} text
 */
export const guarded = (text) => (GUARDED.test(text) ? "'" : "") + text.replace(INSIDE, "$1'");

/**
 * Return a text as it was before it was guarded.
 * @param {string} cell
 */
export function unguarded(cell) {
  const text = cell.replace(GUARD_INSIDE, "$1");
  return text.startsWith("'") && GUARDED.test(text) ? text.slice(1) : text;
}

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
  if (!cell) return ""; // as most are
  const text = cell.replace(UNWRITTEN, "\ufffd");
  const isPlain = !text.includes(separator) && !/["\r\n\u2028\u2029]|^\s|\s$/.test(text);
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
}
