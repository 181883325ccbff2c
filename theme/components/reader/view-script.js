// Load the scripts of a view when it is first opened: readers who never open it do not load them.

import { runScript, scriptFor } from "../common/files.js";
import { findView, onViewChange } from "./views.js";

/** @type {Map<string, Promise<unknown>>} */
const brought = new Map();

/** Load what `data-script` names, for the view that is open and for each that will be. */
export function startViewScripts() {
  onViewChange((id) => bringScripts(findView(id)));
  bringScripts(findView(document.documentElement.dataset.view));
}

async function bringScripts(view) {
  // A view that could not be fetched has nothing for a script to work on.
  if (!view.dataset.script || "empty" in view.dataset) return;
  try {
    for (const name of view.dataset.script.split(" ")) await bring(`assets/${name}.js`);
  } catch {
    const place = view.querySelector("[data-no-script]");
    if (place) place.textContent = place.dataset.noScript;
  }
}

/** Another view may be waiting for the same script. One that failed is loaded again the next time. */
function bring(name) {
  if (!brought.has(name) && !scriptFor(name)) {
    const coming = runScript(name);
    brought.set(name, coming);
    coming.catch(() => brought.delete(name));
  }
  return brought.get(name);
}
