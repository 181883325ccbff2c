// Which rows look like one that came before: same time, person, kind and words. They are marked and never dropped.

/** @import { ImportRow } from "./types.d.ts" */

/** @returns {(row: ImportRow) => boolean} */
export function createDuplicates() {
  /** @type {Set<number>} */
  const seen = new Set(); // of numbers: 200,000 texts would be too much to hold
  return function isDuplicate({ utc, wall, number, name, what, chat = "", text, files }) {
    const before = seen.size;
    seen.add(sumOf([utc ?? wall, number || name, what, chat, text, ...(files ?? [])].join("\u0000")));
    return seen.size === before;
  };
}

/**
 * Return 53 bits of a text. Two texts that differ have the same ones once in many years of imports.
 * @param {string} text
 */
function sumOf(text) {
  let one = 0xdeadbeef;
  let other = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 2654435761);
    other = Math.imul(other ^ code, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
  other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return 4294967296 * (2097151 & other) + (one >>> 0);
}
