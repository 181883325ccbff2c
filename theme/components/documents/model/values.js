// What a value in a document may be. No DOM here.
import { DEEPEST, MOST_NAMES } from "./limits.js";
import { isOfAllObjects } from "./sets.js";

/** @import { Named } from "./types.d.ts" */

const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const DAY = /^(?!0000)\d{4}-\d\d-\d\d$/; // like date fields, which have no year 0
// Half of a pair, or a control character: no keyboard writes them, and a page cannot show them.
const UNWRITABLE = /[\ud800-\udfff\u0000-\u0008\u000b-\u001f\u007f]/gu;

/**
 * Leave out what cannot be shown: something pasted may hold it.
 * @param {string} text
 */
export function writable(text) {
  return text.replace(UNWRITABLE, "");
}

/**
 * @param {unknown} value
 * @returns {value is Named<unknown>}
 */
export const isSet = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** @param {unknown} value */
export const isName = (value) =>
  typeof value === "string" && value.length <= 100 && NAME.test(value) && !isOfAllObjects(value);

/**
 * @param {unknown} value
 * @returns {value is Named<unknown>}
 */
export const isNameSet = (value) =>
  isSet(value) && Object.keys(value).length <= MOST_NAMES && Object.keys(value).every(isName);

/**
 * @param {object} set
 * @param {string} name
 */
export const has = (set, name) => Object.hasOwn(set, name);

/** @param {unknown[]} list */
export const hasTwins = (list) => new Set(list).size < list.length;

/** @param {unknown} value */
export const isDay = (value) =>
  typeof value === "string" && DAY.test(value) && new Date(`${value}T00:00Z`).toJSON()?.startsWith(value);

/**
 * Return whether a value can be saved again unchanged; `depth`: in how many sets and lists it is.
 * @param {unknown} value
 * @param {number} depth
 * @returns {boolean}
 */
export function isPlain(value, depth) {
  if (typeof value === "string") return value === writable(value);
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || value === null) return true;
  if (depth > DEEPEST) return false;
  return Object.entries(value).every(
    ([name, inner]) => !isOfAllObjects(name) && name === writable(name) && isPlain(inner, depth + 1),
  );
}
