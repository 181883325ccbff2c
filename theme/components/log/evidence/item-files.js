// The files of the item that is shown: each that is added, or taken off, is a correction of the item.
import { _, fill } from "../../common/gettext.js";
import { kindOf } from "../../common/known-error.js";
import { itemNumber, nextItemNumber } from "../model/items.js";
import { filesOf, keptFileText, readKeptFile } from "../model/kept-files.js";
import { HAVE, ITEM, ITEM_NUMBER, KEPT } from "../model/meanings.js";
import { whenNow } from "../model/times.js";
import { startFiles } from "./files/files.js";
import { createItemChanges } from "./item-change.js";

const COPIED = _(
  "A copy without the place is now item {number} of your list. This item still holds the file with its place.",
);

/** Set up the part; `area` is its place. `getItem()` returns the item that is on the screen, or null. */
export function createItemFiles(area, { log, lines, say, correct, write, getItem }) {
  let shown = ""; // the item that the part shows
  const changeItem = createItemChanges({ log, correct: (item, typed) => correct(item, typed, form()) });
  let cleaned = -1; // since which opening of the log what an adding left is gone
  const files = startFiles(area, {
    get attachments() {
      const { isKept, keeper } = lines.given();
      return isKept ? keeper.attachments : null;
    },
    onAdded: (file) => change((texts) => [...texts, keptFileText(file)]),
    onRemoved,
    onCopy,
    say,
    isStill: () => shown !== "" && getItem()?.id === shown,
  });

  return {
    show(item) {
      if (item.id !== shown) files.clear();
      shown = item.id;
      files.show(filesOf(item));
      dropUnnamed();
    },
    clear() {
      shown = "";
      files.clear();
    },
  };

  /** Delete what an adding left that was killed; once for each time that the log was opened. */
  function dropUnnamed() {
    const { isKept, keeper, rows } = lines.given();
    if (!isKept || cleaned === rows.epoch) return;
    cleaned = rows.epoch;
    keeper.attachments.dropOthers([]).catch(kindOf);
  }

  function change(make) {
    const item = getItem();
    return item ? changeItem(item.id, make) : Promise.resolve(false);
  }

  /** Where messages about all files stand: each card has a place for its own. */
  function form() {
    return area.querySelector(".log-files-form");
  }

  async function onRemoved({ file, name }) {
    const isDone = await change((texts) => texts.filter((text) => readKeptFile(text)?.file !== file));
    if (isDone) say(fill(_("“{name}” is no longer with this item."), { name }), form());
    return isDone;
  }

  async function onCopy(file, near) {
    const thing = fill(_("Copy of a file of item {number}, without the place"), {
      number: itemNumber(getItem()),
    });
    const fields = {
      ...{ [HAVE.field]: HAVE.options[0], [ITEM_NUMBER]: nextItemNumber(log.items()), thing },
      [KEPT]: [keptFileText(file)],
    };
    const item = await write({ kind: ITEM, when: whenNow(), fields }, near);
    if (item) say(fill(COPIED, { number: itemNumber(item) }), near);
    return Boolean(item);
  }
}
