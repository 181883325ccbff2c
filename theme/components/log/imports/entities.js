// What stands for a letter in XML. Many programs write an emoji as two halves (`&#55357;&#56384;`); they are put together.
import { wellFormed } from "./well-formed.js";

const REFERENCE = /&(?:#(\d{1,8})|#[xX]([\da-fA-F]{1,7})|(amp|lt|gt|quot|apos));/g;
/** @type {Record<string, string>} */
const NAMED = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const NONE = "\uFFFD";

/**
 * Return a text with its references read; `mended` counts letters that were put together, `lost` those that are none.
 * @param {string} text
 */
export function decodeEntities(text) {
  if (!text.includes("&")) return { text, mended: 0, lost: 0 };
  let mended = 0;
  let lost = 0;
  const read = text.replace(REFERENCE, (_all, decimal, hexadecimal, name) => {
    if (name) return NAMED[name];
    const code = decimal ? Number(decimal) : parseInt(hexadecimal, 16);
    if (isLetter(code)) return String.fromCodePoint(code);
    if (code >= 0xd800 && code <= 0xdfff) return String.fromCharCode(code);
    lost += 1;
    return NONE;
  });
  if (!/[\ud800-\udfff]/.test(read)) return { text: read, mended, lost };
  // Halves that came as references: two that fit are one letter now.
  for (const [reference] of text.matchAll(/&#(?:\d{5}|[xX][dD][89a-fA-F][\da-fA-F]{2});/g))
    if (isHalf(reference)) mended += 1;
  const whole = wellFormed(read);
  const broken = whole === read ? 0 : whole.split(NONE).length - read.split(NONE).length;
  return { text: whole, mended: Math.floor((mended - broken) / 2), lost: lost + broken };
}

/** @param {string} reference */
function isHalf(reference) {
  const code = /[xX]/.test(reference) ? parseInt(reference.slice(3), 16) : Number(reference.slice(2, -1));
  return code >= 0xd800 && code <= 0xdfff;
}

/** @param {number} code */
function isLetter(code) {
  if (code < 0x20) return code === 9 || code === 10 || code === 13;
  return code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) && (code & 0xfffe) !== 0xfffe;
}
