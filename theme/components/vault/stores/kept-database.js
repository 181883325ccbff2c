/** The databases of this tab's vault. Some browsers never list them, though all else works: they are asked once. */
import { isListed, withDatabase } from "./database.js";

let canList = true;

/** Open one that is there, or create it, for one piece of work. */
export function withKept(name, options, work) {
  return withDatabase(name, { ...options, isThere }, work);
}

async function isThere(name) {
  return !canList || isListed(name, () => void (canList = false));
}
