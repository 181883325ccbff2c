/** What could not be stored before it was locked: sealed, and held in this tab until it is stored or opened here. */
import { kindOf } from "../common/known-error.js";
import { storedInTime } from "./in-time.js";
import { ALL_KEPT, WAITS } from "./protocol.js";
import { areEqual, readRecords, replaceRecords } from "./stores/records.js";

const FIRST_PAUSE = 1000; // milliseconds between two tries
const LONGEST_PAUSE = 60_000; // milliseconds

/** `onOutcome(outcome)` hears of each change; `onStored()` when another tab has something newer to read. */
export function createWaiting({ onOutcome, onStored }) {
  let held = null;
  let outcome = null;
  let trying = Promise.resolve();
  let pause = FIRST_PAUSE;
  let timer;

  document.addEventListener("visibilitychange", () => document.hidden || tryNow());

  /** Hold it, and try to store it at once; resolves when that has been tried. */
  function hold(sealed) {
    held = sealed;
    outcome = null;
    pause = FIRST_PAUSE;
    return tryNow();
  }

  function tryNow() {
    clearTimeout(timer);
    if (held) trying = storeOrWait(held);
    return trying;
  }

  async function storeOrWait(sealed) {
    const isStored = await storeSealed(sealed).catch((error) => kindOf(error) && false);
    if (held !== sealed) return; // opened or dropped meanwhile
    if (isStored) {
      held = null;
      onStored();
      tell(ALL_KEPT);
    } else {
      timer = setTimeout(tryNow, pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE);
      tell(WAITS);
    }
  }

  function tell(next) {
    if (next === outcome) return;
    outcome = next;
    onOutcome(next);
  }

  return {
    hold,

    /** Return what is held, once no try to store it is under way. */
    async peek() {
      await trying;
      return held;
    },

    drop() {
      clearTimeout(timer);
      held = null;
    },
  };
}

/** Store what is sealed if what it was made from still lies there; return whether it is stored. It takes no key. */
export async function storeSealed({ key, base, record }) {
  const storing = async () => {
    if (await replaceRecords({ key, record: base }, { key, record })) return true;
    const stored = await readRecords();
    return areEqual(stored.record, record);
  };
  return storedInTime(storing());
}
