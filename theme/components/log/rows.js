// The lines that the page has, by their numbers, and the log that they make up. Nothing here reads or stores what is kept.
import { missingLines } from "./model/incoming.js";
import { makesToLines } from "./model/writing.js";

/** @import { Make } from "./model/types.d.ts" */
/** @typedef {{seq: number, line: string}} Row */

/** `log` takes what the lines say (`model/entries.js`). */
export function createRows({ log, shape }) {
  /** @type {Map<number, string>} */
  let rows = new Map(); // by sequence number
  let hasGuests = false; // `log` shows others after them, which have no number yet
  const next = () => Math.max(0, ...rows.keys()) + 1;
  const texts = () => [...rows].sort(([a], [b]) => a - b).map(([, line]) => line);
  const makesOf = (/** @type {string[]} */ others) => missingLines(others, rows.values(), shape).makes;

  const self = {
    epoch: 0, // counts up when the page drops the log, or its state changes: what arrives after that is not taken
    /** @type {string | undefined} */
    start: undefined, // what the chain of the lines begins with, where that is known
    texts,
    /** Return what adds those of other lines that are not there. */
    makesOf,
    has: (/** @type {number} */ seq) => rows.has(seq),
    size: () => rows.size,
    characters() {
      let all = 0;
      for (const line of rows.values()) all += line.length;
      return all;
    },
    values: () => rows.values(),
    hasSalt: (/** @type {string} */ salt) =>
      [...rows.values()].some((text) => text.includes(`"salt":"${salt}"`)),

    /** @param {Row[]} slice */
    take(slice, own = self.epoch) {
      const fresh = own === self.epoch ? slice.filter(({ seq }) => !rows.has(seq)) : [];
      for (const { seq, line } of fresh) rows.set(seq, line);
      if (!fresh.length) return;
      if (hasGuests) log.clear(); // their numbers may be those of other lines by now
      log.add(hasGuests ? Array.from(rows, ([seq, line]) => ({ seq, line })) : fresh);
      hasGuests = false;
      log.newestFirst(); // put them in order slice by slice, not all at the end
    },

    /**
     * @param {Make[]} makes
     * @param {string} [start] of the file that they come from
     */
    addInMemory(makes, start) {
      if (!rows.size) self.start = start;
      const fresh = makesToLines(makes, next());
      self.take(fresh);
      return fresh;
    },

    /** @param {string[]} others */
    numbered: (others) => makesToLines(makesOf(others), next()),
    /** @param {string[]} others */
    showAfter(others) {
      log.add(self.numbered(others));
      hasGuests = true;
    },

    /** Return the lines as they are to be stored: from number 1, without a hole. */
    inMemory() {
      const all = texts();
      if (next() === all.length + 1) return all;
      return makesToLines(missingLines(all, [], shape).makes, 1).map(({ line }) => line);
    },

    clear() {
      self.epoch += 1;
      self.start = undefined;
      rows = new Map();
      hasGuests = false;
      log.clear();
    },
  };
  return self;
}
