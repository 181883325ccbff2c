// The files of one item: add them, look at one, save a copy, take one off. What is read of a file is dropped when the log locks, when
// the reader leaves, and with the screen.
import { _ } from "../../../common/gettext.js";
import { make } from "../../list.js";
import { cardOf } from "./card.js";
import { createChoosing } from "./choosing.js";
import { createWayToKeeping } from "./form.js";
import { EMPTY, SAVING } from "./strings.js";
import { createUsing } from "./using.js";

/** @import { KeptFile } from "../../model/types.d.ts" */
/**
 * @typedef {object} FileParts
 * @property {import("../../../vault/types.d.ts").Attachments | null} attachments null where nothing is kept; looked at each time
 * @property {(file: KeptFile) => Promise<boolean>} onAdded writes the item's line; false: it was not written, and the reader was told why
 * @property {(file: KeptFile) => Promise<boolean>} onRemoved writes a line without it; false as above
 * @property {(file: KeptFile, near: Element) => Promise<boolean>} [onCopy] writes a new item, which says that it is a copy, and tells its
 *   number there; false as above
 * @property {(sentence: string, near: Element | null) => void} say
 * @property {() => boolean} isStill whether the same item is on the screen, and open
 */

/**
 * Set up the files of an item in `area`.
 * @param {HTMLElement} area
 * @param {FileParts} parts
 */
export function startFiles(area, parts) {
  /** @type {KeptFile[]} */
  let files = [];
  const heading = make("h3", "", _("Files"));
  heading.tabIndex = -1;
  const empty = make("p", "log-note", EMPTY);
  const open = make("p", "log-note", SAVING);
  const list = make("ul", "log-file-list");
  const choosing = createChoosing(parts, { getFiles: () => files, whenDropped });
  const using = createUsing(list, parts, { getFiles: () => files, onGone: () => heading.focus() });
  document.addEventListener("guide:leave", clear);
  return { show, clear };

  /**
   * Show these, those of the item's newest version. What is open in the list stays open.
   * @param {KeptFile[]} now
   */
  function show(now) {
    const isKept = parts.attachments !== null;
    if (now.length !== files.length || now.some(({ file }, at) => file !== files[at].file)) {
      using.hide();
      const cards = new Map(
        [...list.children].map((card) => [/** @type {HTMLElement} */ (card).dataset.evidenceKept, card]),
      );
      list.replaceChildren(...now.map((file) => cards.get(file.file) ?? cardOf(file)));
    }
    files = now;
    empty.hidden = now.length > 0;
    open.hidden = !empty.hidden;
    if (!isKept) area.replaceChildren(heading, ...createWayToKeeping());
    else if (!choosing.element.isConnected)
      area.replaceChildren(heading, empty, choosing.element, open, list);
    if (isKept) choosing.show(now.length === 0);
  }

  function clear() {
    choosing.clear();
    using.clear();
    files = [];
    list.replaceChildren();
    area.replaceChildren();
  }

  /** Where it locked, the page says so next to where it is opened again. Return whether it was said. */
  function whenDropped(/** @type {string} */ words) {
    const view = area.closest("[data-view-id]");
    if (document.documentElement.dataset.vault === "unlocked" || !view) return false;
    parts.say(words, view.querySelector("[data-slot=vault]"));
    return true;
  }
}
