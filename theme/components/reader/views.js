// The views of this one document: which one is open, and the way back. Kept in memory, never in the address.

import { base } from "../common/files.js";
import { openFolds, reveal } from "../common/reveal.js";
import { bring, lacks } from "./on-request.js";
import { parseWhole, readdress } from "./pages.js";

const root = document.documentElement;
const watchers = new Set();
let steps = [];
let wishes = 0;

/** Call back with each view's id when it has been opened. */
export function onViewChange(callback) {
  watchers.add(callback);
}

export function allViews() {
  return [...document.querySelectorAll("main > [data-view-id]")];
}

/**
 * @param {string | undefined} id
 * @returns {HTMLElement | undefined}
 */
export function findView(id) {
  return allViews().find((view) => view.dataset.viewId === id);
}

/**
 * Name a view as the menu does.
 * @param {HTMLElement} view
 */
export function viewName(view) {
  const entry = document.querySelector(`#menu [data-open="${view.dataset.viewId}"]`) ?? headingOf(view);
  return entry.textContent.trim() || view.dataset.title;
}

/** Put the views that index.html holds in a template where they are shown, and return whether there are any. */
export function gatherViews() {
  /** @type {HTMLElement} */ (document.querySelector("main")).append(...storedViews(document));
  return allViews().length > 1;
}

/** List the views that index.html holds in a template, since the browser need not look at them before its first paint. */
function storedViews(page) {
  return page.querySelector("template[data-views]")?.content.children ?? [];
}

/** Add the views of index.html, given as its text, that this document lacks. */
export function addViews(text) {
  const page = parseWhole(text);
  const views = [...page.querySelectorAll("[data-view-id]"), ...storedViews(page)];
  if (views.length < 2) throw new Error("views: this page is not the guide's first page");
  for (const view of views) {
    const own = findView(view.dataset.viewId);
    if (own) takeOver(own, view);
    else place(view);
  }
}

/** A page by itself does not know where it stands, nor the words that people type to find it. */
function takeOver(own, view) {
  own.dataset.page = view.dataset.page;
  if ("empty" in view.dataset) return;
  own.dataset.words = view.dataset.words ?? "";
  for (const { id, dataset } of view.querySelectorAll("[id][data-words]")) {
    /** @type {HTMLElement} */ (document.getElementById(id)).dataset.words = dataset.words;
  }
}

function place(view) {
  readdress(view, `${base}index.html`);
  view.hidden = true;
  /** @type {HTMLElement} */ (document.querySelector("main")).append(document.adoptNode(view));
}

/** Let every link inside the views carry the view and the anchor that its address leads to. */
export function markLinks() {
  const ids = new Map(allViews().map(({ dataset }) => [base + dataset.page, dataset.viewId]));
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (
    document.querySelectorAll("main > [data-view-id] a[href]:not([data-open], [target])")
  );
  for (const link of links) {
    const [page, anchor] = link.href.split("#");
    const id = ids.get(page);
    if (id) link.dataset.open = id;
    if (id && anchor) link.dataset.anchor = decodeURIComponent(anchor);
  }
}

/**
 * Show one view, move the focus to its heading or to `anchor`, and remember the way back.
 * What it lacks is fetched first; the newest request counts.
 * @param {string} id
 * @param {{anchor?: string}} [where]
 */
export async function openView(id, { anchor } = {}) {
  const view = findView(id);
  const origin = document.activeElement;
  const wish = ++wishes;
  if (lacks(view)) await bring(view);
  if (wish !== wishes) return;
  if (id !== root.dataset.view || anchor) steps.push({ id: root.dataset.view, top: scrollY, origin });
  show(id);
  const target = anchor && document.getElementById(anchor);
  if (target) goTo(target);
  else {
    scrollTo({ top: 0, behavior: "instant" });
    focusOn(headingOf(view));
  }
}

/** Name the view that `goBack` would open, if there is one. */
export function viewBefore() {
  return steps[steps.length - 1]?.id;
}

/** Return to where the last link was followed: its view, its scroll position and, if it is in the view, the link. */
export function goBack() {
  const open = /** @type {HTMLElement} */ (findView(root.dataset.view));
  if (!open.dispatchEvent(new Event("guide:back", { cancelable: true }))) return; // it went back inside itself
  wishes += 1; // a view that is still loading is no longer wanted
  const { id, top, origin } = steps.pop();
  const view = /** @type {HTMLElement} */ (findView(id));
  show(id);
  focusOn(view.contains(origin) ? origin : headingOf(view));
  scrollTo({ top, behavior: "instant" });
}

/** Scroll to an element and focus it, and open the folds around it. */
export function goTo(target) {
  reveal(target);
  openFolds(target);
  target.scrollIntoView({ behavior: "instant" });
  focusOn(target);
}

/** Move the focus to the open view's heading. */
export function goToText() {
  goTo(headingOf(findView(root.dataset.view)));
}

/** Drop everything that shows where the reader has been. */
export function forgetWay() {
  steps = [];
  wishes += 1;
}

function show(id) {
  for (const view of allViews()) view.hidden = view.dataset.viewId !== id;
  root.dataset.view = id;
  for (const watcher of watchers) watcher(id);
}

function headingOf(view) {
  return view.querySelector("h1") ?? view;
}

function focusOn(element) {
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}
