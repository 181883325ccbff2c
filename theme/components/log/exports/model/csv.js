// The log as a table, twice: for people with a spreadsheet, and exact for programs. No DOM here.
//
// Each line of the log is a record, and so is each row of a series, so that corrections can be seen. What is left out is a
// record with its number alone, and what was removed is one without a word of it, unless that is asked for.
import { _ } from "../../../common/gettext.js";
import { valueIn } from "../../../documents/model/sets.js";
import { APART, CONTENT, CORRECT, READ_AGAIN, readLine, REMOVE, ROWS, WRITE } from "../../model/line.js";
import { shownValue, textOf } from "../../model/shown.js";
import { ABOUT, BETWEEN, DAY, EXACT, FIRST, GAP, NOTICED, SECOND } from "../../model/times.js";
import { isOffset, wallAt } from "../../model/zones.js";
import { csvRecord, guarded } from "./cells.js";

/** @import { Named } from "../../../documents/model/types.d.ts" */
/** @import { Line, LogField, LogShape, Point, Row, When } from "../../model/types.d.ts" */
/** @import { Handed, Separator } from "./types.d.ts" */

const BOM = "\ufeff"; // without it, Excel reads UTF-8 as another code
const OF_LINE = ["line", "number", "version", "act", "kind", "row"];
const OF_TIME = [
  ...["happened_as", "happened_day", "happened_time", "happened_offset", "happened_mark"],
  ...["until_day", "until_time", "until_offset", "happened_utc", "happened_zone"],
];
const OF_WRITING = [
  ...["written_day", "written_time", "written_offset", "written_utc", "written_zone", "written_clock"],
];
const MORE = "more"; // what another version of the guide wrote, as JSON
const NOT_FIELDS = ["when", "set", "rows"];
const IN_TIME = ["mark", "offset"]; // of a row of an import: the columns of times have them
/** Columns that the guide fills with numbers and times of its own. */
const TYPED = new Set(["line", "number", "version", "row", ...OF_TIME, ...OF_WRITING].filter(isTyped));

/** @param {string} column */
function isTyped(column) {
  return !/_(as|mark|zone|clock)$/.test(column);
}

const LEFT_OUT = "left-out";
const NOT_READ = "not-read";
/** @type {Named<string>} */
const ACTS = {
  [WRITE]: _("New"),
  [CORRECT]: _("Correction"),
  [REMOVE]: _("Removed by the writer"),
  [READ_AGAIN]: _("Read again: it is as I remember it"),
  [APART]: _("Kept apart"),
  [ROWS]: _("Rows"),
  [LEFT_OUT]: _("Left out of this copy"),
  [NOT_READ]: _("Cannot be shown by this version of the guide"),
};
/** @type {Named<string>} */
const WAYS = {
  [EXACT]: _("At this time"),
  [ABOUT]: _("About this time"),
  [BETWEEN]: _("Between two times"),
  [DAY]: _("Some time on this day"),
  [NOTICED]: _("Noticed then, happened before"),
};
/** @type {Named<string>} */
const MARKS = {
  [FIRST]: _("The first time the clock showed this"),
  [SECOND]: _("The second time the clock showed this"),
  [GAP]: _("The clock skipped this time"),
  either: _("The clock showed this twice, and the file does not say which of the two it was"),
};

/**
 * Return the columns, in the order of `contributing/log-header.csv`. What is kept apart has some only where it is handed over.
 * @param {LogShape} shape
 * @param {boolean} [withApart]
 */
export function csvHeader(shape, withApart = false) {
  return [...OF_LINE, ...OF_TIME, ...OF_WRITING, ...fieldColumns(shape, withApart), MORE];
}

/**
 * @param {LogShape} shape
 * @param {boolean} withApart
 */
function fieldColumns({ fields }, withApart) {
  return Object.entries(fields)
    .filter(
      ([id, { takes, apart }]) =>
        !NOT_FIELDS.includes(takes) && !IN_TIME.includes(id) && (withApart || !apart),
    )
    .map(([id]) => id);
}

/**
 * Return the table for people: labels in place of ids, and no text that a spreadsheet would run or change.
 * @param {Handed} handed
 * @param {{separator?: Separator}} [how]
 */
export function readerCsv(handed, { separator = "," } = {}) {
  return [...readerRecords(handed, separator)].join("");
}

