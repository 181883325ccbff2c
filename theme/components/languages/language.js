// Change the guide's language in place: the other language's document is written over this one, so that the address, the
// history and what is stored stay as they are (contributing/decisions/0033-choosing-a-language-in-place.md). No words here:
// they are in `first-again.js` of the other language.
import { guide } from "../common/guide-folder.js";
import { kindOf } from "../common/known-error.js";
import { inTime } from "../common/time-limit.js";
import { collect, forgetBelongings, lockFirst, offerBelongings } from "./belongings.js";
import { fetchGuide, takeApart } from "./other-page.js";
import { notePlace, pageIn, returnTo } from "./place.js";
import { allowPage, allowScript } from "./policy.js";

const ENGLISH = "en";
const LONGEST_STYLES = 10_000; // milliseconds

/** What `first-again.js` of the other language passes: the exit for the document that is written, and words. */
/** @typedef {{begin: () => void, tellWaiting: () => void, tellFailure: () => void, ask: () => Promise<boolean>, exit: DOMStringMap}} Arrival */

/** Looked up each time: it is another one when a document has been written. */
const state = () => document.documentElement.dataset;
/** @type {AbortController | null} */
let running = null;
/** Links that did not work: the next press opens the page of its own. */
const plain = new WeakSet();

// The script of the document that is written asks too: one policy and one parcel serve both.
if (document.dispatchEvent(new Event("guide:language-start", { cancelable: true }))) {
  listen();
  onWanted();
}

/** Writing a document takes all listeners away. */
function listen() {
  document.addEventListener("guide:language-start", (event) => event.preventDefault());
  document.addEventListener("guide:wanted", onWanted);
  document.addEventListener("guide:leaving", stop);
  document.addEventListener("guide:leave", forgetBelongings);
  offerBelongings();
}

function stop() {
  running?.abort();
  running = null;
}

function onWanted() {
  if (!state().wanted) return;
  delete state().wanted;
  // Not while the press is still under way: a link that is clicked by a script is not clicked again meanwhile.
  setTimeout(() => {
    const link = takeLink();
    if (link && !running) change(link);
  });
}

/** Take the link that `../reader/defer-clicks.js` holds: it clicks it once more. */
function takeLink() {
  /** @type {HTMLAnchorElement | null} */
  let link = null;
  const take = (/** @type {MouseEvent} */ event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    link = /** @type {Element} */ (event.target).closest("a");
  };
  addEventListener("click", take, { capture: true });
  document.dispatchEvent(new Event("guide:reader"));
  removeEventListener("click", take, { capture: true });
  return link;
}

/** @param {HTMLAnchorElement} link */
async function change(link) {
  const folder = new URL(link.hreflang === ENGLISH ? "" : `${link.hreflang}/`, guide).href;
  const own = pageIn(folder, link.href);
  if (plain.has(link)) {
    location.replace(own);
    return;
  }
  running = new AbortController();
  const { signal } = running;
  showBusy(link, true);
  /** @type {Arrival | null} */
  let arrival = null;
  let hasArrived = false;
  try {
    arrival = await loadArrival(folder);
    if (!signal.aborted) arrival.tellWaiting();
    const page = await fetchGuide(folder, { view: state().view ?? "", own }, signal);
    await loadStyles(page);
    hasArrived = true;
    const wasOpen = state().vault === "unlocked";
    const isSafe = await lockFirst();
    await whenShown();
    if (signal.aborted || (!isSafe && !(await arrival.ask()))) return;
    if (!signal.aborted) write({ page, folder, arrival, wasOpen });
  } catch (error) {
    if (!signal.aborted) giveUp(link, own, arrival);
    if (hasArrived) kindOf(error); // nothing was still on its way, so it is a fault of ours
  } finally {
    showBusy(link, false);
    if (running?.signal === signal) running = null;
  }
}

/** No style sheet has words for this, and pages have no room for one. */
function showBusy(link, isBusy) {
  link.toggleAttribute("aria-busy", isBusy);
  if (isBusy) link.setAttribute("aria-busy", "true");
  link.style.opacity = isBusy ? "0.5" : "";
}

/**
 * Where nothing can be fetched, the link opens a page of its own: at once from a folder, where that always works, if nothing is lost
 * by it; elsewhere with the next press.
 */
function giveUp(link, own, arrival) {
  if (location.protocol === "file:" && !collect()) {
    location.replace(own);
    return;
  }
  plain.add(link);
  arrival?.tellFailure();
}

/**
 * @param {string} folder
 * @returns {Promise<Arrival>}
 */
function loadArrival(folder) {
  const script = document.createElement("script");
  return new Promise((resolve, reject) => {
    document.addEventListener(
      "guide:arriving",
      (event) => resolve({ .../** @type {CustomEvent} */ (event).detail, exit: script.dataset }),
      { once: true },
    );
    script.onerror = reject;
    script.src = allowScript(folder, `${folder}assets/first-again.js`);
    document.head.append(script);
  });
}

/** So that the new document need not wait for them, without anything on it. */
function loadStyles(page) {
  const links = [...page.querySelectorAll("link[rel='stylesheet']")];
  const all = links.map(
    ({ href }) =>
      new Promise((onload, onerror) => {
        const link = document.createElement("link");
        document.head.append(Object.assign(link, { rel: "preload", as: "style", href, onload, onerror }));
      }),
  );
  return inTime(Promise.all(all), LONGEST_STYLES);
}

/** A page that is hidden stays hidden until its reader shows it. */
async function whenShown() {
  while (state().hidden)
    await new Promise((resolve) => document.addEventListener("guide:show", resolve, { once: true }));
}

/** From here on nothing waits, so there is no moment without the exit. */
function write({ page, folder, arrival, wasOpen }) {
  const place = notePlace();
  const { sight } = state();
  if (sight) goOnHiding(page, folder, sight);
  const { exit, text } = takeApart(page);
  Object.assign(arrival.exit, exit);
  collect();
  document.removeEventListener("guide:leave", forgetBelongings);
  document.dispatchEvent(new Event("guide:leaving"));
  document.dispatchEvent(new Event("guide:leave"));
  endTimers();
  document.open();
  document.write(allowPage(text));
  arrival.begin();
  listen();
  addEventListener("load", () => returnTo(place, wasOpen), { once: true });
  document.close();
}

/** What was chosen for when the page is out of sight holds on. */
function goOnHiding(page, folder, sight) {
  page.documentElement.dataset.sight = sight;
  const script = page.createElement("script");
  script.defer = true;
  script.src = allowScript(folder, `${folder}assets/sight-choice.js`);
  page.body.append(script);
}

/** What waits in the scripts of this document must not touch the next. */
function endTimers() {
  for (let id = setTimeout(() => {}); id > 0; id -= 1) clearTimeout(id);
}
