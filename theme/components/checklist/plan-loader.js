// Bring the plan's script when the plan is first opened: who only reads does not load it.
import { runScript } from "../files/files.js";
import { findView, onViewChange } from "../reader/views.js";

const NOT_HERE =
  "A part of this page did not arrive. You can read, tick and print the list. Open the plan again to try once more.";

// The plan's own page brings it along.
let loaded = Boolean(document.querySelector("script[src$='assets/plan.js']"));

/** Load `assets/plan.js` at the first opening of the plan. */
export function startPlanLoader() {
  onViewChange((id) => id === "plan" && load(findView(id)));
  if (document.documentElement.dataset.view === "plan") load(findView("plan"));
}

async function load(view) {
  // A view that could not be fetched has nothing for the script to work on.
  if (loaded || "empty" in view.dataset) return;
  loaded = true;
  try {
    await runScript("assets/plan.js");
  } catch {
    loaded = false;
    view.querySelector(".plan-status").textContent = NOT_HERE;
  }
}
