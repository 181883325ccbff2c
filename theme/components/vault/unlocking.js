/** Open what is stored, together with what waited in this tab to be stored. */
import { storedInTime } from "./in-time.js";
import { NOT_UNLOCKED, OFF, KnownError, STORAGE_GONE, UNLOCK } from "./protocol.js";
import { areEqual, claimRecords, readRecords } from "./stores/records.js";

export function createUnlocking(vault, { locking, inTurn, onChange }) {
  let older = []; // what waits under a passphrase that was changed in another tab

  document.addEventListener("guide:leave", () => (older = []));

  async function unlock(passphrase) {
    await locking.rest();
    const engine = vault.spare.take(); // it loads while the records are read
    const held = await locking.waiting.peek();
    const records = await readStored(held);
    const isSameKey = held && areEqual(held.key, records.key);
    const waiting = isSameKey ? [held.base, held.record] : [];
    const asked = { ...records, passphrase, waiting };
    const opened = await vault.tried(() => vault.spare.ask(engine, UNLOCK, asked));
    await inTurn(() => claimRecords(records));
    vault.begin(engine, records, opened);
    locking.waiting.drop();
    if (isSameKey) takeIn(opened.waiting);
    else if (held) older.push(held);
    return vault.session.data();
  }

  /** Where what was stored is gone, what waits here is all there is. */
  async function readStored(held) {
    try {
      return await storedInTime(readRecords());
    } catch (problem) {
      if (problem.kind !== STORAGE_GONE) throw problem;
      if (held) return { key: held.key, record: held.record };
      vault.setState(OFF);
      throw problem;
    }
  }

  function takeIn([base, mine]) {
    vault.session.update((theirs) => vault.join(base, mine, theirs));
    vault.saver.noted();
  }

  /** Open what waits under the passphrase from before, and bring it into what is open. */
  async function openOlder(passphrase) {
    const { session } = vault;
    const [held] = older;
    if (!session || !held) throw new KnownError(NOT_UNLOCKED);
    const engine = vault.startEngine();
    const asked = { key: held.key, record: held.base, passphrase, waiting: [held.base, held.record] };
    try {
      const { waiting } = await vault.tried(() => engine.ask(UNLOCK, asked));
      if (session !== vault.session) throw new KnownError(NOT_UNLOCKED);
      older = older.filter((other) => other !== held);
      takeIn(waiting);
    } finally {
      engine.stop();
    }
    onChange(session.data());
  }

  return { unlock, openOlder, hasOlder: () => older.length > 0, forgetOlder: () => (older = []) };
}
