// What is wrong with the parts of data that claim to be a document, in sentences for the person who offers it.
// No sentence repeats a value or an unknown name: either could hold what somebody wrote. No DOM here.
import { DEEPEST, MOST_ENTRIES, MOST_NAMES } from "./limits.js";
import { isOfAllObjects, without } from "./sets.js";

/** @import { Choice, Field, Named, Section } from "./types.d.ts" */

const MOST_SENTENCES = 8;
const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const DAY = /^(?!0000)\d{4}-\d\d-\d\d$/; // as date fields do, which know no year 0
// Half of a pair, or a control character: no keyboard writes them, and a page cannot show them.
const UNWRITABLE = /[\ud800-\udfff\u0000-\u0008\u000b-\u001f\u007f]/gu;

/**
 * Leave out what cannot be shown: something pasted may hold it.
 * @param {string} text
 */
export function writable(text) {
  return text.replace(UNWRITABLE, "");
}

/**
 * Say no more than a reader can use.
 * @param {string[]} sentences
 */
export function shortened(sentences) {
  const rest = sentences.length - MOST_SENTENCES;
  return rest > 1
    ? [...sentences.slice(0, MOST_SENTENCES), `There are ${rest} more problems like these.`]
    : sentences;
}

/**
 * @param {string} label
 * @param {unknown} value
 * @param {readonly unknown[]} words
 * @returns {Generator<string, void>}
 */
export function* wordProblems(label, value, words) {
  if (!isNameSet(value)) yield `${label}: this is not a list of answers.`;
  else if (!Object.values(value).every((word) => words.includes(word)))
    yield `${label}: one is not a possible answer.`;
}

/**
 * @param {string} label
 * @param {unknown} value
 * @param {Named<Choice>} choices
 * @returns {Generator<string, void>}
 */
export function* choiceProblems(label, value, choices) {
  if (!isNameSet(value)) return yield `${label}: this is not a list of answers.`;
  for (const [id, chosen] of Object.entries(value)) {
    const many = has(choices, id) ? choices[id].many : Array.isArray(chosen);
    const names = many ? chosen : [chosen];
    if (!Array.isArray(names) || names.length > MOST_ENTRIES || !names.every(isName) || hasTwins(names)) {
      yield `${label}: one is not a possible answer.`;
    }
  }
}

/**
 * @param {unknown} entries
 * @param {Section} part
 * @returns {Generator<string, void>}
 */
export function* entriesProblems(entries, part) {
  const most = part.many ? MOST_ENTRIES : 1;
  if (!Array.isArray(entries)) return yield `${part.title}: this is not a list of entries.`;
  if (entries.length > most) {
    return yield `${part.title}: there ${part.many ? `are more than ${most} entries` : "is more than one entry"}.`;
  }
  for (const [index, entry] of entries.entries()) {
    const where = part.many ? `${part.title}, entry ${index + 1}` : part.title;
    if (!isSet(entry)) yield `${where}: this is not a list of fields.`;
    else yield* entryProblems(where, entry, part.fields);
  }
}

/**
 * @param {string} where
 * @param {Named<unknown>} entry
 * @param {Named<Field>} fields
 * @returns {Generator<string, void>}
 */
function* entryProblems(where, entry, fields) {
  yield* lostProblems(`${where}:`, "field", without(entry, fields), 4);
  for (const [id, field] of Object.entries(fields)) {
    if (has(entry, id)) yield* valueProblems(`${where}, ${field.label}`, entry[id], field);
  }
}

/**
 * @param {string} where
 * @param {unknown} value
 * @param {Field} field
 * @returns {Generator<string, void>}
 */
function* valueProblems(where, value, { kind, most }) {
  if (kind === "ticks") return yield* nameProblems(where, value);
  if (kind === "day") return yield* dayProblems(where, value);
  const problem = textProblem(value, most, kind === "line");
  if (problem) yield `${where}: this ${problem}.`;
}

/**
 * Names that this guide lacks are kept: an older or a newer one has them.
 * @param {string} where
 * @param {unknown} value
 * @returns {Generator<string, void>}
 */
export function* nameProblems(where, value) {
  if (!Array.isArray(value)) yield `${where}: this is not a list.`;
  else if (value.length > MOST_ENTRIES || !value.every(isName))
    yield `${where}: there is a name that this guide cannot keep.`;
  else if (hasTwins(value)) yield `${where}: one name is there twice.`;
}

/**
 * Tell of what this guide does not know and could not give back as it was. `depth`: in how many sets and lists.
 * @param {string} start
 * @param {string} one
 * @param {Named<unknown>} unknown
 * @param {number} depth
 * @returns {Generator<string, void>}
 */
export function* lostProblems(start, one, unknown, depth) {
  const lost = Object.entries(unknown).filter(([name, value]) => !isName(name) || !isPlain(value, depth));
  const many = lost.length === 1 ? one : `${one}s`;
  if (lost.length) yield `${start} ${lost.length} ${many} that this guide cannot keep.`;
}

/**
 * @param {unknown} value
 * @param {number} depth
 * @returns {boolean}
 */
function isPlain(value, depth) {
  if (typeof value === "string") return value === writable(value);
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || value === null) return true;
  if (depth > DEEPEST) return false;
  return Object.entries(value).every(
    ([name, inner]) => !isOfAllObjects(name) && name === writable(name) && isPlain(inner, depth + 1),
  );
}

/**
 * @param {string} where
 * @param {unknown} value
 * @returns {Generator<string, void>}
 */
export function* dayProblems(where, value) {
  const isDay =
    typeof value === "string" && DAY.test(value) && new Date(`${value}T00:00Z`).toJSON()?.startsWith(value);
  if (value !== "" && !isDay) yield `${where}: this is not a day.`;
}

/**
 * @param {unknown} value
 * @param {number} most
 * @param {boolean} [oneLine]
 */
export function textProblem(value, most, oneLine = false) {
  if (typeof value !== "string") return "is not text";
  if (value.length > most) return `is longer than ${most} characters`;
  if (value !== writable(value)) return "has characters that cannot be shown";
  if (oneLine && value.includes("\n")) return "has more than one line";
  return "";
}

/**
 * @param {unknown} value
 * @returns {value is Named<unknown>}
 */
export const isSet = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
/** @param {unknown} value */
const isName = (value) =>
  typeof value === "string" && value.length <= 100 && NAME.test(value) && !isOfAllObjects(value);
/**
 * @param {unknown} value
 * @returns {value is Named<unknown>}
 */
export const isNameSet = (value) =>
  isSet(value) && Object.keys(value).length <= MOST_NAMES && Object.keys(value).every(isName);
/**
 * @param {object} set
 * @param {string} name
 */
export const has = (set, name) => Object.hasOwn(set, name);
/** @param {unknown[]} list */
const hasTwins = (list) => new Set(list).size < list.length;
