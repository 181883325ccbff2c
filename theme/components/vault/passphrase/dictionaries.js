/** The words of this language that a guess begins with. Another language has a module of its own in place of this one. */
import commonWords from "@zxcvbn-ts/language-en/dist/commonWords.json.mjs";
import firstnames from "@zxcvbn-ts/language-en/dist/firstnames.json.mjs";

/** Lists for the estimator, by the name that it calls a match after. */
export const dictionaries = { commonWords, firstnames };

/** Each list in the order in which people use the words. */
export const wordsByUse = [commonWords];
