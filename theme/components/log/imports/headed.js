// Lists whose columns are known by their headings.
import { _ } from "../../common/gettext.js";
import { csvRows, separatorOf } from "./csv.js";
import { askOrder, createOrderProof, dayOf } from "./orders.js";
import { askShownZone, askZone } from "./questions.js";
import { Refusal } from "./refusal.js";
import { readStamp, readTime } from "./stamps.js";

/** @import { Input, Question, RawTime } from "./types.d.ts" */
/** @import { Stamp } from "./stamps.js" */
/** A row below the headings: its values by their headings. @typedef {{at: number, cells: string[], get(name: string): string}} HeadedRow */
/** @typedef {{separator: string, labels: string[], at: number}} Headings */

const LOOKED_AT = 20; // rows in which the headings are looked for

/**
 * Find the headings of a list.
 * @param {Input} input
 * @param {string[][]} known names that one row of headings has all of
 * @returns {Promise<Headings>}
 */
export async function openList(input, known) {
  const separator = separatorOf(await beginningOf(input)) ?? ",";
  let rows = 0;
  for await (const { at, cells } of csvRows(input.pieces(), separator)) {
    const labels = cells.map((cell) => cell.trim());
    if (known.some((names) => names.every((name) => labels.includes(name))))
      return { separator, labels: numbered(labels), at };
    if (++rows === LOOKED_AT) break;
  }
  throw new Refusal(_("The first line of this list could not be read."));
}

/**
 * Return the first letters of a file.
 * @param {Input} input
 */
export async function beginningOf(input) {
  for await (const piece of input.pieces()) return piece;
  return "";
}

/**
 * Return whether a text has a line with all of these names.
 * @param {string} text
 * @param {string[][]} known
 */
export function hasHeadings(text, known) {
  const lines = text.split(/\r\n|\r|\n/, LOOKED_AT);
  return lines.some((line) => {
    const labels = line.split(/[,;\t|]/).map((label) => label.replaceAll('"', "").trim());
    return known.some((names) => names.every((name) => labels.includes(name)));
  });
}

/**
 * @param {Input} input
 * @param {Headings} headings
 * @returns {AsyncGenerator<HeadedRow>}
 */
export async function* headedRows(input, { separator, labels, at: above }) {
  for await (const { at, cells } of csvRows(input.pieces(), separator))
    if (at > above) yield { at, cells, get: (name) => cells[labels.indexOf(name)] ?? "" };
}

/**
 * Return what has no place of its own in the log, by its heading.
 * @param {string[]} cells
 * @param {string[]} labels
 * @param {Set<string>} mapped
 */
export function rawOf(cells, labels, mapped) {
  /** @type {Record<string, string>} */
  const raw = {};
  cells.forEach((cell, column) => {
    const label = labels[column] || String(column + 1);
    if (cell.trim() !== "" && !mapped.has(label)) raw[label] = cell;
  });
  return raw;
}

/**
 * Ask for what the days and times of a list do not say.
 * @param {Input} input
 * @param {AsyncIterable<Stamp | null>} stamps
 * @returns {Promise<Question[]>}
 */
export async function askTimes(input, stamps) {
  const proof = createOrderProof({ mayGoBack: true });
  let isWall = false;
  for await (const stamp of stamps) {
    if (!stamp) continue;
    proof.add(stamp.day, stamp.isEastern);
    isWall ||= stamp.offset === "";
  }
  return [...askOrder(input, proof), isWall ? askZone() : askShownZone()];
}

/**
 * Read a day and a time, which may stand in another column.
 * @param {string} text
 * @param {string} [clock]
 * @returns {Stamp | null}
 */
export function stampOfCells(text, clock = "") {
  const stamp = readStamp(text);
  if (!stamp || stamp.time || clock.trim() === "") return stamp;
  const apart = readTime(clock);
  return apart ? { ...stamp, ...apart } : null;
}

/**
 * Take how far a clock was from UTC out of a column of its own.
 * @param {Stamp | null} stamp
 * @param {string} cell
 * @returns {Stamp | null}
 */
export function withOffset(stamp, cell) {
  const [, sign, hours, minutes = "00"] =
    /^(?:UTC|GMT)? ?([+-])(\d\d?)(?::?(\d\d))?$/.exec(cell.trim()) ?? [];
  if (!stamp?.time || stamp.offset || cell.trim() === "") return stamp;
  if (sign) return { ...stamp, offset: `${sign}${hours.padStart(2, "0")}:${minutes}` };
  return /^(Z|UTC|GMT)$/.test(cell.trim()) ? { ...stamp, offset: "Z" } : null; // what else it says is not guessed
}

/**
 * Return the time of a row, or null where there is no such day.
 * @param {Stamp} stamp
 * @param {string} order
 * @returns {RawTime | null}
 */
export function timeOfStamp({ day: written, time, offset }, order) {
  const day = dayOf(written, order);
  if (!day) return null;
  const wall = time ? `${day}T${time}` : day;
  if (!time || !offset) return { wall };
  return offset === "Z" ? { instant: `${wall}Z` } : { wall, offset };
}

/**
 * Give a number to headings that come twice.
 * @param {string[]} labels
 */
function numbered(labels) {
  return labels.map((label, column) => {
    const before = labels.slice(0, column).filter((one) => one === label).length;
    return before ? `${label} (${before + 1})` : label;
  });
}
