/** Data in one record: opened and sealed as a whole, and merged with what another tab wrote. */
import { orProblem, storedInTime } from "../in-time.js";
import { NO_WORKER, OPEN, SEAL, SEAL_FOR } from "../protocol.js";
import { areEqual } from "./database.js";

/** @import { Bytes, Data, DataStore, Edit, Join, LeftOver, Records, Sealed, Storage, StoreSession, Version } from "../types.d.ts" */

/**
 * @typedef {{record: Bytes, data: Data, join: Join, storage: Storage}} Opening
 *
 * What changes while it is open: `known` is what is stored, `sealed` what is ready to be; `written`: storage may have it
 * although it reported an error. What is sealed belongs to one `line` of changes, under one key.
 * @typedef {{mine: Data, version: number, known: Version, sealed: Pick<Version, "version" | "data"> & {record: Bytes | null}, written: Version | null, line: number, left: LeftOver | null}} Single
 */

export const SINGLE_RECORD = "single-record";

const LONGEST_SEAL = 2000; // milliseconds
const NEVER = -1;

/**
 * Return what opens this record in a session. `storage` reads and replaces it, as `records.js` does.
 * `join(base, mine, theirs)` merges the change made to `base` here with the change that another tab made.
 * @param {Opening} how
 * @returns {(session: StoreSession) => DataStore}
 */
export function singleRecord({ record, data, join, storage }) {
  return (session) => openSingleRecord(session, { record, data, join, storage });
}

/**
 * @param {StoreSession} session
 * @param {Opening} how
 * @returns {DataStore}
 */
function openSingleRecord(session, { record, data, join, storage }) {
  const known = { record, data, version: 0 };
  /** @type {Single} */
  const state = { mine: data, version: 0, known, sealed: { ...known }, written: null, line: 0, left: null };
  const isKept = () => session.isEnded() || state.known.version === state.version;
  const sealing = createSealing(session, state);
  const stored = createStored(session, state, { join, storage, isKept, sealTo: sealing.sealTo });

  /**
   * Take an edit: it returns other data, and leaves what it gets as it is.
   * @param {Edit} edit
   */
  function update(edit) {
    state.mine = edit(state.mine);
    state.version += 1;
  }

  return {
    isKept,
    update,
    ...stored,
    data: () => state.mine,
    // Storing meets the same problem, and reports it.
    sealAhead: () => sealing.sealTo(state.version).catch(() => {}),
    /** Merge what waited to be stored: `mine`, made from `base`. */
    takeIn: ([base, mine]) => update((theirs) => join(base, mine, theirs)),

    end({ again }) {
      if (!isKept())
        state.left = leftOver(storage, session.key(), state.known.record, sealing.sealLast(again));
      state.mine = null;
      for (const plain of [state.known, state.sealed, state.written]) if (plain) plain.data = null;
      return state.left;
    },
  };
}

/**
 * What is in storage: read it, write it, and merge what another tab wrote.
 * @param {StoreSession} session
 * @param {Single} state
 * @param {{join: Join, storage: Storage, isKept: () => boolean, sealTo: (wanted: number) => Promise<void>}} tools
 * @returns {Pick<DataStore, "refresh" | "store" | "replaceKey" | "takeKey">}
 */
