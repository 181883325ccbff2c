// Take the kept guide away. A plan that is kept here is another thing: it is never deleted with it.
import { base, removeCopies } from "./copies.js";
import { endAfter } from "./manifest.js";

const LONGEST_WAIT = 5000; // milliseconds
const VAULT = "notes"; // the name of its database, and of its lock

/** Remove it; return `{how, planStays}`, where `how` names the sentence in `words.js`. */
export async function removeGuide() {
  const isGone = await removeCopies().catch(() => false);
  // Under the vault's own lock, so that no tab begins to keep a plan between looking and wiping.
  const { planStays, byHost } = await navigator.locks.request(VAULT, async () => {
    const planStays = await isPlanKept();
    // The host's answer deletes all that the browser keeps for this site: a plan too.
    return { planStays, byHost: !planStays && (await askHostToWipe()) };
  });
  return { how: byHost ? "byHost" : isGone ? "here" : "not", planStays };
}

/** Look by name: opening a database to look would make it. Where the browser cannot tell, there may be one. */
async function isPlanKept() {
  const databases = await indexedDB.databases?.().catch(() => null);
  return databases?.some(({ name }) => name === VAULT) ?? true;
}

/**
 * Ask for the header that clears files which a script's deletion leaves on the disk. Browsers hide that header from
 * scripts, so an empty cache is put there: the host has done it when that is gone.
 */
async function askHostToWipe() {
  if (!navigator.onLine || !base.protocol.startsWith("http")) return false;
  const marker = `notes:${base.pathname}:wipe`;
  try {
    await caches.open(marker);
    await fetch(new URL("wipe", base), {
      cache: "no-store",
      referrerPolicy: "no-referrer",
      signal: endAfter(LONGEST_WAIT),
    });
    return !(await caches.has(marker));
  } catch {
    return false;
  } finally {
    await caches.delete(marker).catch(() => {});
  }
}
