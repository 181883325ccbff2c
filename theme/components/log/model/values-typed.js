// What was typed into the form of an entry, as its lines hold it, and what is wrong with it. No DOM here.
import { _, fill, ngettext } from "../../common/gettext.js";
import { valueIn } from "../../documents/model/sets.js";
import { isDay } from "../../documents/model/values.js";
import { typedLine, typedText } from "./typed-text.js";

/** @import { Named } from "../../documents/model/types.d.ts" */
/** @import { LogField, LogFields, LogShape, LogValue, Row, TypedFields, TypedValue } from "./types.d.ts" */

const WALL = /^(\d{4}-\d\d-\d\d)(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?)?$/;

/**
 * Return fields as they are kept, in the order of the shape. What is not typed again stays as it was; an empty value leaves
 * a field out. What this version does not know stays, too.
 * @param {TypedFields} typed
 * @param {LogFields} before
 * @param {LogShape} shape
 * @param {boolean} apart
 * @returns {{fields: LogFields, problems: string[]}}
 */
export function fieldsOf(typed, before, shape, apart) {
  /** @type {[string, LogValue][]} */
  const kept = [];
  /** @type {string[]} */
  const problems = [];
  for (const [id, field] of Object.entries(shape.fields)) {
    if (field.apart !== apart || !VALUES[field.takes]) continue;
    const old = valueIn(before, id);
    const given = valueIn(typed, id);
    if (given === undefined) {
      if (old !== undefined) kept.push([id, old]);
      continue;
    }
    const { value, problem } = VALUES[field.takes](given, field, old);
    if (problem) problems.push(problem);
    else if (value !== "" && !(Array.isArray(value) && value.length === 0)) kept.push([id, value]);
  }
  const others = Object.entries(before).filter(([id]) => !Object.hasOwn(shape.fields, id));
  return { fields: Object.fromEntries([...kept, ...others]), problems };
}

/**
 * Return the rows of a series as they are kept; a row without anything is left out.
 * @param {Named<TypedValue>[]} typed
 * @param {LogField} field
 * @param {LogShape} shape
 * @returns {{rows: Row[], problems: string[]}}
 */
export function rowsOf(typed, field, shape) {
  /** @type {string[]} */
  const problems = [];
  const rows = typed.flatMap((given, index) => {
    const where = fill(_("Row {number}"), { number: index + 1 });
    const row = rowOf(given, field.columns ?? [], shape, (problem) => problems.push(`${where}, ${problem}`));
    return Object.keys(row).length ? [row] : [];
  });
  if (rows.length > field.most) problems.push(tooMany(field));
  return { rows, problems };
}

/**
 * @param {Named<TypedValue>} given
 * @param {string[]} columns
 * @param {LogShape} shape
 * @param {(problem: string) => void} tell
 * @returns {Row}
 */
function rowOf(given, columns, shape, tell) {
  /** @type {[string, string | number][]} */
  const row = [];
  for (const id of columns) {
    const value = valueIn(given, id);
    const field = valueIn(shape.fields, id);
    if (value === undefined || !field) continue;
    const made = field.takes === "when" ? wallOf(value, field) : VALUES[field.takes](value, field, undefined);
    if (made.problem) tell(made.problem);
    else if (made.value !== "" && !Array.isArray(made.value)) row.push([id, made.value]);
  }
  return Object.fromEntries(row);
}

/** @typedef {{value: LogValue, problem?: string}} Made */

/** @type {Named<(given: TypedValue, field: LogField, old: LogValue | undefined) => Made>} */
const VALUES = {
  line: (given, field) => bounded(String(given), field, typedLine),
  text: (given, field) => bounded(String(given), field, (text) => (text.trim() ? typedText(text) : "")),
  day: (given, { label }) => {
    if (given === "" || isDay(given)) return { value: String(given) };
    return { value: "", problem: fill(_("{field}: this is not a day."), { field: label }) };
  },
  number: numberOf,
  choice: (given, { options }, old) => {
    const name = String(given);
    return { value: Object.hasOwn(options, name) || name === old ? name : "" };
  },
  ticks: (given, { options }, old) => {
    const ticked = (Array.isArray(given) ? given : []).filter((name) => Object.hasOwn(options, name));
    const others = (Array.isArray(old) ? old : []).filter((name) => !Object.hasOwn(options, name));
    return { value: [...new Set([...ticked, ...others])] };
  },
  files: (given, { label, most }) => {
    const texts = [...new Set(Array.isArray(given) ? given : [])];
    if (texts.length <= most) return { value: texts };
    const problem = ngettext(
      "{where}: there is more than {count} file.",
      "{where}: there are more than {count} files.",
      most,
      { where: label },
    );
    return { value: "", problem };
  },
};

/**
 * @param {string} given
 * @param {LogField} field
 * @param {(given: string) => string} make
 * @returns {Made}
 */
function bounded(given, { label, most }, make) {
  // Composed letters are fewer; so many more are no use, and a paste of megabytes would hold up the page.
  const text = given.length > 4 * most ? given : make(given);
  if (text.length <= most) return { value: text };
  const problem = ngettext(
    "{where}: this is longer than {count} character.",
    "{where}: this is longer than {count} characters.",
    most,
    { where: label },
  );
  return { value: "", problem };
}

/**
 * @param {TypedValue} given
 * @param {LogField} field
 * @returns {Made}
 */
function numberOf(given, { label, most }) {
  const text = String(given).trim();
  if (text === "") return { value: "" };
  const number = /^\d{1,9}$/.test(text) ? Number(text) : -1;
  if (number >= 0 && number <= most) return { value: number };
  const problem = fill(_("{field}: this is not a whole number from 0 to {most}."), { field: label, most });
  return { value: "", problem };
}

/**
 * @param {TypedValue} given
 * @param {LogField} field
 * @returns {Made}
 */
function wallOf(given, { label }) {
  const wall = String(given);
  if (wall === "" || isDay(WALL.exec(wall)?.[1])) return { value: wall };
  return { value: "", problem: fill(_("{field}: this is not a time."), { field: label }) };
}

/** @param {LogField} field */
function tooMany({ label, most }) {
  return ngettext(
    "{where}: there is more than {count} row.",
    "{where}: there are more than {count} rows.",
    most,
    { where: label },
  );
}
