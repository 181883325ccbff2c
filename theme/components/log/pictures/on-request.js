// The pictures are a bundle of their own, fetched when they are opened: most readers never do, and where there is no Python
// they cannot be made.
import { _ } from "../../common/gettext.js";
import { bring } from "../later.js";
import { plainRows } from "../model/plain-rows.js";

const PICTURES = "assets/log-pictures.js";
const NOT_LOADED = _(
  "The charts could not be made. A part of this page did not arrive. Open them again to try once more. All else in the log works without it.",
);
const NOT_HERE = _(
  "The charts cannot be made here. They need a part that is in the whole guide, and not in this small file. All else in the log works without it.",
);
const isSmall = document.documentElement.dataset.pocket === "small";

/** Return what `startPictures` of `pictures.js` returns, and load that when it is first shown. */
export function picturesOnRequest(area, parts) {
  /** @type {Promise<any> | null} */
  let coming = null;
  /** @type {any} */
  let pictures = null;
  let hasStopped = false;

  return {
    async show() {
      if (isSmall) {
        say(NOT_HERE);
        return;
      }
      try {
        coming ??= start();
        pictures = await coming;
      } catch {
        coming = null;
        if (!hasStopped) say(NOT_LOADED);
        return;
      }
      if (!hasStopped) await pictures.show();
    },
    clear: () => pictures?.clear(),
    stop() {
      hasStopped = true;
      pictures?.stop();
    },
    onPaper: () => pictures?.onPaper() ?? [],
  };

  function say(sentence) {
    area.querySelector(".log-pictures-said").textContent = sentence;
  }

  async function start() {
    const startPictures = await bring(PICTURES, "guide:pictures");
    return startPictures(area, { ...parts, rowsOf: plainRows });
  }
}
