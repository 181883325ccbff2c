// On a page that holds only its own view: fetch the reader when it is first wanted, so that the address stays.

import { base, readText } from "../files/files.js";
import { placeSearchField } from "../search/field.js";

const longestWait = 10_000; // milliseconds

const root = document.documentElement;

let field;
let waiting = false;
let left = false;

/** Stand in for the reader until a link that `hold-links.js` holds, or the search field, needs it. */
export function startOpener() {
  // The first page has its own reader, and a page opened from a folder may not fetch.
  if (
    document.querySelector("[data-view-id] ~ [data-view-id], template[data-views]") ||
    location.protocol === "file:"
  )
    return;
  root.dataset.reader = "waiting";
  document.addEventListener("guide:wanted", loadReader);
  document.addEventListener("guide:leave", () => (left = true));
  field = placeSearchField();
  field.addEventListener("focus", loadReader);
  if ("wanted" in root.dataset) loadReader();
}

/** Load the script and the views; the reader then tells that it is ready. */
async function loadReader() {
  if (waiting) return;
  waiting = true;
  try {
    const [views] = await Promise.race([Promise.all([readText("index.html"), loadScript()]), failLate()]);
    if (left) return;
    const taken = !document.dispatchEvent(
      new CustomEvent("guide:views", { detail: views, cancelable: true }),
    );
    if (!taken) throw 0;
    field.removeEventListener("focus", loadReader);
  } catch {
    // A reader who has left must not be brought back.
    if (left) return;
    field.disabled = true;
    delete root.dataset.reader;
    document.dispatchEvent(new Event("guide:no-reader"));
  }
}

function loadScript() {
  return new Promise((resolve, reject) => {
    // A page may have brought it along for its own view.
    if (document.querySelector("script[src$='/reader.js']")) return resolve();
    const script = document.createElement("script");
    script.src = `${base}assets/reader.js`;
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  });
}

function failLate() {
  return new Promise((_, reject) => setTimeout(reject, longestWait));
}
