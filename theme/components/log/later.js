// A part of the log in a bundle of its own, fetched when it is opened.
import { runScript } from "../common/files.js";
import { kindOf } from "../common/known-error.js";

/**
 * Return what brings a part. The script passes what starts it as the detail of its event, while it runs. `open()` resolves with
 * what `begin(start)` returned, or with null after `say` told why there is none; a script that did not arrive is fetched
 * again the next time.
 * @param {{script: string, event: "guide:pictures" | "guide:imports" | "guide:exports" | "guide:evidence", begin: (start: any) => any,
 *   say: (sentence: string) => void, notLoaded: string, notMade: string}} parts
 */
export function createLater({ script, event, begin, say, notLoaded, notMade }) {
  /** @type {Promise<any> | null} */
  let coming = null;
  /** @type {any} */
  let part = null;
  let hasStopped = false;

  return {
    /** Null until it was opened. */
    get part() {
      return part;
    },
    async open() {
      coming ??= load(script, event);
      const start = await coming;
      if (!start) coming = null;
      if (hasStopped) return null;
      if (!start) {
        say(notLoaded);
        return null;
      }
      try {
        part ??= begin(start);
        return part;
      } catch (error) {
        kindOf(error);
        say(notMade);
        return null;
      }
    },
    stop() {
      hasStopped = true;
    },
  };
}

/** Return what the script passes, or null where it did not arrive. */
async function load(script, event) {
  /** @type {any} */
  let start = brokeAsItStarted;
  const take = (/** @type {CustomEvent} */ { detail }) => (start = detail);
  document.addEventListener(event, take);
  try {
    await runScript(script);
    return start;
  } catch {
    return null;
  } finally {
    document.removeEventListener(event, take);
  }
}

/** The script arrived and passed nothing: the browser has reported why. */
function brokeAsItStarted() {
  throw new TypeError("nothing was passed");
}
