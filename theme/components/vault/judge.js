/** Judge a passphrase that a reader thought of. */
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import graphs from "@zxcvbn-ts/language-common/dist/adjacencyGraphs.json.mjs";
import diceware from "@zxcvbn-ts/language-common/dist/diceware.json.mjs";
import passwords from "@zxcvbn-ts/language-common/dist/passwords.json.mjs";
import commonWords from "@zxcvbn-ts/language-en/dist/commonWords.json.mjs";
import firstnames from "@zxcvbn-ts/language-en/dist/firstnames.json.mjs";
import { COMMON, DATES, GUESSABLE, KEYS, KNOWN, NAMES, REPEATED, SHORT } from "./messages.js";

/** A strong graphics card makes about 1,000 guesses in a second at scrypt 2^17: these take it 30 years. */
const ENOUGH_GUESSES = 12; // zeros
const LONGEST_JUDGED = 128; // characters; more can only be harder to guess
const SHORT_LENGTH = 12; // characters; as many random ones would be enough
const MOST = 0.75; // of the characters

const estimator = new ZxcvbnFactory({ dictionary: { diceware, passwords, commonWords, firstnames }, graphs });

/**
 * Return `{ok, reason}`; the reason is a kind that `messages.js` has a sentence for. `known` are words that the
 * person who may guess knows: names, towns, dates.
 */
export function judge(text, known) {
  const { guessesLog10, sequence } = estimator.check(text.trim().slice(0, LONGEST_JUDGED), known);
  if (guessesLog10 >= ENOUGH_GUESSES) return { ok: true, reason: null };
  return { ok: false, reason: reasonFor(text, sequence) };
}

function reasonFor(text, sequence) {
  const has = (test) => sequence.some(test);
  const isMost = ({ token }) => token.length >= MOST * text.trim().length;
  if (has(({ dictionaryName }) => dictionaryName === "userInputs")) return KNOWN;
  if (has((match) => match.dictionaryName === "passwords" && isMost(match))) return COMMON;
  if (has(({ pattern }) => pattern === "date" || pattern === "regex")) return DATES;
  if (has(({ dictionaryName }) => dictionaryName === "firstnames")) return NAMES;
  if (has(({ pattern }) => pattern === "repeat")) return REPEATED;
  if (has(({ pattern }) => pattern === "spatial" || pattern === "sequence")) return KEYS;
  return text.trim().length < SHORT_LENGTH ? SHORT : GUESSABLE;
}
