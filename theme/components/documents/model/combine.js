// Add what one side has to what the other has: where they differ, the first stays. No DOM here.
import { _ } from "../../common/gettext.js";
import { isNothing, without } from "./sets.js";

/** @import { Named, Sentences } from "./types.d.ts" */

const UNSHOWN_ADDED = _("Something is added that this version of the guide cannot show.");
const UNSHOWN_DIFFERS = _("Something differs that this version of the guide cannot show.");

/**
 * Add named values; `onAdd(id)` and `onKeep(id)` are called for each that is added, or that differs and stays out.
 * @template T
 * @param {Named<T> | undefined} current
 * @param {Named<T> | undefined} incoming
 * @param {{onAdd: (id: string) => void, onKeep: (id: string) => void}} hear
 * @returns {Named<T>}
 */
export function mergeSets(current = {}, incoming = {}, { onAdd, onKeep }) {
  const merged = new Map(Object.entries(current));
  for (const [id, value] of Object.entries(incoming)) {
    if (!merged.has(id)) {
      merged.set(id, value);
      onAdd(id);
    } else if (!isSame(merged.get(id), value)) onKeep(id);
  }
  return Object.fromEntries(merged);
}

/**
 * Merge what a set holds besides what is known.
 * @template T
 * @param {Named<T>} current
 * @param {Named<T>} incoming
 * @param {object} known
 * @param {Sentences} sentences
 */
export function mergeUnshown(current, incoming, known, { changes, kept }) {
  return mergeSets(without(current, known), without(incoming, known), {
    onAdd: () => changes.includes(UNSHOWN_ADDED) || changes.push(UNSHOWN_ADDED),
    onKeep: () => kept.includes(UNSHOWN_DIFFERS) || kept.push(UNSHOWN_DIFFERS),
  });
}

/**
 * Compare by content; what is empty counts as not there, and ticks have no order.
 * @param {unknown} one
 * @param {unknown} other
 */
export function isSame(one, other) {
  return JSON.stringify(plain(one)) === JSON.stringify(plain(other));
}

/**
 * @param {unknown} value
 * @returns {unknown}
 */
function plain(value) {
  if (Array.isArray(value)) return [...value].map(plain).sort();
  if (typeof value !== "object" || value === null) return value;
  const filled = Object.entries(value).filter(([, inner]) => !isNothing(inner));
  return filled.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, inner]) => [name, plain(inner)]);
}
