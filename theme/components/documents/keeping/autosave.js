// Between documents and the vault: passes what the reader changes to the vault, and what is kept to the page.
import { today } from "../../common/dates.js";
import { readChoice, writeChoice } from "../../out-of-sight/choice.js";
import { IDLE_MINUTES } from "../../vault/autolock.js";
import { countFromCopy, countLines, dueOf, startCount } from "./backup-reminder.js";
import { joinAll, openAll } from "./kept-documents.js";
import { createPages } from "./pages.js";

/** @import { Kept } from "./kept-documents.js" */

const USUAL_IDLE = 5; // minutes

/**
 * `documents` may grow. `update(edit)` passes an edit to the vault. `onStatus(isKept)` receives whether all is kept;
 * `onReminder(due, document)` what is due, as `backup-reminder.js` calls it; `onIdle(minutes)` after what time to lock;
 * `sight` reads and shows what the reader chose for when the page is out of sight.
 */
export function createAutosave(documents, { update, onStatus, onReminder, onIdle, sight }) {
  const kept = createKept(documents, { update, onReminder, onIdle, sight });
  const tellStatus = () => onStatus(isStored && !pages.isPending());
  const pages = createPages(documents, { apply: kept.apply, tellStatus });
  let isStored = true;

  return {
    note: pages.note,
    forVault: {
      join: (base, mine, theirs) => joinAll(documents, base, mine, theirs),
      /** The last edits, before it locks. */
      beforeLock: pages.note,
      onStored(stored) {
        isStored = stored;
        tellStatus();
      },
    },

    /** Return what to keep of the page as it is, besides lines, of which there are so many. */
    dataOfPage(lines = 0) {
      const data = { ...pages.read(), copy: startCount(today()), idle: USUAL_IDLE, ...chosenIn(sight) };
      return lines ? countLines(data, lines, today()) : data;
    },

    /** Continue from what has just been kept, which the page shows. */
    start(data) {
      kept.hold(data);
      pages.listen(data);
      isStored = true;
      pages.note();
    },

    /**
     * Show what was unlocked. Returns `{problems}`, or `{before}`: for each document what the page had that is not in
     * it, or null.
     */
    open(stored) {
      const found = openSome(documents, stored, chosenIn(sight));
      if (!found.problems) isStored = true;
      return found;
    },

    /** Show a document that came after the others were opened; returns the same. */
    openLate(one) {
      const found = openSome([one], kept.data);
      tellStatus();
      return found;
    },

    /** Return why another tab's data cannot be shown; empty when it can. That tab may have a newer guide. */
    problemsIn: (data) => (kept.data ? openAll(documents, data).problems : []),

    /** Take over another tab's data, which have no problems; return the documents of which the page shows something else. */
    hear(data) {
      if (!kept.data) return [];
      kept.hold({ ...data, ...openAll(documents, data).opened });
      return pages.others(kept.data);
    },

    showNewer() {
      pages.note();
      pages.show(kept.data);
    },

    /** Put other data in place of a document's, which is a change like any other. */
    put(one, data) {
      pages.note();
      one.show(data);
      one.edits.count();
      pages.note();
    },

    /** Keep what the page shows as chosen, where something is kept and open. */
    noteSight() {
      const chosen = sight.read() ?? "";
      // Words of a newer version stay until the reader chooses something else.
      const isSame = chosen === writeChoice(readChoice(kept.data?.sight));
      if (kept.data && !isSame) kept.apply((data) => ({ ...data, sight: chosen }));
    },

    setIdle: (minutes) => kept.apply((data) => ({ ...data, idle: minutes })),

    /** Count lines that were added to those that are kept. */
    added: (lines) => kept.data && kept.apply((data) => countLines(data, lines, today())),

    /** Note that a copy of a document was saved. */
    copied(one) {
      pages.note();
      const copy = countFromCopy(today()); // an edit may be stored later, on another day
      if (kept.data) kept.apply((data) => ({ ...data, [one.lines ? "copyOfLines" : "copy"]: copy }));
    },

    /** Forget what is kept; the page stays as it is. */
    stop() {
      for (const { edits } of documents) edits.stop();
      kept.hold(null);
      isStored = true;
    },
  };

  function openSome(some, stored, chosen = {}) {
    const { opened, problems } = openAll(some, stored);
    if (problems.length) return { problems };
    const before = some.map((one) => one.read());
    kept.hold({ ...stored, ...opened, ...chosen });
    if (chosen.sight && chosen.sight !== stored.sight) kept.apply((data) => ({ ...data, ...chosen }));
    pages.listen(kept.data, some);
    pages.show(kept.data, stored.copy?.day, some);
    return { before: new Map(some.map((one, at) => [one, pages.otherThanShown(one, before[at])])) };
  }
}

/** Return what was chosen in this page before anything was kept or opened: it counts. */
function chosenIn(sight) {
  const chosen = sight.read();
  return chosen ? { sight: chosen } : {};
}

/** What is kept, as in the vault, with all edits: `data`, or null. */
function createKept(documents, { update, onReminder, onIdle, sight }) {
  const kept = {
    /** @type {Kept | null} */
    data: null,
    /** @param {Kept | null} data */
    hold(data) {
      const whole = data && { copy: startCount(today()), ...data };
      kept.data = whole;
      if (!whole) return;
      for (const one of documents) onReminder(dueOf(one, whole, today()), one);
      if (whole.idle && IDLE_MINUTES.includes(whole.idle)) onIdle(whole.idle);
      if (whole.sight !== undefined) sight.show(whole.sight);
    },
    apply(edit) {
      kept.hold(edit(kept.data));
      update(edit);
    },
  };
  return kept;
}
