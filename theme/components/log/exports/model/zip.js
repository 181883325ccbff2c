// A ZIP file: every file stored as it is, with a plain name, a size and a check sum before its bytes. No DOM here.
//
// Its comment ends with the hash of all bytes before it. So a changed byte is found anywhere, also between the files.
import { sha256 } from "@noble/hashes/sha2.js";
import { hexOf } from "../../model/chain.js";
import { createSum } from "../../imports/crc32.js";
import { MOST_ENTRIES, MOST_UNPACKED } from "../../imports/bounds.js";
import { wallAt } from "../../model/zones.js";

/** @import { Written } from "../../model/types.d.ts" */
/** @import { ExportFile } from "./types.d.ts" */

const NAME = new RegExp("^[a-z0-9][a-z0-9._/-]*$");
const NEEDS = 10; // version 1.0 of the form

/** What the comment says before the hash: tools/check_log.py looks for it. */
export const ZIP_END = "SHA-256 of all before its 64 digits: ";
const END_SIZE = 22 + ZIP_END.length + 64;

/**
 * Yield a ZIP file. A file whose bytes are not those that were promised ends it with an error.
 * @param {ExportFile[]} files
 * @param {Written} made
 * @returns {AsyncGenerator<Uint8Array<ArrayBuffer>>}
 */
export async function* zip(files, made) {
  if (!canBeZip(files)) throw new RangeError("a ZIP file: too many files, or too large");
  const hash = sha256.create();
  for await (const part of partsOf(files, dosTime(made))) {
    hash.update(part);
    yield part;
  }
  yield new TextEncoder().encode(hexOf(new Uint8Array(hash.digest())));
}

/**
 * Yield all but the hash at the end.
 * @param {ExportFile[]} files
 * @param {{day: number, clock: number}} time
 * @returns {AsyncGenerator<Uint8Array<ArrayBuffer>>}
 */
async function* partsOf(files, time) {
  const entries = [];
  let offset = 0;
  for (const file of files) {
    const crc = file.bytes ? crcOf(file.bytes) : file.crc;
    if (!NAME.test(file.path) || crc === undefined)
      throw new RangeError("a ZIP file: a name, or no check sum");
    entries.push({ path: file.path, size: file.size, crc, offset });
    yield localHeader(file.path, file.size, crc, time);
    yield* bytesOfFile(file);
    offset += sizeInZip(file) + file.size;
  }
  yield directory(entries, offset, time);
}

/**
 * Return whether files go into one ZIP file that the guide itself reads again.
 * @param {Pick<ExportFile, "path" | "size">[]} files
 */
export function canBeZip(files) {
  return files.length <= MOST_ENTRIES && zipSize(files) <= MOST_UNPACKED;
}

/**
 * Return how many bytes the ZIP file has.
 * @param {Pick<ExportFile, "path" | "size">[]} files
 */
export function zipSize(files) {
  return files.reduce((sum, file) => sum + file.size + sizeInZip(file) + 46 + file.path.length, END_SIZE);
}

/** @param {Pick<ExportFile, "path">} file */
const sizeInZip = ({ path }) => 30 + path.length;

/**
 * @param {ExportFile} file
 * @returns {AsyncGenerator<Uint8Array<ArrayBuffer>>}
 */
async function* bytesOfFile({ bytes, stream, size, crc }) {
  if (bytes) {
    yield bytes;
    return;
  }
  const sum = createSum();
  let length = 0;
  for await (const chunk of chunksOf(/** @type {() => ReadableStream<Uint8Array>} */ (stream)())) {
    sum.add(chunk);
    length += chunk.length;
    yield /** @type {Uint8Array<ArrayBuffer>} */ (chunk);
  }
  if (length !== size || sum.value() !== crc)
    throw new RangeError("a ZIP file: a file changed while it was read");
}

/**
 * Yield what a stream gives; not every browser can loop over one.
 * @param {ReadableStream<Uint8Array>} stream
 */
export async function* chunksOf(stream) {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

// How many bytes each number takes.
const LOCAL = [4, 2, 2, 2, 2, 2, 4, 4, 4, 2, 2];
const CENTRAL = [4, 2, 2, 2, 2, 2, 2, 4, 4, 4, 2, 2, 2, 2, 2, 4, 4];
const END = [4, 2, 2, 2, 2, 4, 4, 2];

/**
 * @param {string} path
 * @param {number} size
 * @param {number} crc
 * @param {{day: number, clock: number}} time
 */
function localHeader(path, size, crc, { day, clock }) {
  const numbers = [0x04034b50, NEEDS, 0, 0, clock, day, crc, size, size, path.length, 0];
  return packed(LOCAL, numbers, path);
}

/**
 * Return what stands at the end: what each file is, and where.
 * @param {{path: string, size: number, crc: number, offset: number}[]} entries
 * @param {number} offset of the directory itself
 * @param {{day: number, clock: number}} time
 */
function directory(entries, offset, { day, clock }) {
  const listed = entries.map(({ path, size, crc, offset: at }) => {
    const shared = [NEEDS, NEEDS, 0, 0, clock, day, crc, size, size, path.length];
    return packed(CENTRAL, [0x02014b50, ...shared, 0, 0, 0, 0, 0, at], path);
  });
  const length = listed.reduce((sum, one) => sum + one.length, 0);
  const counts = [0, 0, entries.length, entries.length, length, offset];
  return joined([...listed, packed(END, [0x06054b50, ...counts, ZIP_END.length + 64], ZIP_END)]);
}

/**
 * Write numbers, the lowest byte first, and a text after them.
 * @param {number[]} widths
 * @param {number[]} numbers
 * @param {string} text
 */
function packed(widths, numbers, text) {
  const bytes = widths.flatMap((width, place) =>
    Array.from({ length: width }, (_, index) => Math.floor(numbers[place] / 256 ** index) % 256),
  );
  return new Uint8Array([...bytes, ...new TextEncoder().encode(text)]);
}

/** @param {Uint8Array[]} parts */
export function joined(parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let place = 0;
  for (const part of parts) {
    whole.set(part, place);
    place += part.length;
  }
  return whole;
}

/**
 * Return a time as a ZIP file names it: what the clock on the wall showed, in steps of two seconds from 1980 to 2107.
 * @param {Pick<Written, "utc" | "offset">} made
 */
function dosTime({ utc, offset }) {
  const wall = `${wallAt({ utc, offset })}:${utc.slice(17, 19)}`;
  const [year, month, date, hours, minutes, seconds] = wall.split(/[-T:]/).map(Number);
  if (!(year >= 1980 && year <= 2107)) return { day: 0x21, clock: 0 }; // 1 January 1980
  return {
    day: ((year - 1980) << 9) | (month << 5) | date,
    clock: (hours << 11) | (minutes << 5) | (seconds >> 1),
  };
}

/** @param {Uint8Array} bytes */
function crcOf(bytes) {
  const sum = createSum();
  sum.add(bytes);
  return sum.value();
}
