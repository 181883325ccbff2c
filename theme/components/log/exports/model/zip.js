// A ZIP file: every file stored as it is, with a plain name, a size and a check sum before its bytes. No DOM here.
//
// Nothing in it is left to chance: whoever has the files and the time of the export can write the very bytes again. So
// `check/` finds a changed byte anywhere, also between the files. contributing/decisions/0023-handing-the-log-over.md.
import { sha256 } from "@noble/hashes/sha2.js";
import { hexOf } from "../../model/chain.js";
import { createSum } from "../../imports/crc32.js";
import { MOST_ENTRIES } from "../../imports/bounds.js";
import { wallAt } from "../../model/zones.js";

/** @import { Written } from "../../model/types.d.ts" */
/** @import { ExportFile } from "./types.d.ts" */

const MOST_BYTES = 0xffff_fffe; // of the whole: more needs another form, which some programs cannot read
const NAME = /^[a-z0-9][a-z0-9._/-]*$/;
const NEEDS = 10; // version 1.0 of the form

/**
 * Yield a ZIP file. A file whose bytes are not those that were promised ends it with an error.
 * @param {ExportFile[]} files
 * @param {Written} made
 * @returns {AsyncGenerator<Uint8Array<ArrayBuffer>>}
 */
export async function* zip(files, made) {
  if (!canBeZip(files)) throw new RangeError("a ZIP file: too many files, or too large");
  const time = dosTime(made);
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
 * Return whether files go into one ZIP file.
 * @param {Pick<ExportFile, "path" | "size">[]} files
 */
export function canBeZip(files) {
  return files.length <= MOST_ENTRIES && zipSize(files) <= MOST_BYTES;
}

/**
 * Return how many bytes the ZIP file has.
 * @param {Pick<ExportFile, "path" | "size">[]} files
 */
export function zipSize(files) {
  return files.reduce((sum, file) => sum + file.size + sizeInZip(file) + 46 + file.path.length, 22);
}

/** @param {Pick<ExportFile, "path">} file */
const sizeInZip = ({ path }) => 30 + path.length;

/**
 * @param {ExportFile} file
 * @returns {AsyncGenerator<Uint8Array<ArrayBuffer>>}
 */
async function* bytesOfFile({ bytes, stream, size, sha256: expected }) {
  if (bytes) {
    yield bytes;
    return;
  }
  const hash = sha256.create();
  let length = 0;
  for await (const chunk of chunksOf(/** @type {() => ReadableStream<Uint8Array>} */ (stream)())) {
    hash.update(chunk);
    length += chunk.length;
    yield /** @type {Uint8Array<ArrayBuffer>} */ (chunk);
  }
  if (length !== size || hexOf(new Uint8Array(hash.digest())) !== expected)
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

/**
 * @param {string} path
 * @param {number} size
 * @param {number} crc
 * @param {{day: number, clock: number}} time
 */
export function localHeader(path, size, crc, { day, clock }) {
  return packed(
    [
      ...[
        [4, 0x04034b50],
        [2, NEEDS],
        [2, 0],
        [2, 0],
        [2, clock],
        [2, day],
        [4, crc],
        [4, size],
        [4, size],
      ],
      ...[
        [2, path.length],
        [2, 0],
      ],
    ],
    path,
  );
}

/**
 * Return what stands at the end: what each file is, and where.
 * @param {{path: string, size: number, crc: number, offset: number}[]} entries
 * @param {number} offset of the directory itself
 * @param {{day: number, clock: number}} time
 */
export function directory(entries, offset, { day, clock }) {
  const listed = entries.map((entry) =>
    packed(
      [
        ...[
          [4, 0x02014b50],
          [2, NEEDS],
          [2, NEEDS],
          [2, 0],
          [2, 0],
          [2, clock],
          [2, day],
        ],
        ...[
          [4, entry.crc],
          [4, entry.size],
          [4, entry.size],
          [2, entry.path.length],
          [2, 0],
          [2, 0],
        ],
        ...[
          [2, 0],
          [2, 0],
          [4, 0],
          [4, entry.offset],
        ],
      ],
      entry.path,
    ),
  );
  const size = listed.reduce((sum, one) => sum + one.length, 0);
  const end = packed(
    [
      ...[
        [4, 0x06054b50],
        [2, 0],
        [2, 0],
        [2, entries.length],
        [2, entries.length],
      ],
      ...[
        [4, size],
        [4, offset],
        [2, 0],
      ],
    ],
    "",
  );
  return joined([...listed, end]);
}

/**
 * Write numbers, the lowest byte first, and a name after them.
 * @param {number[][]} numbers each with how many bytes it takes
 * @param {string} name
 */
function packed(numbers, name) {
  const bytes = numbers.flatMap(([length, number]) =>
    Array.from({ length }, (_, index) => Math.floor(number / 256 ** index) % 256),
  );
  return new Uint8Array([...bytes, ...new TextEncoder().encode(name)]);
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
export function dosTime({ utc, offset }) {
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
