/** The worker's side of `open-worker.js`. */
import { nameOf } from "../common/known-error.js";

/**
 * Answer the page's messages with these actions, strictly one after the other. An error's own text may hold a person's words, so
 * `kindOf(error)` says in one word what went wrong, or null where nobody expected it. Of such a fault of ours the page hears the
 * name; it is told as the kind `ours` where that is given. `movedOf(result)` lists what of a result moves to the page: a copy of it
 * would wait for a collection in both.
 * @param {{[action: string]: (data: never) => unknown}} actions
 * @param {(error: unknown) => string | null} [kindOf]
 * @param {{ours?: string, movedOf?: (result: unknown) => Transferable[]}} [how]
 */
export function respondWith(actions, kindOf = () => null, { ours, movedOf = () => [] } = {}) {
  /** @type {Promise<void>} */
  let last = Promise.resolve();
  /** @type {(message: object, moved: Transferable[]) => void} */
  const answer = (message, moved) =>
    /** @type {Worker} */ (/** @type {unknown} */ (self)).postMessage(message, moved);

  self.addEventListener("message", ({ data: { id, action, data } }) => {
    last = last.then(async () => {
      try {
        const result = await actions[action](/** @type {never} */ (data));
        answer({ id, result }, movedOf(result));
      } catch (error) {
        const kind = kindOf(error);
        answer(kind === null ? { id, error: ours, fault: nameOf(error) } : { id, error: kind }, []);
      }
    });
  });
}
