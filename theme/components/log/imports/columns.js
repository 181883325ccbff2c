// The columns of a list: what each of them may be, by its heading and by what stands in it.
import { _, fill } from "../../common/gettext.js";
import { readStamp, readTime } from "./stamps.js";
import { isPhoneNumber, kindOf } from "./words.js";
import { wellFormed } from "./well-formed.js";

/** @import { Choice } from "./types.d.ts" */
/** @import { CsvRow } from "./csv.js" */
/** @typedef {{columns: Choice[], guess: string[], headings: CsvRow[], remember: string}} Described */

/** @type {Choice[]} */
export const ROLES = [
  { value: "when", label: _("Day and time") },
  { value: "day", label: _("Day") },
  { value: "time", label: _("Time of day") },
  { value: "offset", label: _("How far the clock was from world time (UTC)") },
  { value: "number", label: _("Number or account") },
  { value: "name", label: _("Name") },
  { value: "kind", label: _("Kind: call or message, in or out, missed") },
  { value: "text", label: _("Words of the message") },
  { value: "length", label: _("How long it took") },
  { value: "chat", label: _("Conversation") },
  { value: "file", label: _("Name of a file") },
];

const SAMPLES = 3;
const MOST_SAMPLE = 60; // letters
const MANY = 0.5; // of the values of a column
const MOST_REMEMBERED = 2000; // letters

/** @type {[string, RegExp][]} the first that fits */
const HEADINGS = [
  ["length", /duration|length|minutes|dauer|dur[ée]e|duraci[oó]n|durata|seconds|how long|usage/],
  ["file", /attachment|\bfiles?\b|media|anhang|datei/],
  ["chat", /\bchat\b|conversation|thread|session|group/],
  ["kind", /type|direction|status|richtung|\bart\b|service|\btipo\b|incoming|in.?out|kind|label/],
  [
    "number",
    /number|phone|mobile|msisdn|nummer|\btel\b|telefon|num[ée]ro|n[úu]mero|address|sender id|caller|called|^from$|^to$|account/,
  ],
  ["name", /name|contact|kontakt|sender|nombre|\bnom\b|person|author|who\b/],
  ["text", /text|message|body|content|nachricht|mensaje|comment|notes?\b|words|what\b|description/],
];
const OFFSET = /^([+-]\d\d:?\d\d|[+-]\d:\d\d|(UTC|GMT)( ?[+-]\d\d?(:?\d\d)?)?|Z)$/;
const OTHER_TIMES = /deliver|read|edit|delet|end|updat|sync/;

/**
 * Describe a list by its first rows.
 * @param {CsvRow[]} rows
 * @returns {Described | null} null where no row has a time
 */
export function describeColumns(rows) {
  const first = rows.findIndex(({ cells }) => cells.some(isTimeCell));
  if (first < 0) return null;
  const headings = rows.slice(0, first);
  const data = rows.slice(first).filter(({ cells }) => cells.some(isTimeCell));
  const width = Math.max(
    ...rows.slice(first).map(({ cells }) => cells.length),
    ...fullOf(headings).map(({ cells }) => cells.length),
  );
  const labels = labelsOf(headings, width);
  const columns = labels.map((label, column) => {
    const values = valuesOf(data, column);
    const samples = values.slice(0, SAMPLES).map((value) => wellFormed(value.slice(0, MOST_SAMPLE)));
    return { value: String(column), label, sample: samples.join(" · ") };
  });
  const guess = guessRoles(labels, data, width);
  const remember = fullOf(headings).length ? labels.join("|").toLowerCase().slice(0, MOST_REMEMBERED) : "";
  return { columns, guess, headings, remember };
}

/**
 * Return the rows above the first one that name several columns: two of them are read together.
 * @param {CsvRow[]} headings
 */
export const fullOf = (headings) =>
  headings.filter(({ cells }) => cells.filter((cell) => cell.trim() !== "").length > 1);

/**
 * @param {CsvRow[]} headings
 * @param {number} width
 */
