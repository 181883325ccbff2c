// One line that is announced and shown: about presses, and about what is loading.
import { _ } from "../common/gettext.js";

export const shortestWaitToTell = 600; // milliseconds
export const waiting = _("One moment. This part is loading.");

export function say(message) {
  const status = document.querySelector(".exit-status");
  if (status && status.textContent !== message) status.textContent = message;
}

/** Replace one message by another, on the line where the exit reports presses too. */
export function replaceMessage(before, message) {
  const status = document.querySelector(".exit-status");
  if (status && status.textContent === before) say(message);
}
