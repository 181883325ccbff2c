/**
 * Files of lines in IndexedDB: `tail` by the number of its line, `parts` by the first and the last number. A number is only ever
 * added, never overwritten, and nothing is written unless the key is still the one that sealed it.
 */
import { FILES, KnownError, PARTS, STORAGE_GONE, TAIL } from "../protocol.js";
import { answered, areEqual, OLDER, PAIR, STORE, upgradeDatabase, writeIn } from "./database.js";
import { inPlace, placeNow } from "./place.js";

/** @import { Bytes, FoundLines, LineStorage, Range, SealedLines, SealedPlace, StoredLines } from "../types.d.ts" */
/** @import { WriteTransaction } from "./database.js" */
/** @import { IDBPDatabase, IDBPObjectStore } from "idb" */

const ALL = [STORE, TAIL, PARTS];

/**
 * `isOwn()`: whether what is kept lies under this guide's own name. Elsewhere there are no lines.
 * @param {{isOwn: () => boolean}} records
 * @returns {LineStorage}
 */
export function createLineStorage({ isOwn }) {
  return {
    hasRoom: () => inPlace(hasStores),
    makeRoom: () => upgradeDatabase(placeNow()),
    find: async (choose) => (isOwn() ? findLines(choose) : { key: null, ranges: [], files: [] }),
    put: putLines,
    listSealed: async () => (isOwn() ? listSealed() : []),
    get: getFile,
    replace: replaceFile,
    dropOlder,
  };
}

/** @param {IDBPDatabase} database */
function hasStores(database) {
  return database.objectStoreNames.contains(TAIL);
}

/**
 * Return what numbers are stored, the oldest first, and the files that `choose` picks of them, as they are at one moment.
 * @param {(ranges: Range[]) => Range[]} choose
 * @returns {Promise<FoundLines>}
 */
function findLines(choose) {
  return inPlace((database) => {
    const names = hasStores(database) ? ALL : [STORE];
    const transaction = database.transaction(names);
    /** @type {StoreOf} */
    const storeOf = (name) => transaction.objectStore(name);
    const finding = Promise.all([find(storeOf, names, choose), transaction.done]);
    return answered(finding).then(([found]) => found);
  });
}

/**
 * List what is sealed for the key: files of lines, and the heads of attachments, each under the number 0 of its id.
 * @returns {Promise<SealedPlace[]>}
 */
function listSealed() {
  return inPlace(async (database) => {
    const names = [TAIL, PARTS, FILES].filter((name) => database.objectStoreNames.contains(name));
    const keys = await answered(Promise.all(names.map((name) => database.getAllKeys(name))));
    const all = names.flatMap((store, index) => keys[index].map((key) => ({ store, key })));
    return all.filter(({ store, key }) => store !== FILES || /** @type {IDBValidKey[]} */ (key)[1] === 0);
  });
}

/**
 * @param {SealedPlace} place
 * @returns {Promise<Bytes | undefined>}
 */
function getFile({ store, key }) {
  return inPlace((database) => answered(database.get(store, key)));
}

/** @typedef {(name: string) => IDBPObjectStore<unknown, string[], string, "readonly">} StoreOf */

/**
 * @param {StoreOf} storeOf
 * @param {string[]} names
 * @param {(ranges: Range[]) => Range[]} choose
 * @returns {Promise<FoundLines>}
 */
async function find(storeOf, names, choose) {
  const hasLines = names.includes(TAIL);
  const [key, tail, parts] = await Promise.all([
    storeOf(STORE).get(PAIR[0]),
    hasLines ? storeOf(TAIL).getAllKeys() : [],
    hasLines ? storeOf(PARTS).getAllKeys() : [],
  ]);
  if (!key) throw new KnownError(STORAGE_GONE);
  const ranges = [...parts.map(rangeOfPart), ...tail.map(rangeOfOne)].sort(
    (one, other) => one.from - other.from,
  );
  const files = await Promise.all(
    choose(ranges).map(async (range) => ({ ...range, file: await storeOf(range.place).get(keyOf(range)) })),
  );
  return { key, ranges, files: files.filter(({ file }) => file instanceof Uint8Array) };
}

