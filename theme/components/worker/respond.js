/** The worker's side of `open-worker.js`. */
import { nameOf } from "../common/known-error.js";

/**
 * Answer the page's messages with these actions, strictly one after the other. An error's own text may hold a person's words, so
 * `kindOf(error)` says in one word what went wrong, or null where nobody expected it. Of such a fault of ours the page hears the
 * name; it is told as `ours` where that is given.
 * @param {{[action: string]: (data: never) => unknown}} actions
 * @param {(error: unknown) => string | null} [kindOf]
 * @param {string} [ours] a kind
 */
export function respondWith(actions, kindOf = () => null, ours = undefined) {
  /** @type {Promise<void>} */
  let last = Promise.resolve();

  self.addEventListener("message", ({ data: { id, action, data } }) => {
    last = last.then(async () => {
      try {
        self.postMessage({ id, result: await actions[action](/** @type {never} */ (data)) });
      } catch (error) {
        const kind = kindOf(error);
        self.postMessage(kind === null ? { id, error: ours, fault: nameOf(error) } : { id, error: kind });
      }
    });
  });
}
