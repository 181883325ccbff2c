// What this browser keeps of the guide: one cache for each version, its mark, and the worker that answers with it.
import { NO_ROOM, NO_WORKER, Problem, REFUSED, STOLEN } from "./problem.js";

/** The address of the site's folder, ending in a slash. */
export const base = new URL("..", document.currentScript.src);

const PREFIX = `notes:${base.pathname}:`;
const MARK = new URL("kept", base);
const LOCK = `notes:${base.pathname}`;
const LONGEST_START = 30_000; // milliseconds

/** Tell whether this browser can keep anything here at all. */
export function canKeep() {
  return "serviceWorker" in navigator && "caches" in window && "locks" in navigator;
}

/**
 * Look at what is here: `whole`, the marks of whole copies; `isStarted`, whether a worker answers with one;
 * `isWaiting`, whether a newer one waits for all tabs to close; `isPart`, whether there is an unfinished one.
 */
export async function lookAtCopies() {
  try {
    const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
    const marks = await Promise.all(names.map((name) => readMark(name)));
    const registration = await ownRegistration();
    return {
      whole: marks.filter(Boolean),
      isPart: marks.includes(null),
      isStarted: Boolean(registration?.active),
      isWaiting: Boolean(registration?.waiting),
    };
  } catch {
    throw new Problem(REFUSED);
  }
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
  return caches.open(PREFIX + version).catch(() => {
    throw new Problem(NO_ROOM); // a browser that refuses did so when its caches were looked at
  });
}

export async function writeMark(cache, mark) {
  await cache.put(
    MARK,
    new Response(JSON.stringify(mark), { headers: { "Content-Type": "application/json" } }),
  );
}

/** Take out what is in no whole copy; with `onlyEmpty`, leave what one can go on with. */
export async function dropUnfinished({ onlyEmpty = false } = {}) {
  for (const name of await caches.keys()) {
    if (!name.startsWith(PREFIX)) continue;
    const [mark, cache] = await Promise.all([readMark(name), caches.open(name)]);
    const isEmpty = !(await cache.keys()).length;
    if (isEmpty || (!mark && !onlyEmpty)) await caches.delete(name);
    else if (mark && !onlyEmpty) await dropOthers(cache, mark.kept);
  }
}

async function dropOthers(cache, kept) {
  for (const { url } of await cache.keys()) {
    if (url !== MARK.href && !Object.hasOwn(kept, url.slice(base.href.length))) await cache.delete(url);
  }
}

/** Start the worker of the version that was just kept. It answers at once, or when all pages of an older one are closed. */
export async function startWorker() {
  try {
    const registration = await navigator.serviceWorker.register(new URL("worker.js", base), {
      updateViaCache: "none",
    });
    if (!registration.installing) await registration.update();
    const { installing, waiting, active } = registration;
    await Promise.race([hasSettled(installing ?? waiting ?? active, Boolean(active)), failLate()]);
  } catch {
    throw new Problem(NO_WORKER);
  }
}

/** A first worker has settled when it answers, a later one when it waits. */
function hasSettled(worker, isLater) {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (worker.state === "activated" || (isLater && worker.state === "installed")) resolve();
      else if (worker.state === "redundant") reject();
    };
    worker.addEventListener("statechange", look);
    look();
  });
}

function failLate() {
  return new Promise((_, reject) => setTimeout(reject, LONGEST_START));
}

/** Take away the worker and all copies; return whether nothing is left. */
export async function removeCopies() {
  await (await ownRegistration())?.unregister();
  for (const name of await caches.keys()) if (name.startsWith(PREFIX)) await caches.delete(name);
  return !(await caches.keys()).some((name) => name.startsWith(PREFIX));
}

/**
 * Do one piece of work on the copies at a time, in all tabs. Resolves to false at once when another tab is at it,
 * unless `steal`: then the other's work is to end, and it rejects with STOLEN.
 */
export async function alone(work, { steal = false } = {}) {
  let isMine = true;
  const asked = navigator.locks.request(LOCK, steal ? { steal } : { ifAvailable: true }, (lock) => {
    isMine = Boolean(lock);
    return lock && work();
  });
  await asked.catch((error) => {
    throw error.name === "AbortError" ? new Problem(STOLEN) : error;
  });
  return isMine;
}

/** Wait until no tab works on the copies. */
export function whenFree() {
  return navigator.locks.request(LOCK, { mode: "shared" }, () => {});
}
