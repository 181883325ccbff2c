/** The worker's side of `open-worker.js`. */

/**
 * Answer the page's messages with these actions, strictly one after the other.
 * `kindOf(error)` says in one word what went wrong: an error's own text may hold a person's words. `movedOf(result)` lists what
 * of a result moves to the page: a copy of it would wait for a collection in both.
 * @param {{[action: string]: (data: never) => unknown}} actions
 * @param {(error: unknown) => string} kindOf
 * @param {(result: unknown) => Transferable[]} movedOf
 */
export function respondWith(actions, kindOf, movedOf = () => []) {
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
        answer({ id, error: kindOf(error) }, []);
      }
    });
  });
}
