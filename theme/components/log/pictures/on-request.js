// The pictures are a bundle of their own, fetched when they are opened: most readers never do, and where there is no Python
// they cannot be made.
import { runScript } from "../../common/files.js";
import { _ } from "../../common/gettext.js";
import { kindOf } from "../../common/known-error.js";
import { plainRows } from "../model/plain-rows.js";
import { NOT_LOADED, NOT_MADE } from "./words.js";

const PICTURES = "assets/log-pictures.js";
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
      coming ??= load();
      const start = await coming;
      if (!start) coming = null;
      if (hasStopped) return;
      if (!start) {
        say(NOT_LOADED);
        return;
      }
      try {
        pictures ??= start(area, { ...parts, rowsOf: plainRows });
      } catch (error) {
        kindOf(error);
        say(NOT_MADE);
        return;
      }
      await pictures.show();
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

  /** Return what the script passes to its view, or null where it did not arrive: then it is loaded again the next time. */
  async function load() {
    /** @type {any} */
    let start = brokeAsItStarted;
    const take = (/** @type {CustomEvent} */ { detail }) => (start = detail);
    document.addEventListener("guide:pictures", take);
    try {
      await runScript(PICTURES);
      return start;
    } catch {
      return null;
    } finally {
      document.removeEventListener("guide:pictures", take);
    }
  }
}

/** The script arrived and passed nothing: the browser has reported why. */
function brokeAsItStarted() {
  throw new TypeError("no pictures");
}
