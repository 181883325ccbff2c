// A copy of a JPEG without what was written beside the picture: parts are left out, and the picture itself stays byte for byte.
// It is another file, with another SHA-256. No DOM here.
import { END, segmentsOf } from "./jpeg.js";

const APP0 = 0xe0;
const APP2 = 0xe2; // the colours, where it says so
const APP14 = 0xee; // how the colours are stored
const LAST_APP = 0xef;
const COMMENT = 0xfe;
const COLOURS = "ICC_PROFILE\0";

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
  if (marker === APP2) return String.fromCharCode(...content.subarray(0, COLOURS.length)) === COLOURS;
  return marker !== COMMENT && (marker < APP0 || marker > LAST_APP || marker === APP14);
}
