const TEXT_FIELDS =
  ":is([data-item], [data-part]) :is(textarea, input:not([type=checkbox], [type=radio])), .take-title, .take-name, .file-name";

/**
 * Put fresh copies in place of all text fields, those for titles and names of files too: the browser's "undo" would
 * bring back what was in them. `selector` finds them; without it, those of the plan.
 */
export function renewFields(view, selector = TEXT_FIELDS) {
  const focused = document.activeElement;
  for (const field of view.querySelectorAll(selector)) {
    const copy = field.cloneNode(false);
    field.replaceWith(copy);
    copy.value = copy.defaultValue;
    if (field === focused) copy.focus({ preventScroll: true });
  }
}
