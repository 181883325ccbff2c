// What is in a ZIP, by its central directory alone. Nothing is unpacked that is larger than it says.
import { _ } from "../../common/gettext.js";
import { MOST_ENTRIES, MOST_RATIO, MOST_UNPACKED } from "./bounds.js";
import { createSum } from "./crc32.js";
import { decodeWindows } from "./decoding.js";
import { Refusal } from "./refusal.js";

/** @import { Source } from "./types.d.ts" */
/** @typedef {{name: string, size: number, packed: number, at: number, sum: number, method: number, isLocked: boolean}} ZipEntry */

const END = 22; // bytes of the end record, before its comment
const LONGEST_COMMENT = 0xffff;
const LARGE = 0xffffffff; // the number stands in the ZIP64 part
const MOST_DIRECTORY = 8 * 1024 * 1024; // bytes
const STORED = 0;
const DEFLATED = 8;
const SMALL = 64 * 1024; // bytes: what is smaller may be packed as tightly as it likes

/** @param {Uint8Array} head */
export const isZip = (head) =>
  head.length > 3 &&
  head[0] === 0x50 &&
  head[1] === 0x4b &&
  (head[2] === 3 || head[2] === 5) &&
  head[3] === head[2] + 1;

const DAMAGED = _(
  "This ZIP is not whole. Save or send it once more, or unpack it and choose the file that was in it.",
);

/**
 * Return the files in a ZIP.
 * @param {Source} source
 * @returns {Promise<ZipEntry[]>}
 */
export async function entriesOf(source) {
  return (await listOf(source)).filter(({ name }) => !name.endsWith("/"));
}

/**
 * Return all that a ZIP lists, also folders.
 * @param {Source} source
 * @returns {Promise<ZipEntry[]>}
 */
export async function listOf(source) {
  const { count, from, size } = await endOf(source);
  if (count > MOST_ENTRIES)
    throw new Refusal(
      _("This ZIP holds more than 2,000 files. Unpack it, and choose the file with the messages."),
    );
  if (size > MOST_DIRECTORY || from + size > source.size) throw new Refusal(DAMAGED);
  const directory = await source.slice(from, from + size);
  const entries = [];
  for (let at = 0; entries.length < count;) {
    const { entry, next } = entryAt(directory, at);
    entries.push(entry);
    at = next;
  }
  check(entries);
  return entries;
}

/**
 * Unpack one file.
 * @param {Source} source
 * @param {ZipEntry} entry
 */
export async function* unpacked(source, entry) {
  if (entry.isLocked)
    throw new Refusal(_("This ZIP has a password. Unpack it, and choose the file that was in it."));
  if (entry.method !== STORED && entry.method !== DEFLATED)
    throw new Refusal(
      _(
        "This ZIP is packed in a way that cannot be read here. Unpack it, and choose the file that was in it.",
      ),
    );
  if (entry.method === DEFLATED && typeof DecompressionStream === "undefined")
    throw new Refusal(_("This browser cannot unpack a ZIP. Unpack it, and choose the file that was in it."));
  const from = await dataOf(source, entry);
  const sum = createSum();
  let length = 0;
  for await (const chunk of chunksOf(source, entry, from)) {
    length += chunk.length;
    if (length > entry.size) throw new Refusal(DAMAGED);
    sum.add(chunk);
    yield chunk;
  }
  if (length !== entry.size || sum.value() !== entry.sum) throw new Refusal(DAMAGED);
}

/**
 * @param {Source} source
 * @param {ZipEntry} entry
 * @param {number} from
 */
