// The one-document reader: links open views in place; address, history and title stay as they are.

import { _, fill } from "../common/gettext.js";
import { placeCautions } from "./cautions.js";
import { isPlainClick } from "../common/clicks.js";
import * as views from "./views.js";

/**
 * Start as soon as all views are here, then the parts that need them. On index.html that is at once; elsewhere the
 * opener loads them. A part that fails says so in the console, and stops no other.
 */
export function startReader(parts) {
  const begin = () => {
    placeCautions();
    views.markLinks();
    document.addEventListener("click", onClick);
    document.addEventListener("guide:leave", views.forgetWay);
    views.onViewChange(markInMenu);
    for (const start of [placeBackButton, ...parts, tellReady]) queueMicrotask(start);
  };
  if (views.gatherViews()) {
    begin();
    return;
  }
  document.addEventListener(
    "guide:views",
    (event) => {
      views.addViews(/** @type {CustomEvent} */ (event).detail);
      begin();
      event.preventDefault();
    },
    { once: true },
  );
}

function tellReady() {
  document.documentElement.dataset.reader = "ready";
  document.dispatchEvent(new Event("guide:reader"));
}

function onClick(event) {
  const link = event.target.closest?.("a[data-open], a[href^='#']");
  if (!link || !isPlainClick(event)) return;
  const { open, anchor } = link.dataset;
  const target = open ? views.findView(open) : document.getElementById(link.hash.slice(1));
  if (!target) return;
  event.preventDefault();
  if (open) views.openView(open, { anchor });
  else if (target.matches("main")) views.goToText();
  else views.goTo(target);
}

function markInMenu(id) {
  for (const link of document.querySelectorAll("#menu a[data-open]")) {
    if (link.dataset.open === id) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

/** Offer the way back in the header, since the browser's own leads out of the guide. */
function placeBackButton() {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "back";
  button.hidden = true;
  button.textContent = _("Back");
  /** @type {HTMLElement} */ (document.querySelector(".home")).after(button);
  const update = () => {
    const before = views.findView(views.viewBefore());
    button.hidden = !before;
    if (before)
      button.setAttribute("aria-label", fill(_("Back to “{page}”"), { page: views.viewName(before) }));
  };
  button.addEventListener("click", views.goBack);
  views.onViewChange(update);
}
