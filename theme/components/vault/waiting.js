/** What could not be stored before it was locked: sealed, and held in this tab until it is stored or opened here. */
import { kindOf } from "../common/known-error.js";
import { ALL_KEPT, WAITS } from "./protocol.js";

/** @import { LeftOver, Listeners, Outcome } from "./types.d.ts" */

const FIRST_PAUSE = 1000; // milliseconds between two tries
const LONGEST_PAUSE = 60_000; // milliseconds

/**
 * `onOutcome(outcome)` receives each change; `onStored()` is called when another tab has something newer to read.
 * @param {Pick<Listeners, "onOutcome"> & {onStored: () => void}} listeners
 */
export function createWaiting({ onOutcome, onStored }) {
  /** @type {LeftOver[]} */
  let held = []; // what stores have left over; README.md says what that is
  /** @type {Outcome | null} */
  let outcome = null;
  /** @type {Promise<void>} */
  let trying = Promise.resolve();
  let pause = FIRST_PAUSE;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  document.addEventListener("visibilitychange", () => document.hidden || tryNow());

  /**
   * Hold it, and try to store it at once; resolves when that has been tried.
   * @param {LeftOver[]} sealed
   */
  function hold(sealed) {
    held = sealed;
    outcome = null;
    pause = FIRST_PAUSE;
    return tryNow();
  }

  function tryNow() {
    clearTimeout(timer);
    if (held.length) trying = storeOrWait(held);
    return trying;
  }

  /** @param {LeftOver[]} sealed */
  async function storeOrWait(sealed) {
    const rest = await storeSealed(sealed);
    if (held !== sealed) return; // opened or dropped in the meantime
    held = rest;
    if (rest.length < sealed.length) onStored();
    if (rest.length) {
      timer = setTimeout(tryNow, pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE);
    }
    tell(rest.length ? WAITS : ALL_KEPT);
  }

  /** @param {Outcome} next */
  function tell(next) {
    if (next === outcome) return;
    outcome = next;
    onOutcome(next);
  }

  return {
    hold,

    /** Return what is held, after any running try to store it. */
    async peek() {
      await trying;
      return held;
    },

    drop() {
      clearTimeout(timer);
      held = [];
    },
  };
}

/**
 * Store what is sealed; return what could not be. It takes no key.
 * @param {LeftOver[]} sealed
 */
export async function storeSealed(sealed) {
  const stored = await Promise.all(sealed.map((one) => one.put().catch((error) => kindOf(error) && false)));
  return sealed.filter((_, index) => !stored[index]);
}
