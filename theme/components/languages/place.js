// Where the reader is: the open view, its screen, and the place in it. Places have the same ids in every language.

const HEADINGS = "h1, h2, h3";

/** @typedef {{view: string, screen: string | undefined, id: string, top: number}} Place */

/** @returns {Place} */
export function notePlace() {
  const view = openView();
  const head = document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0;
  const passed = [...(view?.querySelectorAll("[id]") ?? [])].filter((element) => {
    const [box] = element.getClientRects();
    return box && box.top <= Math.max(head, 0) + 1;
  });
  const last = scrollY > 0 ? passed.pop() : undefined;
  return {
    view: document.documentElement.dataset.view ?? "",
    screen: view?.dataset.screen,
    id: last?.id ?? "",
    top: last?.getBoundingClientRect().top ?? 0,
  };
}

/** The address of the open view's own page in another language's folder, if the view knows its page. */
export function pageIn(folder, otherwise) {
  const page = openView()?.dataset.page;
  return page ? folder + page : otherwise;
}

/**
 * Be at the same place again, with the focus on the heading above it, so that a screen reader says where the reader is. A screen
 * opens when its view's script is there; where something was open and is locked now, when it has been opened again.
 * @param {Place} place
 * @param {boolean} isLocked
 */
export async function returnTo({ screen, id, top }, isLocked) {
  const view = openView();
  if (!view) return;
  focusHeading(view, null);
  const mark = id ? document.getElementById(id) : null;
  if (screen) {
    await until(view, () => "screen" in view.dataset);
    if (isLocked)
      await until(document.documentElement, () => document.documentElement.dataset.vault === "unlocked");
    if (view.dataset.screen !== screen)
      /** @type {HTMLElement | null} */ (view.querySelector(`[data-to-screen="${screen}"]`))?.click();
  }
  const box = mark?.getClientRects()[0];
  if (!mark || !box || isLocked) return;
  scrollBy({ top: box.top - top, behavior: "instant" });
  focusHeading(view, mark);
}

function openView() {
  return /** @type {HTMLElement | null} */ (
    document.querySelector(`main > [data-view-id="${document.documentElement.dataset.view}"]`)
  );
}

/** Focus the last heading that is seen before an element or in it; the first of the view where that is null. */
function focusHeading(view, mark) {
  const headings = [...view.querySelectorAll(HEADINGS)].filter((one) => one.getClientRects().length);
  const before = headings.filter(
    (one) => mark && (one === mark || one.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING),
  );
  const heading = before.pop() ?? headings[0] ?? view;
  if (heading.tabIndex < 0) heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

/**
 * Wait until an element's attributes say so.
 * @param {HTMLElement} element
 * @param {() => boolean} isSo
 */
function until(element, isSo) {
  return new Promise((/** @type {(value?: unknown) => void} */ resolve) => {
    const watching = new MutationObserver(() => {
      if (!isSo()) return;
      watching.disconnect();
      resolve();
    });
    watching.observe(element, { attributes: true });
    if (isSo()) resolve();
  });
}
