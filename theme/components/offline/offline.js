// The kept guide: loaded when its view is opened, and on pages that a kept guide answers with.
import { kindOf } from "../common/known-error.js";
import { isFramed, offerWindow } from "../page/framed.js";
import {
  alone,
  canKeep,
  dropUnfinished,
  lookAtCopies,
  noteWithdrawn,
  renameCopies,
  whenFree,
} from "./copies.js";
import { startDownloads } from "./downloads.js";
import { saveCopy } from "./save-offline.js";
import { fetchManifest } from "./manifest.js";
import { bytesNewer, isBehind, showUpdateNotice, withdrawnOf } from "./update-notice.js";
import { createPanel } from "./panel.js";
import {
  BEHIND,
  CANCELLED,
  LEFT,
  NEEDS_HTTPS,
  NO_ANSWER,
  KnownError,
  REFUSED,
  SILENT,
  STOLEN,
} from "./error-kinds.js";
import { removeGuide } from "./remove.js";
import * as strings from "./strings.js";

const VIEW = "offline";
/** @typedef {Awaited<ReturnType<typeof lookAtCopies>>} Copies */
/** @typedef {Awaited<ReturnType<typeof fetchManifest>>} Manifest */

/** @type {Copies} */
const NO_COPIES = { elsewhere: [], whole: [], isPart: false, isStarted: false, isWaiting: false };
const root = document.documentElement;
const leaving = new AbortController();
/** After these, the files that have arrived can still be used. */
const GO_ON = [NO_ANSWER, BEHIND, SILENT];

/** @type {ReturnType<typeof createPanel>} */
let panel;
/** @type {Manifest | Error | null} */
let manifest = null;
/** @type {Copies} */
let copies;
/** @type {Promise<unknown>} */
let renaming = Promise.resolve();
/** @type {AbortController | null} */
let going = null; // what ends the work under way

document.addEventListener("guide:leaving", () => {
  leaving.abort(new KnownError(LEFT));
  going?.abort(new KnownError(LEFT));
});
new MutationObserver(openPanel).observe(root, { attributeFilter: ["data-view"] });
if (navigator.serviceWorker?.controller && !isFramed) {
  startDownloads();
  renaming = renameCopies().catch(kindOf); // a copy that keeps its former name answers too
  checkForUpdate();
}
openPanel();

/** A page from a kept guide asks once whether there is a newer version or a withdrawal, if there is a connection. */
async function checkForUpdate() {
  await renaming;
  try {
    copies = await lookAtCopies();
    setState();
    manifest = await fetchManifest(leaving.signal).catch((problem) => problem);
    if (leaving.signal.aborted) return;
    const list = listOrNull();
    showUpdateNotice(copies, list);
    if (list) await alone(() => noteWithdrawn(withdrawnOf(copies, list)));
  } catch (error) {
    kindOf(error); // the view itself says what does not work
  }
}

const listOrNull = () => (manifest instanceof Error ? null : manifest);

async function openPanel() {
  const view = /** @type {HTMLElement} */ (document.querySelector(`main > [data-view-id=${VIEW}]`));
  if (root.dataset.view !== VIEW || !view.querySelector("#offline-panel")) return;
  if (isFramed) {
    offerWindow(view);
    return;
  }
  panel ??= createPanel(view, (name) => actions[name]());
  if (going) return;
  if (!canKeep()) {
    cannot(isSecureContext ? REFUSED : NEEDS_HTTPS);
    return;
  }
  panel.say(strings.LOOKING);
  await renaming;
  const list = await fetchManifest(leaving.signal).catch((problem) => problem);
  if (going || leaving.signal.aborted) return; // a button was pressed in the meantime, which fetches the list itself
  manifest = list;
  await refresh(listOrNull() ? "" : tellNoList);
}

function cannot(kind) {
  panel.showSizes(null, null);
  panel.show(kind === SILENT ? "unknown" : "off", false);
  panel.say(strings.tellProblem(kind, kind === SILENT ? "unknown" : "off"));
}

function tellNoList() {
  const kind = kindOf(manifest);
  if (isKept()) return strings.NOT_ASKED;
  return kind === NO_ANSWER ? strings.OFFLINE : strings.tellProblem(kind, "off");
}

