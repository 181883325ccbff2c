// Keeping documents on this device, as the reader meets it: off, locked, unlocked. Nothing is kept unless the reader asks.
// A bundle of its own, loaded before the scripts of views: documents come from theirs, as `../hand-over.js` passes them.
import { root as site } from "../../common/storage-names.js";
import { readChoice, writeChoice } from "../../out-of-sight/choice.js";
import {
  fetchChoice,
  offerChoice,
  openChoices,
  startFetchingChoice,
} from "../../out-of-sight/fetch-choice.js";
import { openVault } from "../../vault/client.js";
import { createPassphrases } from "../../vault/passphrase/passphrases.js";
import { LOCKED, OFF, UNLOCKED, WAITS } from "../../vault/protocol.js";
import { SENTENCES } from "../../vault/strings.js";
import { createAutosave } from "./autosave.js";
import { createKeeper } from "./keeper.js";
import { createNewPassphrase } from "./panels/new-passphrase.js";
import { createPlaces } from "./places.js";
import { KEPT_PLAN_PROBLEM } from "./strings.js";

/** @typedef {Awaited<ReturnType<typeof openVault>>} Vault */

const base = site.href;

// A script that timed out may still arrive, together with the one that was requested again.
if (!("keeping" in document.documentElement.dataset)) {
  document.documentElement.dataset.keeping = "";
  startFetchingChoice();
  /** @type {ReturnType<typeof startKeeping> | undefined} */
  let take; // the vault is opened for the first document
  document.addEventListener("guide:document", (event) => {
    event.preventDefault();
    take ??= startKeeping();
    offerChoice(event.detail.view);
    take(event.detail);
  });
}

/**
 * Return what takes a document (`../README.md`) and sets up keeping and files in its view. There is one vault for all:
 * what one of them keeps, opens, locks or deletes, it does for all.
 */
function startKeeping() {
  const documents = [];
  const places = createPlaces();
  const { inPanels, clear: clearPages } = places;
  const autosave = autosaveOf(documents, places, () => vault);
  /** @type {Pick<Vault, "exportFile" | "importFile"> | null} */
  let fileVault = null; // there at once, whatever the browser's storage does
  const onFiles = (given) => (fileVault = given);
  const showOutcome = (outcome) => hasLeft || inPanels((panel) => panel.showOutcome?.(outcome));
  const onOutcome = lockForLanguage(() => vault, showOutcome);
  const onLines = () => places.inLines(({ onNewer }) => onNewer());
  const opened = openVault({ ...autosave.forVault, base, onState, onOutcome, onChange, onLines, onFiles });
  const { showFound, refuse, showNewer } = createShowing({ places, autosave, lock: () => vault.lock() });
  const context = {
    getVault: () => fileVault,
    getKeeper: () => keeper,
    autosave,
    passphrases: createPassphrases(),
    clearPages,
    inLines: places.inLines,
    showOpened: (data) => showFound(places.all, autosave.open(data)),
    showNewer,
  };
  /** @type {Vault} */
  let vault;
  /** @type {ReturnType<typeof createKeeper> | null} */
  let keeper = null;
  /** @type {Vault["state"] | null} */
  let shown = null; // the state whose panels are on the page
  let hasLeft = false;
  document.addEventListener("guide:leave", leave);
  opened.then((result) => {
    vault = result;
    if (hasLeft) return;
    keeper = createKeeper(vault, autosave, filesFor(documents, context));
    shown = vault.state;
    places.all.forEach(begin);
  });

  return take;

  /** Take a document, before the vault is there or at any time after. */
  function take(own) {
    if (hasLeft) return;
    const place = places.add(own, context);
    documents.push(own);
    if (!vault) return;
    begin(place);
    if (shown === UNLOCKED) showFound([place], autosave.openLate(own));
  }

  function begin(place) {
    place.document.lines?.attach(keeper);
    place.show(shown, vault);
    if (vault.problem) place.tell(SENTENCES[vault.problem]);
  }

  function onState(next, kind, isPending) {
    if (!vault || hasLeft) return; // the first state is shown when the vault is there
    const before = shown;
    if (next === before) {
      if (kind) inPanels((panel) => panel.showProblem?.(SENTENCES[kind]));
      return;
    }
    if (before === UNLOCKED) {
      autosave.stop();
      if (next === LOCKED) clearPages();
    }
    shown = next;
    for (const place of places.all) place.show(next, vault);
    for (const { tell, document: own } of places.all)
      tell(sentenceFor(own.strings, before, next, kind, isPending));
  }

  function onChange(data) {
    const problems = autosave.problemsIn(data);
    if (problems.length) {
      refuse(problems);
      return;
    }
    const newer = autosave.hear(data);
    inPanels((panel, own) => panel.showNewer?.(newer.includes(own)));
  }

  function leave() {
    hasLeft = true;
    autosave.stop();
    places.leave();
  }
}

