/** Ask the host to clear what this browser stores for the site, where it can. */
import { addMarker, deleteRecords, isThere } from "./store.js";

const LONGEST_WAIT = 5000; // milliseconds

/**
 * Tell whether the host did. Its header clears files that a script's deletion leaves on the disk (measured), but
 * browsers hide that header from scripts, and many hosts answer any address with some page. So an empty database
 * is put there, and the host has done it when that is gone.
 */
export async function askServerToWipe(base) {
  if (!navigator.onLine || !base.protocol.startsWith("http")) return false;
  try {
    await addMarker();
    await fetchInTime(new URL("wipe", base));
    return !(await isThere());
  } catch {
    return false;
  } finally {
    await deleteRecords().catch(() => {});
  }
}

async function fetchInTime(address) {
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(), LONGEST_WAIT);
  try {
    await fetch(address, { cache: "no-store", referrerPolicy: "no-referrer", signal: waiting.signal });
  } finally {
    clearTimeout(timer);
  }
}
