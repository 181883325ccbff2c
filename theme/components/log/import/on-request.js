// Bringing in a file is a bundle of its own, fetched when it is opened: most readers never do.
import { runScript } from "../../common/files.js";
import { _ } from "../../common/gettext.js";
import { dayWritten } from "../list.js";
import { createImportEntry } from "../model/import-entry.js";
import { dayWords } from "../model/times.js";
import { zoneHere } from "../model/zones.js";
import { reasonOf } from "../not-kept.js";

const IMPORTS = "assets/log-imports.js";
const NOT_LOADED = _(
  "A part of this page did not arrive. Open this again to try once more. All else in the log works without it.",
);
const NOT_HERE = _(
  "Files cannot be brought in here. That needs the whole guide, and this is the small file. Save a copy of your log as a file, and open it in the whole guide.",
);
const isSmall = document.documentElement.dataset.pocket === "small";

/** Return what `startImport` of `import-screen.js` returns, and load that when it is first shown. */
export function importOnRequest(area, parts) {
  /** @type {Promise<any> | null} */
  let coming = null;
  /** @type {any} */
  let screen = null;
  let hasStopped = false;
  const say = (sentence) => (area.querySelector(".said").textContent = sentence);

  return {
    async show() {
      if (isSmall) {
        say(NOT_HERE);
        return;
      }
      try {
        coming ??= bring();
        screen = await coming;
      } catch {
        coming = null;
        if (!hasStopped) say(NOT_LOADED);
        return;
      }
      if (!hasStopped) screen.show();
    },
    clear: () => screen?.clear(),
    stop() {
      hasStopped = true;
      screen?.clear();
    },
  };

  async function bring() {
    /** @type {any} */
    let start = null;
    const take = (/** @type {CustomEvent} */ { detail }) => (start = detail);
    document.addEventListener("guide:imports", take);
    try {
      await runScript(IMPORTS);
    } finally {
      document.removeEventListener("guide:imports", take);
    }
    return start(area, { ...parts, createImportEntry, dayWords, dayWritten, reasonOf, zoneHere });
  }
}
