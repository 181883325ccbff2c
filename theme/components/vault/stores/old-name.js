/**
 * What was kept while every guide used one name. Two guides on one origin cannot know whose it is: it belongs to
 * the guide that opens it by its passphrase. So each offers it where it keeps nothing under its own name, and moves it after it
 * was opened. At every moment it is complete in one place, and a tab with older scripts loses nothing.
 */
import { openDB } from "idb";
import { DATABASE, OLD_NAME } from "../../common/storage-names.js";
import { kindOf } from "../../common/known-error.js";
import { inTime } from "../../common/time-limit.js";
import { areEqual, deleteDatabase, ON_THE_WAY, PAIR, putPair, readPair, STORE, write } from "./database.js";
import { finishIn } from "./former-names.js";
import { withKept } from "./kept-database.js";
import { NEWER_VERSION, PASSPHRASE_CHANGED, KnownError, STORAGE_GONE, STORAGE_SILENT } from "../protocol.js";
import { askOlderTabsToSave } from "../tabs.js";

/** @import { Bytes, Problem, Records } from "../types.d.ts" */
/** @import { IDBPDatabase, IDBPTransaction, OpenDBCallbacks } from "idb" */

/** @type {readonly [string, string]} */
const PAIR_ON_THE_WAY = [ON_THE_WAY[0], ON_THE_WAY[1]];
const AGE = new TextEncoder().encode("age-encryption.org/v1\n");
const FIRST = 1; // it never had lines
/** Older scripts take this version for a newer guide's: they change nothing, and ask to load the page again. */
const MOVED = 2;
const LONGEST_MOVE = 10_000; // milliseconds
const MOST_TRIES = 5;

/**
 * Return the records under the old name if they are a guide's; otherwise null.
 * @returns {Promise<Records | null>}
 */
export function readOld() {
  return withKept(OLD_NAME, { version: FIRST }, (database) => readPair(database, PAIR)).then(
    (found) => (found && [found.key, found.record].every(isAge) ? found : null),
    nullIf(STORAGE_GONE, NEWER_VERSION),
  );
}

/** @param {unknown} value */
function isAge(value) {
  return value instanceof Uint8Array && AGE.every((byte, i) => value[i] === byte);
}

/**
 * Work on them where they are, as long as they could not be moved.
 * @template T
 * @param {(database: IDBPDatabase) => Promise<T>} work
 */
export function replaceOld(work) {
  return withKept(OLD_NAME, { version: FIRST }, work);
}

/**
 * Move what the reader has opened to this guide's own name. Rejects with a KnownError, and then it stays where it was.
 * @param {Pick<Records, "key">} opened
 */
export async function moveOld(opened) {
  if (!(await readOld())) throw new KnownError(STORAGE_GONE);
  await askOlderTabsToSave(OLD_NAME);
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const found = await readOld();
    if (!found) throw new KnownError(STORAGE_GONE);
    if (!areEqual(found.key, opened.key)) throw new KnownError(PASSPHRASE_CHANGED);
    await putOnTheWay(found);
    if (await emptyOld(found)) return finishIn(DATABASE);
    await dropOnTheWay(); // an older tab has written, or holds it
  }
  throw new KnownError(STORAGE_SILENT);
}

/** @param {Records} records */
function putOnTheWay(records) {
  return withKept(DATABASE, { create: true }, (database) =>
    write(database, (store) => putPair(store, PAIR_ON_THE_WAY, records)),
  );
}

/**
 * A crash can bring back what was moved.
 * @param {Records} opened
 */
export async function emptyTwin({ key }) {
  const found = await readOld();
  if (found && areEqual(found.key, key)) await emptyOld(found);
}

/** A copy that stayed behind would bring back what an older tab deletes. */
async function dropOnTheWay() {
  const isEmpty = await withKept(DATABASE, {}, (database) =>
    write(database, async (store) => {
      await Promise.all(ON_THE_WAY.map(async (name) => store.delete(name)));
      return (await store.count()) === 0;
    }),
  );
  if (isEmpty) await deleteDatabase(DATABASE);
}

/**
 * Empty the old one if it still holds these bytes; return whether it did. Browsers let no other code in during that.
 * @param {Records} expected
 */
async function emptyOld(expected) {
  let isEmptied = false;
  let isLate = false;

  /**
   * @param {IDBPDatabase} database
   * @param {IDBPTransaction<unknown, string[], "versionchange">} transaction
   */
  async function emptyIfSame(database, transaction) {
    const [key, record] = await readOver(database, transaction);
    const isSame = key && record && areEqual(key, expected.key) && areEqual(record, expected.record);
    if (isLate || !isSame) {
      transaction.abort();
      return;
    }
    database.deleteObjectStore(STORE);
    isEmptied = true;
  }

  /** @type {NonNullable<OpenDBCallbacks<unknown>["upgrade"]>} */
  function upgrade(database, _oldVersion, _newVersion, transaction) {
    transaction.done.catch(() => {}); // the opening reports it as well
    emptyIfSame(database, transaction).catch((error) => {
      seeFault(error);
      transaction.abort();
    });
  }

  const emptying = Promise.resolve()
    .then(() => openDB(OLD_NAME, MOVED, { upgrade }))
    .then((database) => database.close(), seeFault); // then it was not emptied
  await inTime(emptying, LONGEST_MOVE, () => (isLate = true));
  return isEmptied;
}

/**
 * An error from a browser that refuses is not a fault of ours.
 * @param {unknown} error
 */
function seeFault(error) {
  if (!(error instanceof DOMException)) kindOf(error);
}

/**
 * @param {IDBPDatabase} database
 * @param {IDBPTransaction<unknown, string[], "versionchange">} transaction
 */
function readOver(database, transaction) {
  if (!database.objectStoreNames.contains(STORE)) return [];
  const store = transaction.objectStore(STORE);
  return Promise.all(PAIR.map(async (name) => store.get(name)));
}

/**
 * Delete what is left of a move; with `isOurs`, also what was offered as kept and never moved.
 * @param {{isOurs: boolean}} how
 */
export async function removeOld({ isOurs }) {
  if ((isOurs && (await readOld())) || (await wasMoved())) await deleteDatabase(OLD_NAME);
}

function wasMoved() {
  /** @param {IDBPDatabase} database */
  const look = ({ version, objectStoreNames }) => version === MOVED && objectStoreNames.length === 0;
  return withKept(OLD_NAME, { version: MOVED }, look).catch(nullIf(STORAGE_GONE, NEWER_VERSION));
}

/**
 * @param {...string} kinds
 * @returns {(error: unknown) => null}
 */
function nullIf(...kinds) {
  return (error) => {
    if (kinds.includes(/** @type {Problem} */ (error).kind)) return null;
    throw error;
  };
}
