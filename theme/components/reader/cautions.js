// A caution is never shown apart from its action. In the one document each is sent once, with the item's own heading:
// before any view can open, the plan's steps get theirs from there.

/** Put the caution of each item with the step that names it, where it is not there yet: some are to be read first. */
export function placeCautions() {
  for (const step of document.querySelectorAll("[data-item]")) {
    if ([...step.children].some((child) => child.matches(".caution"))) continue;
    // Not by the item's name: an address may call its place by another one.
    const link = /** @type {HTMLAnchorElement | null} */ (step.querySelector(".step-tools > a"));
    const caution = link && document.getElementById(link.hash.slice(1))?.nextElementSibling;
    if (!caution?.matches(".caution")) continue;
    const own = /** @type {HTMLElement} */ (caution.cloneNode(true));
    own.id = `caution-${step.dataset.item}`;
    if ("readFirst" in step.dataset) step.prepend(own);
    else step.firstElementChild?.after(own);
    // Screen readers announce it to people who move from box to box, too.
    step.querySelector("input")?.setAttribute("aria-describedby", own.id);
  }
}
