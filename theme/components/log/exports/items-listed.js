// Which items an entry names, in so strict a way that nothing is handed on because of a number in a sentence. No DOM here.
import { valueIn } from "../../documents/model/sets.js";
import { itemNumber } from "../model/items.js";
import { ITEMS } from "../model/meanings.js";
import { shownValue } from "../model/shown.js";
import { foldedText } from "../model/typed-text.js";

/** @import { LogEntry } from "../model/types.d.ts" */

const BETWEEN = /[,;&\n]|\band\b/;
const RANGE = /^(\d{1,6})[-–](\d{1,6})$/;

/**
 * Return the items that an entry names where all of its text is a list of them, such as “3, 5–7 and B2”; else none.
 * @param {{fields: LogEntry["fields"]}} entry
 * @param {LogEntry[]} items
 */
export function itemsListed({ fields }, items) {
  const text = foldedText(shownValue(valueIn(fields, ITEMS), { options: {} }));
  const known = new Set(items.map(numberOf));
  const named = text
    .split(BETWEEN)
    .map((part) => part.trim())
    .filter(Boolean)
    .flatMap((part) => (known.has(part) ? [part] : wordsOf(part).flatMap((word) => numbersIn(word, known))));
  if (!named.every((number) => known.has(number))) return [];
  return items.filter((item) => !item.removed && named.includes(numberOf(item)));
}

/** @param {LogEntry} item */
const numberOf = (item) => foldedText(itemNumber(item)).trim();

/** @param {string} part */
const wordsOf = (part) => part.replace(/(\d)\s*([-–])\s*(?=\d)/g, "$1$2").split(/\s+/);

/**
 * Return the numbers of a word: its own, or all of a range, up to the first that no item has.
 * @param {string} word
 * @param {Set<string>} known
 */
function numbersIn(word, known) {
  const [, first, last] = (!known.has(word) && RANGE.exec(word)) || [];
  if (first === undefined) return [word];
  if (Number(first) > Number(last)) return [word];
  const numbers = [];
  for (let number = Number(first); number <= Number(last); number++) {
    numbers.push(`${number}`);
    if (!known.has(`${number}`)) break;
  }
  return numbers;
}
