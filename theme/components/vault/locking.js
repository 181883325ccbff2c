/** Lock: the page's side is cleared at once, whatever storage does; what is not stored yet is sealed, and waits. */
import { kindOf } from "../common/known-error.js";
import { watchForLock } from "./autolock.js";
import { LOCKED, LOST, UNLOCKED } from "./protocol.js";
import { createWaiting, storeSealed } from "./waiting.js";

/** `onStored()` is called when what waited has been stored. */
export function createLocking(vault, { beforeLock, onOutcome, onStored }) {
  const waiting = createWaiting({ onOutcome, onStored });
  let locks = null;
  let idleMinutes = null;
  let ending = Promise.resolve();

  function watch() {
    locks = watchForLock({ onTime: () => lock(), onHidden: vault.saver.saveInBackground });
    if (idleMinutes) locks.setIdle(idleMinutes);
  }

  /** Lock now. The promise only tells when what was not stored yet is stored, or waits. */
  function lock(kind) {
    if (!vault.session) return ending;
    try {
      beforeLock();
    } catch (error) {
      kindOf(error); // a fault of ours keeps nothing open
    }
    const left = endSession({ again: true });
    ending = left ? finish(left) : Promise.resolve();
    vault.setState(LOCKED, kind, Boolean(left));
    return ending;
  }

  /** Drop what can be read; the engine with the key lives until it has sealed what is left. */
  function endSession({ again }) {
    const { engine, end } = vault.session;
    const left = end({ again });
    vault.session = null;
    vault.saver.forget();
    vault.spare.drop();
    locks.stop();
    locks = null;
    if (left) left.sealed.then(engine.stop);
    else engine.stop();
    return left;
  }

  async function finish(left) {
    const { record, isWhole } = await left.sealed;
    if (record) await waiting.hold(Object.assign(left, { record, sealed: null }));
    if (!isWhole) onOutcome(LOST);
  }

  /** The browser is on its way elsewhere: drop all, and store what is sealed while this document still lives. */
  function leave() {
    const left = vault.session && endSession({ again: false });
    if (left) storeLast(left).catch(kindOf);
    forget();
  }

  async function storeLast(left) {
    const { record } = await left.sealed;
    if (record && (await storeSealed(Object.assign(left, { record })))) onStored();
  }

  /** Drop everything at once, and touch neither storage nor the page. */
  function forget() {
    if (vault.session) {
      vault.session.engine.stop();
      endSession({ again: false });
    }
    vault.spare.drop();
    waiting.drop();
    if (vault.state === UNLOCKED) document.documentElement.dataset.vault = vault.state = LOCKED;
  }

  return {
    watch,
    lock,
    leave,
    forget,
    waiting,
    /** Resolves when no locking is under way. */
    rest: () => ending,
    setIdle(minutes) {
      idleMinutes = minutes;
      locks?.setIdle(minutes);
    },
  };
}
