/** Several tabs of one site: one writes at a time, and the others hear of it. */

const NAME = "notes";

/** What tabs tell each other, never with any content. */
export const KEPT = "kept";
export const CHANGED = "changed";
export const SAVE_NOW = "save-now"; // the passphrase is about to change
export const NEW_PASSPHRASE = "new-passphrase";
export const WIPED = "wiped";

/** Return `tell(message)`; `onMessage(message)` hears what other tabs tell. */
export function openTabs(onMessage) {
  const channel = new BroadcastChannel(NAME);
  channel.addEventListener("message", ({ data }) => onMessage(data));
  return (message) => channel.postMessage(message);
}

/** Return `alone(work)`: run one piece of work at a time, in this tab and, where the browser can, in all. */
export function createTurns() {
  let last = Promise.resolve();

  return function alone(work) {
    const turn = last.then(() => (navigator.locks ? navigator.locks.request(NAME, work) : work()));
    last = turn.catch(() => {});
    return turn;
  };
}
