// What each version of an entry changed. No DOM here.
import { _ } from "../../common/gettext.js";
import { areSame } from "../../documents/model/three-way.js";
import { valueIn } from "../../documents/model/sets.js";
import { CONTENT } from "./line.js";
import { shownValue } from "./shown.js";
import { whenSentence } from "./times.js";

/** @import { Change, Line, LogEntry, LogShape, VersionChanges } from "./types.d.ts" */

/**
 * Return all versions of an entry, the newest first, each with what it changed in the one before that says what happened.
 * @param {LogEntry} entry
 * @param {LogShape} shape
 * @returns {VersionChanges[]}
 */
export function changesOf(entry, shape) {
  /** @type {Line | null} */
  let before = null;
  const all = entry.versions.map((version) => {
    const isContent = CONTENT.includes(version.line.act);
    const changes = isContent && before ? changesBetween(before, version.line, shape) : [];
    if (isContent) before = version.line;
    return { version, changes };
  });
  return all.reverse();
}

/**
 * @param {Line} before
 * @param {Line} after
 * @param {LogShape} shape
 * @returns {Change[]}
 */
function changesBetween(before, after, shape) {
  /** @type {Change[]} */
  const changes = [];
  if (before.kind !== after.kind)
    changes.push({ label: _("Kind"), before: kindLabel(before, shape), after: kindLabel(after, shape) });
  if (before.when && after.when && !areSame(before.when, after.when))
    changes.push({
      ...{ label: _("When it happened"), before: whenSentence(before.when), after: whenSentence(after.when) },
    });
  for (const [id, field] of Object.entries(shape.fields)) {
    const [old, fresh] = [valueIn(before.fields, id), valueIn(after.fields, id)];
    if (!areSame(old, fresh))
      changes.push({ label: field.label, before: shownValue(old, field), after: shownValue(fresh, field) });
  }
  return changes;
}

/**
 * @param {Line} line
 * @param {LogShape} shape
 */
const kindLabel = ({ kind }, shape) => valueIn(shape.kinds, kind)?.label ?? kind;
