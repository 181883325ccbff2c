// One entry whole: what it says, what is kept apart, and what it said before.
import { _, fill, ngettext } from "../common/gettext.js";
import { dayWords } from "./model/times.js";
import { dayWritten, make, ownWords, removedWords } from "./list.js";
import { rowsOnScreen } from "./rows-in-tables.js";
import { kindOf, linesOf, writtenWords } from "./words.js";

/** Show an entry in `area`, with what can be done with it, and so many of its rows at most. */
export function showEntry(area, entry, { log, shape, state, tools, limit }) {
  const heading = make("h2", "", fill(_("Entry {number}"), { number: entry.number }));
  const parts = [heading, make("p", "log-mark", stateWords(state))];
  if (entry.removed) parts.push(make("p", "", removedWords(entry)));
  else parts.push(...whole(entry, shape, limit));
  parts.push(...written(entry), ...older(entry, log));
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

function whole(entry, shape, limit) {
  const parts = [
    listOf([
      { label: _("Kind"), text: kindOf(entry, shape) || _("Not chosen yet") },
      ...linesOf(entry, shape),
    ]),
  ];
  if (entry.rows?.length) parts.push(...rowsOnScreen(entry, shape, limit));
  const apart = linesOf(entry, shape, { isApart: true });
  if (apart.length) {
    const list = listOf(apart);
    list.classList.add("log-apart");
    parts.push(
      make("h3", "", _("Kept apart")),
      make(
        "p",
        "",
        _(
          "This is left out when you print, unless you tick it under “Hand it on”. A saved file of the log has all of it.",
        ),
      ),
      list,
    );
  }
  return parts;
}

const stateWords = (state) =>
  state === "kept"
    ? _("Kept on this device")
    : _("Only in this page so far. It is gone when you close or reload it.");

function listOf(lines) {
  const list = make("dl");
  for (const { label, text } of lines) list.append(make("dt", "", label), ownWords(text, "dd", ""));
  return list;
}

/** When it was written, and when the writer read it again. */
function written(entry) {
  const lines = [writtenWords(entry)];
  for (const version of entry.readAgain)
    lines.push(fill(_("Read again on {day}: it is as I remember."), { day: dayWords(dayWritten(version)) }));
  return lines.map((line) => make("p", "log-mark", line));
}

/** What was changed, newest first: what it was before stays readable. */
function older(entry, log) {
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
