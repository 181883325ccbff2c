// The evidence in the report: a list of what there is, what is still needed, and then each item whole. No DOM here.
import { _, fill, ngettext } from "../../../common/gettext.js";
import { valueIn } from "../../../documents/model/sets.js";
import { entriesNaming, groupOfItem, itemNumber, itemShape } from "../../model/items.js";
import { HAVE } from "../../model/meanings.js";
import { whenSentence } from "../../model/times.js";
import { valueWords } from "../../words.js";
import { ownPart, part } from "../parts.js";
import { leftItemsWords } from "./cover.js";
import { itemParts } from "./item-parts.js";
import { cut, listTable } from "./tables.js";

const MOST_SHORT = 30; // items of a short report
const [HERE] = HAVE.options;

/**
 * @param {any} handed
 * @param {{isShort: boolean, pictures?: Map<any, {src: string, note: string}>}} how
 */
export function evidenceOf(handed, { isShort, pictures }) {
  const { items = [], itemsLeft = 0 } = handed;
  const present = items.filter(({ removed }) => !removed);
  if (!items.length && !itemsLeft) return [];
  const shown = isShort ? present.slice(0, MOST_SHORT) : present;
  const here = shown.filter((item) => groupOfItem(item) === HERE);
  const elsewhere = shown.filter((item) => groupOfItem(item) !== HERE);
  const words = isShort ? (text) => cut(text.replaceAll(/\s+/g, " ")) : (text) => text;
  return [
    part("h2", isShort ? "" : "report-page", _("Evidence")),
    ...(itemsLeft ? [part("p", {}, leftItemsWords(itemsLeft))] : []),
    ...(shown.length < present.length ? [part("p", {}, missingWords(present.length - shown.length))] : []),
    ...(here.length ? [hereTable(here, handed, words)] : []),
    ...(elsewhere.length ? [elsewhereTable(elsewhere, handed, words)] : []),
    ...(isShort ? [] : items.flatMap((item) => itemParts(item, handed, { pictures }))),
  ];
}

/** How many lines of a page it takes in a short report, at most. */
export const linesOfShort = ({ items = [] }) =>
  items.length ? 4 + 3 * Math.min(items.length, MOST_SHORT) : 0;

const missingWords = (count) =>
  ngettext(
    "{count} item does not fit here, and is in the full report.",
    "{count} items do not fit here, and are in the full report.",
    count,
  );

function hereTable(items, { shape, entries }, words) {
  const { text, label } = readingOf(shape);
  const heads = [_("Item"), label("thing"), _("Found, or written down"), _("Who found it"), _("Entries")];
  const rows = items.map((item) => [
    itemNumber(item),
    words(text(item, "thing")),
    words([whenSentence(item.when), text(item, "place")].filter(Boolean).join("\n")),
    words(text(item, "finder")),
    namingWords(item, entries),
  ]);
  return listTable(heads, rows, _("What there is"));
}

function elsewhereTable(items, { shape }, words) {
  const { text, label } = readingOf(shape);
  const names = ["have", "asked", "answer"]; // who has it is kept apart
  const heads = [_("Item"), label("thing"), ...names.map(label)];
  const rows = items.map((item) => [
    itemNumber(item),
    words(text(item, "thing")),
    ...names.map((name) => words(text(item, name))),
  ]);
  return listTable(heads, rows, _("Still needed, or with somebody else"));
}

/** Return what reads the fields of items, and their labels. */
function readingOf(shape) {
  const { fields } = itemShape(shape);
  return {
    text: (item, name) => valueWords(valueIn(item.fields, name) ?? "", valueIn(fields, name)),
    label: (name) => valueIn(fields, name)?.label ?? name,
  };
}

/** The entries that name it, the oldest first. */
function namingWords(item, entries) {
  const numbers = entriesNaming(item, entries).map(({ number }) => number);
  return [...numbers].sort((one, other) => one - other).join(", ");
}

/** On the page of what is kept apart. */
export const itemTitle = (item) => ownPart(fill(_("Item {number}"), { number: itemNumber(item) }), "td");
