// The rows of an entry in words: on the screen, on paper and in the report. No DOM here.
import { _ } from "../common/gettext.js";
import { valueIn } from "../documents/model/sets.js";
import { NOTES } from "./imports/notes.js";
import { SYSTEM } from "./model/import-entry.js";
import { notedOf } from "./model/rows-noted.js";
import { rowsField } from "./model/writing.js";
import { valueWords } from "./words.js";

/** The column of when; its words depend on where the table stands. */
export const WHEN = "when";
const NOTED = "notes";

/** The columns that anything is written in, in the order of content/log.yml; what another version wrote comes last. */
export function rowColumns(rows, shape) {
  const names = new Set(notedOf(rows).names);
  const known = (rowsField(shape)?.columns ?? []).filter((name) => names.delete(name));
  return [...known, ...names];
}

/** A value of any other column. */
export function rowWords(name, value, shape) {
  if (name === NOTED) return noteWords(String(value));
  return value === SYSTEM ? _("Note of the app") : valueWords(value, valueIn(shape.fields, name));
}

/** What stood out in a row of a file; an id that this guide does not know stays. */
const noteWords = (ids) =>
  ids
    .split(" ")
    .map((id) => (Object.hasOwn(NOTES, id) ? NOTES[id] : id))
    .join(" ");
