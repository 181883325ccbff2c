// What each version of an entry changed. No DOM here.
import { _ } from "../../common/gettext.js";
import { areSame } from "../../documents/model/three-way.js";
import { valueIn } from "../../documents/model/sets.js";
import { isItem, shapeOfKind } from "./items.js";
import { rowsAfterEach } from "./joined-versions.js";
import { CONTENT } from "./line.js";
import { shownValue } from "./shown.js";
import { whenSentence } from "./times.js";
import { rowsField } from "./writing.js";

/** @import { Change, Line, LogEntry, LogField, LogShape, LogValue, Row, Version, VersionChanges } from "./types.d.ts" */

/**
 * Return all versions of an entry, of its rows and of what is kept apart, the newest first, each with what it changed in the
 * one before that says what happened.
 * @param {LogEntry} entry
 * @param {LogShape} whole
 * @returns {VersionChanges[]}
 */
export function changesOf({ kind, versions, apartVersions, rowsVersions }, whole) {
  const shape = shapeOfKind(whole, kind);
  /** @type {Line | null} */
  let before = null;
  const own = versions.map((version) => {
    const isContent = CONTENT.includes(version.line.act);
    const changes = isContent && before ? changesBetween(before, version.line, shape) : [];
    if (isContent) before = version.line;
    return { version, changes };
  });
  const apart = apartVersions.slice(1).map((version, at) => ({
    version,
    changes: fieldChanges(apartVersions[at].line, version.line, shape).map((change) => ({
      ...change,
      isApart: true,
    })),
  }));
  const states = isItem({ kind }) ? rowsAfterEach(rowsVersions) : rowsVersions.map(rowsIn);
  const rows = rowsVersions.slice(1).map((group, at) => ({
    version: group[0],
    changes: rowChanges(states[at], states[at + 1], shape),
  }));
  return inTime([own, apart, rows]).reverse();
}

/**
 * Put lists, of which each is in order, into one by the sequence numbers.
 * @param {VersionChanges[][]} lists
 */
function inTime(lists) {
  const placed = lists.flatMap((list) => {
    let place = 0; // what is older than the one before it has a higher number, too
    return list.map((one) => ({ one, place: (place = Math.max(place, one.version.line.seq)) }));
  });
  return placed.sort((one, other) => one.place - other.place).map(({ one }) => one);
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
      label: valueIn(shape.fields, "when")?.label ?? _("When it happened"),
      ...{ before: whenSentence(before.when), after: whenSentence(after.when) },
    });
  return [...changes, ...fieldChanges(before, after, shape)];
}

/**
 * @param {Line} before
 * @param {Line} after
 * @param {LogShape} shape
 */
function fieldChanges(before, after, shape) {
  /** @type {Change[]} */
  const changes = [];
  for (const [id, field] of Object.entries(shape.fields)) {
    const [old, fresh] = [valueIn(before.fields, id), valueIn(after.fields, id)];
    if (areSame(old, fresh)) continue;
    if (field.takes === "files") changes.push(...fileChanges(old, fresh, field));
    else
      changes.push({
        ...{ label: field.label, before: shownValue(old, field), after: shownValue(fresh, field) },
        ...(field.apart && { isApart: true }),
      });
  }
  return changes;
}

/**
 * Only a file that was taken off is older words; the others are still there.
 * @param {LogValue | undefined} before
 * @param {LogValue | undefined} after
 * @param {LogField} field
 * @returns {Change[]}
 */
function fileChanges(before, after, field) {
  const [old, fresh] = [before, after].map((value) => (Array.isArray(value) ? value : []));
  const takenOff = shownValue(
    old.filter((text) => !fresh.includes(text)),
    field,
  );
  const added = shownValue(
    fresh.filter((text) => !old.includes(text)),
    field,
  );
  return [
    ...(takenOff ? [{ label: field.label, before: takenOff, after: "" }] : []),
    ...(added ? [{ label: _("Added"), before: "", after: added, isAdded: true }] : []),
  ];
}

/**
 * @param {Row[]} before
 * @param {Row[]} after
 * @param {LogShape} shape
 * @returns {Change[]}
 */
function rowChanges(before, after, shape) {
  const label = rowsField(shape)?.label ?? _("Rows");
  const [old, fresh] = [before, after].map((rows) => rows.map((row) => rowText(row, shape)).join("\n"));
  return old === fresh ? [] : [{ label, before: old, after: fresh }];
}

/** @param {Version[]} group */
const rowsIn = (group) => group.flatMap(({ line }) => line.rows ?? []);

/**
 * @param {Row} row
 * @param {LogShape} shape
 */
function rowText({ when = "", ...row }, { fields }) {
  const values = Object.entries(row).map(([id, value]) =>
    shownValue(value, valueIn(fields, id) ?? { options: {} }),
  );
  return [String(when).replace("T", " "), ...values].filter(Boolean).join(" · ");
}

/**
 * @param {Line} line
 * @param {LogShape} shape
 */
const kindLabel = ({ kind }, shape) => valueIn(shape.kinds, kind)?.label ?? kind;
