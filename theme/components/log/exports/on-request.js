// Handing on is a bundle of its own, fetched with its screen: the pen and the list need none of it.
import { _ } from "../../common/gettext.js";
import { createLater } from "../later.js";

const NOT_LOADED = _(
  "Files and reports cannot be made just now. A part of this page did not arrive. Open this screen again to try once more.",
);
const NOT_MADE = _(
  "Files and reports cannot be made just now. Something in this page went wrong. All else in the log works without it.",
);

/**
 * Return what the screen needs, and load `startExports` of `exports-screen.js` when it is first shown. `area` is missing in
 * the small file, which says so itself.
 */
export function exportsOnRequest(area, parts) {
  const tell = (sentence) => (area.previousElementSibling.textContent = sentence);
  const later = createLater({
    script: "assets/log-exports.js",
    event: "guide:exports",
    begin: (start) => start(area, parts),
    say: tell,
    notLoaded: NOT_LOADED,
    notMade: NOT_MADE,
  });

  return {
    async show() {
      if (!area) return;
      const exports = await later.open();
      if (!exports) return;
      tell("");
      exports.show();
    },
    clear: () => later.part?.clear(),
    stop: later.stop,
  };
}
