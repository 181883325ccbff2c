// The country that this device seems to be in, from its time zone and language. It makes no request and stores nothing.

import { _ } from "../common/gettext.js";

/** Put the numbers of the country that this device seems to be in first. Without a guess the list stays as it is. */
export function suggestCountry() {
  nameTerritories();
  const box = document.querySelector("[data-here]:not([data-guess])");
  if (!box) return;
  const code = guess(box.dataset.here) ?? "";
  box.dataset.guess = code;
  if (!code) return;
  const [numbers] = linesOf(box.dataset.here).find(([, codes]) => codes.includes(code));
  const list = /** @type {HTMLElement} */ (box.nextElementSibling);
  const own = list.querySelector(`[data-place="${numbers}"]`);
  /** @type {HTMLElement} */ (box.firstElementChild).append(
    ...(own ? own.cloneNode(true).childNodes : lineOf(nameOf(code), numbers)),
  );
  // The page then asks at once what is happening; the other countries go below "When there is time".
  own?.remove();
  document.getElementById("when-there-is-time")?.after(list);
  box.hidden = false;
}

/** Read `numbers:CODECODE|…`. */
function linesOf(text) {
  return text.split("|").map((line) => {
    const [numbers, codes] = line.split(":");
    return [numbers, codes.match(/../g)];
  });
}

/** Tell whose time zone this is; where it tells nothing, as in browsers that hide it, whose language. */
function guess(text) {
  const codes = linesOf(text).flatMap(([, some]) => some);
  const spoken = navigator.languages
    .map((name) => new Intl.Locale(name).region)
    .filter((code) => codes.includes(code));
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  // A zone without a place, such as UTC, is in no country's list, and to read all lists takes a tenth of a second.
  const near = zone.includes("/") ? [...spoken, ...codes] : [];
  return near.find((code) => zonesOf(code)?.includes(zone)) ?? spoken[0];
}

/** @typedef {Intl.Locale & {getTimeZones?: () => string[], timeZones?: string[]}} Place */

function zonesOf(code) {
  const place = /** @type {Place} */ (new Intl.Locale(`und-${code}`));
  return place.getTimeZones?.() ?? place.timeZones;
}

function lineOf(name, numbers) {
  const label = document.createElement("span");
  label.textContent = `${name}: `;
  const links = numbers.split(" ").map((number) => {
    return nameLink(Object.assign(linkTo(number), { className: "dial" }), name);
  });
  return [label, ...links.flatMap((link) => [link, " "])];
}

function nameOf(code) {
  return new Intl.DisplayNames("en", { type: "region" }).of(code);
}

/** Put back links of territories, and name them: a list of links, as some readers hear it, shows no country. */
function nameTerritories() {
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
    nameLink(link, way + link.closest(".place")?.firstElementChild?.textContent);
  }
  for (const link of document.querySelectorAll(".checked > a:not([aria-label])")) {
    const entry = link.closest("li")?.firstElementChild;
    // Without `fill`: this script is on the page for danger, and no country's name has a dollar sign.
    if (entry) link.setAttribute("aria-label", _("Source of: {entry}").replace("{entry}", entry.textContent));
  }
}

/** Say whose number it is. Older browsers have no property for it. */
function nameLink(link, name) {
  link.setAttribute("aria-label", `${link.textContent}, ${name}`);
  return link;
}

function linkTo(number) {
  const link = document.createElement("a");
  return Object.assign(link, { href: `tel:${number}`, textContent: number });
}
