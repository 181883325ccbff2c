// Small pictures with what cameras write beside them, made in code. They hold no image: nobody looks at them.
import { crc32 } from "node:zlib";

const ASCII = 2;
const LONG = 4;
const RATIONAL = 5;
const TAGS = { orientation: 0x0112, changed: 0x0132, make: 0x010f, exif: 0x8769, gps: 0x8825 };
const EXIF_TAGS = {
  taken: 0x9003,
  digitized: 0x9004,
  offset: 0x9010,
  offsetTaken: 0x9011,
  offsetDigitized: 0x9012,
};
export const TAKEN = "2026:10:25 01:30:05";
export const LONDON = [
  [1, "N"],
  [2, [51, 1, 30, 1, 1234, 100]],
  [3, "W"],
  [4, [0, 1, 7, 1, 3900, 100]],
];

/**
 * Return what Exif is: a small TIFF. `more` are texts by the names of `EXIF_TAGS`, or `changed`, `make` of the first list;
 * `gps` are tags with texts or numbers.
 */
export function exif({ isLittle = true, gps = null, changed, make, ...more } = {}) {
  const bytes = new DataView(new ArrayBuffer(2000));
  const first = [];
  if (make) first.push([TAGS.make, make]);
  if (changed) first.push([TAGS.changed, changed]);
  const own = Object.entries(more)
    .filter(([, text]) => text !== undefined)
    .map(([name, text]) => [EXIF_TAGS[name], text]);
  bytes.setUint16(0, isLittle ? 0x4949 : 0x4d4d);
  bytes.setUint16(2, 42, isLittle);
  bytes.setUint32(4, 8, isLittle);
  let free = 8 + 2 + 12 * (first.length + 2) + 4;
  const exifAt = free;
  const gpsAt = (free += 2 + 12 * own.length + 4);
  free += gps ? 2 + 12 * gps.length + 4 : 0;
  list(8, [...first, [TAGS.exif, exifAt], ...(gps ? [[TAGS.gps, gpsAt]] : [])]);
  list(exifAt, own);
  if (gps) list(gpsAt, gps);
  return new Uint8Array(bytes.buffer, 0, free);

  function list(at, tags) {
    bytes.setUint16(at, tags.length, isLittle);
    for (const [index, [tag, value]] of tags.entries()) entry(at + 2 + 12 * index, tag, value);
  }

  function entry(at, tag, value) {
    bytes.setUint16(at, tag, isLittle);
    const isText = typeof value === "string";
    bytes.setUint16(at + 2, isText ? ASCII : Array.isArray(value) ? RATIONAL : LONG, isLittle);
    if (Array.isArray(value)) {
      bytes.setUint32(at + 4, value.length / 2, isLittle);
      bytes.setUint32(at + 8, free, isLittle);
      for (const [index, number] of value.entries()) bytes.setUint32(free + 4 * index, number, isLittle);
      free += 4 * value.length;
    } else if (isText) {
      const letters = Buffer.from(`${value}\0`, "latin1");
      bytes.setUint32(at + 4, letters.length, isLittle);
      const place = letters.length > 4 ? free : at + 8;
      if (letters.length > 4) bytes.setUint32(at + 8, free, isLittle);
      new Uint8Array(bytes.buffer).set(letters, place);
      if (letters.length > 4) free += letters.length + (letters.length % 2);
    } else {
      bytes.setUint32(at + 4, 1, isLittle);
      bytes.setUint32(at + 8, value, isLittle);
    }
  }
}

/** @param {Uint8Array | null} tiff */
export function jpeg(tiff, more = []) {
  const segments = [segment(0xe0, Buffer.from("JFIF\0\x01\x01\0\0\x01\0\x01\0\0", "latin1")), ...more];
  if (tiff) segments.push(segment(0xe1, Buffer.concat([Buffer.from("Exif\0\0"), tiff])));
  const scan = segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0]));
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...segments,
    segment(0xdb, Buffer.alloc(65)),
    scan,
    IMAGE,
  ]);
}
/** The image itself: it has what looks like a marker, and a stuffed zero. */
const IMAGE = Buffer.from([1, 2, 0xff, 0x00, 3, 0xff, 0xd0, 4, 0xff, 0xd9]);

export function segment(marker, content) {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

/** @param {Uint8Array | null} tiff */
export function png(tiff) {
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const parts = [chunk("IHDR", header), chunk("IDAT", Buffer.from("789c6360000000020001", "hex"))];
  if (tiff) parts.push(chunk("eXIf", tiff));
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    ...parts,
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

export function chunk(type, content) {
  const named = Buffer.concat([Buffer.from(type), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** @param {Uint8Array | null} tiff */
export function heic(tiff, { brand = "heic", filler = 0 } = {}) {
  const start = box("ftyp", Buffer.from(`${brand}\0\0\0\0mif1${brand}`, "latin1"));
  const item = tiff && Buffer.concat([Buffer.from([0, 0, 0, 6]), Buffer.from("Exif\0\0"), tiff]);
  const image = Buffer.alloc(40, 7);
  const types = ["hvc1", ...(item ? ["Exif"] : [])];
  const infos = types.map((type, at) =>
    full("infe", 2, Buffer.concat([Buffer.from([0, at + 1, 0, 0]), Buffer.from(`${type}\0`)])),
  );
  const inf = full("iinf", 0, Buffer.concat([Buffer.from([0, types.length]), ...infos]));
  const meta = (at) =>
    full("meta", 0, Buffer.concat([handler, full("pitm", 0, Buffer.from([0, 1])), inf, iloc(at)]));
  const data = Buffer.concat([Buffer.alloc(filler), image, ...(item ? [item] : [])]);
  const from = start.length + meta(0).length + 8 + filler;
  return Buffer.concat([start, meta(from), box("mdat", data)]);

  function iloc(at) {
    const places = [[at, image.length], ...(item ? [[at + image.length, item.length]] : [])];
    const body = Buffer.alloc(4 + places.length * 14);
    body.writeUInt16BE(0x4400, 0);
    body.writeUInt16BE(places.length, 2);
    for (const [index, [offset, length]] of places.entries()) {
      const to = 4 + index * 14;
      body.writeUInt16BE(index + 1, to);
      body.writeUInt16BE(1, to + 4);
      body.writeUInt32BE(offset, to + 6);
      body.writeUInt32BE(length, to + 10);
    }
    return full("iloc", 0, body);
  }
}
const box = (type, content) => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length + 8);
  head.write(type, 4, "latin1");
  return Buffer.concat([head, content]);
};
const full = (type, version, content) => box(type, Buffer.concat([Buffer.from([version, 0, 0, 0]), content]));
const handler = full("hdlr", 0, Buffer.concat([Buffer.alloc(4), Buffer.from("pict"), Buffer.alloc(13)]));
