// Links that save a file, such as a sheet as PDF: browsers fetch those past the worker (measured in Chromium 156),
// so without a network they would fail although the file is kept.
import { saveFile } from "../common/save-file.js";
import { isPlainClick } from "../common/clicks.js";
import { base } from "./copies.js";
import { NO_FILE } from "./strings.js";

/** On a page that a kept guide answers: fetch the file as the page does, then pass it to the browser to save. */
export function startDownloads() {
  document.addEventListener("click", (event) => {
    const link = /** @type {HTMLAnchorElement | null} */ (
      /** @type {Element} */ (event.target).closest?.("a[download]")
    );
    if (!link?.href.startsWith(base.href) || !isPlainClick(event)) return;
    event.preventDefault();
    save(link);
  });
}

async function save(link) {
  const note = link.nextElementSibling?.matches(".offline-file") ? link.nextElementSibling : placeNote(link);
  note.textContent = "";
  const file = await fileAt(link.href);
  if (file) saveFile(file, link.download, file.type);
  else note.textContent = ` ${NO_FILE}`;
}

/** @param {string} address */
async function fileAt(address) {
  try {
    const answer = await fetch(address);
    return answer.ok ? await answer.blob() : null;
  } catch {
    return null;
  }
}

function placeNote(link) {
  const note = document.createElement("span");
  note.className = "offline-file";
  note.setAttribute("role", "status");
  link.after(note);
  return note;
}
