// Bringing in a file is a bundle of its own, fetched when it is opened: most readers never do.
import { _ } from "../../common/gettext.js";
import { createLater } from "../later.js";
import { dayWritten } from "../list.js";
import { createImportEntry } from "../model/import-entry.js";
import { dayWords } from "../model/times.js";
import { zoneHere } from "../model/zones.js";
import { reasonOf } from "../not-kept.js";

const NOT_LOADED = _(
  "A part of this page did not arrive. Open this again to try once more. All else in the log works without it.",
);
const NOT_MADE = _(
  "Files cannot be brought in now. Something in this page went wrong. All else in the log works without it.",
);
const NOT_HERE = _(
  "Files cannot be brought in here. That needs the whole guide, and this is the small file. Save a copy of your log as a file, and open it in the whole guide.",
);
const isSmall = document.documentElement.dataset.pocket === "small";

/** Return what `startImport` of `import-screen.js` returns, and load that when it is first shown. */
export function importOnRequest(area, parts) {
  const say = (sentence) => (area.querySelector(".said").textContent = sentence);
  const later = createLater({
    script: "assets/log-imports.js",
    event: "guide:imports",
    begin: (start) => start(area, { ...parts, createImportEntry, dayWords, dayWritten, reasonOf, zoneHere }),
    say,
    notLoaded: NOT_LOADED,
    notMade: NOT_MADE,
  });

  return {
    async show() {
      if (isSmall) say(NOT_HERE);
      else (await later.open())?.show();
    },
    clear: () => later.part?.clear(),
    stop() {
      later.stop();
      later.part?.clear();
    },
  };
}
