/** Open what is stored, together with what waited in this tab to be stored. */
import { storedInTime } from "./in-time.js";
import { KnownError, NOT_UNLOCKED, STORAGE_GONE, UNLOCK } from "./protocol.js";
import { EVENT } from "./state.js";
import { areEqual, claimRecords, readRecords } from "./stores/records.js";

/** @import { Core, Data, InTurn, LeftOver, Listeners, Locking, Problem, Session } from "./types.d.ts" */

/**
 * @param {Core} vault
 * @param {{locking: Locking, inTurn: InTurn, onChange: Listeners["onChange"]}} tools
 */
export function createUnlocking(vault, { locking, inTurn, onChange }) {
  /** @type {LeftOver[]} */
  let older = []; // what waits under a passphrase that was changed in another tab

  document.addEventListener("guide:leave", () => (older = []));

  /** @param {string} passphrase */
  async function unlock(passphrase) {
    await locking.rest();
    const worker = vault.standby.take(); // it loads while the records are read
    const held = await locking.waiting.peek();
    const records = await readStored(held);
    const same = held.filter(({ key }) => areEqual(key, records.key));
    const asked = { ...records, passphrase, waiting: same.flatMap((rest) => rest.files()) };
    const opened = await vault.tried(() => vault.standby.ask(worker, UNLOCK, asked));
    await inTurn(() => claimRecords(records));
    vault.begin(EVENT.OPENED, worker, records, opened);
    locking.waiting.drop();
    takeIn(same, opened.waiting);
    older.push(...held.filter((rest) => !same.includes(rest)));
    return vault.data();
  }

  /**
   * If what was stored is gone, what waits here is all that is left.
   * @param {LeftOver[]} held
   */
  async function readStored(held) {
    try {
      return await storedInTime(readRecords());
    } catch (problem) {
      if (/** @type {Problem} */ (problem).kind !== STORAGE_GONE) throw problem;
      if (held.length) return held[0].alone();
      vault.state.on(EVENT.GONE);
      throw problem;
    }
  }

  /**
   * Merge what stores had left over, of which these are the opened files.
   * @param {LeftOver[]} rests
   * @param {Data[]} opened
   */
  function takeIn(rests, opened) {
    if (!rests.length) return;
    let from = 0;
    for (const rest of rests) {
      const to = from + rest.files().length;
      /** @type {Session} */ (vault.session).storeOf(rest.store).takeIn(opened.slice(from, to));
      from = to;
    }
    vault.debouncedSave.noted();
  }

  /**
   * Open what waits under the old passphrase, and merge it into what is open.
   * @param {string} passphrase
   */
  async function openOlder(passphrase) {
    const { session } = vault;
    const [held] = older;
    if (!session || !held) throw new KnownError(NOT_UNLOCKED);
    const worker = vault.startWorker();
    const waiting = held.files();
    const asked = { key: held.key, record: waiting[0], passphrase, waiting };
    try {
      const opened = await vault.tried(() => worker.ask(UNLOCK, asked));
      if (session !== vault.session) throw new KnownError(NOT_UNLOCKED);
      older = older.filter((other) => other !== held);
      takeIn([held], opened.waiting);
    } finally {
      worker.stop();
    }
    onChange(vault.data());
  }

  return { unlock, openOlder, hasOlder: () => older.length > 0, forgetOlder: () => (older = []) };
}
