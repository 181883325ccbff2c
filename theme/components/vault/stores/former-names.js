/**
 * What is kept under a name that this guide's storage had before: it is found, opened where it is, and moved once it was opened.
 * At every moment all of it is complete in one place: `contributing/vault-format.md` says in which.
 */
import { DATABASE, FORMER_DATABASES, lockOf } from "../../common/storage-names.js";
import { inTime, pause } from "../../common/time-limit.js";
import {
  FILES,
  KnownError,
  PARTS,
  PASSPHRASE_CHANGED,
  STORAGE_GONE,
  STORAGE_SILENT,
  TAIL,
} from "../protocol.js";
import { askOlderTabsToSave, CHANGED, OTHER_TABS_SAVE } from "../tabs.js";
import {
  answered,
  areEqual,
  deleteDatabase,
  isListed,
  OLDER,
  ON_THE_WAY,
  PAIR,
  STORE,
  upgradeDatabase,
  VERSION_MOVING,
  VERSION_WITH_FILES,
  writeIn,
} from "./database.js";
import { withKept } from "./kept-database.js";
import { placeNow, readIn, settleIn } from "./place.js";

/** @import { Bytes, Records } from "../types.d.ts" */
/** @import { IDBPDatabase } from "idb" */

/** @typedef {{records: (Bytes | undefined)[], keys: {[store: string]: IDBValidKey[]}}} Snapshot */

const MOST_TRIES = 3;
const LONGEST_TURN = 2000; // milliseconds
const AT_ONCE = 16; // values of less than 64 KiB
const RECORDS = [...PAIR, OLDER];
const STORES = [STORE, TAIL, PARTS, FILES];

/**
 * Move what the reader has opened to the present name. Rejects with a KnownError, and then it stays where it was, and is used
 * there.
 * @param {Pick<Records, "key">} opened
 */
export async function moveFormer({ key }) {
  const from = placeNow();
  try {
    await copyAndLetGo(from, key);
  } catch (error) {
    // Another tab has deleted everything: the copy must not bring it back.
    if (!(await isListed(from))) await dropCopy();
    throw error;
  }
  await finishIn(DATABASE);
  settleIn(DATABASE);
  await dropFormer(from);
}

/**
 * @param {string} from
 * @param {Records["key"]} key
 */
async function copyAndLetGo(from, key) {
  await askOlderTabsToSave(from);
  // From here on, older scripts take it for a newer guide's: they change nothing, and ask to load the page again.
  await upgradeDatabase(from, VERSION_MOVING);
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const seen = await withKept(from, {}, lookAt);
    if (!seen.records[0] || !seen.records[1]) throw new KnownError(STORAGE_GONE);
    if (!areEqual(seen.records[0], key)) throw new KnownError(PASSPHRASE_CHANGED);
    await copyAll(from, seen);
    if (await letGo(from, seen)) return;
  }
  throw new KnownError(STORAGE_SILENT); // another tab writes all the time
}

/**
 * Say what is there, by its keys: what lies under one never changes but for a new key, and then the records change too.
 * @param {IDBPDatabase} database
 * @returns {Promise<Snapshot>}
 */
async function lookAt(database) {
  const transaction = database.transaction(STORES);
  const [seen] = await answered(Promise.all([snapshotIn(transaction), transaction.done]));
  return seen;
}

/**
 * @param {{objectStore: (name: string) => {get: (key: string) => Promise<Bytes | undefined>, getAllKeys: () => Promise<IDBValidKey[]>}}} transaction
 * @returns {Promise<Snapshot>}
 */
async function snapshotIn(transaction) {
  const store = transaction.objectStore(STORE);
  const [records, ...keys] = await Promise.all([
    Promise.all(RECORDS.map(async (name) => store.get(name))),
    ...[TAIL, PARTS, FILES].map(async (name) => transaction.objectStore(name).getAllKeys()),
  ]);
  return { records, keys: { [TAIL]: keys[0], [PARTS]: keys[1], [FILES]: keys[2] } };
}

/**
 * Copy all into an empty database under the present name, the records last, and as such that do not count yet.
 * @param {string} from
 * @param {Snapshot} seen
 */
async function copyAll(from, { records, keys }) {
  await dropCopy();
  await withKept(DATABASE, { create: true }, () => {});
  if (keys[FILES].length) await upgradeDatabase(DATABASE, VERSION_WITH_FILES);
  for (const store of [TAIL, PARTS, FILES]) {
    const atOnce = store === FILES ? 1 : AT_ONCE;
    for (let i = 0; i < keys[store].length; i += atOnce) {
      await copySome(from, store, keys[store].slice(i, i + atOnce));
    }
  }
  await withKept(DATABASE, {}, (database) =>
    writeIn(database, [STORE], async (transaction) => {
      const store = transaction.objectStore(STORE);
      await Promise.all(records.map(async (value, i) => value && store.put(value, ON_THE_WAY[i])));
    }),
  );
}

