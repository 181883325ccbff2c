// Keeping documents on this device, as the reader meets it: off, locked, unlocked. Nothing is kept unless the reader asks.
import { base } from "../../common/files.js";
import { reveal } from "../../common/reveal.js";
import { openVault } from "../../vault/client.js";
import { createPassphrases } from "../../vault/passphrase/passphrases.js";
import { LOCKED, OFF, UNLOCKED } from "../../vault/protocol.js";
import { SENTENCES } from "../../vault/strings.js";
import { createAutosave } from "./autosave.js";
import { startFiles } from "./backup-files.js";
import { makeLocked } from "./panels/locked.js";
import { makeOff } from "./panels/off.js";
import { makeUnlocked } from "./panels/unlocked.js";
import { KEPT_PLAN_PROBLEM } from "./strings.js";

const makers = { [OFF]: makeOff, [LOCKED]: makeLocked, [UNLOCKED]: makeUnlocked };

/** @typedef {Awaited<ReturnType<typeof openVault>>} Vault */
/** @typedef {ReturnType<typeof makers[keyof typeof makers]>} Panel */

/**
 * Set up keeping and files for these documents (`../README.md`), each in its own view. There is one vault for
 * all: what one of them keeps, opens, locks or deletes, it does for all.
 */
export function startKeeping(documents) {
  const passphrases = createPassphrases();
  const autosave = createAutosave(documents, {
    update: (edit) => vault.update(edit),
    onStatus: (isKept) => inAll((panel) => panel.showStatus?.(isKept)),
    onReminder: (due) => inAll((panel, { strings }) => panel.showReminder?.(strings.reminders[due] ?? "")),
    onIdle(minutes) {
      vault.setIdle(minutes);
      inAll((panel) => panel.showIdle?.(minutes));
    },
  });
  /** @type {Pick<Vault, "exportFile" | "importFile"> | null} */
  let fileVault = null; // there at once, whatever the browser's storage does
  const onFiles = (given) => (fileVault = given);
  const { join, note: beforeLock, onStored } = autosave;
  const opened = openVault({ base, join, beforeLock, onState, onOutcome, onChange, onStored, onFiles });
  const context = { getVault: () => fileVault, autosave, passphrases, clearPages };
  const places = documents.map((document) => createPlace(document, context));
  /** @type {Vault} */
  let vault;
  let shown = null; // the state whose panels are on the page
  let hasLeft = false;

  document.addEventListener("guide:leave", leave);
  opened.then((result) => {
    vault = result;
    if (hasLeft) return;
    showPanels(vault.state);
    if (vault.problem) for (const place of places) place.tell(SENTENCES[vault.problem]);
  });

  function inAll(work) {
    for (const place of places) if (place.panel) work(place.panel, place.document);
  }

  function showPanels(next) {
    shown = next;
    for (const place of places) place.show(next, vault);
  }

  function onState(next, kind, isPending) {
    if (!vault || hasLeft) return; // the first state is shown when the vault is there
    const before = shown;
    if (next === before) {
      if (kind) inAll((panel) => panel.showProblem?.(SENTENCES[kind]));
      return;
    }
    if (before === UNLOCKED) {
      autosave.stop();
      if (next === LOCKED) clearPages();
    }
    showPanels(next);
    for (const { tell, document } of places)
      tell(sentenceFor(document.strings, before, next, kind, isPending));
  }

  function onOutcome(outcome) {
    if (!hasLeft) inAll((panel) => panel.showOutcome?.(outcome));
  }

  function onChange(data) {
    const problems = autosave.problemsIn(data);
    if (problems.length) {
      // As at unlocking: what this tab cannot show, its edits must not change.
      vault.lock();
      for (const { tell } of places) tell([KEPT_PLAN_PROBLEM, ...problems].join(" "));
      return;
    }
    const isNewer = autosave.hear(data);
    inAll((panel) => panel.showNewer?.(isNewer));
  }

  /** Take all documents off the page and out of its memory. */
  function clearPages() {
    for (const { files, document } of places) {
      files.clear();
      document.clear();
    }
    forgetLastMatch();
  }

  function leave() {
    hasLeft = true;
    autosave.stop();
    for (const place of places) place.leave();
    forgetLastMatch();
  }
}

/** Where a document's panel and its files are. */
function createPlace(own, { getVault, autosave, passphrases, clearPages }) {
  const slot = own.view.querySelector("[data-slot=vault]");
  const files = startFiles(own, { getVault, passphrases, autosave });
  const tell = (text) => own.say(text, slot);

  return {
    document: own,
    /** @type {Panel | null} */
    panel: null,
    files,
    tell,

    show(state, vault) {
      const hadFocus = slot.contains(document.activeElement);
      const { strings, say } = own;
      this.panel?.clear();
      const panel = makers[state](own.view, {
        vault,
        autosave,
        document: own,
        strings,
        passphrases,
        files,
        say,
        tell,
        clearPages,
      });
      this.panel = panel;
      slot.replaceChildren(panel.element);
      if (hadFocus || state === LOCKED) reveal(slot);
      if (hadFocus) slot.querySelector("[data-focus]").focus();
    },

    leave() {
      this.panel?.clear();
      files.clear();
      slot.replaceChildren();
    },
  };
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

/** A browser remembers the text in which a pattern was last looked for, as `RegExp.input`. */
function forgetLastMatch() {
  /^/.test("");
}
