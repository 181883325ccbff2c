/** One IndexedDB database at a time, opened for one piece of work, and never waited for without an end. It keeps no state. */
import { deleteDB, openDB } from "idb";
export { areEqual } from "../bytes.js";
import { inTime } from "../../common/time-limit.js";
import {
  FILES,
  NEWER_VERSION,
  NO_ROOM_TO_OPEN,
  KnownError,
  OLDER_TAB,
  PARTS,
  STORAGE_BLOCKED,
  STORAGE_FAILED,
  STORAGE_FULL,
  STORAGE_GONE,
  STORAGE_SILENT,
  TAIL,
} from "../protocol.js";

/** @import { Bytes, Records } from "../types.d.ts" */
/** @import { IDBPDatabase, IDBPObjectStore, IDBPTransaction, OpenDBCallbacks } from "idb" */

/** @typedef {IDBPObjectStore<unknown, string[], string, "readwrite">} WriteStore */
/** @typedef {IDBPTransaction<unknown, string[], "readwrite">} WriteTransaction */

export const STORE = /** @type {string} */ ("records");
/** The names of the two records: the key under its passphrase, and the data under the key. */
export const PAIR = /** @type {const} */ (["1", "2"]);
/** Older keys, under the key, until no line is sealed for them. */
export const OLDER = "3";
/** Version 1 has no lines, version 2 no attachments. Older scripts leave a newer version as it is, and say that it is one. */
const VERSION_WITH_LINES = 2;
export const VERSION_WITH_FILES = 3;
/** It has all of these, and is being moved to another name: no older script writes to it any more. */
export const VERSION_MOVING = 4;
/** Copies of the records and of older keys, which do not count before what they were copied from is gone. */
export const ON_THE_WAY = /** @type {const} */ (["moved-1", "moved-2", "moved-3"]);

const SOON = 1000; // milliseconds
const LONGEST_LIST = 3000; // milliseconds
const LONGEST_ANSWER = 10_000; // milliseconds
const LONGEST_DELETION = 5000; // milliseconds
const LONGEST_UPGRADE = 5000; // milliseconds
const LEAST_ROOM = 2 * 1024 * 1024; // bytes

/**
 * Kinds of trouble by the name of the browser's error. STORAGE_GONE is only said of records that were looked for and not
 * found; any other name is STORAGE_BLOCKED where opening failed, and STORAGE_FAILED where writing did.
 * @type {{[name: string]: string}}
 */
const WHILE_OPENING = {
  QuotaExceededError: NO_ROOM_TO_OPEN,
  VersionError: NEWER_VERSION,
  AbortError: STORAGE_GONE,
};
const WHILE_CREATING = { ...WHILE_OPENING, QuotaExceededError: STORAGE_FULL };

/**
 * Open for one piece of work and close: no tab then holds up another that deletes, and none is surprised by it. Unless
 * it is to be created, `isThere(name)` is asked first.
 * @template T
 * @param {string} name
 * @param {{isThere?: (name: string) => Promise<boolean>, create?: boolean, version?: number}} options
 * @param {(database: IDBPDatabase) => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withDatabase(
  name,
  { isThere = isListed, create = false, version = VERSION_MOVING },
  work,
) {
  const opening = open(name, create, isThere);
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
 * @param {(name: string) => Promise<boolean>} isThere
 */
async function open(name, create, isThere) {
  try {
    if (create) return await openOrCreate(name);
    if (!(await isThere(name))) throw new KnownError(STORAGE_GONE);
    // Without a version: the one that is there.
    return await openDB(name, undefined, { upgrade: undo, blocking: close });
  } catch (error) {
    throw toProblem(error, create ? WHILE_CREATING : WHILE_OPENING, STORAGE_BLOCKED);
  }
}

/** @param {string} name */
function openOrCreate(name) {
  const options = { upgrade: makeStores, blocking: close };
  return openDB(name, VERSION_WITH_LINES, options).catch((error) => {
    if (error.name !== "VersionError") throw error;
    return openDB(name, undefined, { upgrade: undo, blocking: close }); // it is there, and newer
  });
}

/**
 * @param {IDBPDatabase} database
 * @param {number} oldVersion
 * @param {number | null} newVersion
 */
function makeStores(database, oldVersion, newVersion) {
  const added = [[STORE], [TAIL, PARTS], [FILES]].slice(oldVersion, newVersion ?? 0).flat();
  for (const name of added) database.createObjectStore(name);
  return added;
}

/**
 * Where there is no room, WebKitGTK makes no store and still gives the database the new version, which it then has for good. So
 * each is written to: a store that is not there undoes all of it. Return a promise of why it was undone.
 * @param {Parameters<NonNullable<OpenDBCallbacks<unknown>["upgrade"]>>} given
 */
function makeStoresForSure(...[database, oldVersion, newVersion, transaction]) {
  for (const name of makeStores(database, oldVersion, newVersion)) {
    const store = transaction.objectStore(name);
    // The transaction fails with them.
    for (const written of [store.put(new Uint8Array(1), 0), store.delete(0)]) written.catch(() => {});
  }
  return transaction.done.catch((error) => error);
}

/**
 * Where there is no room, a browser can end an upgrade in the same way as this page does where there is no database.
 * @param {Promise<unknown>} undone
 */
