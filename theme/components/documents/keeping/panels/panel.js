// Small things that all panels share.
import { isComposing } from "../../../page/composing.js";

/** Make a panel from the view's template of this name. */
export function make(view, name) {
  return view.querySelector(`template[data-panel=${name}]`).content.cloneNode(true).firstElementChild;
}

/** Show one passphrase field, hide it again, and let Enter press the button that belongs to it. */
export function bringToLife(panel, button) {
  const boxes = panel.querySelectorAll(".unveil input");
  for (const box of boxes) box.addEventListener("change", () => veil(panel, !box.checked));
  for (const field of panel.querySelectorAll("[data-passphrase]")) {
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || isComposing(event)) return;
      event.preventDefault();
      button?.click();
    });
  }
  for (const box of boxes) veil(panel, !box.checked);
}

function veil(panel, isVeiled) {
  for (const field of panel.querySelectorAll("[data-passphrase]")) field.classList.toggle("veiled", isVeiled);
}

export function clearPassphrases(panel) {
  for (const field of panel.querySelectorAll("[data-passphrase]")) field.value = "";
}

/** Return `busyWith(button, work)`: run one piece of work at a time; a second press during it does nothing. */
export function createBusy() {
  let isBusy = false;

  return async function busyWith(button, work) {
    if (isBusy) return;
    isBusy = true;
    // Not `disabled`: the focus would be lost.
    button.setAttribute("aria-disabled", "true");
    try {
      await work();
    } finally {
      isBusy = false;
      button.removeAttribute("aria-disabled");
    }
  };
}

/** Show a block with this text, or hide it. */
export function showText(block, text) {
  block.hidden = !text;
  block.querySelector("p").textContent = text;
}

/**
 * Say in a panel what a file of the document does not hold.
 * @param {Element} panel
 * @param {{leftOut: () => string} | undefined} lines
 */
export function showLeftOut(panel, lines) {
  const place = /** @type {HTMLElement} */ (panel.querySelector(".not-in-copy"));
  place.textContent = lines?.leftOut() ?? "";
  place.hidden = !place.textContent;
}
