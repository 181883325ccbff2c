/** Pick words by cryptographic randomness, each as likely as any other. */

const BITS = 64; // at least

/**
 * Return as many words of the list as its length asks for: six of 1,626 or more.
 * @param {string[]} list
 */
export function pickWords(list) {
  return Array.from({ length: Math.ceil(BITS / Math.log2(list.length)) }, () => list[pickBelow(list.length)]);
}

/**
 * Return a whole number from 0 up to below `limit`, at most 65,536.
 * @param {number} limit
 */
function pickBelow(limit) {
  // Numbers above the last whole multiple would make the first words likelier than the others.
  const end = 65536 - (65536 % limit);
  for (;;) {
    const [number] = crypto.getRandomValues(new Uint16Array(1));
    if (number < end) return number % limit;
  }
}
