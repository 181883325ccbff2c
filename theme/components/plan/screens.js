// The plan is one page, shown one screen at a time: `data-screen` on the view says which. Parts of the page name the
// screens they belong to in `data-on`, and the style sheet hides the others on a screen, never on paper.
import { isPlainClick } from "../common/clicks.js";
import { LOCKED, OFF } from "../vault/protocol.js";

export const HUB = "hub";
export const SITUATION = "situation";
export const QUESTION = "question";
export const STEPS = "steps";
export const MINE = "mine";
export const TAKE = "take";
export const KEEP = "keep";
/** Everything at once, as the page is without script. */
export const WHOLE = "whole";

const root = document.documentElement;

/**
 * Show the first screen, and follow links to others. `onShow(screen)` is called before a screen is seen.
 * @param {HTMLElement} view
 * @param {(screen: string) => void} onShow
 */
export function startScreens(view, onShow) {
  for (const part of view.querySelectorAll("[data-with-script]")) part.removeAttribute("hidden");
  view.addEventListener("click", (event) => {
    const to = /** @type {HTMLElement} */ (event.target).closest("[data-to-screen]");
    if (!(to instanceof HTMLElement) || !isPlainClick(event)) return;
    event.preventDefault();
    event.stopPropagation();
    go(to.dataset.toScreen ?? HUB);
  });
  // Code that moves the focus, or scrolls, asks for the place to be seen first.
  view.addEventListener("guide:reveal", ({ target }) => reveal(/** @type {HTMLElement} */ (target)));
  view.addEventListener("guide:back", (event) => {
    if (view.dataset.screen === HUB) return;
    event.preventDefault();
    go(HUB);
  });
  show(HUB);
  return { go, show, reveal, current: () => view.dataset.screen ?? HUB };

  function show(screen) {
    onShow(screen);
    view.dataset.screen = screen;
  }

  /** Show a screen from its top, with the focus on its heading, so that a screen reader says where the reader is. */
  function go(screen) {
    show(screen);
    scrollTo({ top: 0, behavior: "instant" });
    focusHeading(view);
  }

  function reveal(target) {
    const screens = screensOf(target);
    if (screens.length && !screens.includes(view.dataset.screen ?? HUB)) show(screens[0]);
  }
}

/** Move the focus to the first heading that is seen, below the name of the page. */
export function focusHeading(view) {
  const headings = [...view.querySelectorAll("h2")].filter((heading) => heading.getClientRects().length);
  const heading = view.dataset.screen === HUB ? view.querySelector("h1") : headings[0];
  if (heading.tabIndex < 0) heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

/**
 * List the screens on which an element can be seen; none where it is on all of them.
 * @param {HTMLElement} target
 */
function screensOf(target) {
  const part = target.closest("[data-on]");
  if (!target.closest("[data-slot=vault]")) return part?.getAttribute("data-on")?.split(" ") ?? [];
  if (root.dataset.vault === LOCKED) return [HUB, KEEP, WHOLE];
  return root.dataset.vault === OFF ? [KEEP, WHOLE] : [];
}
