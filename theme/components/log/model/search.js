// Search and filters in memory. No DOM here.
import { valueIn } from "../../documents/model/sets.js";
import { EVIDENCE_FIELDS, PHOTO, POLICE_FIELDS, POLICE_KINDS } from "./meanings.js";
import { shownValue } from "./shown.js";
import { dayOfWhen } from "./times.js";
import { foldedText } from "./typed-text.js";

/** @import { LogEntry, LogFields, LogShape, Search } from "./types.d.ts" */

/**
 * Return the test for what is searched. `textOf` returns the folded text of an entry.
 * @param {Search} search
 * @param {(entry: LogEntry) => string} textOf
 * @returns {(entry: LogEntry) => boolean}
 */
export function isFound({ words = "", kinds = [], from = "", until = "", police, evidence }, textOf) {
  const sought = foldedText(words).split(/\s+/).filter(Boolean);
  return (entry) =>
    (!kinds.length || kinds.includes(entry.kind)) &&
    isWithin(entry, from, until) &&
    (!police || isAboutPolice(entry)) &&
    (!evidence || hasEvidence(entry)) &&
    (!sought.length || hasAll(textOf(entry), sought));
}

/**
 * Return all that an entry says, for search.
 * @param {LogEntry} entry
 * @param {LogShape} shape
 */
export function textOfEntry({ number, kind, fields, apart, rows }, shape) {
  /** @type {(set: LogFields) => string[]} */
  const texts = (set) =>
    Object.entries(set).map(([id, value]) => shownValue(value, valueIn(shape.fields, id) ?? { options: {} }));
  const all = [
    valueIn(shape.kinds, kind)?.label ?? "",
    ...[fields, apart?.line.fields ?? {}, ...rows].flatMap(texts),
  ];
  return foldedText([`${number}`, ...all].join("\n"));
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
 * @param {string} text
 * @param {string[]} sought
 */
const hasAll = (text, sought) => sought.every((word) => text.includes(word));
