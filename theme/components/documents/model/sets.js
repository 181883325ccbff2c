// Sets of named values, where a name may come from a file, from another tab or from an older guide. No DOM here.
// Reading `set[name]` with a name that every object has would return what belongs to no plan.

/** @import { Named, Value } from "./types.d.ts" */

/**
 * Return the value that a set itself holds under a name.
 * @template T
 * @param {Named<T>} set
 * @param {string} name
 * @returns {T | undefined}
 */
export function valueIn(set, name) {
  return Object.hasOwn(set, name) ? set[name] : undefined;
}

/**
 * Leave out what has a name that every object has: no guide has written one, and a file may be made to harm.
 * @template T
 * @param {Named<T>} set
 * @returns {Named<T>}
 */
export function withoutNamesOfAllObjects(set) {
  return Object.fromEntries(Object.entries(set).filter(([name]) => !isOfAllObjects(name)));
}

/** @param {string} name */
export const isOfAllObjects = (name) => Object.hasOwn(Object.prototype, name);

/**
 * Return what a set holds under names that another one does not have.
 * @template T
 * @param {Named<T>} set
 * @param {object} known
 * @returns {Named<T>}
 */
export function without(set, known) {
  return Object.fromEntries(Object.entries(set).filter(([name]) => !Object.hasOwn(known, name)));
}

/**
 * Return both sets as one; where both have a list, both lists, and elsewhere what `above` has.
 * @param {Named<Value>} below
 * @param {Named<Value>} above
 * @returns {Named<Value>}
 */
export function laidOver(below, above) {
  const both = new Map(Object.entries(below));
  for (const [name, value] of Object.entries(above)) {
    const under = both.get(name);
    both.set(name, Array.isArray(under) && Array.isArray(value) ? [...under, ...value] : value);
  }
  return Object.fromEntries(both);
}

/**
 * Return whether a value counts as missing.
 * @param {unknown} value
 */
export const isNothing = (value) => value === "" || (Array.isArray(value) && value.length === 0);
