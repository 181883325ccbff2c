// Check log.jsonl: each line against the head after it, and the last against the first line. tools/check_log.py does the same.
// No DOM here.
import { sha256 } from "@noble/hashes/sha2.js";
import { ZIP_END } from "../../exports/model/zip.js";
import { bytesOfHex, headAfter, hexOf, leafOf } from "../../model/chain.js";
import { CHANGED, ENDS, MAIL, SHORTER, STRINGS, UNCLEAR, UNKNOWN } from "./sentences.js";

/** @import { Bytes } from "../../model/types.d.ts" */
/** @import { ReadLog } from "./types.d.ts" */
/** @import { Findings } from "./check.js" */

const HASH = "([0-9a-f]{64})";
const FIRST = new RegExp(
  `^(\\{"log":([0-9]+)(?:,"start":"${HASH}","count":([0-9]{1,9}),"head":"${HASH}")?.*),"sum":"${HASH}"\\}$`,
  "s",
);
const LINE = new RegExp(
  `^\\{"seq":([1-9][0-9]{0,8}),(?:"line":(".*")|"left_out":1,"leaf":"${HASH}"),"head":"${HASH}"\\}$`,
  "s",
);
const SUM = new TextEncoder().encode("log-export-1\n");
const VERSION = "1";
const BEGIN = ['{"log":', '{"seq":'];
const MARK = [0xef, 0xbb, 0xbf];
const BREAK = 10;
const RETURN = 13;
const ZIP_NAME = "bagit.txt"; // of the first file in our ZIP
const NAME_AT = 30;
const END_SIGN = "PK\x05\x06"; // of the end of any ZIP
const LISTED = "bag-info.txt"; // what the end of a ZIP with an export lists
const LOOKED_FOR_END = 300; // bytes at the end
const LOOKED_AT = 1024 * 1024; // bytes at the end

/**
 * Return what is right of a log, or null where its first line is not.
 * @param {Uint8Array} data
 * @param {Findings} found
 * @param {() => Promise<void>} pause
 * @returns {Promise<ReadLog | null>}
 */
export async function checkLines(data, found, pause) {
  const { lines, isOpen, isMailed } = linesIn(data);
  if (!lines.slice(0, 2).some(isOfLog)) return tellOfOther(data, found);
  const about = readFirst(lines[0], found);
  if (!about) return null;
  /** @type {ReadLog} */
  const log = { ...about, leaves: [], heads: [about.start], leftOut: 0 };
  for (let at = 1; at < lines.length; at++) {
    await pause();
    const line = readLine(lines[at]);
    const isLast = isOpen && at === lines.length - 1 && at <= log.count;
    if (!line && isLast && !LINE.test(plain(lines[at].subarray(0, -1)))) break; // the file was cut inside this line
    if (!add(log, line, at, found)) return log;
  }
  if (compareCounts(log, found) && (isOpen || isMailed)) found.say(ENDS, MAIL);
  return log;
}

/** @param {Uint8Array} line */
const isOfLog = (line) => BEGIN.includes(plain(line.subarray(0, 7)));

/**
 * Return whether a text begins as a log does.
 * @param {Uint8Array} head
 */
export const beginsAsLog = (head) => isOfLog(linesIn(head).lines[0] ?? head);

/**
 * What is no log may be an export in a ZIP file that cannot be opened, or that has something in front.
 * @param {Uint8Array} data
 * @param {Findings} found
 */
function tellOfOther(data, found) {
  const end = plain(data.subarray(-LOOKED_AT));
  const isOurZip =
    plain(data.subarray(NAME_AT, NAME_AT + ZIP_NAME.length)) === ZIP_NAME ||
    end.slice(-LOOKED_FOR_END).includes(ZIP_END) ||
    (end.slice(-LOOKED_FOR_END).includes(END_SIGN) && end.includes(LISTED));
  return isOurZip ? wrong(found, CHANGED, STRINGS.zipChanged) : wrong(found, UNCLEAR, STRINGS.noLog);
}

/**
 * Add a line to what is right of a log; return whether it is right itself.
 * @param {ReadLog} log
 * @param {ReturnType<typeof readLine>} line
 * @param {number} at
 * @param {Findings} found
 */
