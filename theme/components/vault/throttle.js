/** Throttle guesses typed by hand. It cannot slow down anyone who has a copy of the files: scrypt does that. */
import { pause } from "../common/time-limit.js";

const FIRST_WAIT = 500; // milliseconds
const LONGEST_WAIT = 8000; // milliseconds

export function createThrottle() {
  let failures = 0;
  /** @type {Promise<void>} */
  let last = Promise.resolve();

  /**
   * Try with a passphrase, one try at a time. Each wrong one doubles the wait before the next.
   * @template T
   * @param {() => Promise<T>} work
   * @param {(error: unknown) => boolean} isWrong
   * @returns {Promise<T>}
   */
  return function tryPassphrase(work, isWrong) {
    const attempt = last.then(async () => {
      if (failures) await pause(Math.min(FIRST_WAIT * 2 ** (failures - 1), LONGEST_WAIT));
      try {
        const result = await work();
        failures = 0;
        return result;
      } catch (error) {
        if (isWrong(error)) failures++;
        throw error;
      }
    });
    // Not the result: that is the whole plan, and this promise stays as long as the page.
    last = attempt.then(nothing, nothing);
    return attempt;
  };
}

function nothing() {}
