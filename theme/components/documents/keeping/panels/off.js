// Nothing is kept: the question whether to, what it means, and the passphrase.
import { kindOf } from "../../../common/known-error.js";
import {
  KEPT_LOCKED,
  STORAGE_BLOCKED,
  STORAGE_FAILED,
  STORAGE_FULL,
  STORAGE_SILENT,
} from "../../../vault/protocol.js";
import { SENTENCES } from "../../../vault/strings.js";
import { ONE_MOMENT } from "../strings.js";
import { createNewPassphrase } from "./new-passphrase.js";
import { createBusy, make } from "./panel.js";

/** When nothing can be kept here, a file is what remains. */
const TO_A_FILE = [STORAGE_BLOCKED, STORAGE_FAILED, STORAGE_FULL, STORAGE_SILENT];

/** Make the panel. */
export function makeOff(view, context) {
  const { vault, autosave, document: own, strings, passphrases, files, say, tell, inLines } = context;
  const element = make(view, "off");
  const [ask, choose] = element.querySelectorAll("[data-step]");
  const keepButton = element.querySelector("[data-vault=keep]");
  const tellHere = (text) => say(text, choose);
  const busyWith = createBusy();
  const newPassphrase = createNewPassphrase(view, choose.querySelector("[data-place=choice]"), {
    passphrases,
    known: () => own.knownWords(own.read()),
    say: tellHere,
    button: keepButton,
  });
  const actions = {
    choose() {
      // What locks and opens it is not there without https; a file can be made without.
      if (!isSecureContext) {
        tell(strings.needsHttps);
        files.goToSaving();
        return;
      }
      goTo(choose);
      newPassphrase.offer();
    },
    keep: () => busyWith(keepButton, keep),
    cancel() {
      newPassphrase.clear();
      tellHere("");
      goTo(ask);
      element.querySelector("details").open = false;
      element.querySelector("summary").focus();
    },
  };
  element.addEventListener("click", ({ target }) =>
    actions[target.closest("[data-vault]")?.dataset.vault]?.(),
  );

  function goTo(step) {
    ask.hidden = step !== ask;
    choose.hidden = step !== choose;
    if (step === choose) choose.querySelector("[type=radio]").focus();
  }

  async function keep() {
    const passphrase = await newPassphrase.read();
    if (!passphrase) return;
    tellHere(ONE_MOMENT);
    const lines = inLines(({ inMemory }) => inMemory()).flat();
    const [start] = inLines((of) => of.start());
    const data = autosave.dataOfPage(lines.length);
    const tellLines = () => inLines(({ onKept }) => onKept());
    try {
      await vault.keep(passphrase, data, lines, start);
      tellLines();
      autosave.start(data);
      tell(strings.nowKept);
    } catch (error) {
      const kind = kindOf(error);
      if (kind === KEPT_LOCKED) tellLines(); // they are stored, and no longer in memory alone
      (element.isConnected ? tellHere : tell)(SENTENCES[kind]);
      if (TO_A_FILE.includes(kind)) files.goToSaving();
    }
  }

  return { element, clear: newPassphrase.clear };
}
