// The panel of the view: what is kept, the choices, the progress.
import { bytesOf } from "./manifest.js";
import * as strings from "./strings.js";

/** Put the panel into the view; `press(name)` receives the name of each button that is pressed. */
export function createPanel(view, press) {
  const slot = view.querySelector("[data-slot=offline]");
  const element = view.querySelector("#offline-panel").content.cloneNode(true).firstElementChild;
  const find = (css) => element.querySelector(css);
  const choices = Object.fromEntries(["guide", "all"].map((name) => [name, find(`[data-choice=${name}]`)]));
  element.addEventListener("click", ({ target }) => {
    const name = target.closest("[data-offline]")?.dataset.offline;
    if (name) press(name);
  });
  slot.replaceChildren(element);

  /** Show what is kept: `off`, `part`, `guide` or `all`; `isBusy` while files load; `elsewhere`, in which other languages. */
  function show(is, isBusy, elsewhere = []) {
    const focused = element.contains(document.activeElement) && document.activeElement;
    find(".offline-is").textContent = strings.tellWhatIs(isBusy ? "busy" : is, elsewhere);
    find(".offline-going").hidden = !isBusy;
    find(".offline-away").hidden = isBusy || (is === "off" && !elsewhere.length);
    choices.guide.hidden = isBusy || is === "guide" || is === "all";
    choices.all.hidden = isBusy || is === "all";
    // A button that is hidden has lost the focus, so the focus moves to the message.
    if (focused && !focused.getClientRects().length) find("[data-focus]").focus();
  }

  /** Say how large each choice is, and what a newer version would fetch; without a list, nothing can be chosen. */
  function showSizes(manifest, newer, isKept) {
    for (const button of element.querySelectorAll("[data-choice] button")) button.disabled = !manifest;
    find(".offline-newer").hidden = newer === null;
    find(".offline-newer p").textContent = `${strings.NEWER} ${strings.atMost(newer ?? 0)}`;
    if (!manifest) return;
    const { guide, more } = manifest;
    const sizes = (...groups) =>
      strings.sizes(
        groups.reduce((sum, { wire }) => sum + wire, 0),
        groups.reduce((sum, { files }) => sum + bytesOf(files), 0),
      );
    choices.guide.querySelector(".offline-size").textContent = sizes(guide);
    choices.all.querySelector(".offline-size").textContent = isKept ? sizes(more) : sizes(guide, more);
  }

  function showProgress(done, all) {
    Object.assign(find("progress"), { value: done, max: all });
    find(".offline-bytes").textContent = strings.progress(done, all);
  }

  function say(text) {
    find(".offline-said").textContent = text;
  }

  return { say, show, showProgress, showSizes };
}
