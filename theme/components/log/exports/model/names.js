// Names of files in an export: letters and digits alone, so that no program has to guess. The true names stand in a list.
// No DOM here.

/** @import { HandedFile } from "./types.d.ts" */

const ENDING = /\.([a-z0-9]{1,8})$/;
const MOST_LETTERS = 40;
const MOST_OF_NUMBER = 20; // letters
const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/**
 * Return a name for each file in the folder `data/files/`, such as `0007-a.jpg`.
 * @param {HandedFile[]} files
 */
export function bagNames(files) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  return files.map(({ item, name }) => {
    const number = plainNumber(item, 4);
    const count = counts.get(number) ?? 0;
    counts.set(number, count + 1);
    return `${number}-${letters(count)}.${endingOf(name)}`;
  });
}

/**
 * Return a name for each file that means something to who gets it, such as `2026-10-25_0130_item-07_photo.jpg`.
 * @param {HandedFile[]} files
 */
export function portalNames(files) {
  /** @type {Set<string>} */
  const taken = new Set();
  return files.map(({ item, name, wall = "" }) => {
    const [day, time = ""] = wall.split("T");
    const begin = [day, time.slice(0, 5).replace(":", ""), `item-${plainNumber(item, 2)}`];
    const ending = endingOf(name);
    const words = [...begin, wordsOf(name)].filter(Boolean).join("_");
    for (let count = 1; ; count++) {
      const made = `${count > 1 ? `${words}-${count}` : words}.${ending}`;
      if (taken.has(made)) continue;
      taken.add(made);
      return made;
    }
  });
}

/**
 * Return the number of an item, which people can write as they like, such as 7 or “B 2”.
 * @param {string} item
 * @param {number} digits
 */
const plainNumber = (item, digits) =>
  /^\d+$/.test(item) ? item.padStart(digits, "0") : wordsOf(item).slice(0, MOST_OF_NUMBER);

/** @param {string} name */
const endingOf = (name) => ENDING.exec(name.toLowerCase())?.[1] ?? "bin";

/** @param {string} name */
function wordsOf(name) {
  const plain = name
    .toLowerCase()
    .replace(ENDING, "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-");
  return plain.replace(/^-+/, "").slice(0, MOST_LETTERS).replace(/-+$/, "") || "file";
}

/**
 * Count in letters: a, b … z, aa.
 * @param {number} count
 * @returns {string}
 */
function letters(count) {
  const rest = Math.floor(count / LETTERS.length);
  return (rest ? letters(rest - 1) : "") + LETTERS[count % LETTERS.length];
}
