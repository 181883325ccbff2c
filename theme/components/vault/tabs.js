/** Several tabs of one guide: each announces to the others what it has done. */
import { CHANNEL } from "../common/storage-names.js";
import { pause } from "../common/time-limit.js";

/** @import { Message, Tell } from "./types.d.ts" */

/** The messages between tabs, never with any content. */
export const KEPT = "kept";
export const CHANGED = "changed";
export const SAVE_NOW = "save-now"; // the passphrase is about to change
export const NEW_PASSPHRASE = "new-passphrase";
export const WIPED = "wiped";
export const LINES_ADDED = "lines-added";

const MESSAGES = new Set([KEPT, CHANGED, LINES_ADDED, SAVE_NOW, NEW_PASSPHRASE, WIPED]);
/** How long other tabs get to store what they have not stored yet. */
export const OTHER_TABS_SAVE = 300; // milliseconds

const REST = 100; // milliseconds in which a repeated message counts only once

/**
 * Return `tell(message)`; `onMessage(message)` receives what other tabs send, and no other message.
 * @param {Tell} onMessage
 * @returns {Tell}
 */
export function openTabs(onMessage) {
  if (!globalThis.BroadcastChannel) return () => {};
  const channel = new BroadcastChannel(CHANNEL);
  /** @type {Map<Message, boolean>} */
  const heardAgain = new Map();

  /** @param {Message} message */
  function hear(message) {
    if (heardAgain.has(message)) {
      heardAgain.set(message, true);
      return;
    }
    heardAgain.set(message, false);
    setTimeout(() => {
      const again = heardAgain.get(message);
      heardAgain.delete(message);
      if (again) hear(message);
    }, REST);
    onMessage(message);
  }

  // Any page of this origin can send anything, and as often as it likes.
  channel.addEventListener("message", ({ data }) => MESSAGES.has(data) && hear(data));
  return (message) => channel.postMessage(message);
}

/**
 * Tabs with older scripts listen under the name that it had then. They are asked to store what they have not stored yet.
 * @param {string} name
 */
export async function askOlderTabsToSave(name) {
  if (!globalThis.BroadcastChannel) return;
  const channel = new BroadcastChannel(name);
  channel.postMessage(SAVE_NOW);
  await pause(OTHER_TABS_SAVE);
  channel.close();
}
