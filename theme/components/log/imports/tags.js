// Tags and attributes of XML, as they stream by. No document type and no entity is known but the five of XML and numbers,
// and what nobody asked for is never held.
import { _ } from "../../common/gettext.js";
import { MOST_FIELD, MOST_NESTING } from "./bounds.js";
import { decodeEntities } from "./entities.js";
import { Refusal } from "./refusal.js";

/**
 * `attributes`: letters are mended (`mended`), or could not be (`lost`).
 * @typedef {{name: string, attributes: Record<string, string>, mended: number, lost: number}} Tag
 * @typedef {{open(tag: Tag): void, close(name: string): void, text?(text: string): void}} TagHandler
 */

const LONGEST_NAME = 200;
const NAME = /[^\s\x2f>]{0,200}/y;
const BLANK = /[\s\x2f]*/y;
const ATTRIBUTE = /([^\s=\x2f>"']{1,200})\s*=\s*(["'])/y;
const LONGEST_START = 500; // letters up to the value of an attribute
/** What is passed over, and how it ends. @type {[string, string][]} */
const PASSED = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
  ["<!", ">"],
  ["<?", ">"],
];

/** Takes a text in pieces and tells of its tags. */
export class TagReader {
  #handler;
  /** @type {Set<string>} */
  #ignored;
  #most;
  #buffer = "";
  #at = 0;
  #until = ""; // what is passed over ends here
  #isHeld = false; // what is passed over is a value
  /** @type {Tag | null} */
  #tag = null;
  #depth = 0;

  /**
   * @param {TagHandler} handler
   * @param {{ignored?: string[], most?: number}} [how] attributes that are not read, and how long the others may be
   */
  constructor(handler, { ignored = [], most = MOST_FIELD } = {}) {
    this.#handler = handler;
    this.#ignored = new Set(ignored);
    this.#most = most;
  }

  /** @param {string} piece */
  add(piece) {
    this.#buffer = this.#buffer.slice(this.#at) + piece;
    this.#at = 0;
    while (this.#at < this.#buffer.length && this.#step());
  }

  /** Return whether the text ended in the middle of something. */
  end() {
    return this.#tag !== null || this.#isHeld || this.#depth > 0;
  }

  /** Go one step on; false where more text is needed. */
  #step() {
    if (this.#until) return this.#pass();
    return this.#tag ? this.#readAttribute(this.#tag) : this.#readText();
  }

  #pass() {
    const end = this.#buffer.indexOf(this.#until, this.#at);
    const rest = Math.max(this.#at, this.#buffer.length - this.#until.length + 1);
    this.#at = end < 0 ? rest : end + this.#until.length;
    if (end < 0) return false;
    this.#until = "";
    this.#isHeld = false;
    return true;
  }

  #readText() {
    const start = this.#buffer.indexOf("<", this.#at);
    const end = start < 0 ? this.#buffer.length : start;
    if (end > this.#at) this.#handler.text?.(this.#buffer.slice(this.#at, end));
    this.#at = end;
    if (start < 0) return false;
    if (this.#buffer.length - end < 9 && this.#buffer.indexOf(">", end) < 0) return false;
    return this.#readMarkup();
  }

  #readMarkup() {
    const passed = PASSED.find(([beginning]) => this.#buffer.startsWith(beginning, this.#at));
    if (passed) {
      this.#at += passed[0].length;
      this.#until = passed[1];
      return true;
    }
    const isClosing = this.#buffer[this.#at + 1] === "/";
    const from = this.#at + (isClosing ? 2 : 1);
    const name = found(NAME, this.#buffer, from)?.[0] ?? "";
    const next = from + name.length;
    if (next >= this.#buffer.length) return false;
    this.#at = next;
    if (!name || name.length >= LONGEST_NAME) this.#handler.text?.(`<${name}`);
    else if (isClosing) this.#close(name);
    else this.#tag = { name, attributes: Object.create(null), mended: 0, lost: 0 };
    return true;
  }

  /** @param {string} name */
  #close(name) {
    this.#depth = Math.max(0, this.#depth - 1);
    this.#handler.close(name);
    this.#until = ">";
  }

  /** @param {Tag} tag */
  #readAttribute(tag) {
    const blank = found(BLANK, this.#buffer, this.#at)?.[0] ?? "";
    const next = this.#at + blank.length;
    if (next >= this.#buffer.length) return false;
    if (this.#buffer[next] === ">") {
      this.#at = next + 1;
      this.#open(tag, this.#buffer[next - 1] === "/");
      return true;
    }
    const start = found(ATTRIBUTE, this.#buffer, next);
    if (start) return this.#readValue(tag, start[1], start[2], next + start[0].length);
    const coming = this.#buffer.slice(next, next + LONGEST_START);
    if (coming.length < LONGEST_START && !/["'>]/.test(coming)) return false;
    this.#at = next + (/^[^\s\x2f>]+/.exec(coming)?.[0].length ?? 1); // an attribute without a value
    return true;
  }

  /**
   * @param {Tag} tag
   * @param {string} name
   * @param {string} quote
   * @param {number} from
   */
  #readValue(tag, name, quote, from) {
    const end = this.#buffer.indexOf(quote, from);
    const isIgnored = this.#ignored.has(name);
    if (end < 0 && !isIgnored && this.#buffer.length - from <= this.#most) return false;
    if (!isIgnored && tag.attributes[name] === undefined) {
      const most = from + this.#most;
      const decoded = decodeEntities(this.#buffer.slice(from, end < 0 ? most : Math.min(end, most)));
      tag.attributes[name] = decoded.text;
      tag.mended += decoded.mended;
      tag.lost += decoded.lost;
    }
    this.#at = end < 0 ? this.#buffer.length : end + 1;
    if (end < 0) [this.#until, this.#isHeld] = [quote, true];
    return true;
  }

  /**
   * @param {Tag} tag
   * @param {boolean} isEmpty
   */
  #open(tag, isEmpty) {
    this.#tag = null;
    if (this.#depth >= MOST_NESTING)
      throw new Refusal(_("This file is built in a way that cannot be read here."));
    this.#handler.open(tag);
    if (isEmpty) this.#handler.close(tag.name);
    else this.#depth += 1;
  }
}

/**
 * @param {RegExp} pattern
 * @param {string} text
 * @param {number} at
 */
function found(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
