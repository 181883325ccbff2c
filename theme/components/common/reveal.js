/**
 * Ask those who hide parts of a page to show this one, before it is scrolled to or gets the focus.
 * @param {Element} target
 */
export function reveal(target) {
  target.dispatchEvent(new Event("guide:reveal", { bubbles: true }));
}

/**
 * Open the folds around an element.
 * @param {Element} target
 */
export function openFolds(target) {
  for (let fold = target.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null)
    fold.open = true;
}