const isKept = () => Boolean(copies.whole.length && copies.isStarted);
const isPart = () => copies.isPart || Boolean(copies.whole.length);
/** What there is, as the sentences call it. */
const standing = () => (isKept() ? "kept" : isPart() ? "part" : "off");

function setState(state = isKept() ? "kept" : isPart() ? "failed" : "off") {
  root.dataset.offlineState = state;
}

/**
 * Refresh the panel and announce `text`.
 * @param {string | (() => string)} text
 * @param {string} [state]
 * @param {() => Copies | Promise<Copies>} [look]
 */
async function refresh(text, state, look = lookAtCopies) {
  try {
    copies = await look();
  } catch (error) {
    cannot(kindOf(error));
    return;
  }
  setState(state);
  const isOld = isBehind(copies, listOrNull());
  const list = isOld ? null : listOrNull(); // from an older one nothing can be chosen
  const newer = bytesNewer(copies, list);
  panel.show(isKept() ? copies.whole.at(-1).choice : standing(), false, copies.elsewhere);
  panel.showSizes(list, isKept() ? newer : null, isKept() && newer === null);
  panel.say((typeof text === "function" ? text() : text) || (isOld ? strings.BEHIND : ""));
}

const actions = {
  guide: () => keep("guide", strings.DONE),
  all: () => keep("all", strings.DONE),
  update: () => keep(copies.whole.at(-1).choice, strings.UPDATED),
  cancel: () => going?.abort(new KnownError(CANCELLED)),
  remove,
};

async function keep(choice, done) {
  if (going) return;
  going = new AbortController();
  const { signal } = going;
  /** @type {Parameters<typeof refresh> | null} */
  let ended = [done];
  panel.say(strings.FETCHING);
  try {
    const isMine = await alone(() => saveNow(choice, signal));
    if (!isMine) {
      panel.say(strings.ELSEWHERE);
      await whenFree();
      ended = [""];
    }
  } catch (error) {
    ended = await settle(kindOf(error));
  }
  going = null;
  if (ended) await refresh(...ended);
}

async function saveNow(choice, signal) {
  setState("installing");
  panel.show(standing(), true);
  manifest = await fetchManifest(signal);
  signal.throwIfAborted();
  copies = await lookAtCopies();
  if (isBehind(copies, manifest)) throw new KnownError(BEHIND);
  await saveCopy(manifest, choice, { signal, onBytes: panel.showProgress });
}

/**
 * Leave what a later download can continue, and delete what it cannot; return what to say.
 * @param {string} kind
 * @returns {Promise<Parameters<typeof refresh> | null>}
 */
async function settle(kind) {
  if (kind === LEFT) return null;
  if (kind === STOLEN) {
    going?.abort(new KnownError(STOLEN));
    await whenFree();
    return [""];
  }
  await dropUnfinished({ onlyEmpty: GO_ON.includes(kind) }).catch(kindOf); // only the first problem is reported
  copies = await lookAtCopies().catch((error) => {
    kindOf(error);
    return copies;
  });
  if (kind === CANCELLED) return [strings.CANCELLED_WITH[isKept() ? "kept" : "off"]];
  return [strings.tellProblem(kind, standing()), "failed"];
}

async function remove() {
  going?.abort(new KnownError(STOLEN));
  panel.say(strings.LOOKING);
  let removed;
  try {
    await alone(async () => (removed = await removeGuide()), { steal: true });
  } catch (error) {
    const kind = kindOf(error);
    await whenFree(); // where another tab took the lock, it removes the guide too, and says what remains
    await refresh(kind === STOLEN ? "" : strings.tellRemovalProblem(kind));
    return;
  }
  const { how, planStays } = removed;
  document.querySelector(".offline-note")?.remove();
  const text = [strings.REMOVED[how] ?? strings.tellRemovalProblem(how), planStays ? strings.PLAN_STAYS : ""]
    .join(" ")
    .trim();
  // Where the host has cleared all, a look would leave a trace in Firefox.
  await refresh(text, undefined, how === "byHost" ? () => NO_COPIES : lookAtCopies);
}
