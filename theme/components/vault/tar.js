/** Files one after the other in one, as `tar` has them: every system can unpack that. No DOM. */

const BLOCK = 512; // bytes
const HEADER = [
  ["mode", 100, "0000644"],
  ["owner", 108, "0000000"],
  ["group", 116, "0000000"],
  ["changed", 136, "00000000000"], // 1970: when something was kept is nobody's business
  ["sum", 148, " ".repeat(8)],
  ["type", 156, "0"],
  ["magic", 257, "ustar"],
  ["version", 263, "00"],
];
const NAME = 100; // bytes at most
const SUM = 148;
const SIZE = 124;

/**
 * Return what stands before and after the bytes of a file. `name` is short, and of ASCII.
 * @param {string} name
 * @param {number} size
 */
export function aroundFile(name, size) {
  if (name.length >= NAME) throw new RangeError("a name for tar is too long");
  const header = new Uint8Array(BLOCK);
  /**
   * @param {number} at
   * @param {string} text
   */
  const write = (at, text) => header.set(new TextEncoder().encode(text), at);
  for (const [, at, text] of HEADER) write(/** @type {number} */ (at), String(text));
  write(0, name);
  write(SIZE, size.toString(8).padStart(11, "0"));
  const sum = header.reduce((before, byte) => before + byte, 0);
  write(SUM, `${sum.toString(8).padStart(6, "0")}\0 `);
  return { before: header, after: new Uint8Array((BLOCK - (size % BLOCK)) % BLOCK) };
}

/** What stands at the end. */
export const END = new Uint8Array(2 * BLOCK);
