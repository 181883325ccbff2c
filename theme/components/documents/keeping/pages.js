// All documents as the page has them.
import { dataOf } from "./kept-documents.js";

/** `apply(edit)` takes an edit of what is kept; `tellStatus()` is called when something may wait, or wait no longer. */
export function createPages(documents, { apply, tellStatus }) {
  return {
    read: () => Object.fromEntries(documents.map((one) => [one.kind, one.read()])),
    isPending: () => documents.some(({ edits }) => edits.isPending()),

    /** Give the vault what has changed. */
    note() {
      for (const { edits } of documents) edits.note();
    },

    /** Listen for every change from now on; the page shows what is kept, or is about to. */
    listen(kept, some = documents) {
      for (const one of some) {
        const onEdit = (edit, changes) => apply(editOf(one, edit, changes));
        one.edits.start(dataOf(one, kept), { onEdit, onPending: tellStatus });
      }
    },

    /** Return the documents of which the page shows something else. */
    others: (kept) =>
      documents.filter((one) => !one.isSame(one.edits.shown(), { ...one.empty(), ...kept[one.kind] })),

    show(kept, lastOpen = "", some = documents) {
      for (const one of some) {
        one.show(dataOf(one, kept), lastOpen);
        one.edits.reread();
      }
    },

    /** Return what the page had before, unless that was nothing or is what it shows now. */
    otherThanShown: (one, before) =>
      one.isSame(before, one.empty()) || one.isSame(before, one.edits.shown()) ? null : before,
  };
}

/** An edit of all that is kept. What is typed beside lines is not counted: lines are. */
const editOf = (one, edit, changes) => (data) => ({
  ...data,
  [one.kind]: edit(dataOf(one, data)),
  copy: { ...data.copy, changes: data.copy.changes + (one.lines ? 0 : changes) },
});