async function* chunksOf(source, { packed, method }, from) {
  const raw = packedStream(source, from, from + packed);
  const stream = method === STORED ? raw : raw.pipeThrough(inflating());
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(notDeflated);
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

/** @returns {ReadableWritablePair<Uint8Array, Uint8Array>} */
const inflating = () =>
  /** @type {ReadableWritablePair<Uint8Array, Uint8Array>} */ (
    /** @type {unknown} */ (new DecompressionStream("deflate-raw"))
  );

/**
 * @param {unknown} error
 * @returns {never}
 */
function notDeflated(error) {
  if (error instanceof DOMException) throw error; // of the file itself: it was moved, or reading was called off
  throw new Refusal(DAMAGED);
}

/**
 * @param {Source} source
 * @param {number} from
 * @param {number} to
 * @returns {ReadableStream<Uint8Array>}
 */
function packedStream(source, from, to) {
  const chunk = 64 * 1024;
  let at = from;
  return new ReadableStream({
    async pull(controller) {
      const end = Math.min(at + chunk, to);
      if (at < to) controller.enqueue(new Uint8Array(await source.slice(at, end)));
      else controller.close();
      at = end;
    },
  });
}

/**
 * Return where the bytes of a file begin. Its own header counts for nothing else, but must have the same name.
 * @param {Source} source
 * @param {ZipEntry} entry
 */
async function dataOf(source, { name, at, packed }) {
  const header = view(await source.slice(at, at + 30));
  if (header.byteLength < 30 || header.getUint32(0, true) !== 0x04034b50) throw new Refusal(DAMAGED);
  const [nameLength, extra] = [header.getUint16(26, true), header.getUint16(28, true)];
  const ownName = nameOf(await source.slice(at + 30, at + 30 + nameLength));
  const from = at + 30 + nameLength + extra;
  if (ownName !== name || from + packed > source.size) throw new Refusal(DAMAGED);
  return from;
}

/** @param {Source} source */
async function endOf(source) {
  const start = Math.max(0, source.size - END - LONGEST_COMMENT);
  const bytes = await source.slice(start, source.size);
  const tail = view(bytes);
  for (let at = bytes.length - END; at >= 0; at--) {
    if (tail.getUint32(at, true) !== 0x06054b50 || at + END + tail.getUint16(at + 20, true) > bytes.length)
      continue;
    const disks = tail.getUint16(4 + at, true) + tail.getUint16(6 + at, true);
    const end = {
      count: tail.getUint16(at + 10, true),
      size: tail.getUint32(at + 12, true),
      from: tail.getUint32(at + 16, true),
    };
    const isLarge = end.count === 0xffff || end.size === LARGE || end.from === LARGE;
    if (isLarge) return largeEnd(source, start + at);
    if (disks)
      throw new Refusal(
        _("This is one part of a ZIP that was split. Put the parts together, and unpack them."),
      );
    return end;
  }
  throw new Refusal(DAMAGED);
}

/**
 * @param {Source} source
 * @param {number} end where the other end record is
 */
async function largeEnd(source, end) {
  const locator = view(await source.slice(Math.max(0, end - 20), end));
  if (locator.byteLength < 20 || locator.getUint32(0, true) !== 0x07064b50) throw new Refusal(DAMAGED);
  const at = large(locator, 8);
  const record = view(await source.slice(at, at + 56));
  if (record.byteLength < 56 || record.getUint32(0, true) !== 0x06064b50) throw new Refusal(DAMAGED);
  return { count: large(record, 32), size: large(record, 40), from: large(record, 48) };
}

/**
 * @param {Uint8Array} directory
 * @param {number} at
 */
function entryAt(directory, at) {
  const header = view(directory.subarray(at));
  if (header.byteLength < 46 || header.getUint32(0, true) !== 0x02014b50) throw new Refusal(DAMAGED);
  const [nameLength, extraLength, comment] = [28, 30, 32].map((place) => header.getUint16(place, true));
  const next = at + 46 + nameLength + extraLength + comment;
  if (next > directory.length) throw new Refusal(DAMAGED);
  const extra = directory.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
  const [packed, size, start] = largeNumbers(
    [20, 24, 42].map((place) => header.getUint32(place, true)),
    extra,
  );
  const entry = {
    ...{ name: nameOf(directory.subarray(at + 46, at + 46 + nameLength)), size, packed, at: start },
    sum: header.getUint32(16, true),
    method: header.getUint16(10, true),
    isLocked: (header.getUint16(8, true) & 0x2041) !== 0,
  };
  return { entry, next };
}

/**
 * Return the numbers of an entry; those that are too large for their place stand in an extra part, in another order.
 * @param {number[]} numbers packed size, size, start
 * @param {Uint8Array} extra
 */
function largeNumbers([packed, size, start], extra) {
  const parts = view(extra);
  for (let at = 0; at + 4 <= extra.length;) {
    const [id, length] = [parts.getUint16(at, true), parts.getUint16(at + 2, true)];
    const end = Math.min(at + 4 + length, extra.length);
    let place = at + 4;
    const next = (/** @type {number} */ number) => {
      if (number !== LARGE || place + 8 > end) return number;
      place += 8;
      return large(parts, place - 8);
    };
    if (id === 1) {
      const [largeSize, largePacked, largeStart] = [next(size), next(packed), next(start)];
      return [largePacked, largeSize, largeStart];
    }
    at = end;
  }
  return [packed, size, start];
}

/** @param {ZipEntry[]} entries */
function check(entries) {
  if (new Set(entries.map(({ name }) => name)).size < entries.length)
    throw new Refusal(_("Two files in this ZIP have the same name. Unpack it, and choose the right one."));
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  const isTight = entries.some(({ size, packed }) => size > SMALL && size > packed * MOST_RATIO);
  if (total > MOST_UNPACKED || isTight)
    throw new Refusal(_("This ZIP would become too large when it is unpacked. It was not opened."));
  if (entries.some(({ name }) => pointsElsewhere(name)))
    throw new Refusal(_("A file in this ZIP has a name that points to another place. It was not opened."));
}

/** @param {string} name */
const pointsElsewhere = (name) =>
  /^[\x2f\\]|^[A-Za-z]:|[\0]/.test(name) || name.split(/[\x2f\\]/).some((part) => part === "..");

/** @param {Uint8Array} bytes */
function nameOf(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return decodeWindows(bytes);
  }
}

/**
 * @param {DataView} numbers
 * @param {number} at
 */
function large(numbers, at) {
  const value = numbers.getUint32(at + 4, true) * 4294967296 + numbers.getUint32(at, true);
  if (!Number.isSafeInteger(value)) throw new Refusal(DAMAGED);
  return value;
}

/** @param {Uint8Array} bytes */
const view = (bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
