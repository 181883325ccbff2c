// Bring the plan's script when the plan is first opened: who only reads does not load it.
import { base, findView, onViewChange } from "../reader/views.js";

const NOT_HERE =
  "A part of this page did not arrive. You can read, tick and print the list. Open the plan again to try once more.";

/** Load `assets/plan.js` at the first opening of the plan. */
export function startPlanLoader() {
  onViewChange((id) => id === "plan" && load(findView(id)));
  if (document.documentElement.dataset.view === "plan") load(findView("plan"));
}

function load(view) {
  // A view that could not be fetched has nothing for the script to work on.
  if ("empty" in view.dataset || document.querySelector("script[src$='assets/plan.js']")) return;
  const script = document.createElement("script");
  script.src = `${base}assets/plan.js`;
  script.onerror = () => {
    script.remove();
    view.querySelector(".plan-status").textContent = NOT_HERE;
  };
  document.head.append(script);
}
