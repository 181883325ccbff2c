// Adding to the log: each change is a line of its own, and a failure says what happened to it.
import { _, fill } from "../common/gettext.js";
import { kindOf } from "../common/known-error.js";
import { isItem, itemNumber } from "./model/items.js";
import { correctEntry, readEntryAgain, removeEntry, saltOf, writeEntry } from "./model/writing.js";
import { createWritingClock } from "./model/times.js";
import { isDoubtful, notKept } from "./not-kept.js";

const CORRECTED = _("Written down. The older words can still be read.");
const IN_MEMORY = _(
  "It is only in this page so far. It is gone when you close or reload the page, or press “Leave now”.",
);

/**
 * Return what adds to the log; each resolves with the entry as it is then, or with null after it said why it is not so. `takes`
 * are the parts of the draft that it is made of (`adding.js`); `typed()` is the draft.
 */
export function createWriting({ log, shape, lines, say, adding, typed: draftNow }) {
  const clock = createWritingClock();

  return {
    /** What a line has that is written now. */
    writtenNow: context,
    addedWords,
    write: (typed, area, takes = {}) => add(area, writeEntry(typed, context()), addedWords, takes),
    correct: (entry, typed, area, takes = {}) =>
      add(area, correctEntry(entry, typed, context()), () => CORRECTED, takes),
    remove: (entry, area) =>
      add(area, removeEntry(entry, context()), () => _("Removed. The list shows only that, and the day.")),
    readAgain: (entry, area) =>
      add(area, readEntryAgain(entry, context()), () => _("Noted, with today’s date.")),
  };

  function context() {
    return { shape, written: clock(log.lastWritten) };
  }

  async function add(area, { makes, problems }, wordsFor, takes = {}) {
    if (problems.length) {
      say(problems.join(" "), area);
      return null;
    }
    if (!makes.length) {
      say(_("Nothing was changed, so nothing was written."), area);
      return null;
    }
    const one = adding.begin(saltOf(makes), takes);
    let added;
    try {
      added = await lines.add(makes, { isTyped: Object.keys(takes).length > 0 });
    } catch (error) {
      const kind = kindOf(error);
      if (isDoubtful(kind)) adding.wait(one, draftNow());
      else adding.end(one);
      say(notKept(kind), area);
      return null;
    }
    adding.end(one);
    const { id, of = id } = JSON.parse(added[0].line);
    const entry = log.get(of);
    if (!entry) return null; // it locked meanwhile, and the page says so
    say(wordsFor(entry), area);
    return entry;
  }

  function addedWords(entry) {
    const { number } = entry;
    const words = isItem(entry)
      ? fill(_("Item {number} is on your list."), { number: itemNumber(entry) })
      : fill(_("Written down as entry {number}."), { number });
    return lines.isKept() ? `${words} ${_("It is kept on this device.")}` : `${words} ${IN_MEMORY}`;
  }
}