/**
 * Yield the table for people, record by record; the versions of an entry stand together.
 * @param {Handed} handed
 * @param {Separator} separator
 */
export function* readerRecords(handed, separator) {
  const lines = readLines(handed).sort(byEntry);
  const header = csvHeader(handed.shape, hasApart(lines, handed.shape));
  const labels = labelsOf(handed.shape);
  yield BOM + csvRecord(header, separator);
  for (const record of recordsOf(lines, handed))
    yield csvRecord(
      header.map((column) => readerCell(column, record, handed.shape, labels.get(column))),
      separator,
    );
}

/**
 * Return the table for programs: ids as the log has them, line by line, and nothing guarded.
 * @param {Handed} handed
 */
export function exactCsv(handed) {
  return [...exactRecords(handed)].join("");
}

/** @param {Handed} handed */
export function* exactRecords(handed) {
  const lines = readLines(handed).sort((one, other) => one.seq - other.seq);
  const header = csvHeader(handed.shape, hasApart(lines, handed.shape));
  yield csvRecord(header, ",");
  for (const record of recordsOf(lines, handed))
    yield csvRecord(
      header.map((column) => exactText(valueIn(record, column), valueIn(handed.shape.fields, column))),
      ",",
    );
}

/**
 * @param {unknown} value
 * @param {LogField} [field]
 */
function exactText(value, field) {
  if (value === undefined) return "";
  // A name of a file can hold blanks.
  return Array.isArray(value) ? value.map(textOf).join(field?.takes === "files" ? "\n" : " ") : textOf(value);
}

/**
 * @param {string} column
 * @param {Named<unknown>} record
 * @param {LogShape} shape
 * @param {Named<string>} [labels]
 */
function readerCell(column, record, shape, labels = {}) {
  const value = valueIn(record, column);
  if (value === undefined || value === "") return "";
  const field = valueIn(shape.fields, column);
  if (isOurs(column, field, value)) return String(value);
  if (field?.takes === "files") return guarded(shownValue(/** @type {string[]} */ (value), field));
  const texts = (Array.isArray(value) ? value : [value]).map(textOf);
  return guarded(texts.map((text) => valueIn(labels, text) ?? text).join("; "));
}

/**
 * Return whether a value is of a form that the guide itself made, and no text of anybody.
 * @param {string} column
 * @param {LogField | undefined} field
 * @param {unknown} value
 */
function isOurs(column, field, value) {
  if (field?.takes === "number") return Number.isSafeInteger(value);
  if (!TYPED.has(column)) return false;
  return typeof value === "number" || isOffset(value) || /^\d[\d:TZ-]*$/.test(String(value));
}

/**
 * Return the labels of each column, where it has any.
 * @param {LogShape} shape
 * @returns {Map<string, Named<string>>}
 */
function labelsOf({ kinds, fields }) {
  const ofKinds = Object.fromEntries(Object.entries(kinds).map(([id, { label }]) => [id, label]));
  const labels = new Map(Object.entries(fields).map(([id, { options }]) => [id, options]));
  return labels.set("act", ACTS).set("happened_as", WAYS).set("happened_mark", MARKS).set("kind", ofKinds);
}

/**
 * @typedef {object} HandedLine
 * @property {number} seq
 * @property {number} number of the entry that it belongs to
 * @property {Line | null} line null where nothing of it can be shown
 * @property {boolean} isLeftOut
 */

/**
 * @param {Handed} handed
 * @returns {HandedLine[]}
 */
function readLines({ lines, leftOut, shape, entries, items = [] }) {
  const numbers = new Map([...entries, ...items].map(({ id, number }) => [id, number]));
  return lines.map(({ seq, line: text }) => {
    const isLeftOut = leftOut.has(seq);
    const line = isLeftOut ? null : readLine(text, seq, shape).line;
    const number = (line && numbers.get(line.of ?? line.id)) ?? line?.first ?? seq;
    return { seq, number, line, isLeftOut };
  });
}

/**
 * Compare lines by their entries. The rows of an import were written before its entry, and stand below it.
 * @param {HandedLine} one
 * @param {HandedLine} other
 */
const byEntry = (one, other) =>
  one.number - other.number || Number(isRows(one)) - Number(isRows(other)) || one.seq - other.seq;

