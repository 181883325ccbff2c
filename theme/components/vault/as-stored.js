/** All that is stored, as it is: locked. For who wants to try what does not open, with the stock `age` program. */
import { _, fill } from "../common/gettext.js";
import { kindOf } from "../common/known-error.js";
import { FILES, PARTS, STORAGE_GONE, TAIL } from "./protocol.js";
import { answered, PAIR, STORE } from "./stores/database.js";
import { inPlace } from "./stores/place.js";
import { readRecords } from "./stores/records.js";
import { aroundFile, END } from "./tar.js";

/** @import { Bytes, Problem, StoredAsIs } from "./types.d.ts" */
/** @import { IDBPDatabase } from "idb" */

const HOW = [
  _(
    "Each file in here is locked, as it was stored. It opens with the free program age (age-encryption.org) and the passphrase:",
  ),
  "age -d -i records/1 records/2",
  "age -d -i records/1 tail/NUMBER",
  "age -d -i records/1 parts/FIRST-LAST",
  _("After a change of the passphrase there can be older keys, for what was not locked anew:"),
  "age -d -i records/1 records/3",
  _("“files/ID/0” opens in the same way, and holds the key of the file with this ID:"),
  "age -d -i records/1 files/ID/0 > KEY",
  "cat files/ID/00001 files/ID/00002 ... | age -d -i KEY > FILE",
];
const NOT_READ = _("The browser could not read “{name}”.");

/**
 * Return it as one file of the kind `tar`, with how many values the browser could not read. It needs no passphrase.
 * @returns {Promise<StoredAsIs>}
 */
export async function asStored() {
  const { parts, lost } = await readOwn().catch(readPairInstead);
  const told = [...HOW, ...lost.map((name) => fill(NOT_READ, { name }))];
  const about = new TextEncoder().encode(`${told.join("\n\n")}\n`);
  return {
    file: new Blob([...entryOf("read-me.txt", about), ...parts, END], { type: "application/x-tar" }),
    lost: lost.length,
  };
}

function readOwn() {
  return inPlace(async (database) => {
    /** @type {BlobPart[]} */
    const parts = [];
    /** @type {string[]} */
    const lost = [];
    for (const store of [STORE, TAIL, PARTS, FILES]) {
      if (!database.objectStoreNames.contains(store)) continue;
      for (const key of await answered(database.getAllKeys(store))) {
        const name = nameOf(store, key);
        const value = await valueOf(database, store, key);
        if (value) parts.push(...entryOf(name, value));
        else lost.push(name);
      }
    }
    return { parts, lost };
  });
}

/**
 * @param {IDBPDatabase} database
 * @param {string} store
 * @param {IDBValidKey} key
 */
async function valueOf(database, store, key) {
  try {
    const value = await answered(database.get(store, key));
    return value instanceof Uint8Array ? /** @type {Bytes} */ (value) : null;
  } catch (error) {
    if (error instanceof DOMException) return null; // Chromium keeps a large value in a file, which can be lost
    throw error;
  }
}

/**
 * Where nothing is under this guide's own name, it may be under the old one.
 * @param {Problem} problem
 */
async function readPairInstead(problem) {
  if (kindOf(problem) !== STORAGE_GONE) throw problem;
  const { key, record } = await readRecords();
  return {
    parts: [...entryOf(nameOf(STORE, PAIR[0]), key), ...entryOf(nameOf(STORE, PAIR[1]), record)],
    lost: [],
  };
}

/**
 * A `Blob` for each, which the browser can move out of memory.
 * @param {string} name
 * @param {Bytes} value
 */
function entryOf(name, value) {
  const { before, after } = aroundFile(name, value.length);
  return [new Blob([before, value, after])];
}

/**
 * @param {string} store
 * @param {IDBValidKey} key
 */
function nameOf(store, key) {
  if (!Array.isArray(key)) return `${store}/${key}`;
  if (store !== FILES) return `${store}/${key.join("-")}`;
  const [id, number] = key;
  return `${store}/${id}/${number === 0 ? 0 : String(number).padStart(5, "0")}`;
}
