/**
 * Return whether these are the same bytes.
 * @param {Uint8Array} bytes
 * @param {Uint8Array} others
 */
export function areEqual(bytes, others) {
  return bytes.length === others.length && bytes.every((byte, i) => byte === others[i]);
}
