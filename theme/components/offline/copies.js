// What this browser keeps of the guide: one cache for each version, its mark, and the worker that answers with it.
import { kindOf } from "../common/known-error.js";
import {
  ALL_COPIES,
  COPIES,
  COPIES_LOCK,
  folder as base,
  folderOfLanguage,
  folders,
  isCopyOf,
  isCopyOfGuide,
  isOwnCopy,
  otherLanguages,
} from "../common/storage-names.js";
import { inTime } from "../common/time-limit.js";
import { NO_ROOM, NO_WORKER, KnownError, REFUSED, SILENT, STOLEN } from "./error-kinds.js";

/** The address of the site's folder, ending in a slash. */
export { base };

const MARK = new URL("kept", base);
const STATED_STORAGE = /<html [^>]*data-storage="([^"]*)"/;
const LONGEST_ANSWER = 10_000; // milliseconds
const FIRST_START = 15_000; // milliseconds
const LONGEST_START = 30_000; // milliseconds

/** Return whether this browser can keep anything here at all. */
export function canKeep() {
  return "serviceWorker" in navigator && "caches" in window && "locks" in navigator;
}

/**
 * Look at what is here: `whole`, the marks of complete copies; `isStarted`, whether a worker answers with one;
 * `isWaiting`, whether a newer one waits for all tabs to close; `isPart`, whether there is an unfinished one; `elsewhere`,
 * the names of other languages of which something is kept.
 */
export function lookAtCopies() {
  return inTime(look(), LONGEST_ANSWER, () => {
    throw new KnownError(SILENT);
  });
}

async function look() {
  try {
    const marks = await Promise.all((await ownCaches()).map((name) => readMark(name)));
    const registration = await ownRegistration();
    const all = await caches.keys();
    const others = otherLanguages().filter(({ hreflang }) =>
      all.some((name) => isCopyOf(folderOfLanguage(hreflang), name)),
    );
    return {
      elsewhere: others.map(({ textContent }) => textContent.trim()),
      whole: marks.filter(Boolean),
      isPart: marks.includes(null),
      isStarted: Boolean(registration?.active),
      isWaiting: Boolean(registration?.waiting),
    };
  } catch (error) {
    throw refusedOr(error);
  }
}

/** An error from a browser that lets nothing be stored here is not a fault of ours. */
function refusedOr(error) {
  return error instanceof DOMException ? new KnownError(REFUSED) : error;
}

async function ownCaches() {
  return (await caches.keys()).filter(isOwnCopy);
}

async function copiesOfGuide() {
  return (await caches.keys()).filter(isCopyOfGuide);
}

/** A guide in a folder above has a worker for this address too. */
async function ownRegistration() {
  const found = await navigator.serviceWorker.getRegistration(base);
  return found?.scope === base.href ? found : null;
}

async function readMark(name) {
  const found = await caches.match(MARK, { cacheName: name });
  return found ? found.json() : null;
}

export async function openCopy(version) {
  return caches.open(COPIES + version).catch(() => {
    throw new KnownError(NO_ROOM); // a browser that refuses did so when its caches were looked at
  });
}

export async function writeMark(cache, mark) {
  const headers = { "Content-Type": "application/json" };
  await put(cache, MARK, new Response(JSON.stringify(mark), { headers }));
}

/** Put a file into a copy. Browsers have several names for a full disk (WebKit calls it a `TypeError`): what they reject with is that. */
export async function put(cache, url, response) {
  const putting = cache.put(url, response); // what is thrown here is a fault of ours
  await putting.catch(() => {
    throw new KnownError(NO_ROOM);
  });
}

/**
 * Give copies their present name: an older page kept them under a former one. Only those whose own pages name the present
 * one: an older worker would not find its copy under it. Where there is no room for both, a copy stays as it is.
 */
export async function renameCopies() {
  const former = (await ownCaches()).filter((name) => !name.startsWith(COPIES));
  if (former.length) await alone(() => Promise.all(former.map(renameCopy)));
}

async function renameCopy(name) {
  const [mark, from] = await Promise.all([readMark(name), caches.open(name)]);
  if (!mark || (await storageOf(from)) !== document.documentElement.dataset.storage) return;
  await moveCopy(from, mark);
  await caches.delete(name);
}

/** Read which name the pages of a copy state (`theme/base.html`). */
async function storageOf(cache) {
  const page = await (await cache.match(new URL("index.html", base)))?.text();
  return STATED_STORAGE.exec(page ?? "")?.[1];
}

async function moveCopy(from, mark) {
  const to = await openCopy(mark.version);
  try {
    for (const file of await from.keys()) {
      if (file.url !== MARK.href) await put(to, file, await from.match(file));
    }
    await writeMark(to, mark); // last: it says that the copy is complete
  } catch (error) {
    await caches.delete(COPIES + mark.version);
    throw error;
  }
}

