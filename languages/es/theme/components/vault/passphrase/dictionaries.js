/** The words that a guess in Spanish begins with, without accents; and those of English, which many readers know. */
import englishNames from "@zxcvbn-ts/language-en/dist/firstnames.json.mjs";
import commonWords from "@zxcvbn-ts/language-es-es/dist/commonWords.json.mjs";
import names from "@zxcvbn-ts/language-es-es/dist/firstnames.json.mjs";
import { everydayEnglish } from "./everyday-english.js";

/** @param {string[]} words */
const withoutAccents = (words) => [
  ...new Set(words.map((word) => word.normalize("NFD").replace(/\p{M}/gu, ""))),
];
const plainWords = withoutAccents(commonWords);

/** Lists for the estimator, by the name that it calls a match after. */
export const dictionaries = {
  commonWords: plainWords,
  everydayEnglish,
  firstnames: withoutAccents([...names, ...englishNames]),
};

/** Each list in the order in which people use the words. */
export const wordsByUse = [plainWords, everydayEnglish];
