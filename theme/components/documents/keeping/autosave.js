// Between documents and the vault: passes what the reader changes to the vault, and what is kept to the page.
import { today } from "../../common/dates.js";
import { IDLE_MINUTES } from "../../vault/autolock.js";
import { areSame } from "../model/three-way.js";
import { countFromCopy, reminderDue, joinCounts, startCount } from "./backup-reminder.js";

/**
 * What is kept: each document by its kind, and these two. What an older version kept may lack them.
 * @typedef {{copy?: ReturnType<typeof startCount>, idle?: number, [kind: string]: unknown}} Kept
 */

const BESIDE = ["copy", "idle"];
const USUAL_IDLE = 5; // minutes

/**
 * `documents` may grow. `update(edit)` passes an edit to the vault. `onStatus(isKept)` receives whether all is kept; `onReminder(due)` what is
 * due, as `backup-reminder.js` calls it; `onIdle(minutes)` after what time to lock. What is kept is each document by its
 * kind, with `copy` and `idle`; names that this version does not know stay as they are.
 */
export function createAutosave(documents, { update, onStatus, onReminder, onIdle }) {
  const kept = createKept({ update, onReminder, onIdle });
  const tellStatus = () => onStatus(isStored && !pages.isPending());
  const pages = createPages(documents, { apply: kept.apply, tellStatus });
  let isStored = true;

  return {
    note: pages.note,
    join: (base, mine, theirs) => joinAll(documents, base, mine, theirs),

    /** Return what to keep of the page as it is. */
    dataOfPage: () => ({ ...pages.read(), copy: startCount(today()), idle: USUAL_IDLE }),

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
      const found = openSome(documents, stored);
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

    setIdle: (minutes) => kept.apply((data) => ({ ...data, idle: minutes })),

    /** Note that a copy was saved. */
    copied() {
      pages.note();
      const copy = countFromCopy(today()); // an edit may be stored later, on another day
      if (kept.data) kept.apply((data) => ({ ...data, copy }));
    },

    onStored(stored) {
      isStored = stored;
      tellStatus();
    },

    /** Forget what is kept; the page stays as it is. */
    stop() {
      for (const { edits } of documents) edits.stop();
      kept.hold(null);
      isStored = true;
    },
  };

  function openSome(some, stored) {
    const { opened, problems } = openAll(some, stored);
    if (problems.length) return { problems };
    const before = some.map((one) => one.read());
    kept.hold({ ...stored, ...opened });
    pages.listen(kept.data, some);
    pages.show(kept.data, stored.copy?.day, some);
    return { before: new Map(some.map((one, at) => [one, otherThanShown(one, before[at])])) };
  }
}

/** What is kept, as in the vault, with all edits: `data`, or null. */
function createKept({ update, onReminder, onIdle }) {
  const kept = {
    /** @type {Kept | null} */
    data: null,
    /** @param {Kept | null} data */
    hold(data) {
      const whole = data && { copy: startCount(today()), ...data };
      kept.data = whole;
      if (!whole) return;
      onReminder(reminderDue(whole.copy, today()));
      if (whole.idle && IDLE_MINUTES.includes(whole.idle)) onIdle(whole.idle);
    },
    apply(edit) {
      kept.hold(edit(kept.data));
      update(edit);
    },
  };
  return kept;
}

/** All documents as the page has them. */
function createPages(documents, { apply, tellStatus }) {
  const dataOf = (one, kept) => kept[one.kind] ?? one.empty();
  const editOf = (one, edit, changes) => (data) => ({
    ...data,
    [one.kind]: edit(dataOf(one, data)),
    copy: { ...data.copy, changes: data.copy.changes + changes },
  });

  return {
    read: () => Object.fromEntries(documents.map((one) => [one.kind, one.read()])),
    isPending: () => documents.some(({ edits }) => edits.isPending()),

    /** Give the vault what has changed. */
    note() {
      for (const { edits } of documents) edits.note();
    },

    /** Listen for every change from now on; the page shows what is kept, or is about to. */
    listen(kept, some = documents) {
      for (const one of some) {
        const onEdit = (edit, changes) => apply(editOf(one, edit, changes));
        one.edits.start(dataOf(one, kept), { onEdit, onPending: tellStatus });
      }
    },

    /** Return the documents of which the page shows something else. */
    others: (kept) =>
      documents.filter((one) => !one.isSame(one.edits.shown(), { ...one.empty(), ...kept[one.kind] })),

    show(kept, lastOpen = "", some = documents) {
      for (const one of some) {
        one.show(dataOf(one, kept), lastOpen);
        one.edits.reread();
      }
    },
  };
}

/** Return what the page had before, unless that was nothing or is what it shows now. */
function otherThanShown(one, before) {
  return one.isSame(before, one.empty()) || one.isSame(before, one.edits.shown()) ? null : before;
}

/** Join two tabs' versions of `base`. No DOM, no time. */
function joinAll(documents, base, mine, theirs) {
  if (areSame(mine, theirs)) return theirs;
  const joined = documents
    .filter(({ kind }) => [base, mine, theirs].some((data) => Object.hasOwn(data, kind)))
    .map((one) => {
      const [was, is, other] = [base, mine, theirs].map((data) => data[one.kind] ?? one.empty());
      return [one.kind, one.join(was, is, other)];
    });
  return {
    ...theirs,
    ...Object.fromEntries(joined),
    copy: joinCounts(base.copy, mine.copy, theirs.copy),
    idle: mine.idle === base.idle ? theirs.idle : mine.idle,
  };
}

/** Where some document is kept, of a kind that this page may not know, one that is not yet counts as empty. */
function openAll(documents, stored) {
  const isAny = Object.keys(stored).some((name) => !BESIDE.includes(name));
  const opened = {};
  const problems = [];
  for (const one of documents) {
    const isMissing = isAny && !Object.hasOwn(stored, one.kind);
    const found = isMissing ? { data: one.empty() } : one.open(stored[one.kind]);
    problems.push(...(found.problems ?? []));
    opened[one.kind] = found.data;
  }
  return { opened, problems };
}
