// A link that leads away opens after a line that says so, and what that leaves behind.

import { _, fill } from "../common/gettext.js";
import { isPlainClick } from "../common/clicks.js";
import { onViewChange } from "../reader/views.js";

const traces = _(
  "The browser’s history will list it, unless this is a private window. What you wrote here and did not keep may be lost.",
);

/** @type {HTMLElement | null} */
let note = null;
/** @type {HTMLElement | null} */
let origin = null;

/** Put the line after an external link when it is followed. */
export function startExternalLinks() {
  document.addEventListener("click", (event) => {
    const link = /** @type {Element} */ (event.target).closest?.("a[data-external]");
    if (!link || !isPlainClick(event)) return;
    event.preventDefault();
    ask(link);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && note?.contains(document.activeElement)) stay();
  });
  onViewChange(close);
}

function ask(link) {
  close();
  origin = link;
  const { host } = link.dataset;
  const says = document.createElement("span");
  says.textContent = [fill(_("This opens {host}."), { host }), traces].join(" ");
  note = document.createElement("span");
  note.className = "external-note";
  note.tabIndex = -1;
  note.setAttribute("role", "group");
  note.setAttribute("aria-label", says.textContent);
  const open = document.createElement("a");
  open.href = link.href;
  open.rel = "noreferrer noopener";
  open.textContent = fill(_("Open {host}"), { host });
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = _("Stay here");
  button.addEventListener("click", stay);
  note.append(says, open, " ", button);
  link.after(note);
  note.focus();
}

function stay() {
  const link = origin;
  close();
  link?.focus();
}

function close() {
  note?.remove();
  note = origin = null;
}
