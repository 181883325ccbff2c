// What two sides made of the same, joined: neither takes away what the other changed, and where both changed the same
// text, both texts stay. No DOM here.
import { MOST_ENTRIES } from "./limits.js";
import { isNothing, valueIn } from "./sets.js";

/** Compare by content: the order of names means nothing, and what is empty counts as not there. */
export function areSame(one, other) {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}

function inOrder(value) {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  const filled = Object.entries(value).map(([name, inner]) => [name, inOrder(inner)]);
  return filled.filter(([, inner]) => !isNothing(inner)).sort(([a], [b]) => (a < b ? -1 : 1));
}

export const takeMine = (_base, mine) => mine;

/** Bring the changes of a set of named values to another; what somebody else changed is not taken away. */
export function joinSets(base = {}, mine = {}, theirs = {}, join) {
  const joined = new Map(Object.entries(theirs));
  for (const id of new Set([...Object.keys(base), ...Object.keys(mine)])) {
    const [was, is, other] = [base, mine, theirs].map((set) => valueIn(set, id));
    if (areSame(was, is)) continue;
    if (areSame(was, other)) joined.set(id, is);
    else if (is !== undefined) joined.set(id, join(was, is, other, id));
    if (joined.get(id) === undefined) joined.delete(id);
  }
  return Object.fromEntries(joined);
}

export function joinValues(base, mine, theirs) {
  return Array.isArray(mine) && Array.isArray(theirs) ? joinLists(base, mine, theirs) : mine;
}

export function joinLists(base = [], mine = [], theirs = []) {
  const stays = theirs.filter((name) => mine.includes(name) || !base.includes(name));
  return [...new Set([...stays, ...mine.filter((name) => !base.includes(name))])].slice(0, MOST_ENTRIES);
}

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

export function joinEntries(base = [], mine = [], theirs = [], section) {
  if (!section) return mine;
  if (!section.many) return [joinEntry(base[0], mine[0], theirs[0], section)];
  const joined = [...theirs];
  const find = (entry) => joined.findIndex((other) => areSame(other, entry));
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

function joinEntry(base, mine, theirs, { fields }) {
  return joinSets(base, mine, theirs, (was, is, other, id) => {
    const field = valueIn(fields, id);
    if (!field) return is;
    if (Array.isArray(is)) return joinLists(was, is, other);
    return field.kind === "day" ? is : joinTexts(was, is, other, field);
  });
}

/** List what became of entries: `{was, is, index}`, without `was` for a new one, without `is` for one that is gone. */
function changesOf(base, mine) {
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

function nextSame(base, mine, from, to) {
  for (let i = from; i < base.length; i++) {
    const j = mine.findIndex((entry, index) => index >= to && areSame(entry, base[i]));
    if (j >= 0) return [i, j];
  }
  return [base.length, mine.length];
}
