// Load what only some views need when one of them opens: its style sheets, and its text where index.html only names it.

import { _ } from "../common/gettext.js";
import { base, isCarried, readText } from "../common/files.js";
import { inTime } from "../common/time-limit.js";
import { replaceMessage, shortestWaitToTell, waiting } from "../quick-exit/status.js";
import { parse, parseWhole, readdress } from "./pages.js";

const longestWaitForStyles = 3_000; // milliseconds; then the view is shown plain
const longestWaitForText = 10_000; // milliseconds

const failed = {
  heading: _("This part is not here"),
  what: _("This part did not load. You can go back and try again."),
  inFolder: _("You opened this guide from a folder, so this part is on a page of its own."),
  own: _("Open it on its own page"),
  data: _("This page will close. Anything you wrote here and did not keep will be lost."),
};

/** Return whether a view waits for anything. */
export function lacks(view) {
  return "empty" in view.dataset || missingStyles(view).length > 0;
}

/** Load what a view lacks, then return. Without a connection the view says so itself. */
export async function bring(view) {
  const timer = setTimeout(replaceMessage, shortestWaitToTell, "", waiting);
  await Promise.all(["empty" in view.dataset && fill(view), ...missingStyles(view).map(linkStyles)]);
  clearTimeout(timer);
  replaceMessage(waiting, "");
}

function missingStyles(view) {
  const sheets = /** @type {NodeListOf<HTMLLinkElement>} */ (
    document.querySelectorAll("link[rel='stylesheet']")
  );
  const linked = new Set([...sheets].map((link) => link.href));
  const wanted = view.dataset.styles?.split(" ").map((name) => `${base}assets/${name}.css`) ?? [];
  return wanted.filter((href) => !linked.has(href));
}

/** Link a style sheet, and wait until it has arrived or failed. One that failed is requested again the next time. */
function linkStyles(href) {
  const link = document.createElement("link");
  const settled = new Promise((/** @type {(value?: unknown) => void} */ resolve) => {
    link.onload = resolve;
    link.onerror = () => {
      link.remove();
      resolve();
    };
  });
  Object.assign(link, { rel: "stylesheet", href });
  document.head.append(link);
  return inTime(settled, longestWaitForStyles, () => {});
}

/** Fetch a view that index.html only names. */
async function fill(view) {
  const { page, viewId } = view.dataset;
  try {
    const text = await inTime(readText(page), longestWaitForText);
    const full = /** @type {HTMLElement} */ (
      (isCarried ? parse : parseWhole)(text).querySelector(`[data-view-id="${viewId}"]`)
    );
    // A page that carries its files has made their links its own.
    if (!isCarried) readdress(full, base + page);
    view.textContent = "";
    view.append(...full.childNodes);
    view.className = full.className;
    delete view.dataset.empty;
  } catch {
    // No connection, or a page opened from a folder, which may not fetch. The one file has its own sentence for this.
    if (!isCarried) tellFailure(view, base + page);
  }
}

function tellFailure(view, address) {
  const words = document.createElement("div");
  const heading = document.createElement("h1");
  const [what, own, data] = [1, 2, 3].map(() => document.createElement("p"));
  const link = document.createElement("a");
  heading.textContent = failed.heading;
  what.textContent = location.protocol === "file:" ? failed.inFolder : failed.what;
  Object.assign(link, { href: address, target: "_self", textContent: failed.own });
  own.append(link);
  data.textContent = failed.data;
  words.className = "md-typeset";
  words.append(heading, what, own, data);
  view.textContent = "";
  view.append(words);
}
