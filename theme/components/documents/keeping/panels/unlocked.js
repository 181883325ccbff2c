// The plan is open and kept: how it stands, locking, another passphrase, another tab.
import { kindOf } from "../../../common/known-error.js";
import { SENTENCES } from "../../../vault/strings.js";
import {
  IDLE_SET,
  KEEPING,
  KEPT,
  NEWER_SHOWN,
  NOT_KEPT,
  OLDER_JOINED,
  ONE_MOMENT,
  PASSPHRASE_NEW,
} from "../strings.js";
import { createChoice, knownWords } from "./new-passphrase.js";
import { bringToLife, clearPassphrases, createBusy, make, showText } from "./panel.js";
import { addWipe } from "./wipe.js";

/** Make the panel. */
export function makeUnlocked(view, context) {
  const { vault, keeper, passphrases, files, say, tell } = context;
  const element = make(view, "unlocked");
  const status = element.querySelector(".vault-status");
  const problem = element.querySelector(".vault-problem");
  const newer = element.querySelector(".vault-newer");
  const older = element.querySelector(".vault-older");
  const olderButton = older.querySelector("[data-vault=older]");
  const change = element.querySelector("[data-change]");
  const changeButton = change.querySelector("[data-vault=change]");
  const tellInChange = (text) => say(text, change);
  const busyWith = createBusy();
  const choice = createChoice(view, change.querySelector("[data-place=choice]"), {
    passphrases,
    known: () => knownWords(keeper.read()),
    say: tellInChange,
    button: changeButton,
  });
  const actions = {
    lock: vault.lock,
    older: () => busyWith(olderButton, openOlder),
    retry,
    files: files.goToSaving,
    newer() {
      newer.hidden = true;
      keeper.showNewer();
      tell(NEWER_SHOWN);
      status.closest("[data-focus]").focus();
    },
    change: () => busyWith(changeButton, changePassphrase),
  };

  bringToLife(change.querySelector("[data-place=current]"), changeButton);
  bringToLife(older, olderButton);
  older.hidden = !vault.hasOlder();
  addWipe(view, element, context);
  element.addEventListener("click", ({ target }) =>
    actions[target.closest("[data-vault]")?.dataset.vault]?.(),
  );
  element.querySelector(".vault-idle").addEventListener("change", setIdle);
  change.addEventListener("toggle", ({ target }) => {
    if (target === change) change.open ? choice.offer() : clear();
  });

  /** Bring in what waits under the passphrase from before it was changed in another tab. */
  async function openOlder() {
    keeper.note();
    say(ONE_MOMENT, older);
    try {
      await vault.openOlder(older.querySelector("[data-passphrase]").value);
      keeper.showNewer();
      older.hidden = !vault.hasOlder();
      clearPassphrases(older);
      tell(OLDER_JOINED);
      status.closest("[data-focus]").focus();
    } catch (error) {
      say(SENTENCES[kindOf(error)], older);
    }
  }

  async function retry() {
    keeper.note();
    try {
      await vault.flush();
    } catch (error) {
      showProblem(SENTENCES[kindOf(error)]);
    }
  }

  async function changePassphrase() {
    const current = change.querySelector("[data-passphrase]").value;
    const next = await choice.read();
    if (!next) return;
    keeper.note();
    tellInChange(ONE_MOMENT);
    try {
      await vault.changePassphrase(current, next);
      clear();
      change.open = false;
      tell(PASSPHRASE_NEW);
      change.querySelector("summary").focus();
    } catch (error) {
      tellInChange(SENTENCES[kindOf(error)]);
    }
  }

  function setIdle({ target }) {
    keeper.setIdle(Number(target.value));
    tell(IDLE_SET);
  }

  function showStatus(isKept) {
    if (isKept) problem.hidden = true;
    status.textContent = isKept ? KEPT : problem.hidden ? KEEPING : NOT_KEPT;
  }

  /** Stay until it is solved; say it once. */
  function showProblem(sentence) {
    showText(problem, sentence);
    status.textContent = NOT_KEPT;
    say(sentence);
  }

  function clear() {
    clearPassphrases(older);
    clearPassphrases(change);
    choice.clear();
  }

  return {
    element,
    clear,
    showStatus,
    showProblem,
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
