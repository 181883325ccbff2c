// What is kept is open: its status, locking, another passphrase, another tab.
import { kindOf } from "../../../common/known-error.js";
import { SENTENCES } from "../../../vault/strings.js";
import { IDLE_SET, KEEPING, KEPT, NOT_KEPT, ONE_MOMENT } from "../strings.js";
import { createNewPassphrase } from "./new-passphrase.js";
import { bringToLife, clearPassphrases, createBusy, make, showText } from "./panel.js";
import { addWipe } from "./wipe.js";

let panels = 0;

/** Make the panel. */
export function makeUnlocked(view, context) {
  const { vault, autosave, strings, files, say, tell, showNewer } = context;
  const element = make(view, "unlocked");
  const newer = element.querySelector(".vault-newer");
  const focus = () => element.querySelector(".vault-status").closest("[data-focus]").focus();
  const status = createStatus(element, say);
  const busyWith = createBusy();
  const older = startOlder(element.querySelector(".vault-older"), { ...context, busyWith, focus });
  const change = startChange(view, element.querySelector("[data-change]"), {
    ...context,
    busyWith,
    clearOlder: older.clear,
  });
  const actions = {
    lock: vault.lock,
    older: older.open,
    retry,
    files: files.goToSaving,
    newer() {
      showNewer();
      tell(strings.newerShown);
      focus();
    },
    change: change.change,
  };

  addWipe(view, element, context);
  element.addEventListener("click", ({ target }) =>
    actions[target.closest("[data-vault]")?.dataset.vault]?.(),
  );
  // Each panel has a group of its own: of one name, only one of all of them could be chosen.
  panels += 1;
  for (const radio of element.querySelectorAll(".vault-idle input")) radio.name = `idle-${panels}`;
  element.querySelector(".vault-idle").addEventListener("change", ({ target }) => {
    autosave.setIdle(Number(target.value));
    tell(IDLE_SET);
  });

  async function retry() {
    autosave.note();
    try {
      await vault.flush();
    } catch (error) {
      status.showProblem(SENTENCES[kindOf(error)]);
    }
  }

  return {
    element,
    ...status,
    clear: change.clear,
    showReminder: (sentence) => showText(element.querySelector(".vault-reminder"), sentence),
    showNewer(isNewer) {
      if (isNewer && newer.hidden) say(newer.querySelector("p").textContent);
      newer.hidden = !isNewer;
    },
    showIdle(minutes) {
      for (const radio of element.querySelectorAll(".vault-idle input"))
        radio.checked = Number(radio.value) === minutes;
    },
  };
}

/** The status of keeping: all is kept, it is being kept, or it could not be. */
function createStatus(element, say) {
  const status = element.querySelector(".vault-status");
  const problem = element.querySelector(".vault-problem");

  return {
    showStatus(isKept) {
      if (isKept) problem.hidden = true;
      status.textContent = isKept ? KEPT : problem.hidden ? KEEPING : NOT_KEPT;
    },
    /** Stay until it is solved; say it once. */
    showProblem(sentence) {
      showText(problem, sentence);
      status.textContent = NOT_KEPT;
      say(sentence);
    },
  };
}

/** What waits under the old passphrase, after another tab changed it. */
function startOlder(older, { vault, autosave, strings, say, tell, showNewer, busyWith, focus }) {
  const button = older.querySelector("[data-vault=older]");

  bringToLife(older, button);
  older.hidden = !vault.hasOlder();

  async function bringIn() {
    autosave.note();
    say(ONE_MOMENT, older);
    try {
      await vault.openOlder(older.querySelector("[data-passphrase]").value);
      showNewer();
      older.hidden = !vault.hasOlder();
      clearPassphrases(older);
      tell(strings.olderJoined);
      focus();
    } catch (error) {
      say(SENTENCES[kindOf(error)], older);
    }
  }

  return { open: () => busyWith(button, bringIn), clear: () => clearPassphrases(older) };
}

function startChange(
  view,
  change,
  { vault, autosave, document: own, strings, passphrases, say, tell, busyWith, clearOlder },
) {
  const button = change.querySelector("[data-vault=change]");
  const tellHere = (text) => say(text, change);
  const newPassphrase = createNewPassphrase(view, change.querySelector("[data-place=choice]"), {
    passphrases,
    known: () => own.knownWords(own.read()),
    say: tellHere,
    button,
  });

  bringToLife(change.querySelector("[data-place=current]"), button);
  change.addEventListener("toggle", ({ target }) => {
    if (target === change) change.open ? newPassphrase.offer() : clear();
  });

  async function changePassphrase() {
    const current = change.querySelector("[data-passphrase]").value;
    const next = await newPassphrase.read();
    if (!next) return;
    autosave.note();
    tellHere(ONE_MOMENT);
    try {
      await vault.changePassphrase(current, next);
      clear();
      change.open = false;
      tell(strings.passphraseNew);
      change.querySelector("summary").focus();
    } catch (error) {
      tellHere(SENTENCES[kindOf(error)]);
    }
  }

  function clear() {
    clearOlder();
    clearPassphrases(change);
    newPassphrase.clear();
  }

  return { change: () => busyWith(button, changePassphrase), clear };
}
