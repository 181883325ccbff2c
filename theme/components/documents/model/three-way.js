// Merge two sides' changes to the same data: neither undoes what the other changed, and where both changed the same
// text, both texts stay. No DOM here.
import { MOST_ENTRIES } from "./limits.js";
import { isNothing, valueIn } from "./sets.js";

/** @import { Entry, Field, Named, Section, Value } from "./types.d.ts" */

/**
 * Compare by content: the order of names means nothing, and an empty text or list counts as not there. An empty set does
 * not: that a name is in a set can be all that somebody said.
 * @param {unknown} one
 * @param {unknown} other
 */
export function areSame(one, other) {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}

/**
 * @param {unknown} value
 * @returns {unknown}
 */
function inOrder(value) {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  const filled = Object.entries(value).filter(([, inner]) => !isNothing(inner));
  return filled.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, inner]) => [name, inOrder(inner)]);
}

/**
 * @template T
 * @param {T | undefined} _base
 * @param {T} mine
 * @returns {T}
 */
export const takeMine = (_base, mine) => mine;

/**
 * Apply the changes of a set of named values to another; what somebody else changed is not removed.
 * @template T
 * @param {Named<T> | undefined} base
 * @param {Named<T> | undefined} mine
 * @param {Named<T> | undefined} theirs
 * @param {(base: T | undefined, mine: T, theirs: T | undefined, id: string) => T} join
 * @returns {Named<T>}
 */
export function joinSets(base = {}, mine = {}, theirs = {}, join) {
  const joined = new Map(Object.entries(theirs));
  for (const id of new Set([...Object.keys(base), ...Object.keys(mine)])) {
    const [was, is, other] = [base, mine, theirs].map((set) => valueIn(set, id));
    if (areSame(was, is)) continue;
    if (areSame(was, other)) joined.set(id, /** @type {T} */ (is));
    else if (is !== undefined) joined.set(id, join(was, is, other, id));
    if (joined.get(id) === undefined) joined.delete(id);
  }
  return Object.fromEntries(joined);
}

/**
 * @param {Value | undefined} base
 * @param {Value} mine
 * @param {Value | undefined} theirs
 */
export function joinValues(base, mine, theirs) {
  return Array.isArray(mine) && Array.isArray(theirs)
    ? joinLists(/** @type {string[] | undefined} */ (base), mine, theirs)
    : mine;
}

/**
 * @param {string[]} [base]
 * @param {string[]} [mine]
 * @param {string[]} [theirs]
 */
export function joinLists(base = [], mine = [], theirs = []) {
  const stays = theirs.filter((name) => mine.includes(name) || !base.includes(name));
  return [...new Set([...stays, ...mine.filter((name) => !base.includes(name))])].slice(0, MOST_ENTRIES);
}

/**
 * @param {string | undefined} base
 * @param {string | undefined} mine
 * @param {string | undefined} theirs
 * @param {{most: number, kind?: Field["kind"]}} field
 */
export function joinTexts(base = "", mine = "", theirs = "", { most, kind = "text" }) {
  if (theirs === base || theirs === "") return mine;
  if (mine === base || mine === "") return theirs;
  const start = base ? theirs.lastIndexOf(base) : -1;
  const joined =
    start < 0
      ? theirs + (kind === "line" ? " / " : "\n\n") + mine
      : theirs.slice(0, start) + mine + theirs.slice(start + base.length);
  return joined.length <= most ? joined : mine;
}

/**
 * @param {Entry[] | undefined} base
 * @param {Entry[] | undefined} mine
 * @param {Entry[] | undefined} theirs
 * @param {Section | undefined} section
 * @returns {Entry[]}
 */
export function joinEntries(base = [], mine = [], theirs = [], section) {
  if (!section) return mine;
  if (!section.many) return [joinEntry(base[0], mine[0], theirs[0], section)];
  const joined = [...theirs];
  /** @param {Entry} entry */
  const find = (entry) => joined.findIndex((other) => areSame(other, entry));
  /** @param {Entry | undefined} entry */
  const isTheirOwn = (entry) => entry && !base.some((other) => areSame(other, entry));
  for (const { was, is, index } of changesOf(base, mine)) {
    const at = was ? find(was) : -1;
    if (!is) {
      if (at >= 0) joined.splice(at, 1);
    } else if (at >= 0) joined[at] = is;
    else if (was && isTheirOwn(joined[index])) joined[index] = joinEntry(was, is, joined[index], section);
    else if (joined.length < MOST_ENTRIES) joined.push(is);
  }
  return joined;
}

/**
 * @param {Entry | undefined} base
 * @param {Entry} mine
 * @param {Entry | undefined} theirs
 * @param {Pick<Section, "fields">} section
 * @returns {Entry}
 */
export function joinEntry(base, mine, theirs, { fields }) {
  return joinSets(base, mine, theirs, (was, is, other, id) => {
    const field = valueIn(fields, id);
    if (!field) return is;
    if (Array.isArray(is))
      return joinLists(
        /** @type {string[] | undefined} */ (was),
        is,
        /** @type {string[] | undefined} */ (other),
      );
    return field.kind === "day"
      ? is
      : joinTexts(
          /** @type {string | undefined} */ (was),
          is,
          /** @type {string | undefined} */ (other),
          field,
        );
  });
}

/**
 * List what became of entries: `{was, is, index}`, without `was` for a new one, without `is` for one that is gone.
 * @param {Entry[]} base
 * @param {Entry[]} mine
 * @returns {{was: Entry | undefined, is: Entry | undefined, index: number}[]}
 */
function changesOf(base, mine) {
  /** @type {ReturnType<typeof changesOf>} */
  const changes = [];
  let from = 0;
  let to = 0;
  while (from < base.length || to < mine.length) {
    // Up to the next entry that is in both, those before it are taken for one another in their order.
    const [nextFrom, nextTo] = nextSame(base, mine, from, to);
    while (from < nextFrom || to < nextTo) {
      const was = from < nextFrom ? base[from] : undefined;
      const is = to < nextTo ? mine[to] : undefined;
      changes.push({ was, is, index: from });
      if (was) from += 1;
      if (is) to += 1;
    }
    from += 1;
    to += 1;
  }
  return changes;
}

/**
 * @param {Entry[]} base
 * @param {Entry[]} mine
 * @param {number} from
 * @param {number} to
 */
function nextSame(base, mine, from, to) {
  for (let i = from; i < base.length; i++) {
    const j = mine.findIndex((entry, index) => index >= to && areSame(entry, base[i]));
    if (j >= 0) return [i, j];
  }
  return [base.length, mine.length];
}