function labelsOf(headings, width) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  return Array.from({ length: width }, (_none, column) => {
    const words = fullOf(headings).map(({ cells }) => (cells[column] ?? "").trim());
    const label =
      wellFormed(words.filter(Boolean).join(" ").slice(0, 200)) ||
      fill(_("Column {number}"), { number: column + 1 });
    const count = (seen.get(label) ?? 0) + 1;
    seen.set(label, count);
    return count > 1 ? `${label} (${count})` : label;
  });
}

/** @param {string} cell */
export const isEpochCell = (cell) => /^1\d{9}(\d{3})?(\.\d+)?$/.test(cell.trim());

/** @param {string} cell */
const isTimeCell = (cell) => readStamp(cell) !== null || isEpochCell(cell);

/**
 * @param {CsvRow[]} rows
 * @param {number} column
 */
const valuesOf = (rows, column) =>
  rows
    .slice(0, 50)
    .map(({ cells }) => (cells[column] ?? "").trim())
    .filter(Boolean);

/**
 * @param {string[]} labels
 * @param {CsvRow[]} data
 * @param {number} width
 */
function guessRoles(labels, data, width) {
  const roles = Array.from({ length: width }, () => "");
  const all = labels.map((label, column) => ({
    column,
    label: label.toLowerCase(),
    values: valuesOf(data, column),
  }));
  /** @param {(value: string) => boolean} is */
  const mostly = (is) =>
    all.filter(({ values }) => values.length && values.filter(is).length >= values.length * MANY);
  timeRoles(mostly, roles);
  for (const { column, label, values } of all) {
    if (
      !roles[column] &&
      values.length &&
      values.every((value) => OFFSET.test(value)) &&
      !roles.includes("offset")
    )
      roles[column] = "offset";
    if (roles[column] || !values.length || values.every((value) => readStamp(value))) continue;
    const role = HEADINGS.find(([name, pattern]) => pattern.test(label) && fits(name, values, roles))?.[0];
    roles[column] = role ?? roleByContent(values, roles);
  }
  return roles;
}

/**
 * Give the roles of days and times.
 * @param {(is: (value: string) => boolean) => {column: number, label: string}[]} mostly
 * @param {string[]} roles
 */
function timeRoles(mostly, roles) {
  /** @param {{column: number, label: string}[]} found */
  const best = (found) => found.find(({ label }) => !OTHER_TIMES.test(label)) ?? found[0];
  const times = best(mostly((value) => Boolean(readStamp(value)?.time))) ?? best(mostly(isEpochCell));
  if (times) {
    roles[times.column] = "when";
    return;
  }
  const day = best(mostly((value) => readStamp(value) !== null));
  const [, lengths] = HEADINGS[0];
  const clock = best(
    mostly((value) => value.includes(":") && readTime(value) !== null).filter(
      ({ label, column }) => column !== day?.column && !lengths.test(label),
    ),
  );
  if (day) roles[day.column] = clock ? "day" : "when";
  if (day && clock) roles[clock.column] = "time";
}

/**
 * Return whether a role is still to be given, and its values could be one.
 * @param {string} role
 * @param {string[]} values
 * @param {string[]} roles
 */
function fits(role, values, roles) {
  if (role === "kind") return values.some((value) => Object.keys(kindOf(value)).length > 0);
  if (role === "number" && !values.some((value) => /\d/.test(value) || value.includes("@"))) return false;
  return !roles.includes(role);
}

/**
 * @param {string[]} values
 * @param {string[]} roles
 */
function roleByContent(values, roles) {
  /** @param {(value: string) => boolean} is */
  const mostly = (is) => values.filter(is).length >= values.length * MANY;
  if (!roles.includes("number") && mostly(isPhoneNumber)) return "number";
  if (mostly((value) => value.length < 30 && Object.keys(kindOf(value)).length > 0)) return "kind";
  return !roles.includes("text") && mostly((value) => /\p{L}.* .*\p{L}/u.test(value)) ? "text" : "";
}
