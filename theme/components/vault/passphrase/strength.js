/** Rate a passphrase that a reader made up. */
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import graphs from "@zxcvbn-ts/language-common/dist/adjacencyGraphs.json.mjs";
import diceware from "@zxcvbn-ts/language-common/dist/diceware.json.mjs";
import passwords from "@zxcvbn-ts/language-common/dist/passwords.json.mjs";
import { followsAList, isAddress, isKnownLine, isNumber, isRowOfKeys, plainWords } from "./known-phrases.js";
import { withoutAccents } from "./without-accents.js";
import {
  ADDRESS,
  COMMON,
  DATES,
  FAMILIAR,
  GUESSABLE,
  KEYS,
  KNOWN,
  NAMES,
  NUMBER,
  REPEATED,
  SHORT,
} from "../protocol.js";

/** @import { Rating } from "../types.d.ts" */

/** A strong graphics card makes about 1,000 guesses in a second at scrypt 2^17: these take it 30 years. */
const ENOUGH_GUESSES = 12; // zeros
const LONGEST_RATED = 128; // characters; longer text can only be stronger
const SHORT_LENGTH = 12; // characters; as many random ones would be enough
const MOST = 0.75; // of the characters

const EVERYDAY = 3000; // words in the order in which they are used: sentences are made of these
const SHORTEST_IN_OTHER_LETTERS = 20; // our lists have no words in them, so each letter would look random
const SIGNS_OF_WORDS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/**
 * Return a function that rates: it returns `{ok, reason}`; the reason is a kind that `strings.js` has a sentence for. `known`
 * are words that the person who may guess knows: names, towns, dates.
 * @param {{dictionaries: Record<string, string[]>, wordsByUse: string[][]}} language
 */
export function createRating({ dictionaries, wordsByUse }) {
  const estimator = new ZxcvbnFactory({ dictionary: { diceware, passwords, ...dictionaries }, graphs });
  const places = placesOf(wordsByUse);

  /**
   * @param {string} text
   * @param {string[]} known
   * @returns {Rating}
   */
  return (text, known) => {
    const rated = text
      .replace(/\p{Surrogate}/gu, "")
      .trim()
      .slice(0, LONGEST_RATED);
    const familiar = familiarReason(rated);
    if (familiar) return { ok: false, reason: familiar };
    // Accents add little, and the lists of passwords and names have none.
    const plain = withoutAccents(rated);
    const { guessesLog10, sequence } = estimator.check(plain, known.map(withoutAccents));
    if (guessesLog10 < ENOUGH_GUESSES) return { ok: false, reason: reasonFor(plain, sequence) };
    return isWeakerThanItSeems(rated, places) ? { ok: false, reason: GUESSABLE } : { ok: true, reason: null };
  };
}

/**
 * Return the place of each everyday word, the first where lists share it.
 * @param {string[][]} lists
 */
function placesOf(lists) {
  /** @type {Map<string, number>} */
  const places = new Map();
  for (const list of lists)
    for (const [at, word] of list.slice(0, EVERYDAY).entries())
      places.set(word, Math.min(places.get(word) ?? Infinity, at + 1));
  return places;
}

/**
 * What the estimator counts as chance, and programs that guess do not.
 * @param {string} text
 */
function familiarReason(text) {
  if (isNumber(text)) return NUMBER;
  if (isAddress(text)) return ADDRESS;
  if (isRowOfKeys(text)) return KEYS;
  return isKnownLine(text) || followsAList(text) ? FAMILIAR : null;
}

/**
 * @param {string} text
 * @param {Map<string, number>} places
 */
function isWeakerThanItSeems(text, places) {
  const words = plainWords(text.replace(/['’`]\p{L}{1,2}\b/gu, "")); // “don’t” is no rarer than “don”
  /** @param {string} word */
  const placeOf = (word) => (word.length === 1 ? 1 : places.get(word)); // the list has no “i” and no “a”
  if (words.length && words.every(placeOf)) {
    // Words that make a sentence are no more than what each of them adds, in the order in which people use them.
    const zeros = words.reduce((sum, word) => sum + Math.log10(placeOf(word) ?? 1), 0);
    return words.length < 4 || zeros < ENOUGH_GUESSES;
  }
  const letters = [...text].filter((letter) => /\p{L}/u.test(letter));
  const others = letters.filter(
    (letter) => !/\p{Script=Latin}/u.test(letter) && !SIGNS_OF_WORDS.test(letter),
  );
  return others.length > letters.length / 2 && text.length < SHORTEST_IN_OTHER_LETTERS;
}

/**
 * @param {string} text
 * @param {{pattern: string, token: string, dictionaryName?: string}[]} sequence
 */
function reasonFor(text, sequence) {
  /** @param {(match: typeof sequence[number]) => boolean} test */
  const has = (test) => sequence.some(test);
  /** @param {{token: string}} match */
  const isMost = ({ token }) => token.length >= MOST * text.length;
  if (has(({ dictionaryName }) => dictionaryName === "userInputs")) return KNOWN;
  if (has((match) => match.dictionaryName === "passwords" && isMost(match))) return COMMON;
  if (has(({ pattern }) => pattern === "date" || pattern === "regex")) return DATES;
  if (has(({ dictionaryName }) => dictionaryName === "firstnames")) return NAMES;
  if (has(({ pattern }) => pattern === "repeat")) return REPEATED;
  if (has(({ pattern }) => pattern === "spatial" || pattern === "sequence")) return KEYS;
  return text.length < SHORT_LENGTH ? SHORT : GUESSABLE;
}
