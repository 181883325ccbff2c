// The first frame is the text and the exit. Icons can wait until it has been painted (rows.css).

/** Set `data-painted` once the first frame has been drawn; without this script the styles wait for nothing. */
export function noteFirstFrame() {
  requestAnimationFrame(() => setTimeout(() => (document.documentElement.dataset.painted = "")));
}