/** @param {HandedLine} line */
const isRows = ({ line }) => line?.act === ROWS;

/**
 * Return whether a line that goes in has what is kept apart, also in a column of rows.
 * @param {HandedLine[]} lines
 * @param {LogShape} shape
 */
function hasApart(lines, { fields }) {
  const columns = new Set(Object.keys(fields).filter((id) => fields[id].apart));
  return lines.some(
    ({ line }) =>
      line?.act === APART || line?.rows?.some((row) => Object.keys(row).some((name) => columns.has(name))),
  );
}

/**
 * Yield what stands in the table by its columns.
 * @param {HandedLine[]} lines
 * @param {Handed} handed
 * @returns {Generator<Named<unknown>>}
 */
function* recordsOf(lines, { entries, items = [], shape, isWithRemoved = false }) {
  const removed = new Set([...entries, ...items].filter((entry) => entry.removed).map(({ id }) => id));
  const kinds = new Map(lines.flatMap(({ line }) => (line?.kind ? [[line.id, line.kind]] : [])));
  const columns = new Set(fieldColumns(shape, true));
  /** @type {Map<string, number>} */
  const rowsSoFar = new Map(); // a line with the same id and version adds rows
  for (const { seq, number, line, isLeftOut } of lines) {
    if (!line) {
      yield { line: seq, act: isLeftOut ? LEFT_OUT : NOT_READ };
      continue;
    }
    const id = line.of ?? line.id;
    const own = { line: seq, number, version: line.ver, act: line.act, ...writtenCells(line) };
    const said = { ...own, kind: CONTENT.includes(line.act) ? line.kind : kinds.get(id) };
    if (removed.has(id) && !isWithRemoved)
      yield own; // it can be seen that there was one, and nothing of what it said
    else if (line.act === ROWS) yield* rowRecords(line, said, rowsSoFar, columns);
    else yield { ...said, ...(line.when && whenCells(line.when)), ...fieldCells(line.fields, columns) };
  }
}

/**
 * Yield a record for each row of a line.
 * @param {Line} line
 * @param {Named<unknown>} said
 * @param {Map<string, number>} rowsSoFar
 * @param {Set<string>} columns
 */
function* rowRecords({ id, ver, rows = [] }, said, rowsSoFar, columns) {
  const name = `${id} ${ver}`;
  for (const row of rows) {
    const place = (rowsSoFar.get(name) ?? 0) + 1;
    rowsSoFar.set(name, place);
    yield { ...said, row: place, ...rowCells(row, columns) };
  }
}

/**
 * @param {When} when
 * @returns {Named<string>}
 */
function whenCells({ as, zone, until, ...start }) {
  const end = until ? pointCells(until, "until") : {};
  return {
    ...{ happened_as: as, happened_utc: start.utc ?? "", happened_zone: zone },
    ...{ ...pointCells(start, "happened"), ...end, happened_mark: start.mark ?? "" },
  };
}

/**
 * @param {Point} point
 * @param {string} name
 */
function pointCells({ wall, offset = "" }, name) {
  const [day, time = ""] = wall.split("T");
  return { [`${name}_day`]: day, [`${name}_time`]: time, [`${name}_offset`]: offset };
}

/** @param {Line} line */
function writtenCells({ written }) {
  const [day, time] = wallAt(written).split("T");
  return {
    ...{ written_day: day, written_time: time, written_offset: written.offset, written_utc: written.utc },
    ...{ written_zone: written.zone, written_clock: written.clock },
  };
}

/**
 * @param {Named<unknown>} fields
 * @param {Set<string>} columns
 */
function fieldCells(fields, columns) {
  /** @type {[string, unknown][]} */
  const own = [];
  /** @type {[string, unknown][]} */
  const more = [];
  for (const entry of Object.entries(fields)) (columns.has(entry[0]) ? own : more).push(entry);
  const rest = more.length && { [MORE]: JSON.stringify(Object.fromEntries(more)) };
  return { ...Object.fromEntries(own), ...rest };
}

/**
 * @param {Row} row
 * @param {Set<string>} columns
 */
function rowCells({ when = "", offset = "", mark = "", ...row }, columns) {
  const point = { wall: String(when), offset: String(offset) };
  return { ...pointCells(point, "happened"), happened_mark: mark, ...fieldCells(row, columns) };
}
