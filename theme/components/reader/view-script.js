// Load the script of a view when it is first opened: readers who never open it do not load it.

import { runScript, scriptFor } from "../common/files.js";
import { findView, onViewChange } from "./views.js";

const brought = new Set();

/** Load what `data-script` names, for the view that is open and for each that will be. */
export function startViewScripts() {
  onViewChange((id) => bringScript(findView(id)));
  bringScript(findView(document.documentElement.dataset.view));
}

async function bringScript(view) {
  const name = `assets/${view.dataset.script}.js`;
  // A view that could not be fetched has nothing for the script to work on.
  if (!view.dataset.script || "empty" in view.dataset || brought.has(name) || scriptFor(name)) return;
  brought.add(name);
  try {
    await runScript(name);
  } catch {
    brought.delete(name);
    const place = view.querySelector("[data-no-script]");
    if (place) place.textContent = place.dataset.noScript;
  }
}
