// What is in a bundle of its own, fetched when it is asked for.
import { runScript } from "../common/files.js";

/**
 * Run a script, and return what it passes by its event while it runs.
 * @param {string} script
 * @param {"guide:pictures" | "guide:exports"} event
 * @returns {Promise<any>}
 */
export async function bring(script, event) {
  /** @type {any} */
  let start = null;
  const take = (/** @type {CustomEvent} */ { detail }) => (start = detail);
  document.addEventListener(event, take);
  try {
    await runScript(script);
  } finally {
    document.removeEventListener(event, take);
  }
  return start;
}
