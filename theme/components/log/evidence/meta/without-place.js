// A copy of a JPEG without what was written beside the picture: parts are left out, and the picture itself stays byte for byte.
// It is another file, with another SHA-256. No DOM here.
import { END, SCAN, segmentsOf } from "./jpeg.js";

const APP2 = 0xe2; // the colours, where it says so
const APP14 = 0xee; // how the colours are stored, where it says so
const COLOURS = "ICC_PROFILE\0";
const STORED = "Adobe";
const STORED_LENGTH = 12; // bytes
// What an image is made of: its frame, its tables, its scans, and its end.
const OF_IMAGE = new Set([
  ...[0xc0, 0xc1, 0xc2, 0xc3, 0xc4, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcc, 0xcd, 0xce, 0xcf],
  ...[END, SCAN, 0xdb, 0xdc, 0xdd],
]);

/**
 * Return the pieces of the copy, or null where this is no JPEG whose parts can be told apart. What follows the image (as in a
 * moving picture, or another one that the camera put there) is left out too, as it can hold a place of its own.
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {Uint8Array<ArrayBuffer>[] | null}
 */
export function withoutPlace(bytes) {
  const pieces = [bytes.subarray(0, 2)];
  for (const { marker, at, from, end, next } of segmentsOf(bytes)) {
    if (isOfPicture(marker, bytes.subarray(from, end))) pieces.push(bytes.subarray(at, next));
    if (marker === END) return pieces;
  }
  return null;
}

/**
 * @param {number} marker
 * @param {Uint8Array} content
 */
function isOfPicture(marker, content) {
  const begins = (/** @type {string} */ letters) =>
    String.fromCharCode(...content.subarray(0, letters.length)) === letters;
  if (marker === APP2) return begins(COLOURS);
  if (marker === APP14) return content.length === STORED_LENGTH && begins(STORED);
  return OF_IMAGE.has(marker);
}
