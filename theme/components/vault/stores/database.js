/** One IndexedDB database at a time, opened for one piece of work, and never waited for without an end. It keeps no state. */
import { deleteDB, openDB } from "idb";
import { inTime } from "../../common/time-limit.js";
import {
  NEWER_VERSION,
  KnownError,
  STORAGE_BLOCKED,
  STORAGE_FAILED,
  STORAGE_FULL,
  STORAGE_GONE,
  STORAGE_SILENT,
} from "../protocol.js";

/** @import { Bytes, Records } from "../types.d.ts" */
/** @import { IDBPDatabase, IDBPObjectStore, OpenDBCallbacks } from "idb" */

/** @typedef {IDBPObjectStore<unknown, string[], string, "readwrite">} WriteStore */

export const STORE = "records";
/** The names of the two records: the key under its passphrase, and the data under the key. */
export const PAIR = /** @type {const} */ (["1", "2"]);
export const VERSION = 1;

const SOON = 1000; // milliseconds
const LONGEST_LIST = 3000; // milliseconds
const LONGEST_ANSWER = 10_000; // milliseconds
const LONGEST_DELETION = 5000; // milliseconds
const LEAST_ROOM = 2 * 1024 * 1024; // bytes

/**
 * Kinds of trouble by the name of the browser's error. STORAGE_GONE is only said of records that were looked for and not
 * found; any other name is STORAGE_BLOCKED where opening failed, and STORAGE_FAILED where writing did.
 * @type {{[name: string]: string}}
 */
const WHILE_OPENING = {
  QuotaExceededError: STORAGE_FULL,
  VersionError: NEWER_VERSION,
  AbortError: STORAGE_GONE,
};

/**
 * Open for one piece of work and close: no tab then holds up another that deletes, and none is surprised by it. Unless
 * it is to be created, `isThere(name)` is asked first.
 * @template T
 * @param {string} name
 * @param {{isThere?: (name: string) => Promise<boolean>, create?: boolean, version?: number}} options
 * @param {(database: IDBPDatabase) => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withDatabase(name, { isThere = isListed, create = false, version = VERSION }, work) {
  const opening = open(name, create, version, isThere);
  const database = await inTime(opening, LONGEST_ANSWER, () => {
    opening.then(
      (late) => late.close(),
      () => {},
    );
    throw new KnownError(STORAGE_SILENT);
  });
  try {
    if (database.version > version) throw new KnownError(NEWER_VERSION);
    return await work(database);
  } catch (error) {
    throw toProblem(error, {}, STORAGE_BLOCKED);
  } finally {
    database.close();
  }
}

/**
 * @param {string} name
 * @param {boolean} create
 * @param {number} version
 * @param {(name: string) => Promise<boolean>} isThere
 */
async function open(name, create, version, isThere) {
  try {
    if (create) return await openDB(name, version, { upgrade: makeStore, blocking: close });
    if (!(await isThere(name))) throw new KnownError(STORAGE_GONE);
    // Without a version: the one that is there.
    return await openDB(name, undefined, { upgrade: undo, blocking: close });
  } catch (error) {
    throw toProblem(error, WHILE_OPENING, STORAGE_BLOCKED);
  }
}

/** @param {IDBPDatabase} database */
function makeStore(database) {
  database.createObjectStore(STORE);
}

/**
 * Do not create a database that does not exist yet.
 * @type {NonNullable<OpenDBCallbacks<unknown>["upgrade"]>}
 */
function undo(_database, _oldVersion, _newVersion, transaction) {
  transaction.done.catch(() => {}); // the opening reports it as well
  transaction.abort();
}

/**
 * Make way for another tab that renews or deletes it; what this one has begun is still done.
 * @param {number} _current
 * @param {number | null} _next
 * @param {{target: EventTarget | null}} event
 */
function close(_current, _next, { target }) {
  /** @type {IDBDatabase} */ (target).close();
}

/**
 * Look by name, where the browser can: opening, even in vain, touches the disk. Where it cannot, or never answers, it
 * may be there. `onSilence()` is called for the latter.
 * @param {string} name
 * @param {() => void} [onSilence]
 * @returns {Promise<boolean>}
 */
