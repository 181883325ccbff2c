// The messages of a mail file: an .eml is one, an .mbox holds many. No DOM here.
//
// In an .mbox a message begins with a line "From ". So may a sentence. Thunderbird's rule is used: the line counts only where a
// header follows; and it has to hold a time, as every program writes it, or stand behind an empty line before a header
// that a mail has.

/** @import { Input } from "../types.d.ts" */
/** @typedef {{bytes: Uint8Array, isCut: boolean}} Message */

const MOST_MESSAGE = 24 * 1024 * 1024; // bytes: what comes later is pictures
const LINE_FEED = 10;
const FROM = [70, 114, 111, 109, 32]; // "From "
const QUOTE = 62; // ">"
const MOST_LINE = 1024; // bytes by which a line is known

const HEADER = /^[!-9;-~]{1,76}[ \t]*:/;
const TIME = /\d\d:\d\d/;
const OF_A_MAIL =
  /^(return-path|delivered-to|received|date|from|to|cc|subject|message-id|mime-version|content-type|reply-to|sender|x-[a-z-]+|status|authentication-results|dkim-signature|arc-[a-z-]+):/i;

/**
 * @param {Input} input
 * @returns {AsyncGenerator<Message>}
 */
export async function* messagesOf(input) {
  const box = new Collector();
  let isBox = false;
  let isFirst = true;
  let isAfterEmpty = true;
  /** @type {Uint8Array | null} a line "From " that may begin a message */
  let held = null;
  for await (const line of linesOf(input.bytes())) {
    if (isFirst) isBox = begins(line, 0);
    if (held) {
      const isHead = isHeadLine(held, line, isAfterEmpty);
      if (isHead && box.length) yield box.take();
      if (!isHead) box.add(held);
      isAfterEmpty = false;
      held = null;
    }
    isFirst = false;
    if (isBox && begins(line, 0)) held = line;
    else {
      box.add(isBox ? unquoted(line) : line);
      isAfterEmpty = isEmpty(line);
    }
  }
  if (held) box.add(held);
  if (box.length) yield box.take();
}

/** The lines of one message. */
class Collector {
  /** @type {Uint8Array[]} */
  #lines = [];
  #isCut = false;
  length = 0;

  /** @param {Uint8Array} line */
  add(line) {
    if (this.length + line.length > MOST_MESSAGE) this.#isCut = true;
    if (this.#isCut) return;
    this.#lines.push(line);
    this.length += line.length;
  }

  /** @returns {Message} */
  take() {
    const bytes = new Uint8Array(this.length);
    let at = 0;
    for (const line of this.#lines) {
      bytes.set(line, at);
      at += line.length;
    }
    const isCut = this.#isCut;
    this.#lines = [];
    this.#isCut = false;
    this.length = 0;
    return { bytes, isCut };
  }
}

/**
 * Yield lines with their ends.
 * @param {AsyncIterable<Uint8Array>} chunks
 */
async function* linesOf(chunks) {
  /** @type {Uint8Array[]} */
  let begun = [];
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, from)) {
      const rest = chunk.subarray(from, end + 1);
      yield begun.length ? joined([...begun, rest]) : rest;
      begun = [];
      from = end + 1;
    }
    if (from < chunk.length) begun.push(chunk.subarray(from));
  }
  if (begun.length) yield joined(begun);
}

/** @param {Uint8Array[]} parts */
function joined(parts) {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/**
 * @param {Uint8Array} held
 * @param {Uint8Array} next
 * @param {boolean} isAfterEmpty
 */
function isHeadLine(held, next, isAfterEmpty) {
  const line = textOf(next);
  if (!HEADER.test(line) && !line.startsWith(">From ")) return false;
  return TIME.test(textOf(held)) || (isAfterEmpty && OF_A_MAIL.test(line));
}

/**
 * @param {Uint8Array} line
 * @param {number} at
 */
const begins = (line, at) => FROM.every((letter, place) => line[at + place] === letter);

/**
 * Programs put ">" before a line of a message that begins with "From ".
 * @param {Uint8Array} line
 */
function unquoted(line) {
  if (line[0] !== QUOTE) return line;
  let at = 1;
  while (line[at] === QUOTE) at++;
  return begins(line, at) ? line.subarray(1) : line;
}

/** @param {Uint8Array} line */
const isEmpty = (line) => textOf(line).trim() === "";

const latin = new TextDecoder("latin1");

/** @param {Uint8Array} line */
const textOf = (line) => latin.decode(line.subarray(0, MOST_LINE));
