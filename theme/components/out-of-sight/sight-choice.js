// Hiding and covering the page, and the choice of both. Fetched when a reader opens the choice, or unlocks what holds one.
import { base, isCarried } from "../common/files.js";
import { _ } from "../common/gettext.js";
import { readChoice, writeChoice } from "./choice.js";
import { createCover } from "./cover.js";
import { makeForm } from "./form.js";
import { hide } from "./hiding.js";
import { beginLateView } from "./late-view.js";
import { stopSound } from "./sound.js";
import { createWatch } from "./watch.js";

const HIDDEN = _("This page is hidden. Nothing on it is lost.");
const LOCKED = _("What you keep on this device is locked now.");
const root = document.documentElement;

// It may come more than once: two bundles fetch it, and each runs it anew where the page carries its scripts.
if (document.dispatchEvent(new Event("guide:sight-start", { cancelable: true }))) start();

function start() {
  const watch = createWatch(hideOutOfSight);
  const cover = createCover();
  /** @type {Map<HTMLElement, ReturnType<typeof makeForm>>} */
  const forms = new Map();
  const listeners = new AbortController();
  const { signal } = listeners;

  document.addEventListener("guide:sight-start", (event) => event.preventDefault(), { signal });
  document.addEventListener("guide:sight", follow, { signal });
  document.addEventListener("toggle", fillFolds, { signal, capture: true });
  document.addEventListener("guide:leaving", stop, { signal });
  linkStyles();
  fillFolds();
  follow();

  /** Do what `<html data-sight>` says. */
  function follow() {
    const choice = readChoice(root.dataset.sight);
    watch.set(choice);
    cover.set(choice.cover);
    for (const show of forms.values()) show(choice);
  }

  /** Views with a fold of their own may come at any time. */
  function fillFolds() {
    for (const fold of document.querySelectorAll("[data-out-of-sight]")) {
      if (forms.has(fold)) continue;
      const show = makeForm(fold, choose);
      forms.set(fold, show);
      show(readChoice(root.dataset.sight));
    }
  }

  function choose(choice) {
    root.dataset.sight = writeChoice(choice);
    document.dispatchEvent(new Event("guide:sight"));
  }

  function stop() {
    listeners.abort();
    watch.stop();
    cover.set(false);
  }
}

function hideOutOfSight() {
  const wasOpen = root.dataset.vault === "unlocked";
  const note = hide("away", HIDDEN);
  if (!note) return;
  stopSound();
  beginLateView();
  if (!wasOpen) return;
  const line = document.createElement("p");
  /** @type {HTMLElement} */ (note.querySelector("h1")).after(line);
  const tell = () => root.dataset.vault === "locked" && (line.textContent = LOCKED);
  const watching = new MutationObserver(tell);
  watching.observe(root, { attributeFilter: ["data-vault"] });
  document.addEventListener("guide:show", () => watching.disconnect(), { once: true });
}

/** The views that ask for them link these by themselves; beside plan and log nothing does. */
function linkStyles() {
  const href = `${base}assets/sight.css`;
  const links = /** @type {NodeListOf<HTMLLinkElement>} */ (
    document.querySelectorAll("link[rel='stylesheet']")
  );
  if (isCarried || [...links].some((link) => link.href === href)) return;
  document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href }));
}