/**
 * Store these lines if `last` is still the last number and this still the key; return whether they are stored.
 * @param {Bytes} key
 * @param {number} last
 * @param {Pick<SealedLines, "files" | "gone">} lines
 * @returns {Promise<boolean>}
 */
function putLines(key, last, { files, gone }) {
  return inPlace((database) =>
    writeIn(database, ALL, async (transaction) => {
      if (!(await isUnder(key, transaction))) return false;
      const now = await lastNumber(transaction);
      if (now !== last) return isThere(files[files.length - 1], transaction);
      await addLines(transaction, files, gone);
      return true;
    }),
  );
}

/**
 * Add files, and take away what they take the place of. It does not end the transaction by itself: where there is no room,
 * Chromium then sometimes never says so.
 * @param {WriteTransaction} transaction
 * @param {StoredLines[]} files
 * @param {Range[]} [gone]
 */
export function addLines(transaction, files, gone = []) {
  /** @param {StoredLines} stored */
  const add = async (stored) => transaction.objectStore(stored.place).add(stored.file, keyOf(stored));
  /** @param {Range} range */
  const remove = async (range) => transaction.objectStore(range.place).delete(keyOf(range));
  return Promise.all([...files.map(add), ...gone.map(remove)]);
}

/**
 * A first try was perhaps reported as failed, and was not.
 * @param {StoredLines} stored
 * @param {WriteTransaction} transaction
 */
function isThere(stored, transaction) {
  return isIn({ store: stored.place, key: keyOf(stored) }, stored.file, transaction);
}

/**
 * @param {SealedPlace} place
 * @param {Bytes} file
 * @param {WriteTransaction} transaction
 */
async function isIn({ store, key }, file, transaction) {
  const found = await transaction.objectStore(store).get(key);
  return found instanceof Uint8Array && areEqual(found, file);
}

/**
 * Put another file in the place of one that is still the same; return whether it was.
 * @param {Bytes} key
 * @param {SealedPlace} place
 * @param {Bytes} stored
 * @param {Bytes} file
 * @returns {Promise<boolean>}
 */
function replaceFile(key, place, stored, file) {
  return inPlace((database) =>
    writeIn(database, [STORE, place.store], async (transaction) => {
      if (!(await isUnder(key, transaction)) || !(await isIn(place, stored, transaction))) return false;
      await transaction.objectStore(place.store).put(file, place.key);
      return true;
    }),
  );
}

/**
 * No line is sealed for an older key any more.
 * @param {Bytes} key
 */
function dropOlder(key) {
  return inPlace((database) =>
    writeIn(database, [STORE], async (transaction) => {
      if (await isUnder(key, transaction)) await transaction.objectStore(STORE).delete(OLDER);
    }),
  );
}

/**
 * @param {Bytes} key
 * @param {WriteTransaction} transaction
 */
async function isUnder(key, transaction) {
  const stored = await transaction.objectStore(STORE).get(PAIR[0]);
  if (!stored) throw new KnownError(STORAGE_GONE);
  return areEqual(stored, key);
}

/** @param {WriteTransaction} transaction */
async function lastNumber(transaction) {
  const [one, part] = await Promise.all(
    [TAIL, PARTS].map(async (name) => transaction.objectStore(name).openKeyCursor(null, "prev")),
  );
  return Math.max(one ? rangeOfOne(one.key).to : 0, part ? rangeOfPart(part.key).to : 0);
}

/** @param {Range} range */
function keyOf({ place, from, to }) {
  return place === TAIL ? from : [from, to];
}

/**
 * @param {IDBValidKey} key
 * @returns {Range}
 */
function rangeOfOne(key) {
  return { place: TAIL, from: Number(key), to: Number(key) };
}

/**
 * @param {IDBValidKey} key
 * @returns {Range}
 */
function rangeOfPart(key) {
  const [from, to] = /** @type {number[]} */ (key);
  return { place: PARTS, from, to };
}
