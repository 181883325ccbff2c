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
const TIME = /\d\d:\d\d.*\b(19|20)\d\d\b|\b(19|20)\d\d\b.*\d\d:\d\d/;
const DAY = /^From (?:.*\b[A-Z][a-z]{2},? +(?:[A-Z][a-z]{2} +)?\d|\S+ +\d)/; // not as in a sentence
const ONE_SENDER = /^From +(?:\S+|\S+@\S+ .*)$/;
const OF_A_MAIL =
  /^(return-path|delivered-to|received|date|from|to|cc|subject|message-id|mime-version|content-type|reply-to|sender|x-[a-z-]+|status|authentication-results|dkim-signature|arc-[a-z-]+):/i;

/**
 * @param {Input} input
 * @returns {AsyncGenerator<Message>}
 */
export async function* messagesOf(input) {
  const splitter = new Splitter();
  for await (const chunk of input.bytes()) yield* splitter.feed(chunk);
  yield* splitter.end();
}

class Splitter {
  #message = new Collector();
  #isFirst = true;
  #isBox = false;
  #isAfterEmpty = true;
  /** @type {Uint8Array | null} a line "From " that may begin a message */
  #held = null;
  /** @type {Uint8Array[]} a line whose end was not read yet */
  #begun = [];

  /**
   * @param {Uint8Array} chunk
   * @returns {Generator<Message>}
   */
  *feed(chunk) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, from)) {
      const rest = chunk.subarray(from, end + 1);
      const line = this.#begun.length ? joined([...this.#begun, rest]) : rest;
      this.#begun = [];
      from = end + 1;
      if (this.#isHead(line) && this.#message.length) yield this.#message.take();
      this.#add(line);
    }
    if (from < chunk.length) this.#begun.push(chunk.subarray(from));
  }

  /** @returns {Generator<Message>} */
  *end() {
    if (this.#begun.length) {
      const line = joined(this.#begun);
      if (this.#isHead(line) && this.#message.length) yield this.#message.take();
      this.#add(line);
    }
    if (this.#held) this.#message.add(this.#held);
    if (this.#message.length) yield this.#message.take();
  }

  /**
   * Return whether the line that is held begins a message, now that the next one is known. If not, it belongs to the
   * message before.
   * @param {Uint8Array} next
   */
  #isHead(next) {
    const held = this.#held;
    if (!held) return false;
    this.#held = null;
    const isHead = isHeadLine(held, next, this.#isAfterEmpty);
    if (!isHead) this.#message.add(held);
    this.#isAfterEmpty = false;
    return isHead;
  }

  /** @param {Uint8Array} line */
  #add(line) {
    const isFrom = begins(line, 0);
    if (this.#isFirst) this.#isBox = isFrom;
    this.#isFirst = false;
    if (this.#isBox && isFrom) this.#held = line;
    else {
      this.#message.add(this.#isBox ? unquoted(line) : line);
      this.#isAfterEmpty = line.length < 3 && isEmpty(line);
    }
  }
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
  const from = textOf(held).trimEnd();
  if (TIME.test(from)) return DAY.test(from);
  return isAfterEmpty && ONE_SENDER.test(from) && OF_A_MAIL.test(line);
}

/**
 * @param {Uint8Array} line
 * @param {number} at
 */
const begins = (line, at) =>
  line[at] === FROM[0] && FROM.every((letter, place) => line[at + place] === letter);

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