/** Delete what is in no complete copy; with `onlyEmpty`, leave what a later download can continue. */
export async function dropUnfinished({ onlyEmpty = false } = {}) {
  try {
    for (const name of await ownCaches()) await dropUnfinishedIn(name, onlyEmpty);
  } catch (error) {
    throw refusedOr(error);
  }
}

async function dropUnfinishedIn(name, onlyEmpty) {
  const [mark, cache] = await Promise.all([readMark(name), caches.open(name)]);
  const isEmpty = !(await cache.keys()).length;
  if (isEmpty || (!mark && !onlyEmpty)) await caches.delete(name);
  else if (mark && !onlyEmpty) await dropOthers(cache, mark.kept);
}

async function dropOthers(cache, kept) {
  const files = new Set(
    [MARK, ...Object.keys(kept).map((path) => new URL(path, base))].map(({ href }) => href),
  );
  for (const { url } of await cache.keys()) {
    if (!files.has(url)) await cache.delete(url);
  }
}

/** Note in the marks of these versions that they are withdrawn, and why: an older list does not undo that. */
export async function noteWithdrawn(entries) {
  for (const { version, why } of entries) {
    for (const name of ALL_COPIES.map((prefix) => prefix + version)) {
      const mark = (await caches.has(name)) && (await readMark(name));
      if (mark) await writeMark(await caches.open(name), { ...mark, withdrawn: why });
    }
  }
}

/**
 * Start the worker of the version that was just kept. It answers at once, or when all pages of an older one are closed.
 * A busy WebKit sometimes starts one without an event, or never answers, or does not start it. So we look whether there
 * is a new one, and ask a second time if there is not.
 */
export async function startWorker() {
  const before = await workersNow();
  const unlessThere = async (error) => {
    if (kindOf(error) !== NO_WORKER) throw error;
    const { newest } = await workersNow();
    if (!newest || before.all.includes(newest)) throw error;
  };
  await startInTime(FIRST_START)
    .catch(unlessThere)
    .catch(() => startInTime(LONGEST_START).catch(unlessThere));
}

async function workersNow() {
  const found = await inTime(ownRegistration(), LONGEST_ANSWER, () => {
    throw new KnownError(SILENT);
  });
  const all = [found?.waiting, found?.active].filter(Boolean);
  return { all, newest: all[0] };
}

/** @param {number} time */
function startInTime(time) {
  return inTime(start(), time, () => {
    throw new KnownError(NO_WORKER);
  });
}

async function start() {
  const { installing, waiting, active } = await register().catch(() => {
    throw new KnownError(NO_WORKER); // a browser reports everything that it refuses, also as a TypeError
  });
  const worker = installing ?? waiting ?? active;
  if (!worker) throw new KnownError(NO_WORKER);
  await hasSettled(worker, Boolean(active));
}

async function register() {
  const registration = await navigator.serviceWorker.register(new URL("worker.js", base), {
    updateViaCache: "none",
  });
  if (!registration.installing) await registration.update();
  return registration;
}

/** A first worker has settled when it answers, a later one when it waits. */
function hasSettled(worker, isLater) {
  return /** @type {Promise<void>} */ (
    new Promise((resolve, reject) => {
      const settle = () => {
        if (worker.state === "activated" || (isLater && worker.state === "installed")) resolve();
        else if (worker.state === "redundant") reject(new KnownError(NO_WORKER));
      };
      worker.addEventListener("statechange", settle);
      settle();
    })
  );
}

/** Take away the workers and all copies, in every language: who removes the guide expects all of it gone. Return whether it is. */
export function removeCopies() {
  const removing = removeAll().catch((error) => {
    throw refusedOr(error);
  });
  return inTime(removing, LONGEST_START, () => false);
}

async function removeAll() {
  const places = folders().map(({ href }) => href);
  for (const registration of await navigator.serviceWorker.getRegistrations()) {
    if (places.includes(registration.scope)) await registration.unregister();
  }
  for (const name of await copiesOfGuide()) await caches.delete(name);
  return !(await copiesOfGuide()).length;
}

/**
 * Do one piece of work on the copies at a time, in all tabs. Resolves to false at once when another tab works on them,
 * unless `steal`: then the other's work is to end, and it rejects with STOLEN.
 */
export async function alone(work, { steal = false } = {}) {
  let isMine = true;
  let hear;
  const isHeard = new Promise((resolve) => (hear = resolve));
  const asked = navigator.locks.request(COPIES_LOCK, steal ? { steal } : { ifAvailable: true }, (lock) => {
    isMine = Boolean(lock);
    hear();
    return lock && work();
  });
  await inTime(Promise.race([isHeard, asked]), LONGEST_ANSWER, () => {
    throw new KnownError(SILENT);
  }).catch(toStolen);
  await asked.catch(toStolen);
  return isMine;
}

function toStolen(error) {
  throw error.name === "AbortError" ? new KnownError(STOLEN) : error;
}

/** Wait until no tab works on the copies. */
export function whenFree() {
  return navigator.locks.request(COPIES_LOCK, { mode: "shared" }, () => {});
}
