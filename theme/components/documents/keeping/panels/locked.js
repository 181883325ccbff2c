// Something is kept and locked: one field and one button.
import { kindOf } from "../../../common/known-error.js";
import { DAMAGED, LOST, NOT_OUR_FILE, WAITS, WRONG_PASSPHRASE } from "../../../vault/protocol.js";
import { SAVE_THE_REST } from "../../../vault/rest-words.js";
import { SENTENCES } from "../../../vault/strings.js";
import { NO_PASSPHRASE, ONE_MOMENT } from "../strings.js";
import { bringToLife, clearPassphrases, createBusy, make, showText } from "./panel.js";
import { addWipe } from "./wipe.js";

const BROKEN = [DAMAGED, NOT_OUR_FILE];

/** Make the panel. */
export function makeLocked(view, context) {
  const { vault, strings, files, tell, showOpened } = context;
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
      tell([SENTENCES[kind], ...(BROKEN.includes(kind) ? [SAVE_THE_REST] : [])].join(" "));
      if (kind === WRONG_PASSPHRASE && element.isConnected) field.select();
      return;
    }
    showOpened(data);
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
