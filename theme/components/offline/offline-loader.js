// Bring the script of the kept guide where one answers, whichever view is open.
// Else it comes with its own view (../reader/view-script.js). Anyone else does not load it.

import { base, isCarried } from "../files/files.js";

/** Load `assets/offline.js`, once, on pages that a kept guide answers with. */
export function startKeptGuide() {
  if (
    isCarried ||
    !navigator.serviceWorker?.controller ||
    document.querySelector("script[src$='assets/offline.js']")
  )
    return;
  const script = document.createElement("script");
  script.src = new URL("assets/offline.js", base);
  script.onerror = () => script.remove();
  document.head.append(script);
}
