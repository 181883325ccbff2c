// Keeping the plan on this device, as the reader meets it: off, locked, unlocked. Nothing is kept unless asked for.
import { base } from "../files/files.js";
import { emptyPlan, writePlan } from "../plan-parts/plan-document.js";
import { LOCKED, NO_WORKER, OFF, PASSPHRASE_CHANGED, SENTENCES, UNLOCKED } from "../vault/messages.js";
import { createPassphrases } from "../vault/passphrase.js";
import { openVault } from "../vault/vault-client.js";
import { startFiles } from "./files.js";
import { createKeeper } from "./keeper.js";
import { makeLocked } from "./locked.js";
import { makeOff } from "./off.js";
import { renewFields } from "./parts.js";
import { makeUnlocked } from "./unlocked.js";
import { KEPT_ELSEWHERE, LOCKED_NOW } from "./words.js";

const makers = { [OFF]: makeOff, [LOCKED]: makeLocked, [UNLOCKED]: makeUnlocked };

/** Bring keeping and files to life in the plan's view. `say(text, area)` tells the reader something. */
export function startVaultUi(view, say) {
  const slot = view.querySelector("[data-slot=vault]");
  const passphrases = createPassphrases();
  const keeper = createKeeper(view, {
    update: (edit) => vault.update(edit),
    onStatus: (isKept) => panel?.showStatus?.(isKept),
    onReminder: (sentence) => panel?.showReminder?.(sentence),
    onIdle(minutes) {
      vault.setIdle(minutes);
      panel?.showIdle?.(minutes);
    },
  });
  const opened = openVault({ base, onState, onChange, onStored: keeper.onStored });
  const files = startFiles(view, { getVault: () => opened, passphrases, keeper, say });
  const tell = (text) => say(text, slot);
  let vault = null;
  let panel = null;
  let state = null;
  let hasLeft = false;

  document.addEventListener("guide:leave", leave);
  document.addEventListener("guide:lock", () => panel?.lock?.()); // another tab has left
  opened.then((result) => {
    vault = result;
    if (!hasLeft) show(vault.state);
  });

  function show(next) {
    const hadFocus = slot.contains(document.activeElement);
    panel?.clear();
    state = next;
    panel = makers[next](view, { vault, keeper, passphrases, files, say, tell, clearPage, lockWithout });
    slot.replaceChildren(panel.element);
    if (hadFocus) focus();
  }

  function focus() {
    slot.querySelector("[data-focus]").focus();
  }

  function onState(next, kind) {
    if (!vault || hasLeft) return; // the first state is shown when the vault is there
    const before = state;
    if (next === before) {
      if (kind) panel.showProblem?.(SENTENCES[kind]);
      return;
    }
    if (before === UNLOCKED) {
      if (kind === PASSPHRASE_CHANGED) keeper.note(); // the vault holds what it cannot store yet
      keeper.stop();
      // Where the vault has failed, the page is all there is of the last changes.
      if (next === LOCKED && kind !== NO_WORKER) clearPage();
    }
    show(next);
    if (kind) tell(SENTENCES[kind]);
    else if (before === UNLOCKED && next === LOCKED) tell(LOCKED_NOW);
    else if (before === OFF && next === LOCKED) tell(KEPT_ELSEWHERE);
  }

  function onChange(data) {
    panel.showNewer?.(keeper.hear(data));
  }

  /** Lock where the last changes cannot be stored. */
  function lockWithout() {
    vault.forget();
    keeper.stop();
    clearPage();
    show(LOCKED);
  }

  /** Take all of the plan off the page and out of its memory. */
  function clearPage() {
    files.clear();
    writePlan(view, emptyPlan());
    renewFields(view);
  }

  function leave() {
    hasLeft = true;
    keeper.stop();
    panel?.clear();
    files.clear();
    slot.replaceChildren();
  }
}
