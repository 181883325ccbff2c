// The country that this device seems to be in, from its time zone and language. It makes no request and stores nothing.

/** Put the numbers of the country that this device seems to be in first. Without a guess the list stays as it is. */
export function suggestCountry() {
  const boxes = document.querySelectorAll("[data-here]:not([data-guess])");
  if (!boxes.length) return;
  // In the reader one box has the numbers for both.
  const full = /** @type {HTMLElement} */ (document.querySelector("[data-here*=':']"));
  const lines = linesOf(full.dataset.here);
  const code = guess(lines) ?? "";
  for (const box of boxes) {
    box.dataset.guess = code;
    if (code) show(box, code, lines.find(([, codes]) => codes.includes(code))[0]);
  }
}

/** Show the line of one country. The list of the others, which follows, goes into the fold below it. */
function show(box, code, numbers) {
  const [first, , fold] = box.children;
  const list = box.nextElementSibling;
  const own = list.querySelector(`[data-place="${numbers}"]`);
  first.append(...(own?.childNodes ?? lineOf(nameOf(code), numbers)));
  own?.remove();
  fold.append(list);
  box.hidden = false;
  // For countries.js.
  box.dataset.place = numbers;
}

/** Read `numbers:CODECODE|…`. */
function linesOf(text) {
  return text.split("|").map((line) => {
    const [numbers, codes] = line.split(":");
    return [numbers, codes.match(/../g)];
  });
}

/** Tell whose time zone this is; where it tells nothing, as in browsers that hide it, whose language. */
function guess(lines) {
  const codes = lines.flatMap(([, some]) => some);
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
  return new Intl.DisplayNames(document.documentElement.lang, { type: "region" }).of(code);
}

/** Say whose number it is. Older browsers have no property for it. */
export function nameLink(link, name) {
  link.setAttribute("aria-label", `${link.textContent}, ${name}`);
  return link;
}

export function linkTo(number) {
  const link = document.createElement("a");
  return Object.assign(link, { href: `tel:${number}`, textContent: number });
}
