/** The words that a guess in Spanish begins with, with and without accents; and those of English, which many readers know. */
import englishNames from "@zxcvbn-ts/language-en/dist/firstnames.json.mjs";
import commonWords from "@zxcvbn-ts/language-es-es/dist/commonWords.json.mjs";
import names from "@zxcvbn-ts/language-es-es/dist/firstnames.json.mjs";
import { everydayEnglish } from "./everyday-english.js";

/** @param {string} word */
const withoutAccents = (word) => word.normalize("NFD").replace(/\p{M}/gu, "");

/** @param {string[]} words */
const eachWay = (words) => [...new Set(words.flatMap((word) => [word, withoutAccents(word)]))];

/** Lists for the estimator, by the name that it calls a match after. */
export const dictionaries = {
  commonWords: eachWay(commonWords),
  everydayEnglish,
  firstnames: eachWay([...names, ...englishNames]),
};

/** Each list in the order in which people use the words, without accents. */
export const wordsByUse = [commonWords.map(withoutAccents), everydayEnglish];
