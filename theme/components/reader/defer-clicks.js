// From the first frame on: no link inside the guide adds an entry to the history. A link that is followed before the
// reader is there is held for it; if no reader loads, the page that it leads to replaces this one.

import { guide } from "../common/guide-folder.js";
import { hasLeft } from "../quick-exit/quick-exit.js";
import { replaceMessage, shortestWaitToTell, waiting } from "../quick-exit/status.js";
import { isPlainClick } from "../common/clicks.js";

const longestWait = 10_000; // milliseconds

/** @type {HTMLAnchorElement | null} */
let wanted = null;
let timers = [];

/** Take what the reader, which is asked first, did not. */
export function startDeferringClicks() {
  addEventListener("click", onClick);
  document.addEventListener("guide:reader", clickAgain);
  document.addEventListener("guide:no-reader", follow);
  // By then every script of the page has run or failed.
  addEventListener("load", () => isComing() || follow());
}

function onClick(event) {
  const link = event.target.closest?.("a[href]");
  if (!link || !isPlainClick(event)) return;
  const isOut = "external" in link.dataset;
  if (!(isOut ? isComing() : isInside(link))) return;
  event.preventDefault();
  wanted = link;
  if (!isComing()) {
    follow();
    return;
  }
  if (!timers.length) {
    timers = [setTimeout(follow, longestWait), setTimeout(replaceMessage, shortestWaitToTell, "", waiting)];
  }
  // For the code that loads the reader, or what changes the language, and for one that loads later.
  document.documentElement.dataset.wanted = link.hreflang;
  document.dispatchEvent(new Event("guide:wanted"));
}

/** Return whether a reader may still load, or what changes the language in place. */
function isComing() {
  const { reader } = document.documentElement.dataset;
  return wanted?.hreflang || (reader ? reader === "waiting" : document.readyState !== "complete");
}

function isInside({ download, hash, href, pathname, target }) {
  const isPage = /(\/|\.html)$/.test(pathname) || (hash && pathname === location.pathname);
  return isPage && href.startsWith(guide) && !download && (!target || target === "_self");
}

/** Go to a place in the open view, as the browser would, but without an entry in the history. */
function goInPage({ hash, href }) {
  if (!hash || href.split("#")[0] !== location.href.split("#")[0]) return false;
  const place = document.getElementById(decodeURIComponent(hash.slice(1)));
  if (!place || !place.getClientRects().length) return false;
  const target = (place.matches("main") && place.querySelector("h1")) || place;
  if (target.tabIndex < 0) target.tabIndex = -1;
  target.focus();
  target.scrollIntoView();
  return true;
}

function clickAgain() {
  const link = release();
  if (link && !hasLeft()) link.click();
}

function follow() {
  const link = release();
  if (!link || hasLeft() || goInPage(link)) return;
  if ("external" in link.dataset) location.assign(link.href);
  else location.replace(link.href);
}

function release() {
  const link = wanted;
  timers.forEach(clearTimeout);
  replaceMessage(waiting, "");
  wanted = null;
  timers = [];
  return link;
}