/**
 * @param {string} from
 * @param {string} store
 * @param {IDBValidKey[]} keys
 */
async function copySome(from, store, keys) {
  const values = await withKept(from, {}, (database) =>
    answered(Promise.all(keys.map(async (key) => database.get(store, key)))),
  );
  await withKept(DATABASE, {}, (database) =>
    writeIn(database, [store], async (transaction) => {
      const place = transaction.objectStore(store);
      await Promise.all(values.map(async (value, i) => value && place.put(value, keys[i])));
    }),
  );
}

/**
 * Take the records away from the former name if all is still as it was copied; return whether it was. From then on the copy
 * counts.
 * @param {string} from
 * @param {Snapshot} seen
 */
function letGo(from, seen) {
  return withKept(from, {}, (database) =>
    writeIn(database, STORES, async (transaction) => {
      const now = await snapshotIn(transaction);
      if (now.records.every((value) => !value)) return true; // a first try was reported as failed, and was not
      if (!isSame(now, seen)) return false;
      await Promise.all(RECORDS.map(async (name) => transaction.objectStore(STORE).delete(name)));
      return true;
    }),
  );
}

/**
 * @param {Snapshot} one
 * @param {Snapshot} other
 */
function isSame(one, other) {
  const areSame = one.records.every((value, i) => {
    const there = other.records[i];
    return value && there ? areEqual(value, there) : value === there;
  });
  return areSame && JSON.stringify(one.keys) === JSON.stringify(other.keys);
}

/** What did not arrive would otherwise stay beside what counts. */
async function dropCopy() {
  if (!(await isListed(DATABASE))) return;
  if (await readIn(DATABASE)) throw new KnownError(STORAGE_SILENT); // another tab was faster
  await deleteDatabase(DATABASE);
}

/**
 * Let a copy count whose original was let go of; return its records, or null where there is none.
 * @param {string} name
 * @returns {Promise<Records | null>}
 */
export function finishIn(name) {
  return withKept(name, {}, (database) =>
    writeIn(database, [STORE], async (transaction) => {
      const store = transaction.objectStore(STORE);
      const [key, record, older] = await Promise.all(ON_THE_WAY.map(async (way) => store.get(way)));
      if (!key || !record) return null;
      const values = [key, record, older];
      await Promise.all(RECORDS.map(async (to, i) => values[i] && store.put(values[i], to)));
      await Promise.all(ON_THE_WAY.map(async (way) => store.delete(way)));
      return { key, record, older };
    }),
  );
}

/**
 * Delete what was let go of. While a tab with older scripts has it open, an empty database stays in its place: without one, that
 * tab would take it for deleted, and begin a new one. The next opening deletes it.
 * @param {string} from
 */
async function dropFormer(from) {
  if (await isOpenElsewhere(from)) await emptyAll(from);
  else await deleteDatabase(from);
}

/** @param {string} from */
function emptyAll(from) {
  return withKept(from, {}, (database) =>
    writeIn(database, STORES, async (transaction) => {
      await Promise.all(STORES.map(async (name) => transaction.objectStore(name).clear()));
    }),
  );
}

/**
 * A tab with older scripts in which it is unlocked asks for its turn when it hears of a change.
 * @param {string} from
 */
async function isOpenElsewhere(from) {
  if (!navigator.locks || !globalThis.BroadcastChannel) return false;
  const lock = lockOf(from);
  const asking = navigator.locks.request(lock, async () => {
    const channel = new BroadcastChannel(from);
    channel.postMessage(CHANGED);
    await pause(OTHER_TABS_SAVE);
    channel.close();
    const { pending = [] } = await navigator.locks.query();
    return pending.some(({ name }) => name === lock);
  });
  return inTime(asking, LONGEST_TURN, () => true); // a tab that the system froze in its turn
}

/**
 * Delete what moves have left behind, once the reader has opened what counts.
 * @param {Records} opened
 */
export async function dropLeftOver({ key }) {
  for (const name of FORMER_DATABASES) {
    if (name === placeNow() || !(await isListed(name))) continue;
    const left = await readIn(name);
    const isOver = !left || areEqual(left.key, key);
    if (isOver && !(await isOpenElsewhere(name))) await deleteDatabase(name);
  }
}

/** Delete all under former names that is this guide's. In a file's storage, it can be another file's. */
export async function removeFormer() {
  for (const name of FORMER_DATABASES) {
    if (!(await isListed(name))) continue;
    const isOurs = name === placeNow() || !name.endsWith(":file") || !(await readIn(name));
    if (isOurs) await deleteDatabase(name);
  }
}
