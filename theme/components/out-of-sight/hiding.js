// Hide all of the page but the exit, and keep it in the page. No state here: two bundles use this (README.md).
import { _ } from "../common/gettext.js";

// Looked up each time: a document in another language may be written over the one in which this was loaded.
const state = () => document.documentElement.dataset;
const SHOW = "guide:show"; // on `document`

/** Hide the page behind one sentence and a button that shows it again; return the note, or null if it is hidden already. */
export function hide(reason, sentence) {
  const note = document.createElement("div"); // code finds the page's own <main> by its tag
  const heading = note.appendChild(document.createElement("h1"));
  const button = note.appendChild(document.createElement("button"));
  heading.textContent = sentence;
  button.type = "button";
  button.textContent = _("Show this page again");
  button.addEventListener("click", show);
  return hideBehind(note, reason);
}

/**
 * Hide the page on screen, from screen readers, from search and on paper, until `show()`. The reasons are `away`, `left` and
 * `notes`: one that comes later in the alphabet takes the place of the others.
 */
export function hideBehind(front, reason) {
  const now = state().hidden ?? "";
  if (now >= reason) return null;
  const heading = front.querySelector("h1");
  front.className += " front md-grid";
  front.setAttribute("role", "main");
  heading.tabIndex = -1;
  if (now) document.querySelector(".front")?.remove();
  else hideParts();
  state().hidden = reason; // the style sheet hides what comes later, and everything on paper
  document.body.prepend(front);
  heading.focus();
  return front;
}

/** Show the page again, where it was. */
export function show() {
  document.dispatchEvent(new Event(SHOW));
}

function hideParts() {
  const parts = [...document.querySelectorAll("body > :not(footer), footer > :not(.exit, .exit-status)")];
  const hidden = parts.filter((part) => !part.hidden);
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  const top = scrollY;
  const showParts = () => {
    document.querySelector(".front")?.remove();
    delete state().hidden;
    for (const part of hidden) part.hidden = false;
    scrollTo({ top, behavior: "instant" });
    focused?.focus({ preventScroll: true });
  };

  for (const part of hidden) part.hidden = true;
  document.addEventListener(SHOW, showParts, { once: true });
}
