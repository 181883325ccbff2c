// Where a picture holds what a camera wrote. Every length is bounded, and each step goes forward. No DOM here.
import { exifInHeic } from "./heic.js";
import { segmentsOf } from "./jpeg.js";
import { lettersAt } from "./letters.js";

const EXIF = "Exif\0\0";

/**
 * Return the part of the picture that is the TIFF, or null.
 * @param {"jpeg" | "heic" | "png"} kind
 * @param {ArrayBuffer} bytes
 * @returns {DataView | null}
 */
export function findExif(kind, bytes) {
  return FINDERS[kind](new DataView(bytes));
}

/** @type {Record<string, (view: DataView) => DataView | null>} */
const FINDERS = { jpeg: inJpeg, heic: exifInHeic, png: inPng };

const APP1 = 0xe1;

/** @param {DataView} view */
function inJpeg(view) {
  const bytes = new Uint8Array(view.buffer);
  for (const { marker, from, end } of segmentsOf(bytes))
    if (marker === APP1 && lettersAt(view, from, EXIF.length) === EXIF)
      return new DataView(view.buffer, from + EXIF.length, end - from - EXIF.length);
  return null;
}

const SIGNATURE = 8; // bytes
const HEAD = 8; // bytes, of a chunk: its length and its type
const SUM = 4; // bytes after it
const MOST = 20_000; // chunks; large pictures have thousands

/** @param {DataView} view */
function inPng(view) {
  let at = SIGNATURE;
  for (let count = 0; count < MOST && at + HEAD <= view.byteLength; count++) {
    const length = view.getUint32(at);
    const end = at + HEAD + length;
    if (end > view.byteLength) return null;
    if (lettersAt(view, at + 4, 4) === "eXIf") return new DataView(view.buffer, at + HEAD, length);
    at = end + SUM;
  }
  return null;
}
