// Which rows of a file the reader wants to keep: by whom they are with, and by day. No DOM here.

/** @import { ImportRow } from "../imports/types.d.ts" */

const BESIDE_TEXT = 250; // bytes of a row in the log, about, besides its text

/** @param {ImportRow[]} all */
export function createChosen(all) {
  let chosen = all;

  return {
    rows: () => chosen,
    /** List whom the rows are with, those with most rows first. */
    people() {
      /** @type {Map<string, {key: string, number: string, name: string, count: number}>} */
      const people = new Map();
      for (const { number, name } of all) {
        const key = keyOf({ number, name });
        const person = people.get(key);
        if (!person) people.set(key, { key, number, name, count: 1 });
        else {
          person.count += 1;
          person.name ||= name;
        }
      }
      return [...people.values()].sort((one, other) => other.count - one.count);
    },
    /**
     * Choose rows; return how many there are, and about how many bytes of the log they take.
     * @param {{people: string[] | null, from: string, until: string}} asked `people`: null for all
     */
    choose({ people, from, until }) {
      const wanted = people && new Set(people);
      chosen = all.filter((row) => {
        const day = row.wall.slice(0, 10);
        return (!wanted || wanted.has(keyOf(row))) && (!from || day >= from) && (!until || day <= until);
      });
      let bytes = 0;
      for (const { text } of chosen) bytes += text.length + BESIDE_TEXT;
      return { count: chosen.length, bytes };
    },
  };
}

/**
 * A number is one person, whatever names it has; without a number, a name is.
 * @param {{number: string, name: string}} row
 */
export const keyOf = ({ number, name }) => (number ? `n:${number}` : `a:${name}`);