/**
 * Lock before the language changes in place (`../../languages/`), and answer whether all is stored: what could not be waits in
 * this tab alone. Return what takes each outcome of locking, and shows it.
 * @param {() => Vault | undefined} getVault
 * @param {(outcome: string) => void} show
 */
function lockForLanguage(getVault, show) {
  let isWaiting = false;
  document.addEventListener("guide:language", (event) => {
    /** @type {CustomEvent} */ (event).detail.wait(lock());
  });
  return (/** @type {string} */ outcome) => {
    isWaiting = outcome === WAITS;
    show(outcome);
  };

  async function lock() {
    const vault = getVault();
    if (vault?.state === UNLOCKED) isWaiting = false;
    await vault?.lock();
    return !isWaiting;
  }
}

/**
 * Autosave of documents, which tells their panels.
 * @param {() => Vault} getVault
 */
function autosaveOf(documents, { inPanels }, getVault) {
  const autosave = createAutosave(documents, {
    update: (edit) => getVault().update(edit),
    onStatus: (isKept) => inPanels((panel) => panel.showStatus?.(isKept)),
    onReminder: (due, own) =>
      inPanels((panel, one) => one === own && panel.showReminder?.(reminderOf(own, due))),
    onIdle(minutes) {
      getVault().setIdle(minutes);
      inPanels((panel) => panel.showIdle?.(minutes));
    },
    sight: createSight(),
  });
  document.addEventListener("guide:sight", autosave.noteSight);
  return autosave;
}

/** What the reader chose for when the page is out of sight: `<html data-sight>`, for `../../out-of-sight/sight-choice.js`. */
function createSight() {
  const { dataset } = document.documentElement;

  return {
    read: () => dataset.sight,
    /** @param {unknown} kept */
    show(kept) {
      const text = writeChoice(readChoice(kept));
      if (text === (dataset.sight ?? "")) return;
      dataset.sight = text; // what hides and covers does what this says whenever it comes
      fetchChoice().then(() => document.dispatchEvent(new Event("guide:sight")), openChoices);
    },
  };
}

const reminderOf = ({ strings, lines }, due) =>
  due ? [strings.reminders[due], lines?.leftOut()].filter(Boolean).join(" ") : "";

/** What a document that grows by lines needs for files of its own: a passphrase for them. */
function filesFor(documents, { passphrases }) {
  const own = () => documents.find(({ lines }) => lines);
  return {
    newPassphrase(place, how) {
      const known = () => own().knownWords(own().read());
      return createNewPassphrase(own().view, place, { passphrases, known, ...how });
    },
  };
}

/** Showing in the places what was opened, or what another tab made. */
function createShowing({ places, autosave, lock }) {
  /**
   * @param {typeof places.all} some
   * @param {ReturnType<ReturnType<typeof createAutosave>["open"]>} found
   */
  function showFound(some, { problems, before }) {
    if (problems) {
      refuse(problems);
      return;
    }
    for (const place of some) {
      place.tell(place.document.strings.opened);
      place.offer(before?.get(place.document));
    }
  }

  /** What this tab cannot show, its edits must not change. */
  function refuse(problems) {
    lock();
    for (const { tell } of places.all) tell([KEPT_PLAN_PROBLEM, ...problems].join(" "));
  }

  function showNewer() {
    autosave.showNewer();
    places.inPanels((panel) => panel.showNewer?.(false));
  }

  return { showFound, refuse, showNewer };
}

/** The words for a new state. After locking, the page says what became of the last changes as soon as that is known. */
function sentenceFor(strings, before, next, kind, isPending) {
  const was = next === LOCKED ? before : null;
  const locked = isPending ? strings.lockedSealing : strings.lockedNow;
  if (kind)
    return [strings.lockedFor[kind] ?? SENTENCES[kind], was === UNLOCKED && isPending ? locked : ""]
      .join(" ")
      .trim();
  return { [UNLOCKED]: locked, [OFF]: strings.keptElsewhere }[was] ?? "";
}