async function kindOfUndone(undone) {
  const { name } = /** @type {{name?: string}} */ (Object(await undone));
  return name === "QuotaExceededError" ? STORAGE_FULL : kindOfRefusal();
}

/**
 * Make room for lines, or attachments too, in a database that is there. A tab that holds it can delay this: then it happens once
 * that tab is closed, and what this tab asks for meanwhile waits as well.
 * @param {string} name
 * @param {number} version
 */
export async function upgradeDatabase(name, version = VERSION_WITH_LINES) {
  let isBlocked = false;
  let isThere = true;
  /** @type {Promise<unknown>} */
  let undone = Promise.resolve();
  /** @type {OpenDBCallbacks<unknown>} */
  const callbacks = {
    upgrade(...given) {
      isThere = given[1] > 0;
      if (isThere) undone = makeStoresForSure(...given);
      else undo(...given);
    },
    blocked: () => (isBlocked = true),
    blocking: close,
  };
  const upgraded = Promise.resolve()
    .then(() => openDB(name, version, callbacks)) // some browsers refuse by throwing at once
    .then((database) => database.close());
  await inTime(upgraded, LONGEST_UPGRADE, () => {
    throw new KnownError(isBlocked ? OLDER_TAB : STORAGE_SILENT);
  }).catch(async (error) => {
    if (error.name === "AbortError" && isThere) throw new KnownError(await kindOfUndone(undone));
    throw toProblem(error, WHILE_CREATING, STORAGE_BLOCKED);
  });
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
  const deleting = Promise.resolve().then(() => deleteDB(name)); // some browsers refuse by throwing at once
  await inTime(deleting, LONGEST_DELETION, () => {
    throw new KnownError(STORAGE_BLOCKED);
  }).catch((error) => {
    throw toProblem(error, {}, STORAGE_BLOCKED);
  });
}

/**
 * Read both records, or null where either is missing, and the older keys where there are any.
 * @param {IDBPDatabase} database
 * @param {readonly [string, string]} names
 * @returns {Promise<Records | null>}
 */
export async function readPair(database, [key, record]) {
  if (!database.objectStoreNames.contains(STORE)) return null;
  const { store, done } = database.transaction(STORE);
  const reading = Promise.all([store.get(key), store.get(record), store.get(OLDER), done]);
  const [found, other, older] = await answered(reading);
  return found && other ? { key: found, record: other, older } : null;
}

/**
 * @template T
 * @param {Promise<T>} reading
 * @returns {Promise<T>}
 */
export function answered(reading) {
  return inTime(reading, LONGEST_ANSWER, () => {
    throw new KnownError(STORAGE_SILENT);
  });
}

/**
 * @param {WriteStore} store
 * @param {readonly [string, string]} names
 * @param {Records} records
 */
export function putPair(store, names, records) {
  const [key, record] = names;
  /**
   * @param {Bytes} value
   * @param {string} name
   */
  const put = async (value, name) => store.put(value, name); // one that throws does not leave the others alone
  const { older } = records;
  return Promise.all([
    put(records.key, key),
    put(records.record, record),
    older && names === PAIR && put(older, OLDER),
  ]);
}

/**
 * Run one read-write transaction on the records.
 * @template T
 * @param {IDBPDatabase} database
 * @param {(store: WriteStore) => Promise<T>} work
 * @returns {Promise<T>}
 */
export function write(database, work) {
  return writeIn(database, [STORE], (transaction) => work(transaction.objectStore(STORE)));
}

/**
 * Run one read-write transaction on these stores. It has happened only when it is complete: before, a crash can undo it.
 * `work(transaction)` runs once more when the browser fails without saying that there is no room, so it must look at what
 * is there.
 * @template T
 * @param {IDBPDatabase} database
 * @param {string[]} stores
 * @param {(transaction: WriteTransaction) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function writeIn(database, stores, work) {
  try {
    return await writeOnce(database, stores, work);
  } catch (error) {
    if (error instanceof KnownError || !(error instanceof DOMException)) throw error;
    if (error.name === "QuotaExceededError") throw new KnownError(STORAGE_FULL);
  }
  try {
    return await writeOnce(database, stores, work);
  } catch (error) {
    throw toProblem(error, { QuotaExceededError: STORAGE_FULL }, await kindOfRefusal());
  }
}

/**
 * @template T
 * @param {IDBPDatabase} database
 * @param {string[]} stores
 * @param {(transaction: WriteTransaction) => Promise<T>} work
 * @returns {Promise<T>}
 */
async function writeOnce(database, stores, work) {
  const transaction = database.transaction(stores, "readwrite", { durability: "strict" });
  const working = work(transaction).catch((error) => {
    abort(transaction); // half of the work must not be stored
    throw error;
  });
  const ended = Promise.allSettled([working, transaction.done]);
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

/** A full disk has several names, and some of them are those of other troubles. */
export async function kindOfRefusal() {
  return (await isFull()) ? STORAGE_FULL : STORAGE_FAILED;
}

async function isFull() {
  const room = await inTime(navigator.storage?.estimate?.() ?? null, LONGEST_LIST, () => null).catch(
    () => null,
  );
  const { quota = 0, usage = 0 } = room ?? {};
  return quota > 0 && quota - usage < LEAST_ROOM;
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
