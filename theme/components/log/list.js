// Entries as a list, by day: only so many at a time, so that a log of ten thousand holds up nothing.
import { _, fill } from "../common/gettext.js";
import { dayOfWhen, dayWords, timeWords } from "./model/times.js";
import { wallAt } from "./model/zones.js";
import { kindOf, shownWords } from "./words.js";

/** How many are shown at first, and how many more each time. */
export const SLICE = 50;

/**
 * @typedef {{shape: any, stateOf: (entry: any) => string, noteOf?: (entry: any) => string, toolOf?: (entry: any) => Element}} How
 * What a card says besides the entry: `stateOf(entry)` is "kept" or "memory".
 */

/**
 * Show entries in `place`, at most `limit`; return how many of them are shown.
 * @param {HTMLElement} place
 * @param {any[]} entries
 * @param {How & {limit?: number}} how
 */
export function showList(place, entries, { limit = SLICE, ...how }) {
  const shown = entries.slice(0, limit);
  place.replaceChildren(...dayBlocks(shown, how));
  return shown.length;
}

/**
 * Show some more below those that are shown; the first of them may be of a day that stands there.
 * @param {HTMLElement} place
 * @param {any[]} entries
 * @param {How} how
 */
export function showMore(place, entries, how) {
  const last = /** @type {HTMLElement | null} */ (place.lastElementChild);
  const [first, ...others] = dayBlocks(entries, how);
  if (first && last && first.dataset.day === last.dataset.day)
    last.querySelector("ul")?.append(...first.querySelectorAll("li"));
  else if (first) place.append(first);
  place.append(...others);
}

/**
 * @param {any[]} entries
 * @param {How} how
 */
function dayBlocks(entries, { shape, stateOf, noteOf, toolOf }) {
  const days = [];
  for (const entry of entries) {
    const day = dayOfWhen(entry.when);
    if (days.at(-1)?.day !== day) days.push({ day, cards: [] });
    const card = cardOf(entry, shape, stateOf(entry), noteOf?.(entry));
    if (toolOf) card.append(toolOf(entry));
    days.at(-1).cards.push(card);
  }
  return days.map(({ day, cards }) => dayBlock(day, cards));
}

function dayBlock(day, cards) {
  const block = make("section", "log-day");
  const list = make("ul");
  block.dataset.day = day;
  list.append(...cards);
  block.append(make("h3", "", dayWords(day)), list);
  return block;
}

function cardOf(entry, shape, state, note) {
  const card = make("li");
  card.dataset.entry = entry.id;
  card.dataset.seq = entry.number;
  card.dataset.logState = state;
  const link = make("a", "log-open");
  link.href = "#your-log";
  link.dataset.logAction = "open";
  link.textContent = [timeWords(entry.when), kindOf(entry, shape)].filter(Boolean).join(" · ");
  card.append(link);
  if (entry.removed) {
    card.className = "log-removed";
    card.append(make("p", "log-mark", removedWords(entry)));
  } else card.append(ownWords(shownWords(entry, shape)));
  const marks = [
    fill(_("Entry {number}"), { number: entry.number }),
    note,
    isChanged(entry) && _("Changed later"),
    state !== "kept" && _("Only in this page, not kept"),
  ];
  card.append(make("p", "log-mark", marks.filter(Boolean).join(" · ")));
  return card;
}

const isChanged = ({ versions, content, removed }) => !removed && versions.indexOf(content) > 0;

export function removedWords({ removed }) {
  return fill(_("Removed by the writer, {day}"), { day: dayWords(dayWritten(removed)) });
}

/** The day on which a version was written, as the clock showed it. */
export const dayWritten = ({ line }) => wallAt(line.written).slice(0, 10);

/** Words of the reader: a service that translates pages would be sent them. */
export function ownWords(text, name = "p", className = "log-words") {
  const own = make(name, className, text);
  own.translate = false;
  return own;
}

/** Make one element with text in it. */
export function make(name, className = "", text = "") {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.textContent = text;
  return element;
}
