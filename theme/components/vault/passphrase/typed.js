/** The same passphrase as people type it: on another keyboard, on a phone, from a note. No DOM, no library. */

const APOSTROPHES = /[\u2018\u2019\u201a\u201b\u02bc\u00b4\u0060\uff07]/gu;
const QUOTES = /[\u201c\u201d\u201e\u201f\uff02]/gu;
const DASHES = /[\u2010-\u2015\u2212\uff0d]/gu;
const UNSEEN = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe0e\ufe0f\ufeff]/gu;
const ACCENTS = /\p{M}/gu; // a phone that corrects Spanish adds them
const WORDS = /^[a-z]{3,9}( [a-z]{3,9}){4,5}$/; // as they are made: six now, five before 30 November 2026

/**
 * The same words are the same bytes on every keyboard. A phone likes to add a space after a word.
 * @param {string} passphrase
 */
export function exact(passphrase) {
  // Half of a surrogate pair is not a letter; all of them would become the same byte.
  return passphrase
    .replace(/\p{Surrogate}/gu, "")
    .normalize("NFC")
    .trim();
}

/**
 * List what to try, the passphrase as it was typed first. What was set stays as it is; a phone or a text program may
 * have changed signs when it was set, or change them now. Each costs as long as a wrong passphrase.
 * @param {string} passphrase
 */
export function spellings(passphrase) {
  const typed = exact(passphrase);
  const plain = plainOf(typed);
  const words = typed
    .normalize("NFKD")
    .replace(ACCENTS, "")
    .replace(UNSEEN, "")
    .toLowerCase()
    .replace(/[^a-z]+/g, " ")
    .trim();
  const all = [typed, plain, withoutSentence(plain), curly(plain), ...(WORDS.test(words) ? [words] : [])];
  return [...new Set(all)];
}

/**
 * Marks, blanks and invisible letters as a keyboard without help types them.
 * @param {string} text
 */
function plainOf(text) {
  return text
    .normalize("NFKC")
    .replace(UNSEEN, "")
    .replace(APOSTROPHES, "'")
    .replace(QUOTES, '"')
    .replace(DASHES, "-")
    .replace(/\u2026/gu, "...")
    .replace(/\s+/gu, " ")
    .trim();
}

/**
 * A phone begins a sentence with a capital letter, and ends it with a full stop after two spaces.
 * @param {string} text
 */
function withoutSentence(text) {
  const [first = "", ...rest] = text;
  return (first.toLowerCase() + rest.join("")).replace(/\.$/, "").trim();
}

/**
 * What a phone or a text program makes of plain marks.
 * @param {string} text
 */
function curly(text) {
  return text
    .replace(/(^|[\s([{])"/gu, "$1\u201c")
    .replace(/"/g, "\u201d")
    .replace(/(^|[\s([{])'/gu, "$1\u2018")
    .replace(/'/g, "\u2019");
}
