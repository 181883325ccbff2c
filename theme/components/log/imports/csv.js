// Lists of values: RFC 4180, and what programs make of it. Nothing is left out: a quote that never ends is a letter.
import { MOST_FIELD } from "./bounds.js";

/** A line of a list. `at` is the line in the file on which it begins. @typedef {{at: number, cells: string[]}} CsvRow */
/** @typedef {{cells: string[], next: number, lines: number}} Scanned */

const SEPARATORS = [",", ";", "\t", "|"];
const MOST_OPEN = 4 * MOST_FIELD; // letters after a quote without its end
const MOST_UNENDED = 20; // quotes without an end, after which all quotes of a file are letters
const LOOKED_AT = 40; // rows by which the separator is known
const MOST_CELLS = 1000;

/**
 * Return the rows of a list, without the empty ones.
 * @param {AsyncIterable<string>} pieces
 * @param {string} separator
 * @returns {AsyncIterable<CsvRow>}
 */
export async function* csvRows(pieces, separator) {
  const reader = createCsvReader(separator);
  for await (const piece of pieces) yield* withValues(reader.add(piece));
  yield* withValues(reader.end());
}

/** @param {Iterable<CsvRow>} rows */
function* withValues(rows) {
  for (const row of rows) {
    const isSeparatorLine = row.at === 1 && /^sep=.?$/i.test(row.cells[0]);
    if (!isSeparatorLine && row.cells.some((cell) => cell.trim() !== "")) yield row;
  }
}

/**
 * Return what separates the values in a list; its first line may say so (`sep=;`). Null where the text is no list.
 * @param {string} text
 * @returns {string | null}
 */
export function separatorOf(text) {
  const said = /^sep=([^"\r\n])\r?\n/i.exec(text);
  if (said) return said[1];
  const whole = text.slice(0, text.length < 8000 ? undefined : 8000);
  /** @type {string | null} */
  let best = null;
  let most = 0;
  for (const separator of SEPARATORS) {
    const points = pointsOf(whole, separator);
    if (points > most) [best, most] = [separator, points];
  }
  return best;
}

/**
 * Rate a separator: rows with the usual number of values count, and more so with more values.
 * @param {string} text
 * @param {string} separator
 */
function pointsOf(text, separator) {
  const rows = rowsOfText(text, separator).slice(0, LOOKED_AT);
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const single = counts.get(1) ?? 0;
  counts.delete(1);
  const best = [...counts].sort((one, other) => other[1] - one[1] || other[0] - one[0])[0];
  if (!best) return 0;
  const [width, count] = best;
  const [usual, several] = [count / rows.length, 1 - single / rows.length];
  return usual >= 0.4 || several >= 0.6 ? usual * 100 + Math.min(width, 20) : 0;
}

/**
 * @param {string} text
 * @param {string} separator
 * @returns {CsvRow[]}
 */
export function rowsOfText(text, separator) {
  const reader = createCsvReader(separator);
  return [...reader.add(text), ...reader.end()];
}

/** @param {string} separator */
function createCsvReader(separator) {
  const bare = new RegExp(`[^\\r\\n${separator.replace(/\W/, "\\$&")}]*`, "y");
  let buffer = "";
  let line = 1;
  let unended = 0;

  /**
   * @param {boolean} isEnd
   * @returns {Generator<CsvRow>}
   */
  function* rows(isEnd) {
    let from = 0;
    while (from < buffer.length) {
      const scanned = scan(from, isEnd);
      if (!scanned) break;
      yield { at: line, cells: scanned.cells };
      line += scanned.lines;
      from = scanned.next;
    }
    buffer = buffer.slice(from);
  }

  /**
   * Return the row that begins here, or null where its end has not come yet.
   * @param {number} from
   * @param {boolean} isEnd
   */
  function scan(from, isEnd) {
    const scanned = scanRow(buffer, from, unended < MOST_UNENDED);
    if (scanned === "open" && (isEnd || buffer.length - from > MOST_OPEN)) {
      unended += 1;
      return finished(scanRow(buffer, from, false), isEnd);
    }
    return finished(scanned, isEnd);
  }

  /**
   * @param {Scanned | "open"} scanned
   * @param {boolean} isEnd
   */
  function finished(scanned, isEnd) {
    if (scanned === "open") return null;
    // What ends the buffer may go on: a value, or the second half of a line end.
    const isWhole = isEnd || (scanned.next < buffer.length && scanned.lines > 0);
    return isWhole ? scanned : null;
  }

  /**
   * @param {string} text
   * @param {number} from
   * @param {boolean} hasQuotes
   * @returns {Scanned | "open"}
   */
  function scanRow(text, from, hasQuotes) {
    const cells = [];
    let lines = 0;
    for (let at = from; ;) {
      const quote = hasQuotes ? quoteAt(text, at) : -1;
      let cell = "";
      if (quote >= 0) {
        const quoted = quotedCell(text, quote + 1, separator);
        if (!quoted) return "open";
        cell = quoted.text;
        lines += quoted.lines;
        at = quoted.next;
      }
      bare.lastIndex = at;
      cell += bare.exec(text)?.[0] ?? "";
      at = bare.lastIndex;
      if (cells.length < MOST_CELLS) cells.push(cell);
      if (text[at] === separator) at += 1;
      else {
        const isPair = text[at] === "\r" && text[at + 1] === "\n";
        return at < text.length
          ? { cells, next: at + (isPair ? 2 : 1), lines: lines + 1 }
          : { cells, next: at, lines };
      }
    }
  }

  return {
    /** @param {string} piece */
    add(piece) {
      buffer += piece;
      return rows(false);
    },
    end: () => rows(true),
  };
}

/**
 * Return where the quote is with which a value begins, also after spaces, or -1.
 * @param {string} text
 * @param {number} at
 */
function quoteAt(text, at) {
  let place = at;
  while (text[place] === " ") place += 1;
  return text[place] === '"' ? place : -1;
}

/**
 * Read a value up to the quote that ends it. A quote in the middle of words is a letter.
 * @param {string} text
 * @param {number} from after the first quote
 * @param {string} separator
 */
function quotedCell(text, from, separator) {
  let read = "";
  let lines = 0;
  for (let at = from; ;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return null;
    const part = text.slice(at, quote);
    read += part;
    lines += linesIn(part);
    const after = text[quote + 1];
    if (after === undefined || after === separator || after === "\r" || after === "\n")
      return { text: read, next: quote + 1, lines };
    if (after === " " && /^ +(?:[\r\n]|$)/.test(text.slice(quote + 1, quote + 20)))
      return { text: read, next: quote + 1, lines };
    read += '"';
    at = after === '"' ? quote + 2 : quote + 1;
  }
}

/** @param {string} text */
function linesIn(text) {
  return text.includes("\n") || text.includes("\r") ? text.split(/\r\n|\r|\n/).length - 1 : 0;
}
