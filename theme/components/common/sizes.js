import { _, fill, LANGUAGE } from "./gettext.js";

/**
 * Write a number of bytes as people read it, never too small.
 * @param {number} bytes
 */
export function sizeOf(bytes) {
  if (bytes < 950_000) return fill(_("{number} kB"), { number: Math.ceil(bytes / 10_000) * 10 });
  const inTenths = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return fill(_("{number} MB"), { number: (Math.ceil(bytes / 1e5) / 10).toLocaleString(LANGUAGE, inTenths) });
}
