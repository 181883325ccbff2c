// The cover: a plain page of notes over the guide, in the same tab. Nothing is fetched when it is shown.
import { _ } from "../common/gettext.js";
import { make } from "./elements.js";
import { hideBehind, show as uncover } from "./hiding.js";
import { beginLateView } from "./late-view.js";
import { stopSound } from "./sound.js";

/** Neither browsers nor screen readers use it, and it types nothing. */
export const KEY = "F2";
const SECOND_TAP = 500; // milliseconds: "All notes" comes where "Cover" was, and the second tap of two would open the guide

/** @returns {[string, string[]][]} */
const lists = () => [
  [_("Shopping"), [_("Milk"), _("Bread"), _("Eggs"), _("Apples"), _("Rice"), _("Washing-up liquid")]],
  [_("This week"), [_("Pay the electricity bill"), _("Take back the library books"), _("Water the plants")]],
  [_("Kitchen"), [_("Measure the shelf"), _("New bulb for the lamp"), _("Ask about the tap")]],
];

/** Return what offers the cover while it is on: by a button beside the exit, and by the key. */
export function createCover() {
  const button = tap(_("Cover it"), show);
  /** @type {AbortController | null} */
  let listeners = null;
  let coveredAt = 0;

  function show() {
    const page = make("div", { className: "cover" });
    page.dataset.cover = "";
    page.append(make("h1", { textContent: document.title }), ...lists().map(listOf), makeWayOut());
    page.append(tap(_("All notes"), () => performance.now() - coveredAt > SECOND_TAP && uncover()));
    if (!hideBehind(page, "notes")) return;
    coveredAt = performance.now();
    stopSound();
    hideWayOut();
    beginLateView();
  }

  function onKey(event) {
    const { altKey, ctrlKey, key, metaKey, repeat, shiftKey } = event;
    if (key !== KEY || altKey || ctrlKey || metaKey || shiftKey) return;
    event.preventDefault();
    if (!repeat) (document.documentElement.dataset.hidden === "notes" ? uncover : show)();
  }

  return {
    /** @param {boolean} isOn */
    set(isOn) {
      listeners?.abort();
      listeners = isOn ? new AbortController() : null;
      if (listeners) addEventListener("keydown", onKey, { capture: true, signal: listeners.signal });
      if (!isOn) button.remove();
      else if (!button.isConnected) exit().after(button);
    },
  };
}

function tap(textContent, onClick) {
  const button = make("button", { type: "button", className: "cover-tap", textContent });
  button.addEventListener("click", onClick);
  return button;
}

function listOf([name, lines]) {
  const items = lines.map((textContent) => make("li", { textContent }));
  return make("section", {}, make("h2", { textContent: name }), make("ul", {}, ...items));
}

/** An everyday link, which leaves as the exit does. Its word is the title under which leaving shows. */
function makeWayOut() {
  const { href, rel } = exit();
  const link = make("a", { href, rel, target: "_top", textContent: wayOutName() });
  link.dataset.quickExit = "";
  return make("p", {}, link);
}

/** By their attribute: this must not wait for a style sheet. What is said about presses of Shift would tell as much as the exit. */
function hideWayOut() {
  const parts = /** @type {NodeListOf<HTMLElement>} */ (
    document.querySelectorAll("footer :is(.exit, .exit-status)")
  );
  const setHidden = (isHidden) => parts.forEach((part) => (part.hidden = isHidden));
  document.addEventListener("guide:show", () => setHidden(false), { once: true });
  setHidden(true);
}

const exit = () => /** @type {HTMLAnchorElement} */ (document.querySelector("footer .exit"));

/** The words on the button that leaves. */
export const exitName = () => exit().textContent ?? "";

/** The word on the cover that leaves. */
export const wayOutName = () =>
  /** @type {HTMLScriptElement} */ (document.querySelector("script[data-title]")).dataset.title ?? "";
