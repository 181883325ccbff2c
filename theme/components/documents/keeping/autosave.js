// Between the page and the vault: brings what the reader changes to the vault, and what is kept to the page.
import { today } from "../../common/dates.js";
import { openPlan } from "../../plan/model/open-plan.js";
import { editBetween } from "../../plan/model/plan-edits.js";
import { emptyPlan } from "../../plan/model/plan-format.js";
import { readPlan, shapeOf, writePlan } from "../../plan/plan-page.js";
import { IDLE_MINUTES } from "../../vault/autolock.js";
import { withoutNamesOfAllObjects } from "../model/sets.js";
import { areSame } from "../model/three-way.js";
import { countFromCopy, joinCounts, reminderDue, startCount } from "./backup-reminder.js";

const USUAL_IDLE = 5; // minutes
// Milliseconds from a keystroke until the page is read, so that it is sealed before a reader can leave. Reading takes at
// most a fifth of the time, so that it never holds up typing.
const PAUSE = 40;
const LONGEST_PAUSE = 200;
const PAUSE_PER_READING = 4;

/**
 * `update(edit)` gives an edit to the vault. `onStatus(isKept)` hears whether all is kept; `onReminder(sentence)` what
 * is due, or ""; `onIdle(minutes)` after what time to lock. What is kept is `{plan, copy, idle}`; names that this
 * version does not know stay as they are.
 */
export function createKeeper(view, { update, onStatus, onReminder, onIdle }) {
  const shape = shapeOf(view);
  let kept = null; // as in the vault, with all edits
  let shown = null; // the plan as last read from the page
  let changes = 0;
  let isStored = true;
  let timer = null;
  let pause = PAUSE;

  // Some buttons change the plan.
  view.addEventListener("click", ({ target }) => target.closest("button") && onEdit(target, 0));
  view.addEventListener("input", ({ target }) => onEdit(target, 0));
  view.addEventListener("change", ({ target }) => onEdit(target, 1));
  // Before the vault's own listeners: what it stores on going out of sight is then complete.
  addEventListener("visibilitychange", () => document.hidden && note(), true);
  addEventListener("pagehide", note, true);

  function onEdit(target, count) {
    if (!kept || target.closest("[data-slot], .take")) return;
    changes += count;
    timer ??= setTimeout(note, pause);
    tellStatus();
  }

  /** Give the vault what has changed on the page. */
  function note() {
    clearTimeout(timer);
    timer = null;
    if (!kept) return;
    const begun = performance.now();
    noteChanges();
    pause = Math.min(Math.max(PAUSE, PAUSE_PER_READING * (performance.now() - begun)), LONGEST_PAUSE);
    tellStatus();
  }

  function noteChanges() {
    const plan = read();
    const edit = editBetween(shown, plan, shape);
    shown = plan;
    if (edit) {
      const count = changes;
      changes = 0;
      apply((data) => ({
        ...data,
        plan: edit(data.plan),
        copy: { ...data.copy, changes: data.copy.changes + count },
      }));
    }
  }

  /** Bring what was made of `base` to what another tab made of it. */
  function join(base, mine, theirs) {
    if (areSame(mine, theirs)) return theirs;
    const edit = editBetween(base.plan, mine.plan, shape);
    return {
      ...theirs,
      plan: edit ? edit(theirs.plan) : theirs.plan,
      copy: joinCounts(base.copy, mine.copy, theirs.copy),
      idle: mine.idle === base.idle ? theirs.idle : mine.idle,
    };
  }

  function apply(edit) {
    hold(edit(kept));
    update(edit);
  }

  function hold(data) {
    kept = { copy: startCount(today()), ...data };
    onReminder(reminderDue(kept.copy, today()));
    if (IDLE_MINUTES.includes(kept.idle)) onIdle(kept.idle);
  }

  function tellStatus() {
    onStatus(isStored && timer === null);
  }

  /** Show what is kept in place of what the page shows. */
  function show() {
    writePlan(view, kept.plan);
    shown = read();
  }

  function read() {
    return readPlan(view);
  }

  return {
    shape,
    note,
    read,
    join,

    /** Return what to keep of the page as it is. */
    dataOfPage: () => ({ plan: read(), copy: startCount(today()), idle: USUAL_IDLE }),

    /** Go on from what has just been kept, which the page shows. */
    start(data) {
      hold(data);
      shown = data.plan;
      isStored = true;
      note();
    },

    /** Show what was unlocked. Returns `{problems}`, or `{before}`: what the page had that is not in it, or null. */
    open(stored) {
      const { plan, problems } = openPlan(withoutRefusedNames(stored.plan), shape);
      if (problems) return { problems };
      const before = read();
      hold({ ...stored, plan });
      isStored = true;
      show();
      return { before: areSame(before, emptyPlan()) || areSame(before, shown) ? null : before };
    },

    /** Hear what another tab has made of it; return whether the page shows something else. */
    hear(data) {
      if (!kept) return false;
      hold(data);
      return !areSame(shown, { ...emptyPlan(), ...kept.plan });
    },

    showNewer() {
      note();
      show();
    },

    /** Put a plan in place of the page's, which is a change like any other. */
    put(plan) {
      note();
      writePlan(view, plan);
      changes += 1;
      note();
    },

    setIdle: (minutes) => apply((data) => ({ ...data, idle: minutes })),

    copied() {
      note();
      const copy = countFromCopy(today()); // an edit may be stored later, on another day
      if (kept) apply((data) => ({ ...data, copy }));
    },

    onStored(stored) {
      isStored = stored;
      tellStatus();
    },

    /** Forget what is kept; the page stays as it is. */
    stop() {
      clearTimeout(timer);
      timer = null;
      kept = null;
      shown = null;
      changes = 0;
      isStored = true;
    },
  };
}

/** An earlier version took such names from a file. For them, nobody is to be locked out of the rest. */
function withoutRefusedNames(plan) {
  const sets = ["answers", "choices", "marks", "notes"].filter((name) => plan?.[name]);
  return { ...plan, ...Object.fromEntries(sets.map((name) => [name, withoutNamesOfAllObjects(plan[name])])) };
}
