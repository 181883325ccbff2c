// The parts of a JPEG: markers, each with a length. No DOM here.

export const MARK = 0xff;
export const START = 0xd8;
export const END = 0xd9;
export const SCAN = 0xda;
const FIRST = 0xc0; // of the markers that parts have
const RESTART = 0xd0; // the first of eight
const MOST = 2000; // parts; a picture has a few dozen

/** @typedef {{marker: number, at: number, from: number, end: number, next: number}} Segment where it begins, and its content */

/**
 * Yield the parts up to the end of the image, which is the last of them; fewer where the bytes do not go on like a JPEG, or where there
 * are too many. `next` is behind the scan, where it is one. Bytes that only fill up belong to no part.
 * @param {Uint8Array} bytes
 * @returns {Generator<Segment, void, void>}
 */
export function* segmentsOf(bytes) {
  if (bytes[0] !== MARK || bytes[1] !== START) return;
  let at = 2;
  for (let count = 0; count < MOST; count++) {
    while (bytes[at] === MARK && bytes[at + 1] === MARK) at += 1;
    const marker = bytes[at + 1];
    if (bytes[at] !== MARK || !(marker >= FIRST)) return;
    if (marker === END) {
      yield { marker, at, from: at + 2, end: at + 2, next: at + 2 };
      return;
    }
    const end = at + 2 + ((bytes[at + 2] << 8) | bytes[at + 3]);
    if (!(end >= at + 4 && end <= bytes.length)) return;
    const next = marker === SCAN ? endOfScan(bytes, end) : end;
    if (next < 0) return;
    yield { marker, at, from: at + 4, end, next };
    at = next;
  }
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
