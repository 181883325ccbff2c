// What a camera wrote beside a picture: when, and where. All of it can be wrong, and all of it can be changed. No DOM here.
import { isWall } from "../../imports/import-times.js";
import { NOTHING, readExif } from "./exif.js";
import { findExif } from "./find-exif.js";
import { HEAD, kindOfFile } from "./kind-of-file.js";

/** @typedef {"jpeg" | "heic" | "png" | ""} MetaKind */
/** @typedef {{raw: string, wall: string, offset?: string}} Taken */
/** @typedef {{latitude: number, longitude: number}} Place */
/** @typedef {{kind: MetaKind, taken: Taken | null, hasPlace: boolean, place: Place | null, missing: boolean}} Meta */

const MOST_READ = 64 * 1024 * 1024; // bytes; in some pictures the last of them hold what the camera wrote
const RAW = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)$/;
const OFFSET = /^(Z|[+-]\d{1,2}:\d\d)$/;

/**
 * Return what a picture says of itself; nothing where it is none, or is broken. `taken.raw` is the time as the camera wrote it,
 * `taken.wall` the same as a wall time; without `offset` nobody knows of which zone. `place` is told only where it is
 * asked for, as it can be somebody's home. Rejects only where the file cannot be read.
 * @param {Blob} blob
 * @param {{withPlace?: boolean}} [how]
 * @returns {Promise<Meta>}
 */
export async function readMeta(blob, { withPlace = false } = {}) {
  const kind = kindOfFile(new Uint8Array(await blob.slice(0, HEAD).arrayBuffer()))?.withMeta ?? "";
  const tags = kind ? readTags(kind, await blob.slice(0, MOST_READ).arrayBuffer()) : NOTHING;
  const taken = takenOf(tags.taken, tags.offset);
  const place = placeOf(tags);
  return {
    kind,
    taken,
    hasPlace: place !== null,
    place: withPlace ? place : null,
    missing: !taken && !place,
  };
}

/**
 * @param {MetaKind} kind
 * @param {ArrayBuffer} bytes
 */
function readTags(kind, bytes) {
  try {
    const exif = kind && findExif(kind, bytes);
    return exif ? readExif(exif) : NOTHING;
  } catch (error) {
    if (error instanceof RangeError) return NOTHING; // what is broken points behind its own end
    throw error;
  }
}

/**
 * @param {string} raw
 * @param {string} offset
 * @returns {Taken | null}
 */
function takenOf(raw, offset) {
  const wall = raw.replace(RAW, "$1-$2-$3T$4");
  if (wall === raw || !isWall(wall)) return null; // cameras without a clock write zeros
  return { raw, wall, ...(OFFSET.test(offset) && { offset }) };
}

/**
 * @param {Place} given
 * @returns {Place | null}
 */
function placeOf({ latitude, longitude }) {
  const isPlace = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180; // not so where either is no number
  return isPlace && (latitude || longitude) ? { latitude, longitude } : null; // zeros: the camera did not know
}
