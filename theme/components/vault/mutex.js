/** Run one piece of work at a time, in all tabs. No tab can block the others forever. */

/** @import { InTurn } from "./types.d.ts" */

const LONGEST_TURN = 2000; // milliseconds

/**
 * Return `alone(work)`: run one piece of work at a time, in this tab and, where Web Locks exist, in all tabs.
 * @param {string} lock
 * @returns {InTurn}
 */
export function createMutex(lock) {
  /** @type {Promise<unknown>} */
  let last = Promise.resolve();

  return function alone(work) {
    const turn = last.then(() => (navigator.locks ? navigator.locks.request(lock, work) : work()));
    last = turn.catch(() => {});
    return turn;
  };
}

/**
 * Return `inTurn(work)`, over `alone(work)`. A tab that the system froze in its turn keeps the others waiting: after a
 * while the work is done anyway. Nothing is lost by that, since records are only replaced while they are the
 * ones that were read.
 * @param {(work: () => Promise<void>) => Promise<unknown>} alone
 * @param {number} [longest]
 * @returns {InTurn}
 */
export function createBoundedMutex(alone, longest = LONGEST_TURN) {
  return function inTurn(work) {
    return new Promise((resolve, reject) => {
      let hasBegun = false;
      const begin = async () => {
        if (hasBegun) return;
        hasBegun = true;
        clearTimeout(timer);
        try {
          resolve(await work());
        } catch (error) {
          reject(error);
        }
      };
      const timer = setTimeout(begin, longest);
      alone(begin).catch(begin);
    });
  };
}