export async function isListed(name, onSilence = () => {}) {
  if (!indexedDB.databases) return true;
  const list = () =>
    indexedDB.databases().catch((error) => {
      throw toProblem(error, {}, STORAGE_BLOCKED);
    });
  // While a host clears, Chromium loses the question (under load, 9 of 80 times), and answers the next one.
  const databases = await inTime(inTime(list(), SOON, list), LONGEST_LIST, onSilence);
  return databases?.some((database) => database.name === name) ?? true;
}

/**
 * Delete all of it. A suspended tab can delay this, but not forever.
 * @param {string} name
 */
export async function deleteDatabase(name) {
  await inTime(deleteDB(name), LONGEST_DELETION, () => {
    throw new KnownError(STORAGE_BLOCKED);
  }).catch((error) => {
    throw toProblem(error, {}, STORAGE_BLOCKED);
  });
}

/**
 * Read both records, or null where either is missing.
 * @param {IDBPDatabase} database
 * @param {readonly [string, string]} names
 * @returns {Promise<Records | null>}
 */
export function readPair(database, [key, record]) {
  if (!database.objectStoreNames.contains(STORE)) return Promise.resolve(null);
  const { store, done } = database.transaction(STORE);
  const reading = Promise.all([store.get(key), store.get(record), done]);
  return inTime(reading, LONGEST_ANSWER, () => {
    throw new KnownError(STORAGE_SILENT);
  }).then(([found, other]) => (found && other ? { key: found, record: other } : null));
}

/**
 * @param {WriteStore} store
 * @param {readonly [string, string]} names
 * @param {Records} records
 */
export function putPair(store, [key, record], records) {
  /**
   * @param {Bytes} value
   * @param {string} name
   */
  const put = async (value, name) => store.put(value, name); // one that throws does not leave the other alone
  return Promise.all([put(records.key, key), put(records.record, record)]);
}

/**
 * Run one read-write transaction. It has happened only when it is complete: before, a crash can undo it. `work(store)`
 * runs once more when the browser fails without saying that there is no room, so it must look at what is there.
 * @template T
 * @param {IDBPDatabase} database
 * @param {(store: WriteStore) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function write(database, work) {
  try {
    return await writeOnce(database, work);
  } catch (error) {
    if (error instanceof KnownError || !(error instanceof DOMException)) throw error;
    if (error.name === "QuotaExceededError") throw new KnownError(STORAGE_FULL);
  }
  try {
    return await writeOnce(database, work);
  } catch (error) {
    // A full disk has several names, and some of them are those of other troubles.
    const kind = (await isFull()) ? STORAGE_FULL : STORAGE_FAILED;
    throw toProblem(error, { QuotaExceededError: STORAGE_FULL }, kind);
  }
}

/**
 * @template T
 * @param {IDBPDatabase} database
 * @param {(store: WriteStore) => Promise<T>} work
 * @returns {Promise<T>}
 */
async function writeOnce(database, work) {
  const transaction = database.transaction(STORE, "readwrite", { durability: "strict" });
  const ended = Promise.allSettled([
    work(/** @type {WriteStore} */ (/** @type {unknown} */ (transaction.store))),
    transaction.done,
  ]);
  const [worked, done] = await inTime(ended, LONGEST_ANSWER, () => {
    abort(transaction); // what was reported as not stored must not be stored later
    throw new KnownError(STORAGE_SILENT);
  });
  if (worked.status === "rejected") throw worked.reason;
  if (done.status === "rejected") throw done.reason;
  return worked.value;
}

/** @param {Pick<IDBTransaction, "abort">} transaction */
function abort(transaction) {
  try {
    transaction.abort();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error; // it has ended in the meantime
  }
}

async function isFull() {
  const room = await inTime(navigator.storage?.estimate?.() ?? null, LONGEST_LIST, () => null).catch(
    () => null,
  );
  const { quota = 0, usage = 0 } = room ?? {};
  return quota > 0 && quota - usage < LEAST_ROOM;
}

/**
 * @param {Uint8Array} bytes
 * @param {Uint8Array} others
 */
export function areEqual(bytes, others) {
  return bytes.length === others.length && bytes.every((byte, i) => byte === others[i]);
}

/**
 * @param {unknown} error
 * @param {{[name: string]: string}} kinds
 * @param {string} otherwise
 */
function toProblem(error, kinds, otherwise) {
  if (error instanceof DOMException) return new KnownError(kinds[error.name] ?? otherwise);
  return error; // a KnownError, or a fault of ours
}
