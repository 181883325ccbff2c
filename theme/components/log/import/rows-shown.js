// Rows and skipped lines of a file, as the preview shows them: only so many at a time.
import { _, fill } from "../../common/gettext.js";
import { pause } from "../../common/time-limit.js";
import { make, ownWords } from "../list.js";
import { NOTES } from "../imports/notes.js";
import { RESULTS } from "../imports/results.js";
import { buttonOf } from "./form.js";

/** @import { ImportRow, Skipped } from "../imports/types.d.ts" */

/** How many rows are shown at first, and how many more each time. */
export const SHOWN = 200;
const AT_ONCE = 40;

const MARKS = {
  gap: _("The clock skipped this time."),
  first: _("The first of the two times that night."),
  second: _("The second of the two times that night."),
  either: _("This time came twice that night. The file does not say which one it was."),
};
const WHAT = { call: _("Call"), message: _("Message"), system: _("Note of the app") };
const WAYS = { in: _("came in"), out: _("went out") };

/**
 * Make a list that shows more on request. `get(from, count)` brings what is to be shown, `itemOf` makes an element of each.
 * @param {{total: number, get: (from: number, count: number) => Promise<any[]>, itemOf: (one: any) => HTMLElement, isCurrent: () => boolean}} how
 */
export async function growingList({ total, get, itemOf, isCurrent }) {
  const list = make("ol", "log-import-list");
  const more = buttonOf(_("Show more"), "importMore");
  let shown = 0;
  await grow();
  more.addEventListener("click", async () => {
    const before = shown;
    await grow();
    const next = list.children[before];
    next?.setAttribute("tabindex", "-1");
    if (next instanceof HTMLElement) next.focus();
  });
  const place = make("div");
  place.append(list, more);
  return place;

  /** Resolves when the first of them are there. */
  async function grow() {
    more.hidden = true; // two presses are one
    const items = await get(shown, SHOWN);
    if (!isCurrent()) return;
    list.append(...items.slice(0, AT_ONCE).map(itemOf));
    shown += items.length;
    growOn(items.slice(AT_ONCE), shown < total && items.length > 0);
  }

  /** The others come below what is seen already, so that no frame waits for all of them. */
  async function growOn(items, isMore) {
    for (let at = 0; at < items.length; at += AT_ONCE) {
      await pause(0);
      if (!isCurrent()) return;
      list.append(...items.slice(at, at + AT_ONCE).map(itemOf));
    }
    more.hidden = !isMore;
  }
}

/** @param {ImportRow} row */
export function rowItem(row) {
  const item = make("li");
  const { wall, mark, what, direction, result, number, name, text, files = [], notes = [], chat = "" } = row;
  Object.assign(item.dataset, { importRow: "", when: wall, what, result, number, name });
  if (mark) item.dataset.mark = mark;
  if (direction) item.dataset.direction = direction;
  const head = make("p", "log-mark");
  const said = [wall.replace("T", " "), WHAT[what], WAYS[direction], RESULTS[result] ?? result];
  head.append(said.filter(Boolean).join(" · "));
  for (const own of [name, number, chat].filter(Boolean)) head.append(" · ", ownText("bdi", own));
  const body = ownWords(text);
  body.dataset.importText = "";
  item.append(head, body);
  if (row.length) item.append(make("p", "log-mark", lengthWords(row.length)));
  for (const file of files) item.append(ownText("p", fill(_("File: {file}"), { file })));
  for (const words of [MARKS[mark ?? ""], ...notes.map((id) => NOTES[id] ?? id)].filter(Boolean))
    item.append(make("p", "log-mark", words));
  return item;
}

const lengthWords = (length) =>
  fill(/^\d+$/.test(length) ? _("Length: {length} seconds") : _("Length: {length}"), { length });

/** @param {Skipped} skipped */
export function skippedItem({ at, reason, text }) {
  const item = make("li");
  item.dataset.importSkipped = "";
  item.append(make("p", "", fill(_("Line {at}: {reason}"), { at, reason })));
  if (text) item.append(ownWords(text));
  return item;
}

function ownText(name, text) {
  const own = make(name, "", text);
  own.translate = false;
  return own;
}
