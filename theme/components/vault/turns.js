/** Turns of the tabs that nobody can hold up for ever. */

const LONGEST_TURN = 2000; // milliseconds

/**
 * Return `inTurn(work)`, over `alone(work)`. A tab that the system froze in its turn keeps the others waiting: after a
 * while the work is done all the same. Nothing is lost by it, since records are only replaced while they are the
 * ones that were read.
 */
export function createBoundedTurns(alone, longest = LONGEST_TURN) {
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
