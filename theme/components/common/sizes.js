import { _, fill, LANGUAGE } from "./gettext.js";

const inTenths = new Intl.NumberFormat(LANGUAGE, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/**
 * Write a number of bytes as people read it, never too small.
 * @param {number} bytes
 */
export function sizeOf(bytes) {
  if (bytes < 950_000) return fill(_("{number} kB"), { number: Math.ceil(bytes / 10_000) * 10 });
  return fill(_("{number} MB"), { number: inTenths.format(Math.ceil(bytes / 1e5) / 10) });
}
