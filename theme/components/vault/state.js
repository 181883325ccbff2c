/** The state of this tab's vault, and what each event changes. No DOM except in `createState`. */
import { LOCKED, LOOKING, OFF, UNLOCKED } from "./protocol.js";

/** @import { Event, Listeners, State } from "./types.d.ts" */

/** What happens to a vault. */
export const EVENT = /** @type {const} */ ({
  FOUND: "found", // the first look: something is kept
  NOTHING_FOUND: "nothing-found",
  KEPT: "kept", // for the first time, here
  KEPT_LOCKED: "kept-locked", // the same, but nothing here can open it
  KEPT_BEFORE: "kept-before", // it could not be kept, since something is kept already
  KEPT_ELSEWHERE: "kept-elsewhere", // another tab has kept something
  OPENED: "opened", // by its passphrase
  LOCKED: "locked",
  LEFT: "left", // the reader leaves, or deletes: drop everything readable, and show nothing more
  GONE: "gone", // what was kept is no longer there
  WIPED: "wiped",
  NOT_WIPED: "not-wiped", // something is still there
});

/**
 * The next state for each event. An event that a row does not name cannot happen in that state.
 * @type {Record<State, Partial<Record<Event, State>>>}
 */
const AFTER = {
  [LOOKING]: {
    [EVENT.FOUND]: LOCKED,
    [EVENT.NOTHING_FOUND]: OFF,
    [EVENT.KEPT_ELSEWHERE]: LOOKING, // the check will show
    [EVENT.LOCKED]: LOOKING,
    [EVENT.LEFT]: LOOKING,
    [EVENT.GONE]: OFF,
  },
  [OFF]: {
    // Other tabs can delete it, or keep it, while the first look is under way.
    [EVENT.FOUND]: LOCKED,
    [EVENT.NOTHING_FOUND]: OFF,
    [EVENT.KEPT]: UNLOCKED,
    [EVENT.KEPT_LOCKED]: LOCKED,
    [EVENT.KEPT_BEFORE]: LOCKED,
    [EVENT.KEPT_ELSEWHERE]: LOCKED,
    [EVENT.LOCKED]: OFF,
    [EVENT.LEFT]: OFF,
    [EVENT.GONE]: OFF,
    [EVENT.WIPED]: OFF,
    [EVENT.NOT_WIPED]: LOCKED,
  },
  [LOCKED]: {
    [EVENT.FOUND]: LOCKED,
    [EVENT.NOTHING_FOUND]: OFF,
    // Another tab's message can arrive while this one is about to open what it has just kept.
    [EVENT.KEPT]: UNLOCKED,
    [EVENT.KEPT_LOCKED]: LOCKED,
    [EVENT.KEPT_BEFORE]: LOCKED,
    [EVENT.KEPT_ELSEWHERE]: LOCKED,
    [EVENT.OPENED]: UNLOCKED,
    [EVENT.LOCKED]: LOCKED,
    [EVENT.LEFT]: LOCKED,
    [EVENT.GONE]: OFF,
    [EVENT.WIPED]: OFF,
    [EVENT.NOT_WIPED]: LOCKED,
  },
  [UNLOCKED]: {
    // A keeping that was begun before it was opened ends without effect.
    [EVENT.KEPT_LOCKED]: UNLOCKED,
    [EVENT.KEPT_BEFORE]: UNLOCKED,
    [EVENT.KEPT_ELSEWHERE]: UNLOCKED,
    [EVENT.LOCKED]: LOCKED,
    [EVENT.LEFT]: LOCKED,
    [EVENT.GONE]: OFF,
  },
};

export const STATES = Object.keys(AFTER);

/**
 * Return the state that follows, or undefined where this event cannot happen.
 * @param {State} state
 * @param {Event} event
 * @returns {State | undefined}
 */
export function stateAfter(state, event) {
  return AFTER[state]?.[event];
}

/**
 * Return the one owner of a tab's state. `<html data-vault>` shows it, and `onState(state, kind, isPending)` receives
 * each event but of leaving.
 * @param {Listeners["onState"]} onState
 */
export function createState(onState) {
  /** @type {State} */
  let state = LOOKING;

  return {
    get now() {
      return state;
    },
    /** @param {State} other */
    is: (other) => state === other,
    /**
     * @param {Event} event
     * @param {string} [kind]
     * @param {boolean} [isPending]
     */
    on(event, kind, isPending) {
      const next = stateAfter(state, event);
      if (!next) throw new Error(`vault: ${event} while ${state}`);
      state = next;
      if (state === LOOKING) return;
      document.documentElement.dataset.vault = state;
      if (event !== EVENT.LEFT) onState(state, kind, isPending);
    },
  };
}
