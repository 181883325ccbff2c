// What a camera wrote beside a picture: when, and where. All of it can be wrong, and all of it can be changed. No DOM here.
import { loadView } from "exifreader/src/exif-reader.js";
import { isWall } from "../../imports/import-times.js";
import { HEAD, kindOfFile } from "./kind-of-file.js";

/** @typedef {"jpeg" | "heic" | "png" | ""} MetaKind */
/** @typedef {{raw: string, wall: string, offset?: string}} Taken */
/** @typedef {{latitude: number, longitude: number}} Place */
/** @typedef {{kind: MetaKind, taken: Taken | null, hasPlace: boolean, place: Place | null, missing: boolean}} Meta */

const MOST_READ = 64 * 1024 * 1024; // bytes; in some pictures the last of them hold what the camera wrote
/** @type {{exif: string[], gps: true}} */
const WANTED = { exif: ["DateTimeOriginal", "OffsetTimeOriginal"], gps: true };
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
  const { exif, gps } = kind ? readTags(await blob.slice(0, MOST_READ).arrayBuffer()) : NO_TAGS;
  const taken = takenOf(firstText(exif?.DateTimeOriginal), firstText(exif?.OffsetTimeOriginal));
  const place = placeOf(gps);
  return {
    kind,
    taken,
    hasPlace: place !== null,
    place: withPlace ? place : null,
    missing: !taken && !place,
  };
}

/** @typedef {Pick<import("exifreader").ExpandedTags, "exif" | "gps">} Tags */

/** @type {Tags} */
const NO_TAGS = {};

/**
 * @param {ArrayBuffer} bytes
 * @returns {Tags}
 */
function readTags(bytes) {
  try {
    // Other parts are not asked for: the library would hand text of the file to an XML parser.
    return loadView(new DataView(bytes), { expanded: true, includeTags: WANTED });
  } catch {
    return NO_TAGS; // a broken picture
  }
}

/**
 * @param {{value: unknown} | undefined} tag
 * @returns {string}
 */
function firstText(tag) {
  const value = Array.isArray(tag?.value) ? tag.value[0] : tag?.value;
  return typeof value === "string" ? value.trim() : "";
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
 * @param {Tags["gps"]} gps
 * @returns {Place | null}
 */
function placeOf(gps) {
  const [latitude, longitude] = [gps?.Latitude, gps?.Longitude];
  const isPlace = isWithin(latitude, 90) && isWithin(longitude, 180);
  return isPlace && (latitude || longitude) ? { latitude, longitude } : null; // zeros: the camera did not know
}

/**
 * @param {unknown} value
 * @param {number} most
 * @returns {value is number}
 */
const isWithin = (value, most) => typeof value === "number" && Math.abs(value) <= most;
