// Items of the list of evidence: entries of a kind of their own, which tell of a thing and not of what happened. No DOM here.
import { valueIn } from "../../documents/model/sets.js";
import { HAVE, ITEM, ITEM_NUMBER, ITEMS } from "./meanings.js";
import { shownValue } from "./shown.js";
import { foldedText, unturned } from "./typed-text.js";

/** @import { LogEntry, LogShape } from "./types.d.ts" */

const MOST_IN_RANGE = 500; // items that "3–40" can name

/** @param {{kind: string}} entry */
export const isItem = ({ kind }) => kind === ITEM;

/**
 * Return the shape of an item: its fields in their order and with their words, and then the columns of its rows.
 * @param {LogShape} shape
 * @returns {LogShape}
 */
export function itemShape({ kinds, fields, ofItem = {} }) {
  const ids = Object.keys(ofItem).filter((id) => Object.hasOwn(fields, id));
  const own = ids.map((id) => [id, { ...fields[id], label: ofItem[id] }]);
  const columns = ids.flatMap((id) => fields[id].columns ?? []).filter((id) => !ids.includes(id));
  return { kinds, fields: Object.fromEntries([...own, ...columns.map((id) => [id, fields[id]])]) };
}

/**
 * Return the shape of what is of this kind.
 * @param {LogShape} shape
 * @param {string} kind
 */
export const shapeOfKind = (shape, kind) => (kind === ITEM && shape.ofItem ? itemShape(shape) : shape);

/**
 * Return the number of an item, as its writer put it; the number of its entry where it has none.
 * @param {LogEntry} item
 */
export function itemNumber({ fields, number }) {
  return unturned(shownValue(valueIn(fields, ITEM_NUMBER), { options: {} })).trim() || `${number}`;
}

/**
 * Compare by their numbers: 2 is before 10.
 * @param {LogEntry} one
 * @param {LogEntry} other
 */
export const byItemNumber = (one, other) =>
  itemNumber(one).localeCompare(itemNumber(other), undefined, { numeric: true }) || one.number - other.number;

/**
 * Return the number to offer for the next item: no other has it, also no removed one.
 * @param {LogEntry[]} items
 */
export function nextItemNumber(items) {
  const numbers = items.map((item) => /^\d{1,6}$/.exec(itemNumber(item))?.[0] ?? 0).map(Number);
  return `${Math.max(0, ...numbers) + 1}`;
}

/**
 * Return the items that an entry names as kept, in their order.
 * @param {{fields: LogEntry["fields"]}} entry
 * @param {LogEntry[]} items
 */
export function itemsNamed({ fields }, items) {
  const text = shownValue(valueIn(fields, ITEMS), { options: {} });
  if (!text) return [];
  const [words, ranges] = [spaced(text), numbersIn(text)];
  return items.filter((item) => {
    const number = spaced(itemNumber(item));
    return !item.removed && number.trim() && (words.includes(number) || ranges.has(number.trim()));
  });
}

/**
 * Return the entries that name an item, in the order in which they are given.
 * @param {LogEntry} item
 * @param {LogEntry[]} entries
 */
export const entriesNaming = (item, entries) =>
  entries.filter((entry) => !entry.removed && itemsNamed(entry, [item]).length > 0);

/**
 * Return a text in which each word stands between spaces.
 * @param {string} text
 */
const spaced = (text) =>
  ` ${foldedText(text)
    .replace(/[\s,;:/&.#()]+/g, " ")
    .trim()} `;

/**
 * Return the numbers that a text names with a first and a last one, such as "3–7".
 * @param {string} text
 */
function numbersIn(text) {
  /** @type {Set<string>} */
  const numbers = new Set();
  for (const [, first, last] of text.matchAll(/\b(\d{1,6})\s*[-–]\s*(\d{1,6})\b/g))
    if (Number(last) - Number(first) < MOST_IN_RANGE)
      for (let number = Number(first); number <= Number(last); number++) numbers.add(`${number}`);
  return numbers;
}

/**
 * The groups in which the list shows items, in their order.
 * @param {{fields: LogEntry["fields"]}} item
 */
export function groupOfItem({ fields }) {
  const have = valueIn(fields, HAVE.field);
  return HAVE.options.find((option) => option === have) ?? HAVE.options[0];
}
