/** The databases of this tab's vault. Some browsers never list them, though everything else works, so they are asked once. */
import { isListed, withDatabase } from "./database.js";

/** @import { IDBPDatabase } from "idb" */

let canList = true;

/**
 * Open one that is there, or create it, for one piece of work.
 * @template T
 * @param {string} name
 * @param {{create?: boolean, version?: number}} options
 * @param {(database: IDBPDatabase) => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export function withKept(name, options, work) {
  return withDatabase(name, { ...options, isThere }, work);
}

/** @param {string} name */
async function isThere(name) {
  return !canList || isListed(name, () => void (canList = false));
}
