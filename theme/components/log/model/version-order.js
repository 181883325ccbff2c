// The order of what was written about one entry. No DOM here.
//
// It is that of the sequence numbers, whatever a clock showed. But what a file of another device brought in has a high
// number and can be older: it did not know what was written here since, and does not take its place.
import { hexOf, leafOf } from "./chain.js";
import { WRITE } from "./line.js";

/** @import { Version } from "./types.d.ts" */

/**
 * Put groups of lines in order, the oldest first; given are they by sequence number. `was` of a group's first line names a
 * line of the group that it goes on from.
 * @param {Version[][]} groups
 */
export function inOrder(groups) {
  /** @type {Map<string, Version[]> | null} */
  let byLeaf = null; // made where it is needed: hardly any entry has one that is older than the one before

  /** @param {Version[]} group */
  function groupBefore([{ line }]) {
    byLeaf ??= new Map(groups.flatMap((group) => group.map(({ text }) => [hexOf(leafOf(text)), group])));
    return byLeaf.get(line.was ?? "");
  }

  /**
   * @param {Version[]} group
   * @param {Version[]} other
   */
  function goesOnFrom(group, other) {
    for (let one = groupBefore(group); one; one = groupBefore(one)) if (one === other) return true;
    return false;
  }

  /** @type {Version[][]} */
  const ordered = [];
  for (const group of groups) {
    let place = ordered.length;
    while (place && isOlder(group, ordered[place - 1]) && !goesOnFrom(group, ordered[place - 1])) place -= 1;
    ordered.splice(place, 0, group);
  }
  return ordered;
}

/**
 * @param {Version[]} group
 * @param {Version[]} other
 */
function isOlder([{ line }], [other]) {
  return other.line.act !== WRITE && Date.parse(line.written.utc) < Date.parse(other.line.written.utc);
}
