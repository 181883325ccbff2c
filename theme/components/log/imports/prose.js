// Sentences with commas are no list: what a list looks like where it has no headings.
import { isEpochCell } from "./columns.js";
import { rowsOfText } from "./csv.js";
import { plain } from "./digits.js";
import { findStamp, readStamp, readTime } from "./stamps.js";
import { isPhoneNumber, kindOf } from "./words.js";

const LOOKED_AT = 8000; // letters
const IN_SENTENCES = [",", ";"];
const AMOUNT = /^[+-]?\d[\d.,:]*( ?\p{L}{1,7}\.?)?$/u; // `67`, `1 Min`
const MOST_WORDS = 3; // of a kind
const SAYS_A_KIND = /^(missed|incoming|outgoing|received|placed|sent|rejected|blocked|voice|video)\b/i;

/**
 * Return whether the separators of a text are those of sentences: it has no headings, and blanks behind its commas, as people
 * write them. There are here more of them and there fewer, or no column but that of the days is what programs write: a time, a
 * number, a kind of call. To take a list for sentences loses nothing, as each line stays whole.
 * @param {string} text
 * @param {string} separator
 */
export function isProse(text, separator) {
  const whole = text.slice(0, LOOKED_AT);
  if (!IN_SENTENCES.includes(separator) || !isFollowedByBlanks(separator, whole)) return false;
  const rows = rowsOfText(whole, separator)
    .slice(0, text.length > whole.length ? -1 : undefined)
    .map(({ cells }) => cells);
  if (rows.length < 2 || !rows[0].some((cell) => findStamp(plain(cell)))) return false;
  const width = rows[0].length;
  if (rows.some((cells) => cells.length !== width)) return true;
  const columns = rows[0].map((_cell, column) => rows.map((cells) => cells[column].trim()));
  return !columns.some(isWrittenByPrograms);
}

/**
 * Return whether this stands before blanks alone. Programs that write them put each value, the day too, between quotes.
 * @param {string} separator
 * @param {string} text
 */
const isFollowedByBlanks = (separator, text) =>
  !/^\s*"/.test(text) &&
  text
    .split(separator)
    .slice(1)
    .every((rest) => rest === "" || rest.startsWith(" "));

/**
 * Return whether a column is one of a list, beside that of the days.
 * @param {string[]} values
 */
function isWrittenByPrograms(values) {
  if (values.every((value) => readStamp(value) !== null || isEpochCell(value))) return false;
  return values.every(
    (value) => readTime(value) !== null || isPhoneNumber(value) || AMOUNT.test(value) || isKind(value),
  );
}

/** @param {string} value */
function isKind(value) {
  const words = value.split(/\s+/);
  if (words.length > MOST_WORDS || !Object.keys(kindOf(value)).length) return false;
  return words.length === 1 || SAYS_A_KIND.test(value);
}
