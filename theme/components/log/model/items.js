// Items of the list of evidence: entries of a kind of their own, which tell of a thing and not of what happened. No DOM here.
import { LANGUAGE } from "../../common/gettext.js";
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
export function itemNumber(item) {
  return numberIn(item) || `${item.number}`;
}

/** @param {{fields: LogEntry["fields"]}} item */
function numberIn({ fields }) {
  return unturned(shownValue(valueIn(fields, ITEM_NUMBER), { options: {} })).trim();
}

/**
 * Compare by their numbers: 2 is before 10.
 * @param {LogEntry} one
 * @param {LogEntry} other
 */
export const byItemNumber = (one, other) =>
  itemNumber(one).localeCompare(itemNumber(other), LANGUAGE, { numeric: true }) || one.number - other.number;

/**
 * Return the number to offer for the next item: no other has it or ever had it, also no removed one.
 * @param {LogEntry[]} items
 */
export function nextItemNumber(items) {
  const numbers = items.flatMap((item) => [
    itemNumber(item),
    ...item.versions.map(({ line }) => numberIn(line)),
  ]);
  const whole = numbers.filter((number) => /^\d{1,15}$/.test(number)).map(Number);
  return `${Math.max(0, ...whole) + 1}`;
}

/**
 * Return the numbers that more than one present item has, each with how many: two devices can both give the next one.
 * @param {LogEntry[]} items
 * @returns {{number: string, count: number}[]}
 */
export function sharedNumbers(items) {
  /** @type {Map<string, string[]>} */
  const numbers = new Map();
  for (const item of items) {
    const number = itemNumber(item);
    if (!item.removed) numbers.set(foldedText(number), [...(numbers.get(foldedText(number)) ?? []), number]);
  }
  const shared = [...numbers.values()].filter((same) => same.length > 1);
  return shared.map(([number, ...others]) => ({ number, count: others.length + 1 }));
}

/**
 * Return the number that is to be written of an item and that another present one has, or an empty text. To put a removed one
 * back writes its number, too.
 * @param {{itemByNumber(number: string): LogEntry | null}} log
 * @param {string | undefined} typed
 * @param {LogEntry | null} [old]
 */
export function takenNumber(log, typed, old) {
  const number = typed?.trim() ?? (old?.removed ? itemNumber(old) : "");
  const same = number ? log.itemByNumber(number) : null;
  return same && same.id !== old?.id && !same.removed ? number : "";
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
