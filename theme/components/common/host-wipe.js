// Ask the host to clear what this browser stores for it: that deletes files which a script's deletion leaves on the disk.
import { kindOf } from "./known-error.js";
import { DATABASE, FORMER_DATABASES, folders, isCopyOfGuide } from "./storage-names.js";
import { endAfter, inTime } from "./time-limit.js";

const LONGEST_WAIT = 5000; // milliseconds

/**
 * Return whether the host did. Browsers hide its header from scripts, and many hosts answer any address with some page.
 * So something is put there, with `marker.add()`, and the host has done it when that is gone.
 * @param {URL} base
 * @param {{add: () => Promise<unknown>, isThere: () => Promise<boolean>, remove: () => Promise<void>}} marker
 * @returns {Promise<boolean>}
 */
export async function askHostToWipe(base, marker) {
  // The header deletes everything that the origin keeps, so we do not use it where others keep something there.
  if (!base.protocol.startsWith("http") || (await isShared())) return false;
  let isCleared = false;
  try {
    await marker.add();
    await ask(base);
    isCleared = !(await marker.isThere());
    // Firefox makes an empty folder with the site's name when a script only looks (measured): the host clears that too.
    if (isCleared) await ask(base);
  } catch (error) {
    kindOf(error);
  }
  if (!isCleared) await marker.remove().catch(kindOf);
  return isCleared;
}

/**
 * Without an answer, nothing was cleared.
 * @param {URL} base
 */
function ask(base) {
  /** @type {RequestInit} */
  const asked = { cache: "no-store", referrerPolicy: "no-referrer", signal: endAfter(LONGEST_WAIT) };
  return fetch(new URL("wipe", base), asked).catch(() => {});
}

/** Return whether this origin holds anything that is not this guide's. Where its databases cannot be listed, it may. */
async function isShared() {
  const workers = navigator.serviceWorker?.getRegistrations();
  const [databases, caches, scopes] = await Promise.all([
    listOr(null, indexedDB.databases?.(), ({ name }) => name),
    listOr([], globalThis.caches?.keys(), (name) => name),
    listOr([], workers, ({ scope }) => scope),
  ]);
  const own = [DATABASE, ...FORMER_DATABASES];
  const places = folders().map(({ href }) => href);
  return !(
    databases?.every((name) => own.includes(name ?? "")) &&
    caches.every(isCopyOfGuide) &&
    scopes.every((scope) => places.includes(scope))
  );
}

/**
 * List names; where the browser refuses, does not answer or cannot, `instead`: then nothing can be kept there.
 * @template T, N, I
 * @param {I} instead
 * @param {Promise<readonly T[]> | undefined} listing
 * @param {(one: T) => N} nameOf
 * @returns {Promise<N[] | I>}
 */
async function listOr(instead, listing, nameOf) {
  if (!listing) return instead;
  return inTime(
    listing.then((list) => list.map(nameOf)),
    LONGEST_WAIT,
    () => instead,
  ).catch(() => instead);
}
