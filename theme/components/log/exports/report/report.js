// The report: a cover, the pattern, then the entries. The same parts are printed by the browser and written as a file.
// No DOM here.
import { _, ngettext } from "../../../common/gettext.js";
import { linesOf } from "../../words.js";
import { itemShape } from "../../model/items.js";
import { part } from "../parts.js";
import { coverOf } from "./cover.js";
import { entryParts } from "./entry-parts.js";
import { evidenceOf, itemTitle } from "./evidence.js";
import { patternOf } from "./pattern.js";
import { shortList } from "./short-list.js";
import { custodyTable } from "./custody.js";
import { listTable } from "./tables.js";

/**
 * Return the report as parts. `handed` is what `../handed.js` chose; `code` the code of the log as it is shown; `cover` what
 * the reader typed; `pictures` those that are shown, by their files.
 * @param {any} handed
 * @param {{isShort: boolean, isWithApart: boolean, cover: Record<string, string>, code: string,
 *   pictures?: Map<any, {src: string, note: string}>}} how
 */
export function reportOf(handed, { isShort, isWithApart, cover, code, pictures }) {
  const title = isShort ? _("Short report of a log") : _("Report of a log");
  const withApart = isWithApart && !isShort;
  return [
    ...coverOf({ ...handed, isWithApart: withApart }, { title, cover, code }),
    ...patternOf(handed, isShort),
    ...(isShort ? shortList(handed) : allEntries(handed)),
    ...evidenceOf(handed, { isShort, pictures }),
    ...(isShort ? [] : named(handed)),
    part("p", "report-sign", _("Signature and day:")),
    ...(withApart ? keptApart(handed) : []),
  ];
}

function allEntries({ entries, shape, left }) {
  const oldestFirst = [...entries].reverse();
  return [
    part("h2", "report-page", _("The entries, the oldest first")),
    ...(left ? [part("p", {}, leftWords(left))] : []),
    ...oldestFirst.map((entry) => entryParts(entry, shape)),
  ];
}

export const leftWords = (left) =>
  ngettext(
    "{count} entry of this log is left out. It keeps its place in the file of the log, without its words.",
    "{count} entries of this log are left out. They keep their places in the file of the log, without their words.",
    left,
  );

/** Which entry names which item. */
function named({ entries, shape }) {
  const found = [...entries].reverse().filter(({ removed, fields }) => !removed && fields.items);
  if (!found.length) return [];
  const heads = [_("Entry"), shape.fields.items?.label ?? _("Evidence")];
  return [
    part("h2", {}, _("Evidence that entries name")),
    listTable(
      heads,
      found.map(({ number, fields }) => [String(number), String(fields.items)]),
    ),
  ];
}

/** On a page of its own, which can be left out. */
function keptApart({ entries, items = [], shape }) {
  const apart = (one, title, own) =>
    linesOf(one, own, { isApart: true }).map(({ label, text }) => [title, label, text]);
  const found = [
    ...[...entries].reverse().flatMap((entry) => apart(entry, String(entry.number), shape)),
    ...items.flatMap((item) => apart(item, itemTitle(item), itemShape(shape))),
  ];
  const hands = items.filter(({ rows }) => rows?.length);
  if (!found.length && !hands.length) return [];
  return [
    part("h2", "report-page", _("Kept apart: witnesses, where evidence is, and who had it")),
    part("p", {}, _("This page can be taken out before the rest is passed on.")),
    ...(found.length ? [listTable([_("Entry or item"), _("What"), _("Details")], found)] : []),
    ...hands.map((item) => custodyTable(item, itemShape(shape))),
  ];
}
