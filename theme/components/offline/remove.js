// Remove the kept guide, in all of its languages. A plan that is kept here is separate: it is never deleted with it.
import { askHostToWipe } from "../common/host-wipe.js";
import { kindOf } from "../common/known-error.js";
import { DATABASE, FORMER_DATABASES, LOCK, OLD_NAME, root } from "../common/storage-names.js";
import { inTime } from "../common/time-limit.js";
import { marker } from "../vault/stores/marker.js";
import { removeCopies } from "./copies.js";

const LONGEST_ANSWER = 10_000; // milliseconds

/** Remove it; return `{how, planStays}`, where `how` names the sentence in `strings.js`, or is the kind of a problem. */
export async function removeGuide() {
  const here = await removeCopies().then((isGone) => (isGone ? "here" : "not"), kindOf);
  // Under the vault's own lock, so that no tab begins to keep a plan between looking and wiping.
  const looked = navigator.locks.request(LOCK, async () => {
    const planStays = await isPlanKept();
    // A cache as a marker would leave its folder behind in Firefox, so the vault's is used (it keeps no plan now).
    // The host's answer deletes everything that the browser keeps for this site, a plan too.
    return { planStays, byHost: !planStays && (await askHostToWipe(root, marker)) };
  });
  const { planStays, byHost } = await inTime(looked, LONGEST_ANSWER, () => ({
    planStays: true,
    byHost: false,
  }));
  return { how: byHost ? "byHost" : here, planStays };
}

/** Look by name: opening a database to look would make it. Where the browser cannot list them, there may be one. */
async function isPlanKept() {
  const listing = Promise.resolve(indexedDB.databases?.()).catch(nullIfRefused);
  const databases = await inTime(listing, LONGEST_ANSWER, () => null);
  const names = [DATABASE, ...FORMER_DATABASES, OLD_NAME];
  return databases?.some(({ name }) => names.includes(name ?? "")) ?? true;
}

/** @param {unknown} error */
function nullIfRefused(error) {
  if (!(error instanceof DOMException)) kindOf(error);
  return null;
}
