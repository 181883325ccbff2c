// When it is too much: only a number for today, and the few entries that tell most of it.
import { _ } from "../common/gettext.js";
import { DAY, dayOfWhen, whenNow } from "./model/times.js";
import { showList } from "./list.js";

const NO_NUMBER = _("Write how many there were, as a number. Nothing was added yet.");
const FIRST = _("the first");
const LATEST = _("one of the latest");
const WORST = _("one of the worst, as you marked it");

/** Set up the screen; `area` is its section. `write(typed, area)` adds an entry, and resolves with it or null. */
export function startLess(area, { log, shape, stateOf, write, say }) {
  const kind = area.querySelector(".log-number-kind");
  const count = () => area.querySelector(".log-number-count");

  return {
    show,
    typed,
    resume({ number = "" }) {
      count().value = number;
    },
    actions: { "keep-number": keepNumber },
    clear: () => (count().value = ""),
  };

  function typed() {
    return { number: count().value };
  }

  async function keepNumber() {
    const number = /^\s*(\d{1,6})\s*$/.exec(count().value)?.[1];
    if (!Number(number)) {
      say(NO_NUMBER, area);
      count().focus();
      return;
    }
    const now = whenNow();
    const when = { as: DAY, wall: dayOfWhen(now), zone: now.zone };
    const takes = { small: typed() };
    const entry = await write({ kind: kind.value, when, fields: { count: number } }, area, takes);
    if (entry && count().value === takes.small.number) count().value = ""; // what was typed meanwhile stays
  }

  /** Each once, although the first can be one of the worst. */
  function show() {
    const { first, latest, worst } = log.overview();
    const notes = new Map();
    const note = (entry, words) => entry && notes.set(entry, [...(notes.get(entry) ?? []), words]);
    note(first, FIRST);
    for (const entry of worst) note(entry, WORST);
    for (const entry of latest) note(entry, LATEST);
    const order = log.newestFirst().filter((entry) => notes.has(entry));
    const noteOf = (entry) => notes.get(entry).join(", ");
    showList(area.querySelector(".log-list"), order, { shape, stateOf, noteOf });
  }
}
