// Any list of values, with columns that the reader names.
import { _ } from "../../../common/gettext.js";
import { isOurTable, unguarded } from "../../exports/model/cells.js";
import { describeColumns, fullOf, isEpochCell, ROLES } from "../columns.js";
import { csvRows, separatorOf } from "../csv.js";
import { beginningOf, stampOfCells, timeOfStamp, withOffset } from "../headed.js";
import { askOrder, createOrderProof, orderOf } from "../orders.js";
import { isProse } from "../prose.js";
import { askShownZone, askZone, COLUMNS, columnRoles } from "../questions.js";
import { Refusal } from "../refusal.js";
import { readStamp } from "../stamps.js";
import { kindOf, lengthOf } from "../words.js";

/** @import { Answers, Format, Input, Question, RawRow, RawTime, To } from "../types.d.ts" */
/** @import { CsvRow } from "../csv.js" */
/** @import { Stamp } from "../stamps.js" */

const LOOKED_AT = 200; // rows
const HALF = /^[ap]\.?m\.?$/i; // of a day
const HALF_BEHIND = /^[ap]\.?$/i; // only behind a time
const WITHOUT_HALF = /^[\d\x2f.,: -]*\d{1,2}:\d\d(:\d\d)?$/;

/** @type {Format} */
export const csv = {
  id: "csv",
  label: _("List (CSV)"),
  suits({ text, names }) {
    if (names || /^\s*[<{[]/.test(text) || text.includes("\0")) return false;
    const separator = separatorOf(text);
    if (!separator) return false;
    const lines = text.split(/\r\n|\r|\n/, 60).filter((line) => line.trim() !== "");
    if (isProse(text, separator)) return false;
    return lines.length > 1 && lines.some((line) => isRow(line, separator));
  },
  questions,
  read,
};

/**
 * Return whether a line has a value that is a time.
 * @param {string} line
 * @param {string} separator
 */
function isRow(line, separator) {
  const cells = line.split(separator).map((cell) => cell.replaceAll('"', ""));
  return cells.some((cell) => readStamp(cell) !== null || isEpochCell(cell));
}

/**
 * Return the rows of a list. A text in the last column may have commas of its own, with blanks behind them.
 * @param {Input} input
 * @param {string} separator
 * @returns {AsyncGenerator<CsvRow>}
 */
async function* listRows(input, separator) {
  let width = 0; // of the headings
  let isFirst = true;
  for await (const row of csvRows(input.pieces(), separator)) {
    if (isFirst && !isRow(row.cells.join(separator), separator)) width = row.cells.length;
    isFirst = false;
    yield width > 1 && separator === "," ? { ...row, cells: joinedLast(row.cells, width) } : row;
  }
}

/**
 * @param {string[]} cells
 * @param {number} width
 */
function joinedLast(cells, width) {
  const more = cells.slice(width);
  if (!more.length || !more.every((cell) => /^ +\S/.test(cell))) return cells;
  return [...cells.slice(0, width - 1), cells.slice(width - 1).join(",")];
}

/**
 * @param {Input} input
 * @param {Answers} answers
 */
async function questions(input, answers) {
  const { separator, described } = await listOf(input);
  const { columns, guess, remember } = described;
  /** @type {Question} */
  const question = {
    id: COLUMNS,
    asks: _("What is in each column?"),
    choices: columns,
    takes: "columns",
    roles: ROLES,
    value: JSON.stringify(guess),
    ...(remember && { remember }),
  };
  const roles = columnRoles(answers[COLUMNS] ?? "", columns, ROLES) ?? guess;
  const proof = createOrderProof({ mayGoBack: true });
  let isWall = false;
  let isExact = false;
  for await (const { cells } of listRows(input, separator)) {
    const { stamp, time } = stampOf(cells, roles);
    if (stamp) proof.add(stamp.day, stamp.isEastern);
    if (stamp) isWall ||= stamp.offset === "";
    if (time && !("wall" in time)) isExact = true;
  }
  const zone = isWall ? [askZone()] : isExact ? [askShownZone()] : [];
  return [question, ...askOrder(input, proof), ...zone];
}

/**
 * @param {Input} input
 * @param {Answers} answers
 * @param {To} to
 */
async function read(input, answers, to) {
  const { separator, described } = await listOf(input);
  const { columns, headings } = described;
  const roles = columnRoles(answers[COLUMNS], columns, ROLES) ?? described.guess;
  const order = orderOf(input, answers);
  const labels = columns.map(({ label }) => label);
  const isOurs = isOurTable(labels);
  const above = new Set(headings.map(({ at }) => at));
  const named = new Set(fullOf(headings).map(({ at }) => at));
  for await (const row of listRows(input, separator)) {
    if (named.has(row.at)) continue;
    if (above.has(row.at)) to.skip(row.at, _("This line is a heading."), row.cells.join(" · "));
    else readRow(isOurs ? { ...row, cells: row.cells.map(unguarded) } : row, roles, labels, order, to);
  }
}

/** @param {Input} input */
async function listOf(input) {
  const separator = separatorOf(await beginningOf(input)) ?? ",";
  const rows = [];
  for await (const row of listRows(input, separator)) if (rows.push(row) === LOOKED_AT) break;
  const described = describeColumns(rows);
  if (!described) throw new Refusal(_("No line of this list has a date, so nothing of it can be read."));
  return { separator, described };
}

/**
 * @param {CsvRow} row
 * @param {string[]} roles
 * @param {string[]} labels
 * @param {string} order
 * @param {To} to
 */
function readRow({ at, cells }, roles, labels, order, to) {
  const { stamp, time } = stampOf(cells, roles, order);
  if (time) to.row({ ...time, ...valuesOf(cells, roles, labels), at });
  else if (stamp) to.skip(at, _("There is no such day and time."), cells.join(" · "));
  else to.skip(at, _("This line has no date."), cells.join(" · "));
}

/**
 * Return when a row was, as it was written, and in the given order.
 * @param {string[]} cells
 * @param {string[]} roles
 * @param {string} [order]
 * @returns {{stamp: Stamp | null, time: RawTime | null}}
 */
function stampOf(cells, roles, order = "dmy") {
  const when = cellOf(cells, roles, "when");
  if (isEpochCell(when)) return { stamp: null, time: { epoch: epochOf(when) } };
  const [day, clock] = [when || cellOf(cells, roles, "day"), cellOf(cells, roles, "time")];
  const half = halfOf(cells, roles);
  const written = stampOfCells(withHalf(day, half), withHalf(clock, half));
  const stamp = withOffset(written, cellOf(cells, roles, "offset"));
  return { stamp, time: stamp && timeOfStamp(stamp, order) };
}

/**
 * Return the half of the day that stands in a column of its own: `1:02` and `PM`.
 * @param {string[]} cells
 * @param {string[]} roles
 */
function halfOf(cells, roles) {
  const isHalf = (/** @type {string} */ cell, /** @type {number} */ column) =>
    !roles[column] &&
    (HALF.test(cell.trim()) || (roles[column - 1] === "time" && HALF_BEHIND.test(cell.trim())));
  return cells.find(isHalf)?.trim() ?? "";
}

/**
 * @param {string} time
 * @param {string} half
 */
const withHalf = (time, half) => (WITHOUT_HALF.test(time) ? [time, half].join(" ").trim() : time);

/** Ten digits are seconds, and more are milliseconds. @param {string} text */
const epochOf = (text) => Math.round(Number(text) * (/^\s*\d{10}(?!\d)/.test(text) ? 1000 : 1));

/**
 * @param {string[]} cells
 * @param {string[]} roles
 * @param {string} role
 */
function cellOf(cells, roles, role) {
  const column = roles.indexOf(role);
  return column < 0 ? "" : (cells[column] ?? "").trim();
}

/**
 * @param {string[]} cells
 * @param {string[]} roles
 * @param {string[]} labels
 * @returns {Pick<RawRow, "what" | "direction" | "result" | "number" | "name" | "text" | "length" | "chat" | "files" | "raw">}
 */
function valuesOf(cells, roles, labels) {
  const kind = kindOf(...cells.filter((_cell, column) => roles[column] === "kind"));
  /** @type {Record<string, string>} */
  const raw = {};
  /** @type {string[]} */
  const texts = [];
  /** @type {string[]} */
  const files = [];
  cells.forEach((cell, column) => {
    const role = roles[column] ?? "";
    if (role === "text" && cell.trim()) texts.push(cell);
    if (role === "file" && cell.trim()) files.push(cell.trim());
    if (isRaw(role, roles, column) && cell.trim()) raw[labels[column] ?? String(column + 1)] = cell;
  });
  const length = lengthOf(cellOf(cells, roles, "length"));
  const what = kind.what ?? (roles.includes("text") ? "message" : "call");
  return {
    ...{ what, direction: kind.direction ?? "", result: kind.result ?? "" },
    ...{ number: cellOf(cells, roles, "number"), name: cellOf(cells, roles, "name") },
    ...{ text: texts.join("\n"), length, chat: cellOf(cells, roles, "chat"), files, raw },
  };
}

/**
 * Return whether a column is kept by its own name: what has no role, what says a kind, and a second one of a role.
 * @param {string} role
 * @param {string[]} roles
 * @param {number} column
 */
function isRaw(role, roles, column) {
  if (role === "" || role === "kind") return true;
  return role !== "text" && role !== "file" && roles.indexOf(role) !== column;
}
