// Handing on is a bundle of its own, fetched with its screen: the pen and the list need none of it.
import { _ } from "../../common/gettext.js";
import { bring } from "../later.js";

const EXPORTS = "assets/log-exports.js";
const NOT_LOADED = _(
  "Files and reports cannot be made just now. A part of this page did not arrive. Open this screen again to try once more.",
);

/**
 * Return what the screen needs, and load `startExports` of `exports-screen.js` when it is first shown. `area` is missing in
 * the small file, which says so itself.
 */
export function exportsOnRequest(area, parts) {
  /** @type {Promise<any> | null} */
  let coming = null;
  /** @type {any} */
  let exports = null;
  let hasLeft = false;

  return {
    async show() {
      if (!area) return;
      try {
        coming ??= start();
        exports = await coming;
        tell("");
      } catch {
        coming = null;
        if (!hasLeft) tell(NOT_LOADED);
        return;
      }
      if (!hasLeft) exports.show();
    },
    clear: () => exports?.clear(),
    stop() {
      hasLeft = true;
    },
  };

  function tell(sentence) {
    area.previousElementSibling.textContent = sentence;
  }

  async function start() {
    const startExports = await bring(EXPORTS, "guide:exports");
    return startExports(area, parts);
  }
}
