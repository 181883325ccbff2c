// Words for an entry and its fields, as the page and the paper show them. No DOM here.
import { _, fill, ngettext } from "../common/gettext.js";
import { isDay } from "../documents/model/values.js";
import { joinedRows } from "./model/joined-rows.js";
import { shownValue } from "./model/shown.js";
import { dayWords, laterSentence, whenSentence, writtenSentence } from "./model/times.js";
import { wallAt } from "./model/zones.js";

const MOST_SHOWN = 600; // characters of an entry in a list

/** The name of a kind; empty until one is chosen. */
export const kindOf = ({ kind }, { kinds }) =>
  Object.hasOwn(kinds, kind) ? kinds[kind].label : kind && _("A kind that this guide does not know");

/** What stands for an entry in a list. */
export function shownWords({ fields, rows }, shape) {
  const [own] = [fields.what, fields.exact_words, fields.thing].filter(Boolean);
  const words = own ?? firstWords(fields, shape);
  const count =
    Number(fields.count) > 0 ? ngettext("{count} time", "{count} times", Number(fields.count)) : "";
  const all = joinedRows(rows ?? []).length;
  const series = all ? ngettext("{count} row", "{count} rows", all) : "";
  return [count, series, words.slice(0, MOST_SHOWN).replace(/[\ud800-\udbff]$/, "")]
    .filter(Boolean)
    .join(" · ");
}

function firstWords(fields, { fields: known }) {
  const name = Object.keys(known).find(
    (id) => !known[id].apart && typeof fields[id] === "string" && fields[id],
  );
  return name ? valueWords(fields[name], known[name]) : "";
}

/** When it was written, and how long after it happened; of paper, when it was typed in. */
export function writtenWords({ fields, when, written }) {
  if (!fields.on_paper) return `${writtenSentence(written)} ${laterSentence(when, written)}`;
  return fill(_("Written on paper on {day}, and typed in on {typed}."), {
    day: dayWords(fields.on_paper),
    typed: dayWords(wallAt(written).slice(0, 10)),
  });
}

/** A label in front of what stands for it; a question has its own sign at the end. */
export const labelWords = (label) => (label.endsWith("?") ? label : fill(_("{label}:"), { label }));

/** A value as it is read: the words of what was ticked, a day in words, or what was typed. */
export function valueWords(value, field) {
  const isOfDay = field?.takes === "day" && isDay(value);
  return isOfDay ? dayWords(value) : shownValue(value, field ?? { options: {} });
}

/**
 * List what an entry says as `{label, text}`, in the form's order, then what this guide does not know. What is kept apart is
 * listed only where it is asked for, wherever it stands.
 */
export function linesOf(entry, shape, { isApart = false } = {}) {
  const own = Object.entries(entry.fields).filter(
    ([id]) => isApart === Boolean(Object.hasOwn(shape.fields, id) && shape.fields[id].apart),
  );
  const values = { ...Object.fromEntries(own), ...(isApart && entry.apart?.line.fields) };
  const known = Object.entries(shape.fields).filter(([id]) => Object.hasOwn(values, id));
  const others = Object.keys(values).filter((id) => !Object.hasOwn(shape.fields, id));
  return [
    ...(isApart ? [] : [{ label: shape.fields.when?.label ?? _("When"), text: whenSentence(entry.when) }]),
    ...known.map(([id, field]) => ({ label: field.label, text: valueWords(values[id], field) })),
    ...others.map((id) => ({ label: id, text: valueWords(values[id], null) })),
  ].filter(({ text }) => text);
}
