#!/usr/bin/env node
/**
 * Choose the words of Spanish passphrases, and write the module that the Spanish build has in place of
 * `theme/components/vault/passphrase/easy-words.js`. Write the English words, too, that rating knows there.
 *
 * `contributing/decisions/0018-words-of-a-passphrase.md` says why they are chosen like this.
 */
import { fileURLToPath } from "node:url";
import { wordlist } from "@scure/bip39/wordlists/spanish.js";
import englishWords from "@zxcvbn-ts/language-en/dist/commonWords.json.mjs";
import commonWords from "@zxcvbn-ts/language-es-es/dist/commonWords.json.mjs";
import firstnames from "@zxcvbn-ts/language-es-es/dist/firstnames.json.mjs";
import { leftOutWords } from "./left-out-words-es.js";
import { areAlike, writeList, writeWords } from "./word-lists.mjs";

const FOLDER = "../languages/es/theme/components/vault/passphrase";
const pathOf = (/** @type {string} */ name) => fileURLToPath(new URL(`${FOLDER}/${name}`, import.meta.url));

const FORM = /^[a-z]{3,8}$/; // no accent and no ñ: a keyboard may lack them, and a hand leaves them out
const NOUN = /^[a-z]{4,8}(?<=[aeo])$/;
const ENDING = /([ai]d[ao]|aba|[aei]ra|[nr]l[aeo]|os[ao]|to)$/; // most of these are a form of another word
const VERBS = ["ar", "er", "ir", "ear", "ando", "iendo", "aron", "ado", "ido"];
const EVERYDAY = 3000; // English words, as many as `strength.js` takes sentences to be made of
/** How many of the words that people use most can be added to those of the list. */
const USED = 30_000;

const used = new Set(commonWords);
const names = new Set(firstnames);

/** @returns {string[]} */
function chooseWords() {
  const listed = wordlist.map((word) => word.normalize("NFC")).filter((word) => FORM.test(word));
  const chosen = listed.filter((word) => !leftOutWords.has(word));
  for (const word of commonWords.slice(0, USED))
    if (isNoun(word) && !leftOutWords.has(word) && !chosen.some((other) => areAlike(word, other)))
      chosen.push(word);
  return chosen.sort();
}

/**
 * Return whether a word has a plural and is, as far as the words that people use show, no form of a verb and no name.
 * @param {string} word
 */
function isNoun(word) {
  const root = word.slice(0, -1);
  return (
    NOUN.test(word) &&
    !ENDING.test(word) &&
    used.has(`${word}s`) &&
    !VERBS.some((ending) => used.has(root + ending)) &&
    !names.has(word)
  );
}

writeWords(pathOf("easy-words.js"), chooseWords(), "tools/choose-words-es.mjs");
writeList(pathOf("everyday-english.js"), englishWords.slice(0, EVERYDAY), {
  name: "everydayEnglish",
  about: "English words in the order in which they are used. Written by tools/choose-words-es.mjs.",
});
