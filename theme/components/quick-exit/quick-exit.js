// Leave at once: by the link, or by pressing Shift three times.
// Nothing uses the network, storage or other code before the browser is leaving, and nothing that
// could throw runs before that: no method here is newer than 2018.

import { isFramed } from "../page/framed.js";
import { countShift } from "./count-shift.js";
import { tellOtherTabs } from "./other-tabs.js";
import { firstEnd, goOnIfNothingComes } from "./second-end.js";

const longestWait = 200; // milliseconds for the first empty frame: a hidden tab paints none

// The script comes before the links, and keeps their data in case something removes them.
const own = /** @type {{[name: string]: string}} */ (
  /** @type {HTMLScriptElement} */ (document.currentScript).dataset
);

let left = false;
let isEmpty = false;

export const hasLeft = () => left;

/** Make every exit link leave without a way back, and count Shift. */
export function startQuickExit() {
  addEventListener("click", leaveByLink, true);
  addEventListener("auxclick", leaveByLink, true); // the middle button, which would open a second tab
  countShift(() => left || leave());
  addEventListener("pagehide", () => left && clear());
  // Work that was under way when the reader left may have put something back.
  addEventListener("pageshow", () => left && empty());
  document.documentElement.dataset.armed = "";
  // The page that opened this one may have named it, and could send it elsewhere.
  self.name = "";
  self.opener = null;
}

function leaveByLink(event) {
  const link = event.target.closest?.("[data-quick-exit]");
  if (!link || event.button > 1) return; // the right button opens the browser's own menu
  event.preventDefault();
  event.stopImmediatePropagation();
  leave(link.href);
}

/** Hide the page and take its place in the history. Slow work follows when nothing can be seen any more. */
function leave(to) {
  left = true;
  try {
    hide();
  } finally {
    try {
      go(firstEnd(to || own.address));
    } finally {
      requestAnimationFrame(() => setTimeout(clear));
      setTimeout(clear, longestWait);
      goOnIfNothingComes(go, own.second);
      tellOtherTabs();
      document.dispatchEvent(new Event("guide:leaving")); // for what would still ask the network
    }
  }
}

function hide() {
  const { style } = document.documentElement;
  // Skipping every box takes one frame; removing each of them takes several. Older browsers can only remove.
  style.setProperty("content-visibility", "hidden", "important");
  if (!style.contentVisibility) style.setProperty("display", "none", "important");
  document.title = own.title;
}

function go(to) {
  if (isFramed) {
    try {
      /** @type {Window} */ (top).location.replace(to);
      return;
    } catch {
      // A sandboxed frame may navigate only itself.
    }
  }
  location.replace(to);
}

/** Empty the page, then let other code drop what it holds in memory. */
function clear() {
  if (isEmpty) return;
  isEmpty = true;
  empty();
  document.dispatchEvent(new Event("guide:leave"));
}

/** Leave nothing in the document but a neutral title: without one, a tab shows the address. */
function empty() {
  const root = document.documentElement;
  const head = document.createElement("head");
  head.appendChild(document.createElement("title")).textContent = own.title;
  // Without one, a browser would ask this site for an icon.
  const icon = head.appendChild(document.createElement("link"));
  icon.rel = "icon";
  icon.href = "data:,";
  root.textContent = "";
  root.appendChild(head);
}
