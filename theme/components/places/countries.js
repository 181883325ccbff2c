// The countries of `numbers.html`: which of them is open, and what the page leaves out to be small.

import { _, fill } from "../common/gettext.js";
import { openFolds } from "../common/reveal.js";
import { linkTo, nameLink } from "./where.js";

/** Put the country that where.js found first, and open it. */
export function openOwnCountry() {
  /** @type {HTMLElement | null} */
  const box = document.querySelector("[data-view-id='numbers'] [data-here][data-place]");
  const place = document.getElementById(`place-${box?.dataset.place}`);
  if (!box || !place) return;
  const section = /** @type {HTMLElement} */ (place.closest("section"));
  section.parentElement?.prepend(section);
  openFolds(place);
  delete box.dataset.place; // The reader asks once more, when the page may have been read for long.
}

/** Open what the address points to. */
export function openTarget() {
  // `:target` is not known yet.
  const target = document.getElementById(location.hash.slice(1));
  if (!target) return;
  openFolds(target);
  target.scrollIntoView({ behavior: "instant" });
}

/** Put back links of territories, and name them: a list of links, as some readers hear it, shows no country. */
export function nameTerritories() {
  for (const line of document.querySelectorAll("[data-territory]:not([id])")) {
    const text = /** @type {Text} */ (line.firstChild);
    const [name, ...numbers] = text.data.split(/(\d+)/);
    line.id = `in-${line.dataset.territory?.toLowerCase()}`;
    text.replaceWith(name, ...numbers.map((part) => (/\d/.test(part) ? linkTo(part) : part)));
    for (const link of line.querySelectorAll("a")) nameLink(link, name.trim());
  }
}

/** Put back what the reader leaves out of the list of countries: whose number or source each link is. */
export function nameLinks() {
  const dials = /** @type {NodeListOf<HTMLAnchorElement>} */ (
    document.querySelectorAll(".place .dial:not([aria-label])")
  );
  for (const link of dials) {
    const way = link.protocol === "sms:" ? `${_("text message")}, ` : "";
    nameLink(link, way + link.closest(".place")?.querySelector("h2")?.textContent);
  }
  for (const link of document.querySelectorAll(".checked > a:not([aria-label])")) {
    const entry = link.closest("li")?.firstElementChild;
    if (entry) link.setAttribute("aria-label", fill(_("Source of: {entry}"), { entry: entry.textContent }));
  }
}
