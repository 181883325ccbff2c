// What a file that was brought in becomes: lines of rows first, and then the entry that they belong to. So an import that breaks
// off on the way leaves nothing to be seen. No DOM here.
import { bytesIn, GOES_ON, lineText, ROWS, WRITE } from "./line.js";
import { ITEMS } from "./meanings.js";
import { BETWEEN, DAY, EXACT, orderOfWhen } from "./times.js";
import { shownText } from "./typed-text.js";
import { inPieces, makeOf, newId } from "./writing.js";
import { instantsOf } from "./zones.js";

/** @import { Context, ImportedFile, ImportedRow, Line, Make, Point, Row, When } from "./types.d.ts" */

export const CALL = "call";
export const MESSAGE = "message";
export const SYSTEM = "system";
const VOICEMAIL = "voicemail";
const CUT = "cut";
// All of a row fits into one line, whatever letters it has.
const MOST_BYTES_OF_TEXT = 12 * 1024; // as a line has it
const LONGEST_TEXT = 8000; // characters
const LONGEST_PIECE = 2000;
const LONGEST_FILES = 1500;
const LONGEST_OTHERS = 3000;
/**
 * Return the rows of a log that one row of a file becomes: one, or more where its text is longer than a line can be.
 * @param {ImportedRow} given
 * @returns {Row[]}
 */
export function rowsOfImported(given) {
  const { wall, mark, offset, direction, result, number, name, length, text, chat, files, at, notes, raw } =
    given;
  const named = (files ?? []).join("\n");
  const others = Object.entries(raw ?? {}).map(([column, value]) => `${column}: ${value}`);
  const isLong = number.length > 500 || name.length > 300 || (chat ?? "").length > 300;
  const isCut = isLong || named.length > LONGEST_FILES || others.join("\n").length > LONGEST_OTHERS;
  const [first, ...more] = textPieces(text);
  // In the order in which people read them.
  const row = chosen({
    ...{ when: wall, way: wayOf(given), direction, account: ownLine(number, 500), name: ownLine(name, 300) },
    ...{ exact_words: first, length: ownLine(length, 60), result: ownLine(result, 120), mark, offset },
    ...{ chat: ownLine(chat ?? "", 300), files: ownText(named, LONGEST_FILES), source_line: at },
    notes: [...(notes ?? []), ...(isCut ? [CUT] : [])].join(" "),
    others_in_file: ownText(others.join("\n"), LONGEST_OTHERS),
  });
  const { when, source_line } = row;
  return [row, ...more.map((piece) => ({ when, exact_words: piece, source_line, notes: GOES_ON }))];
}

/** @param {ImportedRow} row */
function wayOf({ what, result, way }) {
  if (way) return way;
  if (what === CALL) return result === VOICEMAIL ? VOICEMAIL : CALL;
  return what === MESSAGE ? "text" : SYSTEM;
}

/**
 * @param {Record<string, string | number | undefined>} values
 * @returns {Row}
 */
function chosen(values) {
  /** @type {Row} */
  const filled = {};
  for (const [id, value] of Object.entries(values))
    if (value !== undefined && value !== "") filled[id] = value;
  return filled;
}

/**
 * Letters stay as the file has them. Only for what no line can hold, a sign stands.
 * @param {string} text
 * @param {number} [most]
 */
function ownText(text, most = Infinity) {
  return shownText(text.replace(/\r\n?/g, "\n").slice(0, most));
}

/**
 * @param {string} text
 * @param {number} most
 */
const ownLine = (text, most) => ownText(text.trim(), most).replace(/\s*\n\s*/g, " ");

/** @param {string} text */
function textPieces(text) {
  const whole = ownText(text);
  const bytes = bytesIn(lineText(/** @type {Partial<Line>} */ ({ whole })));
  if (whole.length <= LONGEST_TEXT && bytes <= MOST_BYTES_OF_TEXT) return [whole];
  const pieces = [];
  for (let from = 0; from < whole.length; from += pieces[pieces.length - 1].length) {
    const piece = whole.slice(from, from + LONGEST_PIECE);
    pieces.push(/[\ud800-\udbff]$/.test(piece) ? piece.slice(0, -1) : piece);
  }
  return pieces;
}

/**
 * Divide the rows of an import so that each piece fits into one line.
 * @param {ImportedRow[]} rows
 */
export const piecesOf = (rows) => inPieces(rows.flatMap(rowsOfImported));

/** Return what writes one import. All its lines name the entry, which is written last. */
export function createImportEntry() {
  const [of, id] = [newId("e"), newId("r")];

  return {
    id: of,
    /**
     * @param {Row[][]} pieces
     * @param {Context} context
     * @returns {Make[]}
     */
    rows: (pieces, context) => pieces.map((rows) => makeOf({ id, ver: 1, act: ROWS, of, rows }, context)),
    /**
     * @param {{kind: string, when: When, file: ImportedFile}} entry
     * @param {Context} context
     * @returns {Make}
     */
    entry: ({ kind, when, file }, context) =>
      makeOf({ id: of, ver: 1, act: WRITE, kind, when, fields: fieldsOf(file) }, context),
  };
}

/** @param {ImportedFile} file */
function fieldsOf(file) {
  const { name, sha256, bytes, format, encoding, zone, rows, skipped, item } = file;
  return chosen({
    [ITEMS]: item,
    ...{
      file: ownLine(name, 300),
      file_sha256: sha256,
      file_bytes: bytes,
      file_format: ownLine(format, 120),
    },
    ...{ file_encoding: encoding, file_zone: ownLine(zone, 60), file_rows: rows, file_skipped: skipped },
  });
}

/**
 * Return what most of the rows are.
 * @param {ImportedRow[]} rows
 */
export function kindOfImport(rows) {
  let calls = 0;
  for (const { what } of rows) calls += what === CALL ? 1 : what === MESSAGE ? -1 : 0;
  return calls > 0 ? CALL : MESSAGE;
}

/**
 * Return when all of it happened: from the first row to the last.
 * @param {ImportedRow[]} rows at least one
 * @param {string} zone
 * @returns {When}
 */
export function whenOfImport(rows, zone) {
  let [first, last] = [rows[0], rows[0]];
  let [lowest, highest] = [Infinity, -Infinity];
  for (const row of rows) {
    const order = orderOf(row, zone);
    if (order < lowest) [first, lowest] = [row, order];
    if (order > highest) [last, highest] = [row, order];
  }
  const start = pointOf(first, zone);
  const end = pointOf(last, zone);
  const named = { ...start, zone: first.zone ?? zone };
  const isOne = start.utc === end.utc && start.wall === end.wall;
  if (isOne) return { as: start.utc ? EXACT : DAY, ...named };
  return { as: BETWEEN, ...named, until: end };
}

/**
 * @param {ImportedRow} row
 * @param {string} zone
 */
const orderOf = (row, zone) => orderOfWhen(pointOf(row, zone));

/**
 * @param {ImportedRow} row
 * @param {string} zone
 * @returns {Point}
 */
function pointOf({ wall, offset, utc, mark, zone: own }, zone) {
  if (!wall.includes("T")) return { wall }; // a day alone has no instant
  const instant = utc && offset ? { offset, utc } : instantsOf(wall, own ?? zone).instants[0];
  return { wall, ...instant, ...(mark && { mark }) };
}
