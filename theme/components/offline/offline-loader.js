// Load the script of the kept guide on pages that one answers, whichever view is open.
// Otherwise it loads with its own view (../reader/view-script.js). Nobody else loads it.

import { isCarried, loadOnce } from "../common/files.js";

/** Load `assets/offline.js`, once, on pages that a kept guide answers with. */
export function startKeptGuide() {
  if (isCarried || !navigator.serviceWorker?.controller) return;
  loadOnce("assets/offline.js").catch(() => {}); // the guide works without; its own view asks again
}
