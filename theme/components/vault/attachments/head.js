/**
 * The head of a stored file: what it is, and the key of its values. It is an age identity file, whose first line is a comment
 * for us. `contributing/vault-format.md` describes it. No DOM, and nothing is encrypted here.
 */
import { DAMAGED, KnownError } from "../protocol.js";

/** @import { Bytes, Head } from "../types.d.ts" */

const LENGTH = 512; // bytes, padding included
const HEX = /^[0-9a-f]{64}$/;

/**
 * @param {Head} head
 * @returns {Bytes}
 */
export function encodeHead({ id, bytes, sha256, values, identity }) {
  const about = `# ${JSON.stringify({ id, bytes, sha256, values })}`;
  const text = `${about.padEnd(LENGTH - identity.length - 2)}\n${identity}\n`;
  return new TextEncoder().encode(text);
}

/**
 * Return what these bytes say of the file of this id, or throw a `KnownError`: nothing of them is trusted.
 * @param {Uint8Array} bytes
 * @param {string} wanted
 * @returns {Head}
 */
export function decodeHead(bytes, wanted) {
  const [about, identity] = new TextDecoder().decode(bytes).split("\n");
  const { id, bytes: size, sha256, values } = valuesIn(about.slice(1));
  const isWhole = Number.isSafeInteger(size) && size >= 0 && Number.isSafeInteger(values) && values > 0;
  const isRight = id === wanted && HEX.test(sha256) && /^AGE-SECRET-KEY-1/.test(identity);
  if (!isWhole || !isRight) throw new KnownError(DAMAGED);
  return { id, bytes: size, sha256, values, identity };
}

/** @param {string} text */
function valuesIn(text) {
  try {
    return Object(JSON.parse(text));
  } catch {
    throw new KnownError(DAMAGED);
  }
}
