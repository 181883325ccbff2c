/** Store what has changed, and listen for what other tabs have done. */
import { kindOf } from "../common/known-error.js";
import { pause } from "../common/time-limit.js";
import { NO_WORKER, NOT_UNLOCKED, OFF, PASSPHRASE_CHANGED, KnownError, STORAGE_GONE } from "./protocol.js";
import { EVENT } from "./state.js";
import { isGone, isKept } from "./stores/records.js";
import { CHANGED, KEPT, LINES_ADDED, NEW_PASSPHRASE, SAVE_NOW, WIPED } from "./tabs.js";

/** @import { Core, InTurn, Listeners, Locking, Message, Problem, Session, Tell } from "./types.d.ts" */

const OTHER_TABS_ASK = 300; // milliseconds for other tabs to ask for their turn

/**
 * `tell(message)` sends a message to the other tabs; `inTurn(work)` runs one piece of work at a time.
 * @param {Core} vault
 * @param {{locking: Locking, tell: Tell, inTurn: InTurn} & Pick<Listeners, "onChange" | "onLines">} tools
 */
export function createStoring(vault, { locking, tell, inTurn, onChange, onLines }) {
  async function store() {
    const session = /** @type {Session} */ (vault.session);
    try {
      const changed = await inTurn(session.store);
      tell(CHANGED);
      return changed;
    } catch (problem) {
      if (vault.session === session) endFor(/** @type {Problem} */ (problem).kind);
      throw problem;
    }
  }

  /**
   * Some problems mean that what was unlocked is no longer there.
   * @param {string} kind
   */
  function endFor(kind) {
    if (kind === PASSPHRASE_CHANGED || kind === NO_WORKER) {
      locking.lock(kind);
    } else if (kind === STORAGE_GONE) {
      locking.forget();
      vault.state.on(EVENT.GONE, kind);
    }
  }

  function showChange() {
    if (vault.session) onChange(vault.data());
  }

  async function readAgain() {
    const { session } = vault;
    try {
      if (await session?.refresh()) showChange();
    } catch (error) {
      if (session === vault.session) endFor(kindOf(error));
    }
  }

  /**
   * @param {string} current
   * @param {string} next
   */
  async function changePassphrase(current, next) {
    const { session } = vault;
    if (!session) throw new KnownError(NOT_UNLOCKED);
    tell(SAVE_NOW);
    await Promise.all([vault.debouncedSave.flush(), pause(OTHER_TABS_ASK)]);
    const goesOn = await inTurn(() => session.changePassphrase(current, next, vault.tried));
    tell(NEW_PASSPHRASE);
    if (!goesOn && vault.session === session) locking.lock(PASSPHRASE_CHANGED);
  }

  // Any page of this origin can say what it likes: each message is believed only when it is so.
  async function hearKept() {
    if (vault.state.is(OFF) && (await isKept()) && vault.state.is(OFF)) vault.state.on(EVENT.KEPT_ELSEWHERE);
  }

  async function hearWiped() {
    if (!vault.state.is(OFF) && (await isGone()) && !vault.state.is(OFF)) endFor(STORAGE_GONE);
  }

  const hears = new Map(
    /** @type {[Message, () => unknown][]} */ ([
      [KEPT, hearKept],
      [CHANGED, () => vault.session && inTurn(readAgain)],
      [SAVE_NOW, () => vault.session && vault.debouncedSave.saveInBackground()],
      [NEW_PASSPHRASE, () => vault.session && inTurn(readAgain)],
      [LINES_ADDED, () => vault.session && onLines?.()],
      [WIPED, hearWiped],
    ]),
  );

  return {
    store,
    showChange,
    endFor,
    changePassphrase,
    hear: /** @param {Message} message */ (message) => hears.get(message)?.(),
  };
}
