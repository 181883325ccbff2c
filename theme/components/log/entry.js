// One entry whole: what it says, what is kept apart, and what it said before.
import { _, fill, ngettext } from "../common/gettext.js";
import { itemTitle } from "./evidence/item-words.js";
import { itemsNamed } from "./model/items.js";
import { dayWords } from "./model/times.js";
import { dayWritten, make, ownWords, removedWords } from "./list.js";
import { rowsOnScreen } from "./rows-in-tables.js";
import { kindOf, linesOf, writtenWords } from "./words.js";

const ABOUT_APART = _(
  "This is left out when you print, unless you tick it under “Hand it on”. A saved file of the log has all of it.",
);

/** Show an entry in `area`, with what can be done with it, and so many of its rows at most. */
export function showEntry(area, entry, { log, shape, state, tools, limit }) {
  const heading = make("h2", "", fill(_("Entry {number}"), { number: entry.number }));
  const parts = [heading, make("p", "log-mark", stateWords(state))];
  if (entry.removed) parts.push(make("p", "", removedWords(entry)));
  else parts.push(...whole(entry, shape, limit, log.items()));
  parts.push(...writtenOf(entry), ...olderOf(entry, log));
  const buttons = tools.cloneNode(true);
  if (entry.removed) {
    // What was removed can be read below, and put back by writing it anew; there is nothing to print or to remove.
    for (const name of ["read-again", "print-entry", "ask-remove"])
      buttons.querySelector(`[data-log-action="${name}"]`).hidden = true;
    buttons.querySelector("[data-log-action=correct]").textContent = _("Read it, or put it back");
  }
  parts.push(buttons);
  area.replaceChildren(...parts);
}

function whole(entry, shape, limit, items) {
  const parts = [
    dlOf([{ label: _("Kind"), text: kindOf(entry, shape) || _("Not chosen yet") }, ...linesOf(entry, shape)]),
  ];
  if (entry.rows?.length) parts.push(...rowsOnScreen(entry, shape, limit));
  parts.push(...itemLinks(itemsNamed(entry, items)));
  parts.push(...apartOf(entry, shape));
  return parts;
}

/** What is kept apart, in its frame. */
export function apartOf(entry, shape) {
  const apart = linesOf(entry, shape, { isApart: true });
  if (!apart.length) return [];
  const list = dlOf(apart);
  list.classList.add("log-apart");
  return [make("h3", "", _("Kept apart")), make("p", "", ABOUT_APART), list];
}

/** Links to the items of the list of evidence that it names. */
function itemLinks(items) {
  const links = items.map((item) => {
    const link = ownWords(itemTitle(item), "a", "");
    link.href = "#log-item";
    Object.assign(link.dataset, { logAction: "open-item", item: item.id });
    return link;
  });
  if (!links.length) return [];
  const list = make("ul", "log-item-links");
  for (const link of links) {
    const line = make("li");
    line.append(link);
    list.append(line);
  }
  return [make("h3", "", _("Evidence")), list];
}

const stateWords = (state) =>
  state === "kept"
    ? _("Kept on this device")
    : _("Only in this page so far. It is gone when you close or reload it.");

/** Make a list of what `linesOf` returned. */
export function dlOf(lines) {
  const list = make("dl");
  for (const { label, text } of lines) list.append(make("dt", "", label), ownWords(text, "dd", ""));
  return list;
}

/** When it was written, and when the writer read it again. */
export function writtenOf(entry) {
  const lines = [writtenWords(entry)];
  for (const version of entry.readAgain)
    lines.push(fill(_("Read again on {day}: it is as I remember."), { day: dayWords(dayWritten(version)) }));
  return lines.map((line) => make("p", "log-mark", line));
}

/** What was changed, newest first: what it was before stays readable. */
export function olderOf(entry, log) {
  const changes = log.changesOf(entry).filter(({ changes: own }) => own.length);
  if (!changes.length) return [];
  const fold = make("details");
  fold.append(
    make(
      "summary",
      "",
      ngettext(
        "What it said before ({count} change)",
        "What it said before ({count} changes)",
        changes.length,
      ),
    ),
  );
  for (const { version, changes: own } of changes) {
    const box = make("div", "log-version");
    box.append(make("h3", "", dayWords(dayWritten(version))));
    const list = make("dl");
    for (const { label, before, after } of own) {
      list.append(make("dt", "", label));
      if (before) list.append(struck(before));
      if (after) list.append(ownWords(after, "dd", ""));
    }
    box.append(list);
    fold.append(box);
  }
  return [fold];
}

function struck(text) {
  const line = make("dd");
  line.append(ownWords(text, "del", ""));
  return line;
}
