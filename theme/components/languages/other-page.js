// The guide in the other language, as it is written in place of this document.
import { inTime } from "../common/time-limit.js";
import { isWhole } from "../reader/pages.js";
import { allowScript } from "./policy.js";

const LONGEST_LOAD = 60_000; // milliseconds; the whole guide, over a slow line
const INDEX = "index.html";
const FIRST = "script[data-address]"; // `first.js`: `first-again.js` is there in its place, before any of the text

/**
 * What a page of this guide may have in it, apart from its words: nothing that leads away, or runs anything of others.
 * @type {Record<string, (element: any, folder: string) => boolean>}
 */
const ALLOWED = {
  SCRIPT: ({ src }, folder) => src.startsWith(`${folder}assets/`), // none without an address
  LINK: ({ href }, folder) => href.startsWith(folder),
  META: ({ httpEquiv }) => !/refresh|cookie/i.test(httpEquiv),
};
const REFUSED = "base, iframe, frame, object, embed, form:not([method='dialog'])";

/**
 * Fetch the guide in `folder` with this view open; `own` is the address of the view's own page, for one that the whole
 * guide does not have. Rejects if it did not arrive in full.
 * @param {string} folder
 * @param {{view: string, own: string}} where
 * @param {AbortSignal} signal
 */
export async function fetchGuide(folder, { view, own }, signal) {
  const fetchPage = async (/** @type {string} */ address) => {
    const answer = await inTime(fetch(address, { cache: "no-store", signal }), LONGEST_LOAD);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    const page = new DOMParser().parseFromString(await inTime(answer.text(), LONGEST_LOAD), "text/html");
    if (!isWhole(page)) throw new Error(`${address}: the end of this page did not come`);
    return settle(page, address, folder);
  };
  const page = await fetchPage(folder + INDEX);
  const found = findView(page, view);
  if (!found) return fetchPage(own);
  if ("empty" in found.dataset) fill(found, await fetchPage(folder + found.dataset.page));
  open(page, found, folder);
  return page;
}

/** Return what to write, and what the exit needs to know. */
export function takeApart(page) {
  const first = /** @type {HTMLElement} */ (page.querySelector(FIRST));
  first.remove();
  return { exit: { ...first.dataset }, text: `<!doctype html>${page.documentElement.outerHTML}` };
}

/** Make a page's addresses hold from anywhere, and take out what is not of this guide. */
function settle(page, address, folder) {
  for (const part of partsOf(page)) {
    for (const element of part.querySelectorAll(REFUSED)) element.remove();
    for (const element of part.querySelectorAll("[href], [src]")) {
      const name = element.hasAttribute("src") ? "src" : "href";
      const given = element.getAttribute(name);
      if (!given.startsWith("#")) setAddress(element, name, new URL(given, address).href, folder);
    }
    for (const element of part.querySelectorAll("script, link, meta"))
      if (!ALLOWED[element.tagName](element, folder)) element.remove();
  }
  return page;
}

function setAddress(element, name, address, folder) {
  if (!element.matches("script")) element.setAttribute(name, address);
  else if (address.startsWith(`${folder}assets/`)) element.src = allowScript(folder, address);
  else element.remove();
}

/** The page, and what its templates hold. */
function partsOf(root) {
  const templates = [...root.querySelectorAll("template")];
  return [root, ...templates.flatMap(({ content }) => partsOf(content))];
}

function findView(page, id) {
  const views = partsOf(page).flatMap((part) => [...part.querySelectorAll("[data-view-id]")]);
  return views.find(({ dataset }) => dataset.viewId === id);
}

function fill(view, page) {
  const full = findView(page, view.dataset.viewId);
  view.replaceChildren(...full.childNodes);
  view.className = full.className;
  delete view.dataset.empty;
}

/** Let a page begin with another view than its first. */
function open(page, view, folder) {
  const main = page.querySelector("main");
  page.documentElement.dataset.view = view.dataset.viewId;
  for (const one of main.querySelectorAll(":scope > [data-view-id]")) one.hidden = true;
  view.hidden = false;
  if (!main.contains(view)) main.append(view);
  for (const name of view.dataset.styles?.split(" ") ?? []) {
    const link = page.createElement("link");
    link.rel = "stylesheet";
    link.href = `${folder}assets/${name}.css`;
    page.head.append(link);
  }
  for (const link of page.querySelectorAll("#menu a")) {
    if (link.dataset.open === view.dataset.viewId) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}
