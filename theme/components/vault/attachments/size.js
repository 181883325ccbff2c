/** How a file's bytes are padded and cut, so that what is stored says little of how long it is. No DOM. */

/** A value is at most this long: a browser holds several copies of one while it stores or reads it. */
export const LARGEST_VALUE = 1024 * 1024; // bytes

/** With what age adds, a file up to this size is one value below 65,536 bytes: Chromium writes larger ones as files of their own. */
const SMALL = 48 * 1024; // bytes
const STEP = 4096; // bytes

/**
 * Return the size to which a file is padded: a small one to a multiple of 4 KiB, others as Padmé has it, by 12 % at most
 * (https://petsymposium.org/popets/2019/popets-2019-0056.pdf).
 * @param {number} size
 */
export function paddedSize(size) {
  if (size <= SMALL) return Math.max(1, Math.ceil(size / STEP)) * STEP;
  const exponent = Math.floor(Math.log2(size));
  const step = 2 ** (exponent - Math.floor(Math.log2(exponent)) - 1);
  return Math.ceil(size / step) * step;
}
