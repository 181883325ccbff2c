// Something is kept and locked: one field and one button.
import { kindOf } from "../../../common/known-error.js";
import { LOST, WAITS, WRONG_PASSPHRASE } from "../../../vault/protocol.js";
import { SENTENCES } from "../../../vault/strings.js";
import { KEPT_PLAN_PROBLEM, NO_PASSPHRASE, ONE_MOMENT } from "../strings.js";
import { showCompare } from "./compare.js";
import { bringToLife, clearPassphrases, createBusy, make, showText } from "./panel.js";
import { addWipe } from "./wipe.js";

/** Make the panel. */
export function makeLocked(view, context) {
  const { vault, autosave, document: own, strings, files, tell } = context;
  const element = make(view, "locked");
  const field = element.querySelector("[data-passphrase]");
  const button = element.querySelector("[data-vault=unlock]");
  const waits = element.querySelector(".vault-waits");
  const busyWith = createBusy();

  bringToLife(element, button);
  addWipe(view, element, context);
  field.addEventListener("focus", vault.prepare, { once: true });
  button.addEventListener("click", () => busyWith(button, unlock));
  element.querySelector("[data-vault=files]").addEventListener("click", files.goToOpening);

  async function unlock() {
    const passphrase = field.value;
    if (!passphrase.trim()) {
      tell(NO_PASSPHRASE);
      field.focus();
      return;
    }
    tell(ONE_MOMENT);
    let data;
    try {
      data = await vault.unlock(passphrase);
    } catch (error) {
      const kind = kindOf(error);
      tell(SENTENCES[kind]);
      if (kind === WRONG_PASSPHRASE && element.isConnected) field.select();
      return;
    }
    await show(data);
  }

  async function show(data) {
    const { problems, before } = autosave.open(data);
    if (problems) {
      vault.lock();
      tell([KEPT_PLAN_PROBLEM, ...problems].join(" "));
      return;
    }
    tell(strings.opened);
    if (before.get(own)) offerWhatWasThere(before.get(own));
  }

  /** What was on the page before it was opened is not lost, and does not go into the document unless the reader asks. */
  function offerWhatWasThere(incoming) {
    const place = view.querySelector("[data-slot=vault] [data-place=compare]");
    const onChoice = (data, sentence) => {
      if (data) autosave.put(own, data);
      tell(sentence);
      view.querySelector("[data-slot=vault] [data-focus]").focus();
    };
    showCompare(place, { document: own, incoming, intro: strings.pageHeld, tell, onChoice });
  }

  return {
    element,
    clear: () => clearPassphrases(element),
    /** Say what became of the last changes; while some still wait to be stored, keep saying so. */
    showOutcome(outcome) {
      tell(strings.outcomes[outcome]);
      if (outcome !== LOST) showText(waits, outcome === WAITS ? strings.outcomes[WAITS] : "");
    },
  };
}