function createStored(session, state, { join, storage, isKept, sealTo }) {
  /** Update `known` to what is stored now; return whether another tab had changed it. */
  async function refresh() {
    const { key, record } = await storedInTime(storage.read());
    session.check();
    session.checkKey(key);
    if (areEqual(record, state.known.record)) return false;
    if (state.written && areEqual(record, state.written.record)) {
      settle(state.written);
      return false;
    }
    takeOver(record, await session.ask(OPEN, record));
    return true;
  }

  /**
   * @param {Bytes} record
   * @param {Data} theirs
   */
  function takeOver(record, theirs) {
    const isClean = isKept();
    state.mine = isClean ? theirs : join(state.known.data, state.mine, theirs);
    state.version += 1;
    state.line += 1;
    state.known = { record, data: theirs, version: isClean ? state.version : NEVER };
    state.sealed = isClean ? { ...state.known } : { record: null, data: null, version: NEVER };
  }

  /** Store all; return whether another tab had changed the data. */
  async function store() {
    for (let changed = false; ;) {
      session.check();
      changed = (await refresh()) || changed;
      if (isKept()) return changed;
      await sealTo(state.version);
      session.check();
      const next = (state.written = /** @type {Version} */ (state.sealed));
      // Without Web Locks another tab may have written in between: then retry on top of its data.
      if (!(await storedInTime(replace({ key: session.key(), record: next.record })))) continue;
      settle(next);
      return changed;
    }
  }

  /**
   * Store this pair if no other tab has written in between; return whether it is stored.
   * @param {Records} records
   */
  function replace(records) {
    return storage.replace({ key: session.key(), record: state.known.record }, records);
  }

  /** @param {Version} version */
  function settle({ record, data, version }) {
    state.known = { record, data, version };
    if (state.left) state.left.base = record;
  }

  return {
    refresh,
    store,

    /** Store what `make(known)` makes under a new key; null if another tab wrote in between. */
    async replaceKey(make) {
      const made = await make(state.known);
      session.check();
      return (await replace(made.records)) ? made : null;
    },

    takeKey({ record }) {
      state.line += 1;
      state.known = { ...state.known, record };
      state.sealed = { ...state.known };
    },
  };
}

/**
 * Seal the newest data before storing them, and what is left at the end.
 * @param {StoreSession} session
 * @param {Single} state
 */
function createSealing(session, state) {
  /** @type {Promise<void> | null} */
  let sealing = null;

  /**
   * Seal up to this version: at most one at a time, and then the newest.
   * @param {number} wanted
   */
  async function sealTo(wanted) {
    while (state.sealed.version < wanted) {
      sealing ??= sealOnce().finally(() => (sealing = null));
      await sealing;
    }
  }

  async function sealOnce() {
    const { mine, version, line } = state;
    const record = await session.ask(SEAL, mine);
    if (line === state.line) state.sealed = { record, data: mine, version };
  }

  /**
   * @param {boolean} again
   * @returns {Promise<Sealed>}
   */
  function sealLast(again) {
    const { mine, version, sealed, known } = state;
    if (sealed.version === version) return Promise.resolve({ record: sealed.record, isWhole: true });
    const ahead = sealed.version > known.version ? sealed.record : null;
    const asked = orProblem(session.worker.ask(SEAL, mine), LONGEST_SEAL, NO_WORKER);
    return (again ? asked.catch(sealAgain(mine, session.recipient())) : asked).then(
      (record) => ({ record, isWhole: true }),
      () => ({ record: ahead, isWhole: false }),
    );
  }

  /**
   * @param {Data} data
   * @param {string} recipient
   */
  function sealAgain(data, recipient) {
    return async () => {
      const other = session.startWorker();
      try {
        return await orProblem(other.ask(SEAL_FOR, { data, recipient }), LONGEST_SEAL, NO_WORKER);
      } finally {
        other.stop();
      }
    };
  }

  return { sealTo, sealLast };
}

/**
 * What is not stored yet, under which `key` and on top of which record (`base`). `sealed` promises `{record, isWhole}`;
 * `files()` are what a passphrase opens to merge it, and `put()` stores it without any key.
 * @param {Storage} storage
 * @param {Bytes} key
 * @param {Bytes} base
 * @param {Promise<Sealed>} sealed
 * @returns {LeftOver}
 */
function leftOver(storage, key, base, sealed) {
  /** @type {LeftOver} */
  const left = {
    store: SINGLE_RECORD,
    key,
    base,
    sealed,
    record: null,
    files: () => [left.base, /** @type {Bytes} */ (left.record)],
    /** If what was stored is gone, this is all that is left. */
    alone: () => ({ key: left.key, record: /** @type {Bytes} */ (left.record) }),
    /** Store it if what it was made from is still there; return whether it is stored. */
    put: () => storedInTime(putRecord(storage, left)),
  };
  return left;
}

/**
 * @param {Storage} storage
 * @param {LeftOver} left
 */
async function putRecord(storage, { key, base, record }) {
  const sealed = /** @type {Bytes} */ (record); // nothing is put before it is sealed
  if (await storage.replace({ key, record: base }, { key, record: sealed })) return true;
  const stored = await storage.read();
  return areEqual(stored.record, sealed);
}
