// Search and filters in memory. No DOM here.
import { valueIn } from "../../documents/model/sets.js";
import { EVIDENCE_FIELDS, PHOTO, POLICE_FIELDS, POLICE_KINDS } from "./meanings.js";
import { shownValue } from "./shown.js";
import { dayOfWhen } from "./times.js";
import { foldedText } from "./typed-text.js";

/** @import { LogEntry, LogFields, LogShape, Row, Search } from "./types.d.ts" */

/**
 * Return the test for what is searched. `textsOf` returns the folded texts of an entry: its own, and one
 * for each line of its rows.
 * @param {Search} search
 * @param {(entry: LogEntry) => string[]} textsOf
 * @returns {(entry: LogEntry) => boolean}
 */
export function isFound({ words = "", kinds = [], from = "", until = "", police, evidence }, textsOf) {
  const sought = foldedText(words).split(/\s+/).filter(Boolean);
  return (entry) =>
    (!kinds.length || kinds.includes(entry.kind)) &&
    isWithin(entry, from, until) &&
    (!police || isAboutPolice(entry)) &&
    (!evidence || hasEvidence(entry)) &&
    (!sought.length || hasAll(textsOf(entry), sought));
}

/**
 * Return all that an entry says besides its rows, for search.
 * @param {LogEntry} entry
 * @param {LogShape} shape
 */
export function textOfEntry({ number, kind, fields, apart }, shape) {
  const label = valueIn(shape.kinds, kind)?.label ?? "";
  return foldedText(
    [`${number}`, label, ...[fields, apart?.line.fields ?? {}].flatMap((set) => textsIn(set, shape))].join(
      "\n",
    ),
  );
}

/**
 * Return all that rows say, for search.
 * @param {Row[]} rows
 * @param {LogShape} shape
 */
export const textOfRows = (rows, shape) => foldedText(rows.flatMap((row) => textsIn(row, shape)).join("\n"));

/**
 * @param {LogFields} set
 * @param {LogShape} shape
 */
function textsIn(set, shape) {
  return Object.entries(set).map(([id, value]) =>
    shownValue(value, valueIn(shape.fields, id) ?? { options: {} }),
  );
}

/** @param {LogEntry} entry */
export function isAboutPolice({ kind, fields }) {
  return POLICE_KINDS.includes(kind) || POLICE_FIELDS.some((id) => Object.hasOwn(fields, id));
}

/** @param {LogEntry} entry */
export function hasEvidence({ fields, apart }) {
  const all = { ...fields, ...apart?.line.fields };
  return all[PHOTO.field] === PHOTO.option || EVIDENCE_FIELDS.some((id) => Object.hasOwn(all, id));
}

/**
 * @param {LogEntry} entry
 * @param {string} from
 * @param {string} until
 */
function isWithin({ when }, from, until) {
  return (!from || dayOfWhen(when.until ?? when) >= from) && (!until || dayOfWhen(when) <= until);
}

/**
 * @param {string[]} texts
 * @param {string[]} sought
 */
const hasAll = (texts, sought) => sought.every((word) => texts.some((text) => text.includes(word)));
