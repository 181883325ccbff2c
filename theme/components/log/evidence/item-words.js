// Words for an item of the list. No DOM here.
import { _, fill, ngettext } from "../../common/gettext.js";
import { itemNumber } from "../model/items.js";
import { filesOf } from "../model/kept-files.js";

/** The groups of the list. */
export const GROUPS = {
  have: _("You have it"),
  needed: _("Still needed"),
  other: _("Somebody else has it"),
};

export const itemName = (item) => fill(_("Item {number}"), { number: itemNumber(item) });

/** An item and what it is, as a link to it says. */
export const itemTitle = (item) => [itemName(item), item.fields.thing].filter(Boolean).join(": ");

/** How many files it has; empty where it has none. */
export function fileWords(item) {
  const count = filesOf(item).length;
  return count ? ngettext("{count} file", "{count} files", count) : "";
}
