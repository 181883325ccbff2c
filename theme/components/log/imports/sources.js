// What is imported: a file, pasted text, or bytes.

/** @import { Source } from "./types.d.ts" */

const CHUNK = 256 * 1024; // bytes

/**
 * @param {File} file
 * @returns {Source}
 */
export function sourceOfFile(file) {
  return sourceOfBlob(file.name, file);
}

/**
 * @param {string} text
 * @param {string} [name]
 * @returns {Source}
 */
export const sourceOfText = (text, name = "") => sourceOfBytes(name, new TextEncoder().encode(text));

/**
 * @param {string} name
 * @param {Uint8Array} bytes
 * @returns {Source}
 */
export function sourceOfBytes(name, bytes) {
  return {
    name,
    size: bytes.length,
    slice: async (from, to) => bytes.subarray(from, to),
    stream() {
      let at = 0;
      return new ReadableStream({
        pull(controller) {
          if (at >= bytes.length) controller.close();
          else controller.enqueue(bytes.subarray(at, (at += CHUNK)));
        },
      });
    },
  };
}

/**
 * @param {string} name
 * @param {Blob} blob
 * @returns {Source}
 */
function sourceOfBlob(name, blob) {
  return {
    name,
    size: blob.size,
    stream: () => blob.stream(),
    slice: async (from, to) => new Uint8Array(await blob.slice(from, to).arrayBuffer()),
  };
}
