// What an entry can still be given: its kind, place, words or witness. It is an offer, never a count. No DOM here.
import { valueIn } from "../../documents/model/sets.js";
import { EXACT_WORDS, PLACE, WHAT, WITNESS } from "./meanings.js";

/** @import { LogEntry, LogShape } from "./types.d.ts" */

export const KIND = "kind";

/**
 * List what an entry lacks: `kind`, or ids of fields. What its kind does not ask for is not missing.
 * @param {LogEntry} entry
 * @param {LogShape} shape
 */
export function lacking({ kind, fields, rows }, shape) {
  /** @param {string} id */
  const isAsked = (id) => kind === "" || Boolean(valueIn(shape.fields, id)?.first.includes(kind));
  /** @param {string} id */
  const lacks = (id) => Object.hasOwn(shape.fields, id) && !Object.hasOwn(fields, id);
  const missing = [PLACE, EXACT_WORDS].filter((id) => kind !== "" && isAsked(id) && lacks(id));
  if (isAsked(WHAT) && lacks(WHAT) && !rows.length) missing.push(WHAT);
  if (kind !== "" && isAsked(PLACE) && lacks(WITNESS)) missing.push(WITNESS);
  return kind === "" ? [KIND, ...missing] : missing;
}
