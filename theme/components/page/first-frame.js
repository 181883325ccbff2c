// The first frame is the text and the exit. Icons (rows.css) and the menu below the text (menu.css) can wait for it.

/** Set `data-painted` once the first frame has been drawn; without this script the styles wait for nothing. */
export function noteFirstFrame() {
  requestAnimationFrame(() => setTimeout(() => (document.documentElement.dataset.painted = "")));
}
