// What is typed or pasted, as it is kept: put into one form once, then never again. No DOM here.

// Half of a pair, or a control character: UTF-8 has no place for the one, and a page shows nothing for the other.
const UNSHOWN = /[\ud800-\udfff\u0000-\u0008\u000b-\u001f\u007f]/gu;

/**
 * Return a text as it is kept: with our line breaks, composed letters, and a sign for each that cannot be shown.
 * @param {string} text
 */
export function typedText(text) {
  return shownText(text.replace(/\r\n?/g, "\n")).normalize("NFC");
}

/**
 * Return a text of one line as it is kept.
 * @param {string} text
 */
export function typedLine(text) {
  return typedText(text)
    .replace(/\s*\n\s*/g, " ")
    .trim();
}

/**
 * Return a text with a sign in place of each letter that cannot be shown.
 * @param {string} text
 */
export function shownText(text) {
  return text.replace(UNSHOWN, "\ufffd");
}

/**
 * Return a name with a sign in place of each letter that turns the others around: with one, a program looks like a picture.
 * @param {string} name
 */
export const unturned = (name) => name.replace(/[\u202a-\u202e\u2066-\u2069]/g, "\ufffd");

/**
 * Return a text for search: no capital letters, no accents.
 * @param {string} text
 */
export function foldedText(text) {
  return text.replace(FOREIGN, (letters) => letters.normalize("NFKD").replace(ACCENTS, "")).toLowerCase();
}

const FOREIGN = /[^\0-\x7f]+/g;
const ACCENTS = /\p{M}/gu;
