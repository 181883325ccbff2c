// One line that is spoken and shown: of presses, and of what is on its way.
import { _ } from "../common/gettext.js";

export const shortestWaitToTell = 600; // milliseconds
export const waiting = _("One moment. This part is loading.");

export function say(message) {
  const status = document.querySelector(".exit-status");
  if (status && status.textContent !== message) status.textContent = message;
}

/** Put one message in the place of another, where the exit tells of presses too. */
export function replaceMessage(before, message) {
  const status = document.querySelector(".exit-status");
  if (status && status.textContent === before) say(message);
}
