// Count presses of Shift alone: on key up, when it is known whether it was pressed for something else.

import { _ } from "../common/gettext.js";
import { say } from "./status.js";

const pressesToLeave = 3;
const longestPause = 5000; // milliseconds between two presses
const messageStays = 5000; // milliseconds

// A single press shows no message: it happens by chance, and somebody may be watching.
const messages = { 2: _("Shift pressed twice. Once more to leave.") };
const late = _("Shift was not pressed again in time. Press it three times to leave.");

// While Shift is down, these show that it is used for scrolling sideways, selecting, writing or another window.
const otherUses = ["pointerdown", "pointerup", "wheel", "dragstart", "compositionstart", "blur"];

const textFields =
  "textarea, [contenteditable], input:not([type=checkbox]):not([type=radio]):not([type=button])";

/** Call back when Shift has been pressed three times; both Shift keys count. */
export function countShift(onThird) {
  const down = new Set(); // the Shift keys that are down, pressed for nothing else so far
  let presses = 0;
  let timer;

  const restart = (message) => {
    clearTimeout(timer);
    presses = 0;
    say(message);
  };
  const tooLate = () => {
    restart(presses > 1 ? late : "");
    timer = setTimeout(restart, messageStays, "");
  };

  addEventListener(
    "keydown",
    ({ altKey, code, ctrlKey, key, metaKey, repeat }) => {
      if (key !== "Shift") {
        down.clear();
        restart("");
      } else if (!(repeat || altKey || ctrlKey || metaKey)) down.add(code);
    },
    true,
  );
  for (const type of otherUses) {
    addEventListener(type, () => down.clear(), { capture: true, passive: true });
  }
  addEventListener(
    "keyup",
    ({ code, target }) => {
      // By its place: where Shift also switches the layout, it comes up under another name.
      if (!down.delete(code) || isTypedOnScreen(target)) return;
      presses += 1;
      if (presses >= pressesToLeave) {
        onThird();
        return;
      }
      say(messages[presses] || "");
      clearTimeout(timer);
      timer = setTimeout(tooLate, longestPause);
    },
    true,
  );
}

/** Return whether the key is on an on-screen keyboard, where Shift makes capital letters. */
function isTypedOnScreen(target) {
  return target.matches?.(textFields) && matchMedia("(hover: none) and (pointer: coarse)").matches;
}
