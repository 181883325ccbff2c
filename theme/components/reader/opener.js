// On a page that holds only its own view: fetch the reader when it is first wanted, so that the address stays. On every page:
// fetch what changes the language in place, when a link to another language is pressed.

import { loadOnce, readText } from "../common/files.js";

const longestWait = 10_000; // milliseconds

const root = document.documentElement;

/** @type {HTMLInputElement | null} */
let field = null; // also after the reader has left: the guide must not come back
let waiting = false;

/**
 * Replace the reader until a link that `defer-clicks.js` holds, or the search field, needs it.
 * @param {() => HTMLInputElement} placeSearchField
 */
export function startOpener(placeSearchField) {
  // The first page has its own reader, and a page opened from a folder may not fetch.
  const isFirst = document.querySelector("[data-view-id] ~ [data-view-id], template[data-views]");
  if (!isFirst && location.protocol !== "file:") {
    root.dataset.reader = "waiting";
    document.addEventListener("guide:leave", () => (field = null));
    field = placeSearchField();
    field.onfocus = loadReader;
  }
  document.addEventListener("guide:wanted", loadWanted);
  loadWanted();
}

/** Load what the link needs that is held: it is to another language, or inside the guide. */
function loadWanted() {
  const { wanted } = root.dataset;
  if (wanted) loadOnce("assets/language.js");
  else if (wanted === "" && field) loadReader();
}

/** Load the script and the views; the reader then reports that it is ready. */
async function loadReader() {
  if (waiting) return;
  waiting = true;
  try {
    // A page may have loaded the script for its own view.
    const both = Promise.all([readText("index.html"), loadOnce("assets/reader.js")]);
    // Not `inTime`: this is on every page, and the largest of them have twenty bytes left.
    const late = new Promise((_, reject) => setTimeout(reject, longestWait));
    const [views] = await Promise.race([both, late]);
    const event = new CustomEvent("guide:views", { detail: views, cancelable: true }); // cancelled by who takes them
    if (field && !document.dispatchEvent(event)) return;
  } catch {
    // No connection, or too slow a one.
  }
  if (!field) return;
  field.disabled = true;
  delete root.dataset.reader;
  document.dispatchEvent(new Event("guide:no-reader"));
}
