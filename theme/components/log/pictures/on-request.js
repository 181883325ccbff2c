// The pictures are a bundle of their own, fetched when they are opened: most readers never do, and where there is no Python
// they cannot be made.
import { _ } from "../../common/gettext.js";
import { createLater } from "../later.js";
import { plainRows } from "../model/plain-rows.js";
import { NOT_LOADED, NOT_MADE } from "./words.js";

const NOT_HERE = _(
  "The charts cannot be made here. They need a part that is in the whole guide, and not in this small file. All else in the log works without it.",
);
const isSmall = document.documentElement.dataset.pocket === "small";

/** Return what `startPictures` of `pictures.js` returns, and load that when it is first shown. */
export function picturesOnRequest(area, parts) {
  const later = createLater({
    script: "assets/log-pictures.js",
    event: "guide:pictures",
    begin: (start) => start(area, { ...parts, rowsOf: plainRows }),
    say,
    notLoaded: NOT_LOADED,
    notMade: NOT_MADE,
  });

  return {
    async show() {
      if (isSmall) say(NOT_HERE);
      else await (await later.open())?.show();
    },
    clear: () => later.part?.clear(),
    stop() {
      later.stop();
      later.part?.stop();
    },
    onPaper: () => later.part?.onPaper() ?? [],
  };

  function say(sentence) {
    area.querySelector(".log-pictures-said").textContent = sentence;
  }
}
