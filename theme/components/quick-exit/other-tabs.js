// One tab has left: the others of this guide lock what is unlocked, and hide until the reader wants them back.
import { _ } from "../common/gettext.js";
import { base } from "../common/files.js";

const LEFT = "left"; // the whole message: it reveals nothing, and any other message is ignored
const root = document.documentElement;

/** @type {BroadcastChannel | null} */
let channel = null;
let isShown = true;

/** Listen for other tabs that leave. Another guide on the same origin has a name of its own. */
export function startOtherTabs() {
  channel = openChannel(`left ${new URL(base).pathname}`);
  if (channel) channel.onmessage = ({ data }) => data === LEFT && hearOfLeaving();
}

/** Notify the other tabs, once this one is leaving. */
export function tellOtherTabs() {
  if (channel) channel.postMessage(LEFT);
}

/** Return null where there is none, or where a browser that may store nothing refuses it. */
function openChannel(name) {
  try {
    return new BroadcastChannel(name);
  } catch {
    return null;
  }
}

function hearOfLeaving() {
  if (isShown && document.body) hide();
  document.dispatchEvent(new Event("guide:lock"));
}

/** Hide everything except the exit on screen, from screen readers, from search and on paper; keep it in the page. */
function hide() {
  const parts = [...document.querySelectorAll("body > :not(footer), footer > :not(.exit, .exit-status)")];
  const hidden = parts.filter((part) => !part.hidden);
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  const top = scrollY;
  const note = makeNote(() => {
    note.remove();
    delete root.dataset.hidden;
    for (const part of hidden) part.hidden = false;
    isShown = true;
    scrollTo({ top, behavior: "instant" });
    focused?.focus({ preventScroll: true });
  });

  isShown = false;
  for (const part of hidden) part.hidden = true;
  root.dataset.hidden = ""; // the style sheet hides what comes later, and everything on paper
  document.body.prepend(note);
  /** @type {HTMLElement} */ (note.firstChild).focus();
}

function makeNote(show) {
  const note = document.createElement("div"); // code finds the page's own <main> by its tag
  const sentence = note.appendChild(document.createElement("h1"));
  const button = note.appendChild(document.createElement("button"));
  note.className = "left-elsewhere md-grid";
  note.setAttribute("role", "main");
  sentence.tabIndex = -1;
  sentence.textContent = _("You left in another tab, so this page is hidden. Nothing on it is lost.");
  button.type = "button";
  button.textContent = _("Show this page again");
  button.addEventListener("click", show);
  return note;
}
