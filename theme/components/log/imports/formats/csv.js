// Any list of values, with columns that the reader names.
import { _ } from "../../../common/gettext.js";
import { isOurTable, unguarded } from "../../exports/model/cells.js";
import { describeColumns, fullOf, isEpochCell, ROLES } from "../columns.js";
import { csvRows, separatorOf } from "../csv.js";
import { beginningOf, stampOfCells, timeOfStamp } from "../headed.js";
import { createOrderProof, ORDER } from "../orders.js";
import { askShownZone, askZone, COLUMNS, columnRoles } from "../questions.js";
import { Refusal } from "../refusal.js";
import { readStamp } from "../stamps.js";
import { kindOf, lengthOf } from "../words.js";

/** @import { Answers, Format, Input, Question, RawRow, RawTime, To } from "../types.d.ts" */
/** @import { CsvRow } from "../csv.js" */
/** @import { Stamp } from "../stamps.js" */

const LOOKED_AT = 200; // rows

/** @type {Format} */
export const csv = {
  id: "csv",
  label: _("List (CSV)"),
  suits({ text, names }) {
    if (names || /^\s*[<{[]/.test(text) || text.includes("\0")) return false;
    const separator = separatorOf(text);
    if (!separator) return false;
    return text
      .split(/\r\n|\r|\n/, 60)
      .some((line) => line.split(separator).some((cell) => isTime(cell.replaceAll('"', ""))));
  },
  questions,
  read,
};

/** @param {string} cell */
const isTime = (cell) => readStamp(cell) !== null || isEpochCell(cell);

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
  for await (const { cells } of csvRows(input.pieces(), separator)) {
    const { stamp, time } = stampOf(cells, roles);
    if (stamp) proof.add(stamp.day, stamp.isEastern);
    if (stamp) isWall ||= stamp.offset === "";
    if (time && !("wall" in time)) isExact = true;
  }
  const zone = isWall ? [askZone()] : isExact ? [askShownZone()] : [];
  return [question, ...proof.questions(), ...zone];
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
  const order = answers[ORDER] ?? (await provenOrder(input, separator, roles));
  const labels = columns.map(({ label }) => label);
  const isOurs = isOurTable(labels);
  const above = new Set(headings.map(({ at }) => at));
  const named = new Set(fullOf(headings).map(({ at }) => at));
  for await (const row of csvRows(input.pieces(), separator)) {
    if (named.has(row.at)) continue;
    if (above.has(row.at)) to.skip(row.at, _("This line is a heading."), row.cells.join(" · "));
    else readRow(isOurs ? { ...row, cells: row.cells.map(unguarded) } : row, roles, labels, order, to);
  }
}

/**
 * @param {Input} input
 * @param {string} separator
 * @param {string[]} roles
 */
async function provenOrder(input, separator, roles) {
  const proof = createOrderProof({ mayGoBack: true });
  for await (const { cells } of csvRows(input.pieces(), separator)) {
    const { stamp } = stampOf(cells, roles);
    if (stamp) proof.add(stamp.day, stamp.isEastern);
  }
  return proof.orders()[0] ?? "dmy";
}

/** @param {Input} input */
async function listOf(input) {
  const separator = separatorOf(await beginningOf(input)) ?? ",";
  const rows = [];
  for await (const row of csvRows(input.pieces(), separator)) if (rows.push(row) === LOOKED_AT) break;
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
  const stamp = stampOfCells(when || cellOf(cells, roles, "day"), cellOf(cells, roles, "time"));
  return { stamp, time: stamp && timeOfStamp(stamp, order) };
}

/** @param {string} text */
const epochOf = (text) => (text.trim().length > 12 ? Number(text) : Math.round(Number(text) * 1000));

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
  /** @type {import("../words.js").Kind} */
  const kind = {};
  /** @type {Record<string, string>} */
  const raw = {};
  /** @type {string[]} */
  const texts = [];
  /** @type {string[]} */
  const files = [];
  cells.forEach((cell, column) => {
    const role = roles[column] ?? "";
    if (role === "kind") Object.assign(kind, { ...kindOf(cell), ...kind });
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