function add(log, line, at, found) {
  if (line && line.number !== at) found.say(CHANGED, STRINGS.elsewhere, { at, number: line.number });
  else if (!line || !isNext(line, log, at)) found.say(CHANGED, STRINGS.changed, { at });
  else {
    log.leaves.push(line.leaf);
    log.heads.push(line.head);
    log.leftOut += Number(line.isLeftOut);
    return true;
  }
  return false;
}

/**
 * Return whether a line goes on from those before it, and leads to the head of the first line where it is the last.
 * @param {{leaf: string, head: string}} line
 * @param {ReadLog} log
 * @param {number} at
 */
function isNext({ leaf, head }, log, at) {
  const [before, own] = [log.heads[at - 1], leaf].map((text) => /** @type {Bytes} */ (bytesOfHex(text)));
  return hexOf(headAfter(before, own)) === head && (at !== log.count || head === log.head);
}

/**
 * Return whether the log has as many lines as its first line says.
 * @param {ReadLog} log
 * @param {Findings} found
 */
function compareCounts({ leaves, count }, found) {
  const there = leaves.length;
  if (there < count) found.say(SHORTER, STRINGS.cut, { at: there + 1, there, count });
  else if (there > count) found.say(CHANGED, STRINGS.added, { at: count + 1, count });
  else return true;
  return false;
}

/**
 * @param {Uint8Array} line
 * @param {Findings} found
 */
function readFirst(line, found) {
  const first = FIRST.exec(plain(line));
  if (!first || sumOf(line.subarray(0, first[1].length)) !== first[6])
    return wrong(found, CHANGED, STRINGS.firstLine);
  const [, , version, start, count, head] = first;
  if (version !== VERSION || !start) return wrong(found, UNKNOWN, STRINGS.newer);
  return { start, count: Number(count), head };
}

/** @param {Uint8Array} bytes */
const sumOf = (bytes) => hexOf(new Uint8Array(sha256.create().update(SUM).update(bytes).digest()));

/**
 * Read a line of the log; null where it is not of the form.
 * @param {Uint8Array} bytes
 */
function readLine(bytes) {
  const [, number, quoted, leaf, head] = LINE.exec(textOf(bytes) ?? "") ?? [];
  if (!head) return null;
  if (!quoted) return { number: Number(number), leaf, head, isLeftOut: true };
  const line = parsed(quoted);
  // Half of a pair has no place in UTF-8, and a line that was written in another way is another one.
  if (line === null || /\p{Cs}/u.test(line) || JSON.stringify(line) !== quoted) return null;
  return { number: Number(number), leaf: hexOf(leafOf(line)), head, isLeftOut: false };
}

/** @param {Uint8Array} bytes */
function textOf(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * @param {string} quoted
 * @returns {string | null}
 */
function parsed(quoted) {
  try {
    return JSON.parse(quoted);
  } catch {
    return null;
  }
}

/**
 * @param {Findings} found
 * @param {import("./types.d.ts").Verdict} kind
 * @param {string} sentence
 */
function wrong(found, kind, sentence) {
  found.say(kind, sentence);
  return null;
}

/**
 * Divide bytes into lines. The last one is open where it has no line end.
 * @param {Uint8Array} data
 */
function linesIn(data) {
  const lines = [];
  const hasMark = MARK.every((byte, at) => data[at] === byte); // that some programs put in front
  const ending = data.includes(BREAK) ? BREAK : RETURN;
  let isMailed = hasMark || ending === RETURN;
  let from = hasMark ? MARK.length : 0;
  for (let end = data.indexOf(ending); end >= 0; end = data.indexOf(ending, from)) {
    const isPair = ending === BREAK && end > from && data[end - 1] === RETURN;
    isMailed ||= isPair;
    lines.push(data.subarray(from, isPair ? end - 1 : end));
    from = end + 1;
  }
  const isOpen = from < data.length;
  if (isOpen) lines.push(data.subarray(from));
  return { lines, isOpen, isMailed };
}

/**
 * Return bytes as as many letters.
 * @param {Uint8Array} bytes
 */
const plain = (bytes) => new TextDecoder("latin1").decode(bytes);
