// On a page that holds only its own view: fetch the reader when it is first wanted, so that the address stays.

import { base, readText } from "../files/files.js";
import { placeSearchField } from "../search/field.js";
import { isPlainClick } from "./clicks.js";

const longestWait = 10_000; // milliseconds; then the browser follows the link as if there were no script

let field;
let wanted;
let waiting = false;
let left = false;

/** Stand in for the reader until a link, or the search field, needs it. */
export function startOpener() {
  // The first page has its own reader, and a page opened from a folder may not fetch.
  if (
    document.querySelector("[data-view-id] ~ [data-view-id], template[data-views]") ||
    location.protocol === "file:"
  )
    return;
  document.documentElement.dataset.reader = "waiting";
  document.addEventListener("click", onClick);
  document.addEventListener("guide:leave", () => (left = true));
  field = placeSearchField();
  field.addEventListener("focus", loadReader);
}

function onClick(event) {
  const link = event.target.closest("a[data-open], a[data-external], a[href^='#']");
  if (!link || !isPlainClick(event)) return;
  event.preventDefault();
  wanted = link;
  loadReader();
}

/** Load the script and the views, then click again: the reader now answers. */
async function loadReader() {
  if (waiting) return;
  waiting = true;
  try {
    const [views] = await Promise.race([Promise.all([readText("index.html"), loadScript()]), failLate()]);
    if (left) return;
    document.removeEventListener("click", onClick);
    field.removeEventListener("focus", loadReader);
    const taken = !document.dispatchEvent(
      new CustomEvent("guide:views", { detail: views, cancelable: true }),
    );
    if (!taken) throw 0;
    wanted?.click();
  } catch {
    // A reader who has left must not be brought back.
    if (left) return;
    document.removeEventListener("click", onClick);
    if (wanted) location.assign(wanted.href);
    else field.disabled = true;
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
