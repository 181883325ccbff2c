/** The worker's side of `open-worker.js`. */

/**
 * Answer the page's messages with these actions, strictly one after the other.
 * `kindOf(error)` says in one word what went wrong: an error's own text may hold a person's words.
 * @param {{[action: string]: (data: never) => unknown}} actions
 * @param {(error: unknown) => string} kindOf
 */
export function respondWith(actions, kindOf) {
  /** @type {Promise<void>} */
  let last = Promise.resolve();

  self.addEventListener("message", ({ data: { id, action, data } }) => {
    last = last.then(async () => {
      try {
        self.postMessage({ id, result: await actions[action](/** @type {never} */ (data)) });
      } catch (error) {
        self.postMessage({ id, error: kindOf(error) });
      }
    });
  });
}
