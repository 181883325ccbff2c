// What a camera wrote into an HEIC: the file is made of boxes, one of which lists items, and another where each lies. No DOM here.
import { lettersAt } from "./letters.js";

/** @typedef {{type: string, from: number, end: number}} Box where its content begins, and where it ends */

const FULL = 4; // bytes: the version of a box, and its flags
const EXIF = "Exif";
const MOST = 10_000; // items, or boxes

/**
 * @param {DataView} view
 * @returns {DataView | null}
 */
export function exifInHeic(view) {
  const meta = boxIn(view, "meta", 0, view.byteLength);
  if (!meta) return null;
  const child = (/** @type {string} */ type) => boxIn(view, type, meta.from + FULL, meta.end);
  const [infos, places, own] = [child("iinf"), child("iloc"), child("idat")];
  const id = infos && idOfExif(view, infos);
  const place = id && places ? placeOf(view, places, id) : null;
  if (!place) return null;
  const whole = place.isInMeta ? own : { from: 0, end: view.byteLength };
  return whole && tiffIn(view, whole.from + place.offset, place.length, whole.end);
}

/**
 * Return what an item holds: first how far away its TIFF is.
 * @param {DataView} view
 * @param {number} from
 * @param {number} length
 * @param {number} limit
 */
function tiffIn(view, from, length, limit) {
  const end = from + length;
  if (end > limit || from + 4 > end) return null;
  const tiff = from + 4 + view.getUint32(from);
  return tiff < end ? new DataView(view.buffer, tiff, end - tiff) : null;
}

/**
 * Return the first box of a type between two places.
 * @param {DataView} view
 * @param {string} type
 * @param {number} from
 * @param {number} end
 */
function boxIn(view, type, from, end) {
  for (const box of boxesIn(view, from, end)) if (box.type === type) return box;
  return null;
}

/**
 * @param {DataView} view
 * @param {number} from
 * @param {number} end
 * @returns {Generator<Box, void, void>}
 */
function* boxesIn(view, from, end) {
  let at = from;
  for (let count = 0; count < MOST && at + 8 <= end; count++) {
    const [size, type] = [view.getUint32(at), lettersAt(view, at + 4, 4)];
    const isLong = size === 1;
    if (isLong && at + 16 > end) return;
    const length = isLong ? Number(view.getBigUint64(at + 8)) : size || end - at;
    const head = isLong ? 16 : 8;
    if (length < head || at + length > end) return;
    yield { type, from: at + head, end: at + length };
    at += length;
  }
}

/**
 * @param {DataView} view
 * @param {Box} infos
 */
function idOfExif(view, { from, end }) {
  const first = from + FULL + (view.getUint8(from) ? 4 : 2); // after their number
  for (const { type, from: at, end: last } of boxesIn(view, first, end)) {
    const isLong = view.getUint8(at) === 3;
    const named = at + FULL + (isLong ? 6 : 4);
    if (type !== "infe" || named + 4 > last || lettersAt(view, named, 4) !== EXIF) continue;
    return isLong ? view.getUint32(at + FULL) : view.getUint16(at + FULL);
  }
  return 0;
}

/**
 * Return where an item lies; null where it lies in pieces, or in a way that is not known here.
 * @param {DataView} view
 * @param {Box} places
 * @param {number} wanted
 */
function placeOf(view, { from, end }, wanted) {
  const version = view.getUint8(from);
  const sizes = view.getUint16(from + FULL);
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const indexSize = version ? sizes & 15 : 0;
  let at = from + FULL + 2;
  const count = take(version < 2 ? 2 : 4);
  for (let index = 0; index < Math.min(count, MOST); index++) {
    const id = take(version < 2 ? 2 : 4);
    const way = version ? take(2) & 15 : 0;
    const source = take(2);
    const base = take(baseSize);
    const extents = take(2);
    if (id !== wanted) {
      at += extents * (indexSize + offsetSize + lengthSize);
      continue;
    }
    take(indexSize);
    const [offset, length] = [base + take(offsetSize), take(lengthSize)];
    return extents === 1 && way < 2 && !source && at <= end ? { isInMeta: way === 1, offset, length } : null;
  }
  return null;

  /** @param {number} size */
  function take(size) {
    const own = at;
    at += size;
    if (at > end) throw new RangeError("the list of places ends too soon");
    return READ.get(size)?.(view, own) ?? 0;
  }
}

/** @type {Map<number, (view: DataView, at: number) => number>} */
const READ = new Map([
  [2, (view, at) => view.getUint16(at)],
  [4, (view, at) => view.getUint32(at)],
  [8, (view, at) => Number(view.getBigUint64(at))],
]);
