// Hashes as `integrity` and `files.json` write them. No DOM here.

/**
 * Write the bytes of a SHA-256 hash as the text by which browsers compare files.
 * @param {Uint8Array} hash
 */
export function integrityText(hash) {
  return `sha256-${btoa(String.fromCharCode(...hash))}`;
}

/**
 * Return the text for a file of these bytes.
 * @param {BufferSource} bytes
 */
export async function integrityOf(bytes) {
  return integrityText(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}
