import { _ } from "../common/gettext.js";

const NOT_LOADED = _(
  "A part of this page did not load, so nothing can be kept here now. You can write, read and print. Load the page again to try once more.",
);

/** Hand a document over to what keeps documents (`keeping/keeping.js`), a bundle of its own that is loaded first. */
export function handOver(own) {
  const handing = new CustomEvent("guide:document", { detail: own, cancelable: true });
  if (!document.dispatchEvent(handing)) return; // taken
  const words = Object.assign(document.createElement("p"), { className: "vault", textContent: NOT_LOADED });
  own.view.querySelector("[data-slot=vault]").replaceChildren(words);
}
