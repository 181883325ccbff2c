// The list of functions that the small core keeps, of the files whose hashes stand beside it.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";

/**
 * Return the numbers of a file's kept functions. Their order is that of the file.
 * @param {string} list
 * @param {string} name
 * @param {Buffer} bytes
 * @returns {Promise<Set<number>>}
 */
export async function keptOf(list, name, bytes) {
  const { sha256, functions } = JSON.parse(await readFile(list, "utf8"))[name];
  if (createHash("sha256").update(bytes).digest("hex") !== sha256)
    throw new Error(`${name}: it is not the file of which the list was taken; possible: make coverage`);
  return new Set(numbersOf(functions));
}

/** Read `"0-2 5"` as 0, 1, 2, 5. */
export function numbersOf(ranges) {
  return ranges.split(" ").flatMap((range) => {
    const [first, last = first] = range.split("-").map(Number);
    return Array.from({ length: last - first + 1 }, (_, at) => first + at);
  });
}
