/** Have what changed sealed at once and stored soon, without anything ever waiting for it. */

const DELAY = 400; // milliseconds after an edit
const LONGEST_DELAY = 2000; // milliseconds, while edits go on

/**
 * `seal()` seals the newest; `store()` stores it and returns whether another tab had changed the data, after which
 * `onChanged()` is called; `isKept()` returns whether all is stored. `onStored(isStored)` receives that;
 * `onProblem(error)` why a save in the background failed.
 * @param {{seal: () => void, store: () => Promise<boolean>, isKept: () => boolean, onChanged: () => void, onStored: (isStored: boolean) => void, onProblem: (error: unknown) => void}} tools
 */
export function createDebouncedSave({ seal, store, isKept, onChanged, onStored, onProblem }) {
  /** @type {number | null} */
  let unsavedSince = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let round = 0;
  /** @type {Promise<void>} */
  let last = Promise.resolve();

  /** Note that something has changed. */
  function noted() {
    unsavedSince ??= Date.now();
    onStored(false);
    seal();
    clearTimeout(timer);
    const longest = Math.max(0, unsavedSince + LONGEST_DELAY - Date.now());
    timer = setTimeout(saveInBackground, Math.min(DELAY, longest));
  }

  /** Store all now; resolves when it is on the device. */
  function flush() {
    clearTimeout(timer);
    const saved = last.then(save);
    last = saved.catch(() => {}); // reported to the caller
    return saved;
  }

  async function save() {
    const begun = round;
    while (begun === round && !isKept()) {
      unsavedSince = Date.now();
      const changed = await store();
      if (begun !== round) return;
      if (changed) onChanged();
      if (isKept()) {
        unsavedSince = null;
        onStored(true);
      }
    }
  }

  function saveInBackground() {
    const begun = round;
    flush().catch((error) => begun === round && onProblem(error));
  }

  return {
    noted,
    flush,
    saveInBackground,
    forget() {
      clearTimeout(timer);
      unsavedSince = null;
      round += 1;
      last = Promise.resolve();
    },
  };
}
