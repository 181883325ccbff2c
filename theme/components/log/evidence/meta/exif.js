// The tags that a camera wrote, in the form of a TIFF: a few lists of entries, each with an offset. Every offset is bounded. No DOM here.

const TIFF = 42;
const LITTLE = 0x4949;
const BIG = 0x4d4d;
const FIRST_LIST = 4; // where its offset stands
const ENTRY = 12; // bytes
const SIZES = new Map([
  [2, 1], // letters
  [4, 4], // numbers
  [5, 8], // numbers as two that are divided
  [13, 4], // where a list is
]);
const MOST_LETTERS = 64;

const EXIF = 0x8769;
const GPS = 0x8825;
const TAKEN = 0x9003;
const OFFSET = 0x9011;
const [NORTH_OR_SOUTH, LATITUDE, EAST_OR_WEST, LONGITUDE] = [1, 2, 3, 4];

/** @typedef {{type: number, count: number, at: number}} Tag where its value stands */

/**
 * Return what stands there of the time of the picture, its offset, and the place in degrees; empty or NaN where it does not.
 * @param {DataView} view of the TIFF alone
 */
export function readExif(view) {
  const order = view.byteLength >= FIRST_LIST + 4 ? view.getUint16(0) : 0;
  const isLittle = order === LITTLE;
  if (!isLittle && order !== BIG) return NOTHING;
  if (view.getUint16(2, isLittle) !== TIFF) return NOTHING;

  const first = listAt(view.getUint32(FIRST_LIST, isLittle));
  const [exif, gps] = [listOf(first.get(EXIF)), listOf(first.get(GPS))];
  return {
    taken: textOf(exif.get(TAKEN)),
    offset: textOf(exif.get(OFFSET)),
    latitude: degreesOf(gps.get(LATITUDE), textOf(gps.get(NORTH_OR_SOUTH)), "NS"),
    longitude: degreesOf(gps.get(LONGITUDE), textOf(gps.get(EAST_OR_WEST)), "EW"),
  };

  /**
   * @param {number} at
   * @returns {Map<number, Tag>}
   */
  function listAt(at) {
    const tags = new Map();
    const count = at + 2 <= view.byteLength ? view.getUint16(at, isLittle) : 0;
    const last = Math.min(at + 2 + count * ENTRY, view.byteLength);
    for (let entry = at + 2; entry + ENTRY <= last; entry += ENTRY) {
      const type = view.getUint16(entry + 2, isLittle);
      const length = view.getUint32(entry + 4, isLittle);
      const bytes = length * (SIZES.get(type) ?? Infinity);
      const place = bytes > 4 ? view.getUint32(entry + 8, isLittle) : entry + 8;
      if (place + bytes <= view.byteLength)
        tags.set(view.getUint16(entry, isLittle), { type, count: length, at: place });
    }
    return tags;
  }

  /** @param {Tag | undefined} tag */
  function listOf(tag) {
    return (tag?.type === 4 || tag?.type === 13) && tag.count === 1
      ? listAt(view.getUint32(tag.at, isLittle))
      : new Map();
  }

  /** @param {Tag | undefined} tag */
  function textOf(tag) {
    if (tag?.type !== 2) return "";
    const letters = new Uint8Array(view.buffer, view.byteOffset + tag.at, Math.min(tag.count, MOST_LETTERS));
    return String.fromCharCode(...letters)
      .replace(/\0.*$/s, "")
      .trim();
  }

  /**
   * @param {Tag | undefined} tag degrees, minutes and seconds
   * @param {string} side
   * @param {string} sides the one that counts up, then the other
   */
  function degreesOf(tag, side, sides) {
    if (tag?.type !== 5 || tag.count !== 3 || side.length !== 1 || !sides.includes(side)) return NaN;
    const { at } = tag;
    const part = (/** @type {number} */ index) =>
      view.getUint32(at + index * 8, isLittle) / view.getUint32(at + index * 8 + 4, isLittle);
    const degrees = part(0) + part(1) / 60 + part(2) / 3600;
    return side === sides[0] ? degrees : -degrees;
  }
}

export const NOTHING = { taken: "", offset: "", latitude: NaN, longitude: NaN };
