// One item of the list of evidence in the report: what its writer wrote, its files, and through whose hands it went. No DOM here.
import { _, fill } from "../../../common/gettext.js";
import { isDay } from "../../../documents/model/values.js";
import { groupOfItem, itemNumber, itemShape } from "../../model/items.js";
import { HAVE, ITEM_NUMBER, KEPT } from "../../model/meanings.js";
import { dayWords } from "../../model/times.js";
import { linesOf } from "../../words.js";
import { ownPart, part } from "../parts.js";
import { custodyTable, withoutApartColumns } from "./custody.js";
import { isSilent, linePart, olderParts, recordedPart, removedOn, removedWords } from "./entry-parts.js";
import { cut, listTable } from "./tables.js";

/**
 * @param {any} item
 * @param {any} handed
 * @param {{pictures?: Map<any, {src: string, note: string}>}} [how] `pictures`: those that are shown, by their files
 */
export function itemParts(item, handed, { pictures } = {}) {
  const shape = itemShape(handed.shape);
  const own = withoutApartColumns(item, shape);
  const words = item.removed
    ? [part("p", {}, removedOn(item.removed)), ...removedWords(item, shape)]
    : linesOfItem(item, shape).map(linePart);
  const files = handed.files.filter(({ id }) => id === item.id);
  const { thing } = item.fields;
  return part(
    "section",
    "report-entry",
    part("h3", {}, titleOf(item, thing), ...(thing ? [" ", ownPart(cut(String(thing)))] : [])),
    ...words,
    ...(files.length ? [filesTable(files, handed)] : []),
    ...files.flatMap((file) => pictureParts(file, pictures?.get(file))),
    ...(own.rows.length ? [custodyTable(own, shape)] : []),
    ...olderParts(own, handed.shape),
    recordedPart(item),
  );
}

/** What is still needed, or with somebody else, was not found. */
function linesOfItem(item, shape) {
  const [found, ...lines] = linesOf(withoutParts(item), shape);
  return groupOfItem(item) === HAVE.options[0] ? [found, ...lines] : lines;
}

/** Its number is in the title, and its files have a table. */
function withoutParts(item) {
  const shown = Object.entries(item.fields).filter(([id]) => id !== ITEM_NUMBER && id !== KEPT);
  return { ...item, fields: Object.fromEntries(shown) };
}

function titleOf(item, thing) {
  if (isSilent(item)) return fill(_("Entry {number}: an item that was removed"), { number: item.number });
  const number = itemNumber(item);
  return thing ? fill(_("Item {number}:"), { number }) : fill(_("Item {number}"), { number });
}

/** `broken` has the files that are not as they were kept, where they were read. */
function filesTable(files, { broken = new Set() }) {
  const heads = [_("File"), _("Bytes"), _("Day that the device gave"), _("SHA-256")];
  const notesOf = (file) => [...(file.isTakenOff ? [TAKEN_OFF] : []), ...(broken.has(file) ? [BROKEN] : [])];
  const rows = files.map((file) => [
    part("td", {}, ownPart(file.name), ...notesOf(file).map((note) => part("p", {}, part("b", {}, note)))),
    String(file.bytes),
    isDay(file.dated) ? dayWords(file.dated) : "",
    part("td", "report-hash", file.sha256),
  ]);
  return listTable(heads, rows, _("Files"), "report-files");
}

const TAKEN_OFF = _("The writer took it off this item.");
const BROKEN = _("It is not on this device, or not whole any more, so it is not handed on.");

/** A picture, or why it is not shown. */
function pictureParts(file, picture) {
  if (!picture) return [];
  const name = fill(_("Item {number}: {name}"), { number: file.item, name: file.name });
  const { src, note } = picture;
  const shown = src ? part("img", { src, alt: name }) : part("p", {}, part("b", {}, note));
  return [part("figure", "report-picture", shown, ownPart(name, "figcaption"))];
}
