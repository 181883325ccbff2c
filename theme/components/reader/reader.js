// The one-document reader: links open views in place; address, history and title stay as they are.

import { placeCautions } from "./cautions.js";
import { isPlainClick } from "./clicks.js";
import * as views from "./views.js";

/** Start as soon as all views are here, then call back. On index.html that is at once; elsewhere the opener brings them. */
export function startReader(onReady) {
  const begin = () => {
    document.documentElement.dataset.reader = "ready";
    placeCautions();
    views.markLinks();
    document.addEventListener("click", onClick);
    document.addEventListener("guide:leave", views.forgetWay);
    views.onViewChange(markInMenu);
    placeBackButton();
    onReady();
  };
  if (views.gatherViews()) return begin();
  document.addEventListener(
    "guide:views",
    (event) => {
      views.addViews(event.detail);
      begin();
      event.preventDefault();
    },
    { once: true },
  );
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

/** Offer the way back on the page itself, since the browser's own leads out of the guide. */
function placeBackButton() {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "back";
  button.hidden = true;
  document.querySelector("main").prepend(button);
  const update = () => {
    const before = views.viewBefore();
    button.hidden = !before;
    button.textContent = before ? `Back to “${views.viewName(before)}”` : "";
  };
  button.addEventListener("click", views.goBack);
  views.onViewChange(update);
}
