/** Python's files as they are published: below one address, fetched once each and watched. */
import { MANIFEST } from "./protocol.js";
import { createWatchedFetch } from "./watched-fetch.js";

/** Return what `loadPython` needs; README.md says what that is. */
export function networkFiles({ base, fresh }, onBytes) {
  const { fetchFile, failed } = createWatchedFetch(onBytes);

  function get(name, options) {
    // What changes has another name, which the manifest tells. All else may stay in the browser's cache, so
    // that a reader does not pay for it at each visit: it is large and says nothing about anyone.
    const usual = name === MANIFEST ? "no-cache" : "default";
    return fetchFile(new URL(name, base), { cache: fresh ? "reload" : usual, ...options });
  }

  async function runScripts(names) {
    // Fetched before, so that a slow link does not block this thread where nobody can see it.
    await Promise.all(names.map(async (name) => (await get(name)).arrayBuffer()));
    self.importScripts(...names.map((name) => new URL(name, base)));
  }

  return { base, get, runScripts, failed };
}
