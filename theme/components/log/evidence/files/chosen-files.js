// The files that are chosen and still to be added, as the form shows them.
import { chosenItem, createFilesForm, freshInput } from "./form.js";

export function createChosenFiles() {
  const form = createFilesForm();
  /** @type {File[]} */
  let files = [];

  return {
    form,
    get files() {
      return files;
    },
    /** Take over what was chosen in the field. */
    take() {
      set([...(form.input.files ?? [])], form.input);
      return files;
    },
    set,
    /** @param {boolean} isBusy */
    showBusy(isBusy) {
      form.input.disabled = isBusy;
      form.progress.hidden = form.cancel.hidden = !isBusy || !files.length;
      form.progress.value = 0;
      if (isBusy) form.add.setAttribute("aria-disabled", "true");
      else form.add.removeAttribute("aria-disabled");
    },
  };

  /**
   * Show what is to be added; unless it was just chosen, with a fresh field, which names no file.
   * @param {File[]} others
   */
  function set(others, input = freshInput()) {
    files = others;
    form.chosen.replaceChildren(...files.map(chosenItem));
    if (input === form.input) return;
    input.disabled = form.input.disabled;
    form.input.replaceWith(input);
    form.input = input;
  }
}
