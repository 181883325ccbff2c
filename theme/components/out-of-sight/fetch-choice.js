// Fetch the choice when a reader opens it. No state here: two bundles use this.
import { isCarried, loadOnce, runScript } from "../common/files.js";
import { _ } from "../common/gettext.js";

const NOT_LOADED = _(
  "This part did not load, so this page will not hide. Close this part and open it to try again.",
);

/** Fetch what hides and covers. It starts only once, however often it comes. */
export const fetchChoice = () => (isCarried ? runScript : loadOnce)("assets/sight-choice.js");

/** Offer the choice in a view that has a place for it. The small guide in one file is without it. */
export function offerChoice(view) {
  const place = view.querySelector("[data-slot=sight]");
  if (!place || document.documentElement.dataset.pocket === "small") return;
  const fold = place.appendChild(document.createElement("details"));
  fold.dataset.outOfSight = "";
  fold.appendChild(document.createElement("summary")).textContent = _("Hide or cover this page");
}

/** Open every fold: that fetches once more, and says so where nothing comes. */
export function openChoices() {
  const folds = /** @type {NodeListOf<HTMLDetailsElement>} */ (
    document.querySelectorAll("[data-out-of-sight]")
  );
  for (const fold of folds) fold.open = true;
}

export function startFetchingChoice() {
  document.addEventListener("toggle", onToggle, true);
}

async function onToggle({ target: fold }) {
  if (!fold.open || !fold.matches("[data-out-of-sight]")) return;
  try {
    await fetchChoice();
  } catch {
    const line = document.createElement("p");
    line.textContent = NOT_LOADED;
    fold.replaceChildren(fold.querySelector("summary"), line);
  }
}
