// File names that the reader chooses, in a form that every system can store. No DOM here.
const MOST_LETTERS = 100;
const WITHOUT_WISH = "notes";
// Windows keeps these for devices, with every ending.
const RESERVED = /^(con|prn|aux|nul|(com|lpt)[\d¹²³])\s*(?=\.|$)/iu;
const END = /[.\s]+$/;
const FORBIDDEN = /\/|[\\:*?"<>|\p{C}\p{Zl}\p{Zp}\ufe00-\ufe0f]/gu;
const SKIN = "[\\u{1f3fb}-\\u{1f3ff}]";
const PICTURE = `\\p{Extended_Pictographic}(?:\\ufe0f|${SKIN})?`;
// A joiner and a variation selector have a meaning only inside an emoji.
const JOINED = new RegExp(`${PICTURE}(?:\\u200d${PICTURE})*`, "gu");
// One letter with its accents, one flag, or one picture.
const LETTER = new RegExp(`${JOINED.source}|\\p{RI}\\p{RI}|\\P{M}\\p{M}*|\\p{M}+`, "gu");

/**
 * Leave out what file systems forbid, and what would make a name look like another one.
 * @param {string} wish
 * @param {string} ending
 * @param {string} [instead] where nothing is left
 */
export function fileName(wish, ending, instead = WITHOUT_WISH) {
  const allowed = withoutForbidden(wish.normalize());
  const letters = trimmed(withoutEnding(allowed, ending)).match(LETTER) ?? [];
  const name = trimmed(letters.slice(0, MOST_LETTERS).join(""));
  return `${name.replace(RESERVED, "$&-") || instead}.${ending}`;
}

/** @param {string} text */
function withoutForbidden(text) {
  const pictures = text.match(JOINED) ?? [];
  const between = text.split(JOINED).map((part) => part.replace(FORBIDDEN, ""));
  return between.map((part, index) => part + (pictures[index] ?? "")).join("");
}

/**
 * @param {string} name
 * @param {string} ending
 */
function withoutEnding(name, ending) {
  const last = `.${ending}`;
  let rest = name.replace(END, "");
  while (rest.toLowerCase().endsWith(last)) rest = rest.slice(0, -last.length).replace(END, "");
  return rest;
}

/**
 * Windows drops dots and blanks at the end; a dot at the start hides a file elsewhere.
 * @param {string} name
 */
function trimmed(name) {
  return name.replace(/^[.\s]+/, "").replace(END, "");
}
