// Letters of other scripts that stand for the ones that times are written with.

const DIGITS = [0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0xff10]; // where zero is: Arabic, Persian, N'Ko, Devanagari, Bengali, wide
const OTHERS =
  /[\u00a0\u060c\u061c\u066b\u06d4\u2000-\u200f\u2011\u2013\u202a-\u202f\u2066-\u2069\ufeff\u{660}-\u{669}\u{6f0}-\u{6f9}\u{7c0}-\u{7c9}\u{966}-\u{96f}\u{9e6}-\u{9ef}\u{ff10}-\u{ff1a}\u{ff0c}\u3000]/gu;
const UNSEEN = /[\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/;

/**
 * Write digits, spaces and dashes in the plain way, and leave out what only says in which direction text runs.
 * @param {string} text
 */
export function plain(text) {
  return text.replace(OTHERS, plainLetter);
}

/** @param {string} letter */
function plainLetter(letter) {
  if (UNSEEN.test(letter)) return "";
  const code = /** @type {number} */ (letter.codePointAt(0));
  const zero = DIGITS.find((first) => code >= first && code < first + 10);
  if (zero !== undefined) return String(code - zero);
  if (letter === "\uff1a") return ":";
  if (letter === "\uff0c" || letter === "\u060c") return ",";
  if (letter === "\u066b" || letter === "\u06d4") return ".";
  return letter === "\u2011" || letter === "\u2013" ? "-" : " ";
}
