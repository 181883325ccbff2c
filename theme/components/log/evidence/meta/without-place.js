// A copy of a JPEG without what was written beside the picture: parts are left out, and the picture itself stays byte for byte.
// It is another file, with another SHA-256. No DOM here.

const MARK = 0xff;
const FIRST = 0xc0; // of the markers that parts have
const RESTART = 0xd0; // the first of eight
const START = 0xd8;
const END = 0xd9;
const APP0 = 0xe0;
const APP2 = 0xe2; // the colours, where it says so
const APP14 = 0xee; // how the colours are stored
const LAST_APP = 0xef;
const COMMENT = 0xfe;
const SCAN = 0xda;
const COLOURS = "ICC_PROFILE\0";

/**
 * Return the pieces of the copy, or null where this is no JPEG whose parts can be told apart. What follows the image (as in a
 * moving picture, or another one that the camera put there) is left out too, as it can hold a place of its own.
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {Uint8Array<ArrayBuffer>[] | null}
 */
export function withoutPlace(bytes) {
  if (bytes[0] !== MARK || bytes[1] !== START) return null;
  const pieces = [bytes.subarray(0, 2)];
  for (let at = 2; at >= 0 && at + 2 <= bytes.length;) {
    const marker = bytes[at + 1];
    if (bytes[at] !== MARK || marker < FIRST) return null;
    if (marker === END) return [...pieces, bytes.subarray(at, at + 2)];
    const end = at + 2 + ((bytes[at + 2] << 8) | bytes[at + 3]);
    if (end < at + 4 || end > bytes.length) return null;
    const next = marker === SCAN ? endOfScan(bytes, end) : end;
    if (next > at && isOfPicture(marker, bytes.subarray(at + 4, end))) pieces.push(bytes.subarray(at, next));
    at = next;
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

/**
 * Return where the next part begins, or -1. In a scan, a zero or a restart follows each byte 255.
 * @param {Uint8Array} bytes
 * @param {number} from
 */
function endOfScan(bytes, from) {
  let at = bytes.indexOf(MARK, from);
  while (at >= 0 && (bytes[at + 1] === 0 || (bytes[at + 1] >= RESTART && bytes[at + 1] < START)))
    at = bytes.indexOf(MARK, at + 2);
  return at;
}
