/**
 * Which database holds what is kept: this guide's own, or one under a name that it had before, until that has been moved. Only
 * one bundle may import this.
 */
import { DATABASE, FORMER_DATABASES } from "../../common/storage-names.js";
import { KnownError, STORAGE_GONE } from "../protocol.js";
import { PAIR, readPair } from "./database.js";
import { withKept } from "./kept-database.js";

/** @import { Problem, Records } from "../types.d.ts" */
/** @import { IDBPDatabase } from "idb" */

let now = DATABASE;

/** Return the name of the database that holds what is kept. */
export function placeNow() {
  return now;
}

/** @param {string} name */
export function settleIn(name) {
  now = name;
}

/**
 * Work on what is kept. Another tab can have moved it in the meantime: then the work is done where it is now.
 * @template T
 * @param {(database: IDBPDatabase) => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function inPlace(work) {
  if (!FORMER_DATABASES.length) return withKept(DATABASE, {}, work);
  const before = now;
  try {
    if (before !== DATABASE) await findPlace();
    return await withKept(now, {}, work);
  } catch (error) {
    if (!isGone(error) || !(await findPlace()) || now === before) throw error;
    return withKept(now, {}, work);
  }
}

/**
 * Look where both records are, and settle there; null where they are nowhere.
 * @returns {Promise<Records | null>}
 */
export async function findPlace() {
  for (const name of [DATABASE, ...FORMER_DATABASES]) {
    const found = await readIn(name);
    if (!found) continue;
    settleIn(name);
    return found;
  }
  return null;
}

/** @param {string} name */
export function readIn(name) {
  return withKept(name, {}, (database) => readPair(database, PAIR)).catch((error) => {
    if (isGone(error)) return null;
    throw error;
  });
}

/** @param {unknown} error */
export function isGone(error) {
  return error instanceof KnownError && /** @type {Problem} */ (error).kind === STORAGE_GONE;
}
