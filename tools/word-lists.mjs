/** What the tools share that choose the words of passphrases. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

const WIDTH = 110; // letters of a line

/**
 * Return whether one word can be taken for the other: it begins with it, or one slip of the hand lies between them.
 * @param {string} one
 * @param {string} other
 */
export function areAlike(one, other) {
  if (one.startsWith(other) || other.startsWith(one)) return true;
  const longest = Math.max(one.length, other.length);
  const shortest = Math.min(one.length, other.length);
  let before = 0;
  while (before < shortest && one[before] === other[before]) before++;
  let after = 0;
  while (after < shortest - before && one.at(-1 - after) === other.at(-1 - after)) after++;
  const between = longest - before - after;
  const areSwapped = one[before] === other[before + 1] && one[before + 1] === other[before];
  return between <= 1 || (between === 2 && longest === shortest && areSwapped);
}

/**
 * Write a list as a module.
 * @param {string} path
 * @param {string[]} words
 * @param {string} tool
 */
export function writeWords(path, words, tool) {
  const about = "Words that are easy to spell, to tell apart and to picture.";
  writeList(path, words, { name: "easyWords", about: `${about} Written by ${tool}.` });
}

/**
 * @param {string} path
 * @param {string[]} words
 * @param {{name: string, about: string}} said
 */
export function writeList(path, words, { name, about }) {
  const lines = [""];
  for (const word of words) {
    const line = `${lines.at(-1)} ${word}`;
    if (line.length > WIDTH) lines.push(` ${word}`);
    else lines[lines.length - 1] = line;
  }
  const list = lines.map((line) => ` ${line}`).join("\n");
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(
    path,
    `/** ${about} */\n` + `export const ${name} = \`\n${list}\n\`\n  .trim()\n  .split(/\\s+/);\n`,
  );
}
