/** The databases of this tab's vault. Some browsers never list them, though everything else works, so they are asked once. */
import { FORMER_DATABASES } from "../../common/storage-names.js";
import { isListed, VERSION_MOVING, VERSION_WITH_FILES, withDatabase } from "./database.js";

/** @import { IDBPDatabase } from "idb" */

let canList = true;

/** A page that knows of no other name takes one that is being moved for a newer guide's: it changes nothing there. */
const NEWEST = FORMER_DATABASES.length ? VERSION_MOVING : VERSION_WITH_FILES;

/**
 * Open one that is there, or create it, for one piece of work.
 * @template T
 * @param {string} name
 * @param {{create?: boolean, version?: number}} options
 * @param {(database: IDBPDatabase) => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export function withKept(name, options, work) {
  return withDatabase(name, { version: NEWEST, ...options, isThere }, work);
}

/** @param {string} name */
async function isThere(name) {
  return !canList || isListed(name, () => void (canList = false));
}
