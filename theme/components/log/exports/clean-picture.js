// A photo for a report without what the camera wrote into it, but upright: the copy notes again how the camera was held. No DOM here.
import { findExif } from "../evidence/meta/find-exif.js";
import { withoutPlace } from "../evidence/meta/without-place.js";

const UPRIGHT = 1;
const LAST = 8; // of the ways to turn and mirror
const TAG = 0x0112;
const SHORT = 3; // a number of two bytes
const ENTRY = 12; // bytes
const LITTLE = 0x4949;

/**
 * Return the pieces of the copy, or null where none can be made.
 * @param {Uint8Array<ArrayBuffer>} bytes of a JPEG
 * @returns {Uint8Array<ArrayBuffer>[] | null}
 */
export function cleanPicture(bytes) {
  const [start, ...rest] = withoutPlace(bytes) ?? [];
  if (!start) return null;
  const exif = findExif("jpeg", bytes.buffer);
  return [start, noteOf(exif ? orientationOf(exif) : UPRIGHT), ...rest];
}

/** @param {DataView} view */
function orientationOf(view) {
  if (view.byteLength < 8) return UPRIGHT;
  const isLittle = view.getUint16(0) === LITTLE;
  const list = view.getUint32(4, isLittle);
  const count = list + 2 <= view.byteLength ? view.getUint16(list, isLittle) : 0;
  const last = Math.min(list + 2 + count * ENTRY, view.byteLength);
  for (let at = list + 2; at + ENTRY <= last; at += ENTRY) {
    if (view.getUint16(at, isLittle) !== TAG || view.getUint16(at + 2, isLittle) !== SHORT) continue;
    const value = view.getUint16(at + 8, isLittle);
    return value >= UPRIGHT && value <= LAST ? value : UPRIGHT;
  }
  return UPRIGHT;
}

/**
 * Return a part of a JPEG that says nothing but how the picture is turned.
 * @param {number} orientation
 */
function noteOf(orientation) {
  const head = [0xff, 0xe1, 0, 34, ...[0x45, 0x78, 0x69, 0x66, 0, 0]]; // "Exif"
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8];
  const list = [0, 1, TAG >> 8, TAG & 255, 0, SHORT, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
  return new Uint8Array([...head, ...tiff, ...list]);
}
