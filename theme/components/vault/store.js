/** Two records in IndexedDB: the key under its passphrase, and the data under the key. Nothing else, nothing plain. */
import { deleteDB, openDB } from "idb";
import {
  ALREADY_KEPT,
  NEWER_VERSION,
  Problem,
  STORAGE_BLOCKED,
  STORAGE_FULL,
  STORAGE_GONE,
} from "./messages.js";

const DATABASE = "notes";
const STORE = "records";
const KEY = "1";
const DATA = "2";
const VERSION = 1;
const LONGEST_DELETION = 5000; // milliseconds

/**
 * Kinds of trouble by the name of the browser's error. A full disk has several names. Anything else is STORAGE_BLOCKED,
 * which drops nothing: STORAGE_GONE is only said of records that were looked for and not found.
 */
const WHILE_OPENING = {
  QuotaExceededError: STORAGE_FULL,
  VersionError: NEWER_VERSION,
  AbortError: STORAGE_GONE,
};
const WHILE_WRITING = {
  QuotaExceededError: STORAGE_FULL,
  DataError: STORAGE_FULL,
  UnknownError: STORAGE_FULL,
};

/** Tell whether something is kept, without leaving a trace of the question. */
export async function isKept() {
  try {
    await readRecords();
    return true;
  } catch (problem) {
    return problem.kind === NEWER_VERSION;
  }
}

export function readRecords() {
  return withDatabase({}, async (database) => {
    const transaction = database.transaction(STORE);
    const { store, done } = transaction;
    const [key, record] = await Promise.all([store.get(KEY), store.get(DATA), done]);
    if (!key || !record) throw new Problem(STORAGE_GONE);
    return { key, record };
  });
}

/** Store the first records. What is there already stays; when it fails, no empty database is left behind. */
export async function addRecords(records) {
  try {
    await withDatabase({ create: true }, (database) =>
      write(database, async (store) => {
        if (await store.getKey(KEY)) throw new Problem(ALREADY_KEPT);
        await put(store, records);
      }),
    );
  } catch (problem) {
    if (problem.kind === STORAGE_FULL) await deleteRecords().catch(() => {});
    throw problem;
  }
}

/** Store new records only if these very bytes are still there; return whether they were. */
export function replaceRecords(expected, records) {
  return withDatabase({}, (database) =>
    write(database, async (store) => {
      const [key, record] = await Promise.all([store.get(KEY), store.get(DATA)]);
      if (!key || !record) throw new Problem(STORAGE_GONE);
      if (!areEqual(key, expected.key) || !areEqual(record, expected.record)) return false;
      await put(store, records);
      return true;
    }),
  );
}

/** Delete all of it. A tab that stands still can hold this up, but not for ever. */
export async function deleteRecords() {
  const tooLong = new Promise((_, reject) => setTimeout(reject, LONGEST_DELETION));
  await Promise.race([deleteDB(DATABASE), tooLong]).catch(() => {
    throw new Problem(STORAGE_BLOCKED);
  });
}

/** Make the database without any record. */
export function addMarker() {
  return withDatabase({ create: true }, () => {});
}

export function areEqual(bytes, others) {
  return bytes.length === others.length && bytes.every((byte, i) => byte === others[i]);
}

function put(store, { key, record }) {
  const done = Promise.all([store.put(key, KEY), store.put(record, DATA)]);
  store.transaction.commit?.(); // a page that is about to go away may not hear that both are done
  return done;
}

/** Run one read-write transaction. It has happened only when it is complete: before, a crash can undo it. */
async function write(database, work) {
  const transaction = database.transaction(STORE, "readwrite", { durability: "strict" });
  const [worked, done] = await Promise.allSettled([work(transaction.store), transaction.done]);
  for (const { reason } of [worked, done]) {
    if (reason instanceof Problem) throw reason;
    if (reason) throw new Problem(WHILE_WRITING[reason.name] ?? STORAGE_BLOCKED);
  }
  return worked.value;
}

/** Open for one piece of work and close: no tab then holds up another that deletes, and none is surprised by it. */
async function withDatabase({ create = false }, work) {
  const database = await openDatabase(create);
  try {
    if (database.version > VERSION) throw new Problem(NEWER_VERSION);
    return await work(database);
  } catch (error) {
    throw error instanceof Problem ? error : new Problem(STORAGE_BLOCKED);
  } finally {
    database.close();
  }
}

async function openDatabase(create) {
  try {
    if (create)
      return await openDB(DATABASE, VERSION, { upgrade: (database) => database.createObjectStore(STORE) });
    if (!(await isThere())) throw new Problem(STORAGE_GONE);
    // Without a version: the one that is there.
    return await openDB(DATABASE, undefined, { upgrade: undo });
  } catch (error) {
    throw error instanceof Problem ? error : new Problem(WHILE_OPENING[error.name] ?? STORAGE_BLOCKED);
  }
}

/** Let a database that is not there yet not come into being. */
function undo(_database, _oldVersion, _newVersion, transaction) {
  transaction.done.catch(() => {}); // told by the opening as well
  transaction.abort();
}

/** Ask by name first where the browser can: opening, even in vain, touches the disk. */
export async function isThere() {
  if (!indexedDB.databases) return true;
  const databases = await indexedDB.databases();
  return databases.some(({ name }) => name === DATABASE);
}
