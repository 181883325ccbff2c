// The pictures are a bundle of their own, fetched when they are opened: most readers never do, and where there is no Python
// they cannot be made.
import { runScript } from "../../common/files.js";
import { _ } from "../../common/gettext.js";
import { plainRows } from "../model/plain-rows.js";

const PICTURES = "assets/log-pictures.js";
const MISSING = _(
  "The pictures cannot be made here now: a part of this page did not load. All else in the log works without it.",
);

/** Return what `startPictures` of `pictures.js` returns, and load that when it is first shown. */
export function picturesOnRequest(area, parts) {
  /** @type {Promise<any> | null} */
  let coming = null;
  /** @type {any} */
  let pictures = null;
  let hasStopped = false;

  return {
    async show() {
      try {
        coming ??= bring();
        pictures = await coming;
      } catch {
        coming = null;
        if (!hasStopped) area.querySelector(".log-pictures-said").textContent = MISSING;
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

  async function bring() {
    /** @type {any} */
    let start = null;
    const take = (/** @type {CustomEvent} */ { detail }) => (start = detail);
    document.addEventListener("guide:pictures", take);
    try {
      await runScript(PICTURES);
    } finally {
      document.removeEventListener("guide:pictures", take);
    }
    return start(area, { ...parts, rowsOf: plainRows });
  }
}
