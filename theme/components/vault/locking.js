/** Lock: the page's side is cleared at once, whatever storage does; what is not stored yet is sealed, and waits. */
import { kindOf } from "../common/known-error.js";
import { watchForLock } from "./autolock.js";
import { LOST } from "./protocol.js";
import { EVENT } from "./state.js";
import { createWaiting, storeSealed } from "./waiting.js";

/** @import { Core, LeftOver, Listeners, Sealed, Session } from "./types.d.ts" */

/**
 * `onStored()` is called when what waited has been stored.
 * @param {Core} vault
 * @param {Pick<Listeners, "beforeLock" | "onOutcome"> & {onStored: () => void}} listeners
 */
export function createLocking(vault, { beforeLock, onOutcome, onStored }) {
  const waiting = createWaiting({ onOutcome, onStored });
  /** @type {ReturnType<typeof watchForLock> | null} */
  let locks = null;
  /** @type {number | null} */
  let idleMinutes = null;
  /** @type {Promise<void>} */
  let ending = Promise.resolve();

  function watch() {
    locks = watchForLock({ onTime: () => lock(), onHidden: vault.debouncedSave.saveInBackground });
    if (idleMinutes) locks.setIdle(idleMinutes);
  }

  /**
   * Lock now. The promise resolves when what was not stored yet is stored, or waits.
   * @param {string} [kind]
   */
  function lock(kind) {
    if (!vault.session) return ending;
    try {
      beforeLock();
    } catch (error) {
      kindOf(error); // a fault of ours must not keep anything open
    }
    const left = endSession({ again: true });
    ending = left.length ? finish(left) : Promise.resolve();
    vault.state.on(EVENT.LOCKED, kind, left.length > 0);
    return ending;
  }

  /**
   * Drop what can be read; the worker with the key lives until it has sealed what is left.
   * @param {{again: boolean}} how
   */
  function endSession({ again }) {
    const { worker, end } = /** @type {Session} */ (vault.session);
    const left = end({ again });
    vault.session = null;
    vault.debouncedSave.forget();
    vault.standby.drop();
    locks?.stop();
    locks = null;
    if (left.length) Promise.all(left.map(({ sealed }) => sealed)).then(worker.stop);
    else worker.stop();
    return left;
  }

  /** @param {LeftOver[]} left */
  async function finish(left) {
    const { ready, isWhole } = await whenSealed(left);
    if (ready.length) await waiting.hold(ready);
    if (!isWhole) onOutcome(LOST);
  }

  /** The browser is leaving: drop everything readable, and store what is sealed while this document still lives. */
  function leave() {
    const left = vault.session && endSession({ again: false });
    if (left) storeLast(left, onStored).catch(kindOf);
    forget();
  }

  /** Drop everything at once, and touch neither storage nor the page. */
  function forget() {
    if (vault.session) {
      vault.session.worker.stop();
      endSession({ again: false });
    }
    vault.standby.drop();
    waiting.drop();
    vault.state.on(EVENT.LEFT);
  }

  return {
    watch,
    lock,
    leave,
    forget,
    waiting,
    /** Resolves when no locking is under way. */
    rest: () => ending,
    /** @param {number} minutes */
    setIdle(minutes) {
      idleMinutes = minutes;
      locks?.setIdle(minutes);
    },
  };
}

/**
 * Wait until all that is left is sealed: `ready` is what could be, `isWhole` is true if nothing is lost.
 * @param {LeftOver[]} left
 */
async function whenSealed(left) {
  const sealed = /** @type {Sealed[]} */ (await Promise.all(left.map((one) => one.sealed)));
  for (const [index, { record }] of sealed.entries()) Object.assign(left[index], { record, sealed: null });
  return { ready: left.filter(({ record }) => record), isWhole: sealed.every(({ isWhole }) => isWhole) };
}

/**
 * @param {LeftOver[]} left
 * @param {() => void} onStored
 */
async function storeLast(left, onStored) {
  const { ready } = await whenSealed(left);
  if ((await storeSealed(ready)).length < ready.length) onStored();
}
