// The list of functions that the small core keeps. `python_core.py` compares the hashes beside them.
import { readFile } from "node:fs/promises";

/**
 * Return the numbers of a file's kept functions. Their order is that of the file.
 * @param {string} list
 * @param {string} name
 * @returns {Promise<Set<number>>}
 */
export async function keptOf(list, name) {
  return new Set(numbersOf(JSON.parse(await readFile(list, "utf8"))[name].functions));
}

/** Read `"0-2 5"` as 0, 1, 2, 5. */
export function numbersOf(ranges) {
  return ranges.split(" ").flatMap((range) => {
    const [first, last = first] = range.split("-").map(Number);
    return Array.from({ length: last - first + 1 }, (_, at) => first + at);
  });
}
