/** What is unlocked: the worker with the key, and the stores whose data are sealed with it. */
import { ADOPT, CHANGE_PASSPHRASE, KnownError, NOT_UNLOCKED, PASSPHRASE_CHANGED } from "./protocol.js";
import { areEqual } from "./stores/database.js";

/** @import { Action, Actions, Answer, Created, DataStore, WorkerHandle, OpenStore, Session, StartWorker, Store, StoreSession, Tried, Bytes, Version } from "./types.d.ts" */

/**
 * Return a session under a key. `key` is the stored file that holds it, `recipient` who it seals for; `startWorker`
 * starts a worker that can seal where this one has ended. `stores` makes each store by its name: a function of this
 * session. README.md says what a store does. The first one's record is stored with the key, and changes with it.
 * @param {{worker: WorkerHandle, key: Bytes, recipient: string, startWorker: StartWorker, stores: {[name: string]: OpenStore}}} opened
 * @returns {Session}
 */
export function openSession({ worker, key, recipient, startWorker, stores }) {
  let isEnded = false;
  /** @type {StoreSession} */
  const session = {
    worker,
    startWorker,
    ask,
    check,
    checkKey,
    key: () => key,
    recipient: () => recipient,
    isEnded: () => isEnded,
  };
  const byName = new Map(Object.entries(stores).map(([name, open]) => [name, open(session)]));
  const all = [...byName.values()];
  const beside = /** @type {DataStore} */ (all[0]);

  /** After each wait: it may have been locked in the meantime. */
  function check() {
    if (isEnded) throw new KnownError(NOT_UNLOCKED);
  }

  /**
   * @template {Action} A
   * @param {A} action
   * @param {Actions[A][0]} [data]
   * @returns {Answer<A>}
   */
  async function ask(action, data) {
    const answer = await worker.ask(action, data);
    check();
    return answer;
  }

  /**
   * What is stored now may have another passphrase.
   * @param {Bytes} stored
   */
  function checkKey(stored) {
    if (!areEqual(stored, key)) throw new KnownError(PASSPHRASE_CHANGED);
  }

  /**
   * Store all under a new passphrase and key; return whether this session can continue with them.
   * @param {string} current
   * @param {string} next
   * @param {Tried} tried
   */
  async function changePassphrase(current, next, tried) {
    /**
     * @param {Version} known
     * @returns {Promise<Created>}
     */
    const make = ({ record }) => tried(() => worker.ask(CHANGE_PASSPHRASE, { key, record, current, next }));
    /** @type {Created | null} */
    let made = null;
    while (!made) {
      await anyOf(all, (store) => store.refresh());
      made = await beside.replaceKey(make);
    }
    if (isEnded) return false;
    ({ recipient } = made);
    ({ key } = made.records);
    for (const store of all) store.takeKey(made.records);
    // It is done, whatever happens to the worker now.
    return worker.ask(ADOPT).then(
      () => true,
      () => false,
    );
  }

  /**
   * Drop everything that can be read, at once. Returns what each store has not stored yet, as far as it has anything;
   * the worker is needed until all of it is `sealed`. `again`: seal with another worker where this one fails.
   * @param {{again: boolean}} how
   */
  function end({ again }) {
    const left = all.map((store) => store.end({ again })).filter((rest) => rest !== null);
    isEnded = true;
    return left;
  }

  return {
    worker,
    key: () => key,
    changePassphrase,
    end,
    isKept: () => isEnded || all.every((store) => store.isKept()),
    /** Update everything to what is stored now; return whether another tab had changed anything. */
    refresh: () => anyOf(all, (store) => store.refresh()),
    /** Store all; return whether another tab had changed the data. */
    store: () => anyOf(all, (store) => store.store()),
    sealAhead: () => Promise.all(all.map((store) => store.sealAhead())),
    storeOf: (name) => /** @type {never} */ (byName.get(name)),
  };
}

/**
 * Do the same in each store, one after the other; return whether any of them says yes.
 * @param {Store[]} stores
 * @param {(store: Store) => Promise<boolean>} work
 */
async function anyOf(stores, work) {
  let any = false;
  for (const store of stores) any = (await work(store)) || any;
  return any;
}
