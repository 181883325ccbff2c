// Leave at once: by the link, or by pressing Shift three times.
// Nothing is asked of the network, of storage or of other code before the browser is on its way.

import { tellOtherTabs } from "./other-tabs.js";
import { firstEnd, goOnIfNothingComes } from "./second-end.js";

const pressesToLeave = 3;
const longestPause = 5000; // milliseconds between two presses
const messageStays = 5000; // milliseconds

const messages = {
  1: "Shift pressed once. Twice more to leave.",
  2: "Shift pressed twice. Once more to leave.",
  late: "Shift was not pressed again in time. Press it three times to leave.",
};

const textFields = "textarea, [contenteditable], input:not([type=checkbox], [type=radio], [type=button])";

let left = false;

/** Make every exit link leave without a way back, and count Shift. */
export function startQuickExit() {
  document.addEventListener("click", leaveByLink, true);
  for (const note of document.querySelectorAll(".leave-keys")) note.hidden = false;
  countShift();
  // Work that was under way when the reader left may have put something back.
  addEventListener("pageshow", () => left && blank());
}

function leaveByLink(event) {
  const link = event.target.closest("[data-quick-exit]");
  if (!link) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  leave(link);
}

/** Blank the page, take its place in the history, then let other code drop what it holds in memory. */
function leave(link) {
  const address = firstEnd(link);
  left = true;
  blank(link.dataset.exitTitle);
  location.replace(address);
  goOnIfNothingComes(link.dataset);
  tellOtherTabs();
  document.dispatchEvent(new Event("guide:leave"));
}

/** Leave nothing in the document but a neutral title: without one, a tab shows the address. */
function blank(title = document.title) {
  const head = document.createElement("head");
  head.appendChild(document.createElement("title")).textContent = title;
  document.documentElement.replaceChildren(head);
}

/** Count presses of Shift alone: on key up, when it is known whether another key was pressed with it. */
function countShift() {
  let presses = 0;
  let combined = false;
  let timer;

  const restart = (message) => {
    clearTimeout(timer);
    presses = 0;
    say(message);
  };
  const tooLate = () => {
    restart(messages.late);
    timer = setTimeout(restart, messageStays, "");
  };

  addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Shift") {
        combined = event.shiftKey;
        restart("");
      } else if (!event.repeat) {
        combined = event.ctrlKey || event.altKey || event.metaKey;
      }
    },
    true,
  );
  addEventListener("pointerdown", (event) => (combined = event.shiftKey), true);
  addEventListener(
    "keyup",
    (event) => {
      if (event.key !== "Shift" || combined || left || typedOnScreen(event.target)) return;
      presses += 1;
      if (presses === pressesToLeave) return leave(document.querySelector("[data-quick-exit]"));
      say(messages[presses]);
      clearTimeout(timer);
      timer = setTimeout(tooLate, longestPause);
    },
    true,
  );
}

function say(message) {
  const status = document.querySelector(".exit-status");
  if (status && status.textContent !== message) status.textContent = message;
}

/** Tell whether the key is one of a keyboard on the screen, where Shift makes capital letters. */
function typedOnScreen(target) {
  return (
    target instanceof Element &&
    target.matches(textFields) &&
    matchMedia("(hover: none) and (pointer: coarse)").matches
  );
}
