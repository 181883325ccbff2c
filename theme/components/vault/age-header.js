/** Read the beginning of an age file without opening it: whether it is one, and why this page could not open it. */
import { DAMAGED, FOR_A_KEY, IN_A_TEXT, NEWER_VERSION, NOT_OUR_FILE, WORK_TOO_HIGH } from "./protocol.js";

/** How many bytes are looked at: a file for several keys has a longer header, and so has a mail around one. */
export const HEAD = 16 * 1024;

/** 256 MiB, age's own choice; on a computer with memory to spare 1 GiB, which rage and pyrage may choose on a fast one. */
const { deviceMemory = 0 } = /** @type {{deviceMemory?: number}} */ (globalThis.navigator ?? {});
const HIGHEST_WORK_FACTOR = deviceMemory >= 8 ? 20 : 18;

const VERSION_LINE = "age-encryption.org/v1\n";
const ARMOR_LINE = "-----BEGIN AGE ENCRYPTED FILE-----";
const MOST_WRONG = 2; // wrong letters in a damaged first line that we still recognise
/** The whole header of a file under a passphrase: the format allows nothing besides its one stanza. */
const PASSPHRASE_HEADER =
  /^age-encryption\.org\/v1\n-> scrypt [A-Za-z0-9+/]{22} ([1-9][0-9]*)\n[A-Za-z0-9+/]{43}\n--- [A-Za-z0-9+/]{43}\n/;

/**
 * Look at the first bytes of a file, at most `HEAD` of them. Returns null when it is no age file at all, else
 * `{kind}`: why it could not be opened with any passphrase, or null.
 * @param {Uint8Array} bytes
 */
export function lookAtHead(bytes) {
  const text = textOf(bytes);
  if (isArmored(text)) return { kind: kindOfHeader(headInArmor(text)) };
  if (isNearly(text, VERSION_LINE.slice(0, -2))) return { kind: kindOfHeader(text) };
  if (isNearly(text, ARMOR_LINE)) return { kind: DAMAGED };
  // A plan is text too, and a note in it may hold such a line.
  return text.includes(ARMOR_LINE) && !/^\s*\{/.test(text) ? { kind: IN_A_TEXT } : null;
}

/**
 * Return why a passphrase cannot open a header, as text in Latin 1; null when it can.
 * @param {string} head
 */
export function kindOfHeader(head) {
  const header = PASSPHRASE_HEADER.exec(head);
  if (header) return Number(header[1]) > HIGHEST_WORK_FACTOR ? WORK_TOO_HIGH : null;
  if (/^age-encryption\.org\/v(?!1\n)[0-9]+\n/.test(head)) return NEWER_VERSION;
  if (!isCutOrNearly(head)) return NOT_OUR_FILE;
  return head.startsWith(VERSION_LINE) && isForKeys(head) ? FOR_A_KEY : DAMAGED;
}

/**
 * Return the armor of a file as clean text, or null when it has none. Programs on Windows may write UTF-16.
 * @param {Uint8Array} bytes
 */
export function armorIn(bytes) {
  const start = textOf(bytes.subarray(0, HEAD));
  return isArmored(start) ? textOf(bytes).trim() : null;
}

/** @param {string} text */
function isArmored(text) {
  return text.trimStart().startsWith(ARMOR_LINE);
}

/**
 * Decode as much of the armored header as is there; anything that is not base64 ends it.
 * @param {string} text
 */
function headInArmor(text) {
  const [, ...lines] = text.trim().split(/\r?\n/);
  const [digits] = /** @type {RegExpExecArray} */ (/^[A-Za-z0-9+/]*/.exec(lines.join("")));
  return atob(digits.slice(0, digits.length - (digits.length % 4)));
}

/** @param {string} head */
function isForKeys(head) {
  const [, ...lines] = head.split("\n");
  if (!lines.some((line) => line.startsWith("---"))) return false; // cut off, so that anything may be missing
  const stanzas = lines.filter((line) => line.startsWith("-> "));
  // A word like it, with a salt and a factor: one that is damaged.
  /** @param {string} line */
  const isLikeScrypt = (line) => line.includes("scrypt") || /^-> \S{5,7} \S{21,23} \S{1,2}$/.test(line);
  return stanzas.length > 0 && stanzas.every((line) => /^-> [\x20-\x7e]+$/.test(line) && !isLikeScrypt(line));
}

/**
 * One or two changed bytes, or a file cut off early, are damage; anything else is another kind of file.
 * @param {string} head
 */
function isCutOrNearly(head) {
  const shared = Math.min(head.length, VERSION_LINE.length);
  return shared > VERSION_LINE.length / 2 && isNearly(head, VERSION_LINE.slice(0, shared));
}

/**
 * @param {string} text
 * @param {string} words
 */
function isNearly(text, words) {
  return [...words].filter((letter, index) => letter !== text[index]).length <= MOST_WRONG;
}

/**
 * Read bytes as Latin 1, or as what a mark at their start says; the mark is left out.
 * @param {Uint8Array} bytes
 */
function textOf(bytes) {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const isMarked = first === 0xef && second === 0xbb && third === 0xbf;
  return new TextDecoder("latin1").decode(isMarked ? bytes.subarray(3) : bytes);
}
