/** Two records in IndexedDB: the key under its passphrase, and the data under the key. Nothing else, nothing plain. */
import { kindOf } from "../../common/known-error.js";
import { DATABASE, FORMER_DATABASES } from "../../common/storage-names.js";
import { areEqual, deleteDatabase, PAIR, putPair, STORE, write, writeIn } from "./database.js";
import { withKept } from "./kept-database.js";
import { addLines } from "./line-values.js";
import {
  ALREADY_KEPT,
  NEWER_VERSION,
  NO_ROOM_TO_OPEN,
  KnownError,
  PARTS,
  STORAGE_FAILED,
  STORAGE_FULL,
  STORAGE_GONE,
  STORAGE_SILENT,
  TAIL,
} from "../protocol.js";
import { dropLeftOver, finishIn, moveFormer, removeFormer } from "./former-names.js";
import { emptyTwin, moveOld, readOld, removeOld, replaceOld } from "./old-name.js";
import { findPlace, inPlace, placeNow, settleIn } from "./place.js";

/** @import { WriteStore } from "./database.js" */
/** @import { Bytes, Problem, Records, StoredLines } from "../types.d.ts" */
/** @import { IDBPDatabase } from "idb" */

export { areEqual };

/** Once this guide's own records were seen, what is under the old name belongs to another. */
let hasOwn = false;

/** Return whether what is kept lies under this guide's own name. */
export function isOwn() {
  return hasOwn;
}

/**
 * Look whether something is kept, without leaving a trace of the question: `{isKept, problem}`.
 * @returns {Promise<{isKept: boolean, problem?: string}>}
 */
export async function lookForRecords() {
  try {
    await readRecords();
    return { isKept: true };
  } catch (error) {
    const kind = kindOf(error);
    const isThere = kind === NEWER_VERSION || kind === NO_ROOM_TO_OPEN;
    return { isKept: isThere, problem: kind === STORAGE_SILENT ? kind : undefined };
  }
}

/** Return whether something is kept. */
export async function isKept() {
  return (await lookForRecords()).isKept;
}

/** Return whether certainly nothing is kept: where the browser does not let us look, something may be. */
export async function isGone() {
  return readRecords().then(
    () => false,
    (error) => kindOf(error) === STORAGE_GONE,
  );
}

/** @returns {Promise<Records>} */
export async function readRecords() {
  const own = await findPlace();
  hasOwn ||= Boolean(own);
  const found = own ?? (hasOwn ? null : await readOld()) ?? (await finishMoves());
  if (!found) throw new KnownError(STORAGE_GONE);
  return found;
}

/**
 * A move that was interrupted after the former place was let go of is done now.
 * @returns {Promise<Records | null>}
 */
async function finishMoves() {
  if (hasOwn && !FORMER_DATABASES.length) return null;
  for (const name of [DATABASE, ...FORMER_DATABASES]) {
    const found = await finishIn(name).catch(orNull);
    if (!found) continue;
    settleIn(name);
    return found;
  }
  return FORMER_DATABASES.length ? findPlace() : null; // another tab may have ended its move meanwhile
}

/**
 * @param {unknown} error
 * @returns {null}
 */
function orNull(error) {
  if (/** @type {Problem} */ (error).kind === STORAGE_GONE) return null;
  throw error;
}

/**
 * Store the first records, and the first lines beside them. What is there already stays; when it fails, no empty database
 * is left behind.
 * @param {Records} records
 * @param {StoredLines[]} files
 */
export async function addRecords(records, files) {
  try {
    await withKept(DATABASE, { create: true }, (database) =>
      writeIn(database, [STORE, TAIL, PARTS], async (transaction) => {
        const store = transaction.objectStore(STORE);
        const key = await store.get(PAIR[0]);
        if (key && !areEqual(key, records.key)) throw new KnownError(ALREADY_KEPT);
        if (key) return; // a first try was reported as failed, and was not
        if (files.length) await Promise.all([putPair(store, PAIR, records), addLines(transaction, files)]);
        else await putLast(store, records);
      }),
    );
    hasOwn = true;
    settleIn(DATABASE);
  } catch (error) {
    const { kind } = /** @type {Problem} */ (error);
    const isOurs = kind === STORAGE_FULL || kind === STORAGE_FAILED;
    if (isOurs && !(await isKept())) await deleteDatabase(DATABASE).catch(kindOf);
    throw error;
  }
}

/**
 * Store new records only if these very bytes are still there; return whether they were.
 * @param {Records} expected
 * @param {Records} records
 * @returns {Promise<boolean>}
 */
export async function replaceRecords(expected, records) {
  /** @param {IDBPDatabase} database */
  const replace = (database) =>
    write(database, async (store) => {
      const [key, record] = await Promise.all(PAIR.map(async (name) => store.get(name)));
      if (!key || !record) throw new KnownError(STORAGE_GONE);
      if (areEqual(record, records.record)) return true; // a first try was reported as failed, and was not
      if (!areEqual(key, expected.key) || !areEqual(record, expected.record)) return false;
      // Only lines can be sealed for an older key.
      const hasLines = database.objectStoreNames.contains(TAIL);
      await putLast(store, hasLines ? records : { ...records, older: undefined });
      return true;
    });
  const done = await inPlace(replace).catch(orNull);
  if (done === null && hasOwn) throw new KnownError(STORAGE_GONE);
  return done ?? replaceOld(replace);
}

/**
 * Put both as the last work of their transaction.
 * @param {WriteStore} store
 * @param {Records} records
 */
function putLast(store, records) {
  const done = putPair(store, PAIR, records);
  store.transaction.commit?.(); // a page that is about to close may not receive the events that both are done
  return done;
}

/**
 * Move what is kept to this guide's own name, where it is not there yet. Rejects with a KnownError where it cannot be moved.
 * @param {Bytes} key
 */
export async function ownRecords(key) {
  if (hasOwn) return;
  await moveOld({ key });
  hasOwn = true;
}

/**
 * These records were opened by the reader's passphrase. Where they are under the old name, move them to ours.
 * @param {Records} opened
 */
export async function claimRecords(opened) {
  try {
    if (!hasOwn) await moveOld(opened);
    else if (placeNow() === DATABASE) await emptyTwin(opened);
    else await moveFormer(opened);
    hasOwn = true;
    await dropLeftOver(opened);
  } catch (error) {
    kindOf(error); // they are still kept, under the old name
  }
}

/** Delete everything that this guide keeps of a plan. */
export async function deleteRecords() {
  // First what another tab may be moving from: afterwards, its copy cannot begin to count.
  const former = await Promise.allSettled([removeFormer()]);
  const deleting = [deleteDatabase(DATABASE), removeOld({ isOurs: !hasOwn })];
  const deleted = [...former, ...(await Promise.allSettled(deleting))];
  settleIn(DATABASE);
  for (const one of deleted) if (one.status === "rejected") throw one.reason;
}
