/**
 * Return what does a piece of work, and resolves with what that gives; a second press meanwhile does nothing, and gives null.
 * @param {(isBusy: boolean) => void} [show]
 */
export function oneAtATime(show = () => {}) {
  let isBusy = false;

  /** @param {() => Promise<any>} work */
  return async function (work) {
    if (isBusy) return null;
    try {
      show((isBusy = true));
      return await work();
    } finally {
      show((isBusy = false));
    }
  };
}
