// On a narrow screen the menu is below the text. The button moves it above, and puts it back.

import { isComposing } from "../page/composing.js";
import { onViewChange } from "../reader/views.js";

const root = document.documentElement;

/** Put a button next to the header's link to the menu; the styles show one of the two. */
export function startMenu() {
  const menu = /** @type {HTMLElement} */ (document.getElementById("menu"));
  const link = /** @type {HTMLElement} */ (document.querySelector('.bar a[href="#menu"]'));
  const button = document.createElement("button");
  let top = 0;
  button.type = "button";
  button.className = `${link.className} menu-button`;
  button.textContent = link.textContent;
  button.setAttribute("aria-controls", menu.id);
  menu.tabIndex = -1;
  link.after(button);

  const set = (open) => {
    root.toggleAttribute("data-menu-open", open);
    button.setAttribute("aria-expanded", open);
  };
  const dismiss = () => {
    set(false);
    scrollTo({ top, behavior: "instant" });
    button.focus({ preventScroll: true });
  };
  const isOpen = () => root.hasAttribute("data-menu-open");

  set(false);
  button.addEventListener("click", () => {
    if (isOpen()) {
      dismiss();
      return;
    }
    top = scrollY;
    set(true);
    // The button stays in sight, so that a second tap closes the menu.
    scrollTo({ top: 0, behavior: "instant" });
    menu.focus({ preventScroll: true });
  });
  // The opener clicks the link again when the reader script has loaded, and by then the button has replaced it.
  link.addEventListener("click", (event) => {
    if (button.getClientRects().length === 0) return;
    event.preventDefault();
    button.click();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && isOpen() && !isComposing(event)) dismiss();
  });
  onViewChange(() => set(false));
}
