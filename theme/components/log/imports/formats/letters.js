// Letters that an export broke: UTF-8 that was written as if each byte were a letter (Latin-1). No DOM here.

const OTHER = /[^\u0000-\u00ff]/; // no byte
const SIGNS = /[\u00c2-\u00f4][\u0080-\u00bf]/; // how the bytes of one letter look, as letters
const LETTERS = /[^\u0000-\u007f]/gu;

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Mend a text whose bytes are whole UTF-8; leave any other as it is. `count` is how many letters were mended.
 * @param {string} text
 * @returns {{text: string, is: "right" | "mended" | "not-mended", count: number}}
 */
export function mended(text) {
  if (!SIGNS.test(text)) return { text, is: "right", count: 0 };
  const whole = OTHER.test(text) ? null : decoded(text);
  if (whole === null) return { text, is: "not-mended", count: 0 };
  return { text: whole, is: "mended", count: whole.match(LETTERS)?.length ?? 0 };
}

/** @param {string} text */
function decoded(text) {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}
