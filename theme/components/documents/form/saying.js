/**
 * Return `say(text, area)`: show the reader a message in the area's `.said`, next to what was pressed, and announce it to
 * screen readers in `announced`.
 */
export function createSaying(view, announced) {
  return function say(text, area) {
    announced.textContent = text;
    for (const place of view.querySelectorAll(".said")) place.textContent = "";
    const place = area?.querySelector(".said");
    if (place) place.textContent = text;
  };
}
