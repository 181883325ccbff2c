// What the reader changes in a form, as edits of a document: the form is read again a moment after each change.

// Milliseconds from a keystroke until the page is read, so that it is sealed before a reader can leave. The longer
// a reading takes, the longer the pause before the next, so that it never holds up typing.
const PAUSE = 40;
const LONGEST_PAUSE = 200;
const PAUSE_PER_READING = 4;

/**
 * Return the `edits` of a document in this view (../README.md). `read()` returns the document as the page shows it;
 * `editBetween(before, after)` what changed, as a function of the document, or null.
 */
export function createFormEdits(view, { read, editBetween }) {
  /** @type {{onEdit: (edit: (data: unknown) => unknown, changes: number) => void, onPending: () => void} | null} */
  let heard = null; // who listens
  let shown = null; // the document as last read from the page
  let changes = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let pause = PAUSE;

  // Some buttons change the document.
  view.addEventListener("click", ({ target }) => target.closest("button") && onChange(target, 0));
  view.addEventListener("input", ({ target }) => onChange(target, 0));
  view.addEventListener("change", ({ target }) => onChange(target, 1));
  // Before the vault's own listeners, so that what it stores when the page is hidden is complete.
  addEventListener("visibilitychange", () => document.hidden && note(), true);
  addEventListener("pagehide", note, true);

  function onChange(target, count) {
    if (!heard || target.closest("[data-slot], .take")) return;
    changes += count;
    timer ??= setTimeout(note, pause);
    heard.onPending();
  }

  function note() {
    clearTimeout(timer);
    timer = undefined;
    if (!heard) return;
    const begun = performance.now();
    noteChanges();
    pause = Math.min(Math.max(PAUSE, PAUSE_PER_READING * (performance.now() - begun)), LONGEST_PAUSE);
    heard.onPending();
  }

  function noteChanges() {
    const next = read();
    const edit = editBetween(shown, next);
    shown = next;
    if (!edit) return;
    const count = changes;
    changes = 0;
    heard?.onEdit(edit, count);
  }

  return {
    note,
    isPending: () => timer !== undefined,
    shown: () => shown,
    start(data, listener) {
      shown = data;
      heard = listener;
    },
    reread: (as = read()) => void (shown = as),
    count: () => void (changes += 1),
    stop() {
      clearTimeout(timer);
      timer = undefined;
      heard = null;
      shown = null;
      changes = 0;
    },
  };
}
