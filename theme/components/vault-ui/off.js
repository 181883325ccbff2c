// Nothing is kept: the question whether to, what it means, and the passphrase.
import { kindOf } from "../common/problem.js";
import { SENTENCES, STORAGE_BLOCKED, STORAGE_FULL } from "../vault/messages.js";
import { createChoice, knownWords } from "./choice.js";
import { createBusy, make } from "./parts.js";
import { NOW_KEPT, ONE_MOMENT } from "./words.js";

/** Make the panel. */
export function makeOff(view, { vault, keeper, passphrases, files, say, tell }) {
  const element = make(view, "off");
  const [ask, choose] = element.querySelectorAll("[data-step]");
  const keepButton = element.querySelector("[data-vault=keep]");
  const tellHere = (text) => say(text, choose);
  const busyWith = createBusy();
  const choice = createChoice(view, choose.querySelector("[data-place=choice]"), {
    passphrases,
    known: () => knownWords(keeper.read()),
    say: tellHere,
    button: keepButton,
  });
  const actions = {
    choose() {
      goTo(choose);
      choice.offer();
    },
    keep: () => busyWith(keepButton, keep),
    cancel() {
      choice.clear();
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
    const passphrase = await choice.read();
    if (!passphrase) return;
    tellHere(ONE_MOMENT);
    const data = keeper.dataOfPage();
    try {
      await vault.keep(passphrase, data);
      keeper.start(data);
      tell(NOW_KEPT);
    } catch (error) {
      const kind = kindOf(error);
      (element.isConnected ? tellHere : tell)(SENTENCES[kind]);
      if (kind === STORAGE_BLOCKED || kind === STORAGE_FULL) files.goToSaving();
    }
  }

  return { element, clear: choice.clear };
}
