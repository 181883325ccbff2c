// In the one file: hide all parts except the first, let links open parts, and unpack what is needed from the start.

import { readText, runScript } from "../common/files.js";
import { answerForFiles } from "./carried.js";
import { showAll } from "./show-all.js";

const root = document.documentElement;
const views = "main > [data-view-id]";

root.dataset.reader = "waiting";
answerForFiles();
for (const view of document.querySelectorAll(`${views} ~ [data-view-id]`)) view.hidden = true;
/** @type {HTMLElement} */ (document.querySelector(".pocket-old")).hidden = "DecompressionStream" in window;
markLinks();
// Parts that are unpacked later have links of their own.
new MutationObserver(markLinks).observe(/** @type {HTMLElement} */ (document.querySelector("main")), {
  childList: true,
  subtree: true,
});
document.addEventListener("DOMContentLoaded", unpack);

/** Let links carry the view and the anchor that they lead to, as the build does on a site. */
function markLinks() {
  for (const link of document.querySelectorAll("a[href^='#source-']:not([data-open])"))
    link.dataset.open = "method";
  const hidden = "a[data-open][href^='#']:not([href^='#view-'], [data-anchor])";
  for (const link of linksIn(hidden)) link.dataset.anchor = decodeURIComponent(link.hash.slice(1));
  for (const link of linksIn("a[href^='#']:not([data-open])")) {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    const view = target?.closest(views);
    if (!target || !view) continue;
    link.dataset.open = view.dataset.viewId;
    if (target !== view) link.dataset.anchor = target.id;
  }
}

/**
 * @param {string} selector
 * @returns {NodeListOf<HTMLAnchorElement>}
 */
function linksIn(selector) {
  return /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(selector));
}

/** Unpack the reader script. Where that fails, or it did not start, everything can be read without it. */
async function unpack() {
  try {
    if (root.dataset.pocket === "small") {
      const styles = /** @type {HTMLElement} */ (document.querySelector("script[data-file$='.css']"));
      addStyle(await readText(/** @type {string} */ (styles.dataset.file?.split(" ")[0])));
      await runScript("assets/reader.js");
    }
  } catch {
    // An old browser, or a file that was cut off.
  }
  if (root.dataset.reader !== "ready") showAll();
}

function addStyle(text) {
  const style = document.createElement("style");
  style.textContent = text;
  document.head.append(style);
}
