// The records of a JSON file, one after the other, so that no file is ever read as a whole. No DOM here.
//
// The scanner only finds where a value begins and ends; `JSON.parse` reads each record. So a record that is broken costs
// itself alone, and a file that was cut short gives what came before the cut.

/** @typedef {(string | number)[]} Path keys and places (from 0) that lead to a value */
/**
 * @typedef {object} JsonRecord
 * @property {Path} path
 * @property {unknown} [value]
 * @property {string} [text] how it begins, where it could not be read
 * @property {"broken" | "long"} [problem]
 */
/** @typedef {{path: Path, depth: number, parts: string[], length: number}} Begun */

const MOST_RECORD = 16 * 1024 * 1024; // characters; old files hold pictures as text
const MOST_DEPTH = 32;
const MOST_KEY = 1024; // characters
const SHOWN = 200; // characters of what could not be read

const SIGN = /["{}[\],:]/g;
const SIGN_IN_RECORD = /["{}[\]]/g;
const STRING_END = /["\\]/g;

/** What a file can hold that is no JSON, or none that anybody wrote by hand. */
export class NotJson extends Error {}

/**
 * Yield the records of a file. `isRecord` says which values are records, by their path.
 * @param {AsyncIterable<string>} pieces
 * @param {(path: Path) => boolean} isRecord
 * @returns {AsyncGenerator<JsonRecord>}
 */
export async function* recordsOf(pieces, isRecord) {
  const scanner = new RecordScanner(isRecord);
  for await (const piece of pieces) yield* scanner.feed(piece);
  yield* scanner.end();
}

/** Whether the file ended before its last bracket is told by `isWhole`. */
export class RecordScanner {
  /** @type {{isList: boolean, key: string | number}[]} the brackets that are open, outside of a record */
  #open = [];
  #isKey = false; // the next string is a key
  #inString = false;
  #isEscaped = false; // the piece ended behind a backslash
  #key = ""; // as it is read
  #literal = ""; // a number, true, false or null
  /** @type {Begun | null} the record that is being read */
  #record = null;
  #from = 0; // where it goes on in this piece
  #hasBegun = false;
  /** @type {JsonRecord[]} */
  #found = [];

  /** @param {(path: Path) => boolean} isRecord */
  constructor(isRecord) {
    this.isRecord = isRecord;
  }

  get isWhole() {
    return this.#hasBegun && !this.#open.length && !this.#record && !this.#inString;
  }

  /**
   * Return the records that end in this piece.
   * @param {string} text
   */
  feed(text) {
    this.#found = [];
    this.#from = 0;
    let at = this.#isEscaped ? 1 : 0;
    this.#isEscaped = false;
    while (at < text.length) at = this.#inString ? this.#readString(text, at) : this.#readSign(text, at);
    if (this.#record) this.#keep(text, text.length);
    return this.#found;
  }

  /** Return what was left at the end of the file. */
  end() {
    this.#found = [];
    this.#endLiteral("", 0);
    if (this.#record) {
      const { path, parts } = this.#record;
      this.#record = null;
      this.#found.push({ path, problem: "broken", text: parts.join("").slice(0, SHOWN) });
    }
    return this.#found;
  }

  /**
   * @param {string} text
   * @param {number} at
   */
  #readString(text, at) {
    STRING_END.lastIndex = at;
    const end = STRING_END.test(text) ? STRING_END.lastIndex - 1 : text.length;
    if (!this.#record && this.#isKey && this.#key.length < MOST_KEY) this.#key += text.slice(at, end);
    if (end === text.length) return end;
    if (text[end] === "\\") {
      if (!this.#record && this.#isKey) this.#key += text.slice(end, end + 2);
      this.#isEscaped = end + 1 === text.length;
      return end + 2;
    }
    this.#inString = false;
    if (this.#record?.depth === 0) this.#endRecord(text, end + 1);
    return end + 1;
  }

  /**
   * @param {string} text
   * @param {number} at
   */
  #readSign(text, at) {
    const sign = this.#record ? SIGN_IN_RECORD : SIGN;
    sign.lastIndex = at;
    const end = sign.test(text) ? sign.lastIndex - 1 : text.length;
    if (this.#record) return end === text.length ? end : this.#readInRecord(text, end);
    if (this.#literal.length < MOST_KEY) this.#literal += text.slice(at, end);
    if (end < text.length) this.#readBetween(text, end);
    return end + 1;
  }

  /**
   * @param {string} text
   * @param {number} at
   */
  #readInRecord(text, at) {
    const record = /** @type {Begun} */ (this.#record);
    const sign = text[at];
    if (sign === '"') this.#inString = true;
    else if (sign === "{" || sign === "[") record.depth++;
    else if (sign === "}" || sign === "]") {
      record.depth--;
      if (record.depth === 0) this.#endRecord(text, at + 1);
    }
    return at + 1;
  }

  /**
   * Read a sign that stands outside of every record.
   * @param {string} text
   * @param {number} at
   */
  #readBetween(text, at) {
    const sign = text[at];
    const top = this.#open.at(-1);
    if (sign === '"') this.#beginString(text, at);
    else if (sign === "{" || sign === "[") this.#beginList(text, at, sign === "[");
    else {
      this.#endLiteral(text, at);
      if (sign === ":") this.#endKey(top);
      else if (!top) throw new NotJson();
      else if (sign === ",") this.#next(top);
      else {
        this.#open.pop();
        this.#isKey = false;
      }
    }
  }

  /**
   * @param {string} text
   * @param {number} at
   */
  #beginString(text, at) {
    this.#literal = "";
    this.#inString = true;
    if (!this.#isKey) this.#beginValue(text, at, 0);
  }

  /**
   * @param {string} text
   * @param {number} at
   * @param {boolean} isList
   */
  #beginList(text, at, isList) {
    this.#literal = "";
    if (this.#beginValue(text, at, 1)) return;
    if (this.#open.length === MOST_DEPTH) throw new NotJson();
    this.#open.push({ isList, key: isList ? 0 : "" });
    this.#isKey = !isList;
    this.#key = "";
  }

  /** @param {{isList: boolean, key: string | number} | undefined} top */
  #endKey(top) {
    if (!top || top.isList) throw new NotJson();
    top.key = keyOf(this.#key);
    this.#isKey = false;
  }

  /** @param {{isList: boolean, key: string | number}} top */
  #next(top) {
    if (top.isList) top.key = Number(top.key) + 1;
    this.#isKey = !top.isList;
    this.#key = "";
  }

  /**
   * Begin a record, if the value here is one.
   * @param {string} text
   * @param {number} at
   * @param {number} depth
   */
  #beginValue(text, at, depth) {
    this.#hasBegun = true;
    const path = this.#open.map(({ key }) => key);
    if (!this.isRecord(path)) return false;
    this.#record = { path, depth, parts: [], length: 0 };
    this.#from = at;
    return true;
  }

  /**
   * @param {string} text
   * @param {number} end
   */
  #keep(text, end) {
    const record = /** @type {Begun} */ (this.#record);
    record.length += end - this.#from;
    if (record.length <= MOST_RECORD || !record.parts.length)
      record.parts.push(text.slice(this.#from, Math.min(end, this.#from + MOST_RECORD)));
  }

  /**
   * @param {string} text
   * @param {number} end
   */
  #endRecord(text, end) {
    this.#keep(text, end);
    const { path, parts, length } = /** @type {Begun} */ (this.#record);
    this.#record = null;
    if (length > MOST_RECORD) this.#found.push({ path, problem: "long", text: parts[0].slice(0, SHOWN) });
    else this.#found.push(parsed(path, parts.join("")));
  }

  /**
   * End a number or a word, if one stands here.
   * @param {string} text
   * @param {number} at
   */
  #endLiteral(text, at) {
    const literal = this.#literal.trim();
    this.#literal = "";
    if (!literal || !this.#open.length) return;
    if (this.#beginValue(text, at, 0)) {
      this.#record = null;
      this.#found.push(parsed(this.#path(), literal));
    }
  }

  #path() {
    return this.#open.map(({ key }) => key);
  }
}

/**
 * @param {Path} path
 * @param {string} text
 * @returns {JsonRecord}
 */
function parsed(path, text) {
  try {
    return { path, value: JSON.parse(text) };
  } catch {
    return { path, problem: "broken", text: text.slice(0, SHOWN) };
  }
}

/** @param {string} text */
function keyOf(text) {
  if (!text.includes("\\")) return text;
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    return text;
  }
}
