/**
 * Stored files in IndexedDB: `files` by id and number, the head under 0 and its values from 1 on. All of them are bytes, never a
 * `Blob`, which some browsers lose. Only what has a head counts.
 */
import { FILES, KnownError, PASSPHRASE_CHANGED, STORAGE_FAILED, STORAGE_GONE } from "../protocol.js";
import {
  answered,
  areEqual,
  kindOfRefusal,
  PAIR,
  STORE,
  upgradeDatabase,
  VERSION_WITH_FILES,
  withDatabase,
  writeIn,
} from "../stores/database.js";

/** @import { AttachmentStorage, Bytes } from "../types.d.ts" */
/** @import { IDBPDatabase } from "idb" */

const HEAD = 0;
const MOST_HELD = 2 * 1024 * 1024; // bytes
const NEVER_USED = 64 * 1024 * 1024; // bytes

/** @type {ArrayBuffer[]} */
const unused = [];
const held = { bytes: 0 }; // by the browser, since it was last made to collect

/**
 * @param {string} name of the database
 * @returns {AttachmentStorage}
 */
export function createAttachmentStorage(name) {
  /**
   * @template T
   * @param {T} otherwise
   * @param {(database: IDBPDatabase) => Promise<T>} work
   */
  const orElse = (otherwise, work) =>
    withDatabase(name, {}, (database) => (hasStore(database) ? work(database) : otherwise));
  /**
   * @template T
   * @param {(database: IDBPDatabase) => Promise<T>} work
   */
  const within = (work) =>
    withDatabase(name, {}, async (database) => {
      if (!hasStore(database)) throw new KnownError(await kindOfRefusal()); // no room was made, or all was kept anew
      return work(database);
    });

  return {
    hasRoom: () => withDatabase(name, {}, hasStore),
    makeRoom: () => upgradeDatabase(name, VERSION_WITH_FILES),
    put: (id, number, value) => within((database) => putValue(database, [id, number], value)),
    keep: (id, values, head, key) => within((database) => putHead(database, id, values, head, key)),
    get: (id, number) => orElse(null, (database) => answered(getValue(database, [id, number]))),
    find: (ids) =>
      withDatabase(name, {}, (database) =>
        answered(hasStore(database) ? findHeads(database, ids) : findNone(database)),
      ),
    ids: () => orElse([], (database) => answered(listIds(database))),
    unfinished: () => orElse([], (database) => answered(listUnfinished(database))),
    drop: (ids) => orElse(undefined, (database) => dropAll(database, ids)),
  };
}

/** @param {IDBPDatabase} database */
function hasStore(database) {
  return database.objectStoreNames.contains(FILES);
}

/**
 * @param {IDBPDatabase} database
 * @param {IDBValidKey} place
 * @param {Bytes} value
 */
async function putValue(database, place, value) {
  await writeIn(database, [FILES], async (transaction) => {
    await transaction.objectStore(FILES).put(value, place);
  });
  countHeld(value);
}

/**
 * Let it count, if all its values are there and this is still the key.
 * @param {IDBPDatabase} database
 * @param {string} id
 * @param {number} values
 * @param {Bytes} head
 * @param {Bytes} key
 */
function putHead(database, id, values, head, key) {
  return writeIn(database, [STORE, FILES], async (transaction) => {
    const files = transaction.objectStore(FILES);
    const [stored, count] = await Promise.all([
      transaction.objectStore(STORE).get(PAIR[0]),
      files.count(IDBKeyRange.bound([id, HEAD + 1], [id, values])),
    ]);
    if (!stored) throw new KnownError(STORAGE_GONE);
    if (!areEqual(stored, key)) throw new KnownError(PASSPHRASE_CHANGED);
    if (count !== values) throw new KnownError(STORAGE_FAILED);
    await files.put(head, [id, HEAD]);
  });
}

/**
 * @param {IDBPDatabase} database
 * @param {IDBValidKey} place
 * @returns {Promise<Bytes | null>}
 */
async function getValue(database, place) {
  try {
    const value = await database.get(FILES, place);
    if (!(value instanceof Uint8Array)) return null;
    countHeld(value);
    return /** @type {Bytes} */ (value);
  } catch (error) {
    if (error instanceof DOMException) return null; // Chromium keeps a large value in a file, which can be lost
    throw error;
  }
}

/**
 * Chromium holds a second copy of what it has stored or read until a collection, and begins one when buffers take much room, also
 * those that nobody writes to: they take none.
 * @param {Uint8Array} value
 */
function countHeld({ length }) {
  held.bytes += length;
  if (held.bytes < MOST_HELD) return;
  held.bytes = 0;
  try {
    unused[0] = new ArrayBuffer(NEVER_USED);
  } catch {
    // Where a browser refuses, it has to collect by itself.
  }
}

/**
 * @param {IDBPDatabase} database
 * @param {string[] | null} ids
 */
async function findHeads(database, ids) {
  const transaction = database.transaction([STORE, FILES]);
  const files = transaction.objectStore(FILES);
  const [key, wanted] = await Promise.all([
    transaction.objectStore(STORE).get(PAIR[0]),
    ids ?? headsIn(files.getAllKeys()),
  ]);
  if (!key) throw new KnownError(STORAGE_GONE);
  const heads = await Promise.all(wanted.map(async (id) => files.get([id, HEAD])));
  return { key, heads: wanted.map((id, index) => ({ id, head: heads[index] ?? null })) };
}

/** @param {IDBPDatabase} database */
async function findNone(database) {
  const key = await database.get(STORE, PAIR[0]);
  if (!key) throw new KnownError(STORAGE_GONE);
  return { key, heads: [] };
}

/** @param {Promise<IDBValidKey[]>} keys */
async function headsIn(keys) {
  return /** @type {[string, number][]} */ (await keys).flatMap(([id, number]) =>
    number === HEAD ? [id] : [],
  );
}

/** @param {IDBPDatabase} database */
async function listIds(database) {
  const keys = /** @type {[string, number][]} */ (await database.getAllKeys(FILES));
  return [...new Set(keys.map(([id]) => id))];
}

/** @param {IDBPDatabase} database */
async function listUnfinished(database) {
  const keys = /** @type {[string, number][]} */ (await database.getAllKeys(FILES));
  const whole = new Set(keys.flatMap(([id, number]) => (number === HEAD ? [id] : [])));
  return [...new Set(keys.map(([id]) => id))].filter((id) => !whole.has(id));
}

/**
 * @param {IDBPDatabase} database
 * @param {string[]} ids
 */
function dropAll(database, ids) {
  return writeIn(database, [FILES], async (transaction) => {
    const files = transaction.objectStore(FILES);
    await Promise.all(ids.map(async (id) => files.delete(IDBKeyRange.bound([id], [id, []]))));
  });
}
