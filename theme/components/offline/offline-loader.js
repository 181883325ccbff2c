// Bring the script of the kept guide where one answers, whichever view is open.
// Else it comes with its own view (../reader/view-script.js). Anyone else does not load it.

import { isCarried, loadOnce } from "../common/files.js";

/** Load `assets/offline.js`, once, on pages that a kept guide answers with. */
export function startKeptGuide() {
  if (isCarried || !navigator.serviceWorker?.controller) return;
  loadOnce("assets/offline.js").catch(() => {}); // the guide works without; its own view asks again
}
