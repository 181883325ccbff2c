/** Python's files as they are published: below one address, fetched once each and watched. */
import { createWatchedFetch } from "./watched-fetch.js";

const SCRIPTS = ["pyodide.js", "pyodide.asm.js"];

/**
 * These change with the guide's text. The rest is large, seldom changes and says nothing about anyone: it
 * may stay in the browser's cache like the site's styles, so that a reader does not pay for it at each visit.
 */
const ASKED_EACH_TIME = ["manifest.json", "catalogue.json"];

/** Return what `loadPython` needs; README.md says what that is. */
export function networkFiles({ base, fresh }, onBytes) {
  const { fetchFile, failed } = createWatchedFetch(onBytes);

  function get(name, options) {
    const usual = ASKED_EACH_TIME.includes(name) ? "no-cache" : "default";
    return fetchFile(new URL(name, base), { cache: fresh ? "reload" : usual, ...options });
  }

  async function runScripts() {
    // Fetched before, so that a slow link does not block this thread where nobody can see it.
    await Promise.all(SCRIPTS.map(async (name) => (await get(name)).arrayBuffer()));
    self.importScripts(...SCRIPTS.map((name) => new URL(name, base)));
  }

  return { base, get, runScripts, failed };
}
