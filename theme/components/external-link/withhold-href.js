// Browsers connect to the host of a link as soon as it is pressed, even by a finger that only scrolls (measured in
// Chromium 156): before the reader has said yes. So the address is away while a pointer is over the link, and back when
// the pointer lets go, or asks for the browser's menu of the link. At the press itself it would be too late.

const RESTORING = [
  "pointerup",
  "pointercancel",
  "pointerout",
  "contextmenu",
  "dragstart",
  "keydown",
  "beforeprint",
];

/** @type {HTMLElement | null} */
let link = null;
/** @type {string | null | undefined} */
let address = "";

/** Keep the hosts of links that lead away from hearing of a touch. */
export function startWithholdingHrefs() {
  addEventListener("pointerover", withhold, true);
  for (const type of RESTORING) addEventListener(type, restore, true);
}

function withhold({ target }) {
  restore();
  link = target.closest?.("a[data-external]");
  address = link?.getAttribute("href");
  link?.setAttribute("href", ""); // still a link, with its focus and its look
}

function restore() {
  link?.setAttribute("href", /** @type {string} */ (address));
  link = null;
}
