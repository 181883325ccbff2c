// One tab has left: the others of this guide lock what is unlocked, and hide until the reader wants them back.
import { _ } from "../common/gettext.js";
import { guide } from "../common/guide-folder.js";
import { hide } from "../out-of-sight/hiding.js";

const LEFT = "left"; // the whole message: it reveals nothing, and any other message is ignored

/** @type {BroadcastChannel | null} */
let channel = null;

/** Listen for other tabs that leave. Another guide on the same origin has a name of its own. */
export function startOtherTabs() {
  channel = openChannel(`left ${new URL(guide).pathname}`);
  if (channel) channel.onmessage = ({ data }) => data === LEFT && hearOfLeaving();
  // The document of another language, written over this one, has a channel of its own.
  document.addEventListener("guide:leave", () => channel?.close());
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
  if (document.body)
    hide("left", _("You left in another tab, so this page is hidden. Nothing on it is lost."));
  document.dispatchEvent(new Event("guide:lock"));
}
