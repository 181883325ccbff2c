// Bring the script of the kept guide: when its view is opened, or where a kept guide answers. Anyone else does not load it.

import { base, isCarried } from "../files/files.js";

/** Load it on pages that a kept guide answers with. */
export function startKeptGuide() {
  if (navigator.serviceWorker?.controller) loadOffline();
}

/** Load `assets/offline.js`, once. */
export function loadOffline() {
  if (
    isCarried ||
    location.protocol === "file:" ||
    document.querySelector("script[src$='assets/offline.js']")
  )
    return;
  const script = document.createElement("script");
  script.src = new URL("assets/offline.js", base);
  script.onerror = () => script.remove();
  document.head.append(script);
}
