// Check a copy of a log: `log.jsonl`, or an export in its ZIP file. tools/check_log.py does the same in Python. No DOM here.
import { sha256 } from "@noble/hashes/sha2.js";
import { createPause } from "../../imports/pauses.js";
import { listOf, unpacked } from "../../imports/zip.js";
import { hexOf } from "../../model/chain.js";
import { checkBag, MOST_TEXT } from "./bag.js";
import { checkCode, compareCopies } from "./compare.js";
import { beginsAsLog, checkLines } from "./lines.js";
import { CHANGED, createFindings, STRINGS, UNCLEAR, UNKNOWN, verdictOn, WHOLE } from "./sentences.js";

/** @import { Source } from "../../imports/types.d.ts" */
/** @import { ZipEntry } from "../../imports/zip.js" */
/** @import { Against, Checked, Finding, ReadLog, Unpacked } from "./types.d.ts" */
/** @typedef {ReturnType<typeof createFindings>} Findings */

const HASH = 64; // digits
const STORED = 0;
const DEFLATED = 8;
const END = 22; // bytes of the end record without a comment
const END_SIGN = "PK\x05\x06";
const NO_COMMENT = "\0\0"; // its length, at the end of the record
const PIECE = 1024 * 1024; // bytes

/**
 * Check a copy of a log, and compare it with a code or with an older copy. Never throws for what a file holds; rejects with
 * an AbortError.
 * @param {Source | Unpacked} source
 * @param {Against} [against]
 * @returns {Promise<Checked>}
 */
export async function checkLog(source, { code, older, signal } = {}) {
  const found = createFindings();
  const pause = createPause(signal);
  const log = await readCopy(source, found, pause);
  const ofOlder = createFindings();
  const before = older ? await readCopy(older, ofOlder, pause) : null;
  const own = isReadable(found.list) ? log : null;
  if (own && code) checkCode(own, code, found);
  tellOfOlder(ofOlder, found);
  if (own && before && isReadable(ofOlder.list)) compareCopies(own, before, found);
  if (own?.leftOut) found.say(WHOLE, STRINGS.leftOut, { left: own.leftOut, count: own.leaves.length });
  return verdictOn(found.list);
}

/** What leaves nothing to compare. */
const STOPS = [CHANGED, UNKNOWN, UNCLEAR];

/** @param {Finding[]} list */
const isReadable = (list) => !list.some(({ kind }) => STOPS.includes(kind));

/**
 * Say what was found of the older copy. What is wrong of it is not wrong of this one.
 * @param {Findings} ofOlder
 * @param {Findings} found
 */
function tellOfOlder(ofOlder, found) {
  const isWhole = found.list.every(({ kind }) => kind === WHOLE);
  if (isWhole && ofOlder.list.some(({ kind }) => kind === CHANGED)) found.say(WHOLE, STRINGS.olderChanged);
  for (const { kind, what } of ofOlder.list)
    found.say(kind === UNKNOWN || kind === UNCLEAR ? kind : WHOLE, STRINGS.ofOlder, { what });
}

/**
 * @param {Source | Unpacked} source
 * @param {Findings} found
 * @param {() => Promise<void>} pause
 * @returns {Promise<ReadLog | null>}
 */
async function readCopy(source, found, pause) {
  if ("files" in source) return checkBag(source.files, found, pause);
  const entries = await listOf(source).catch(notRefused);
  // A ZIP file begins with its first file: what stands in front of that is in no list.
  if (!entries?.some(({ at }) => at === 0)) return readText(source, found, pause);
  /** @type {ReadLog | null} */
  let log = null;
  if (entries.some(isForeign)) found.say(UNCLEAR, STRINGS.foreignZip);
  else {
    const files = entries.map((entry) => ({
      ...{ name: entry.name, size: entry.size },
      bytes: () => unpacked(source, entry),
    }));
    log = await checkBag(files, found, pause);
  }
  if (found.list.every(({ what }) => what !== STRINGS.tooLarge)) await checkEnd(source, found, pause);
  return log;
}

/**
 * Of what is too large to be read here, only the beginning is looked at: it says what it is.
 * @param {Source} source
 * @param {Findings} found
 * @param {() => Promise<void>} pause
 */
async function readText(source, found, pause) {
  if (source.size <= MOST_TEXT) return checkLines(await source.slice(0, source.size), found, pause);
  const begin = await source.slice(0, HASH);
  if (!beginsAsLog(begin)) return checkLines(begin, found, pause);
  found.say(UNCLEAR, STRINGS.tooLarge);
  return null;
}

/**
 * Return whether a file is locked, or packed in a way that this page cannot unpack.
 * @param {ZipEntry} entry
 */
const isForeign = ({ method, isLocked }) =>
  isLocked || (method === DEFLATED ? typeof DecompressionStream === "undefined" : method !== STORED);

/**
 * A refused ZIP is read as what it may be: a broken one of ours, or a text.
 * @param {unknown} error
 */
function notRefused(error) {
  if (/** @type {Error} */ (error)?.name !== "Refusal") throw error;
  return null;
}

/**
 * Compare the last letters of our ZIP file, the hash of all before them. What ends with no comment is none of ours.
 * @param {Source} source
 * @param {Findings} found
 * @param {() => Promise<void>} pause
 */
async function checkEnd(source, found, pause) {
  const tail = new TextDecoder("latin1").decode(
    await source.slice(Math.max(0, source.size - HASH), source.size),
  );
  const record = tail.slice(-END);
  if (record.startsWith(END_SIGN) && record.endsWith(NO_COMMENT)) {
    if (!found.list.some(({ what }) => what === STRINGS.foreignZip)) found.say(WHOLE, STRINGS.packedAnew);
    return;
  }
  const end = Math.max(0, source.size - HASH);
  const hash = sha256.create();
  for (let at = 0; at < end; at += PIECE) {
    hash.update(await source.slice(at, Math.min(at + PIECE, end)));
    await pause();
  }
  if (tail !== hexOf(new Uint8Array(hash.digest()))) found.say(CHANGED, STRINGS.zipChanged);
}
