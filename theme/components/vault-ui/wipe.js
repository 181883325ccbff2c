// Delete everything: asked for twice, since it cannot be undone, and honest about what may remain.
import { createBusy, make } from "./parts.js";
import { GUIDE_STAYS, NOT_WIPED, ONE_MOMENT, WIPED_ALL, WIPED_HERE } from "./words.js";

/** Add it to a panel. */
export function addWipe(view, element, { vault, keeper, say, tell, clearPage }) {
  const panel = make(view, "wipe");
  const button = panel.querySelector("button");
  const busyWith = createBusy();

  button.addEventListener("click", () => busyWith(button, wipe));
  element.querySelector("[data-place=wipe]").replaceChildren(panel);

  async function wipe() {
    say(ONE_MOMENT, panel);
    keeper.stop();
    clearPage();
    const { storage, server } = await vault.wipe();
    const sentence = storage ? (server ? WIPED_ALL : WIPED_HERE) : NOT_WIPED;
    tell((await isGuideKept()) ? `${sentence} ${GUIDE_STAYS}` : sentence);
  }
}

/** The guide itself can be kept too (`../offline/`); a host that clears takes it along, a deletion here does not. */
async function isGuideKept() {
  const names = await globalThis.caches?.keys().catch(() => []);
  return Boolean(names?.some((name) => name.startsWith("notes:")));
}
