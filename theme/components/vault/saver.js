/** Collect edits and store them soon, without anything ever waiting for it. */

const DELAY = 400; // milliseconds after an edit
const LONGEST_DELAY = 2000; // milliseconds, while edits go on

/**
 * `store(edits)` stores them and returns whether another tab had changed the data; then `onChanged()` is called.
 * `onStored(isStored)` hears whether all edits are stored; `onProblem(error)` why a save in the background failed.
 */
export function createSaver({ store, onChanged, onStored, onProblem }) {
  let edits = [];
  let unsavedSince;
  let timer;
  let last = Promise.resolve();

  function add(edit) {
    if (edits.length === 0) unsavedSince = Date.now();
    edits.push(edit);
    onStored(false);
    clearTimeout(timer);
    const longest = Math.max(0, unsavedSince + LONGEST_DELAY - Date.now());
    timer = setTimeout(saveInBackground, Math.min(DELAY, longest));
  }

  /** Store all edits now; resolves when they are on the device. */
  function flush() {
    clearTimeout(timer);
    const saved = last.then(save);
    last = saved.catch(() => {});
    return saved;
  }

  async function save() {
    while (edits.length > 0) {
      const all = edits;
      const taken = all.slice();
      const changed = await store(taken);
      if (edits !== all) return; // forgotten meanwhile
      edits = edits.slice(taken.length);
      unsavedSince = Date.now();
      if (changed) onChanged();
      if (edits.length === 0) onStored(true);
    }
  }

  function saveInBackground() {
    flush().catch(onProblem);
  }

  return {
    add,
    flush,
    saveInBackground,
    unsaved: () => edits,
    forget() {
      clearTimeout(timer);
      edits = [];
    },
  };
}
