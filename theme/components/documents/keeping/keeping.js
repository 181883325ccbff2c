// Keeping the plan on this device, as the reader meets it: off, locked, unlocked. Nothing is kept unless asked for.
import { base } from "../../common/files.js";
import { emptyPlan } from "../../plan/model/plan-format.js";
import { writePlan } from "../../plan/plan-page.js";
import { openVault } from "../../vault/client.js";
import { createPassphrases } from "../../vault/passphrase/passphrases.js";
import { LOCKED, OFF, UNLOCKED } from "../../vault/protocol.js";
import { SENTENCES } from "../../vault/strings.js";
import { createKeeper } from "./autosave.js";
import { startFiles } from "./backup-files.js";
import { makeLocked } from "./panels/locked.js";
import { makeOff } from "./panels/off.js";
import { renewFields } from "./panels/panel.js";
import { makeUnlocked } from "./panels/unlocked.js";
import { KEPT_ELSEWHERE, LOCKED_FOR, LOCKED_NOW, LOCKED_SEALING } from "./strings.js";

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
  let fileVault = null; // there at once, whatever the browser's storage does
  const onFiles = (given) => (fileVault = given);
  const { join, note: beforeLock, onStored } = keeper;
  const opened = openVault({ base, join, beforeLock, onState, onOutcome, onChange, onStored, onFiles });
  const files = startFiles(view, { getVault: () => fileVault, passphrases, keeper, say });
  const tell = (text) => say(text, slot);
  let vault = null;
  let panel = null;
  let state = null;
  let hasLeft = false;

  document.addEventListener("guide:leave", leave);
  opened.then((result) => {
    vault = result;
    if (hasLeft) return;
    show(vault.state);
    if (vault.problem) tell(SENTENCES[vault.problem]);
  });

  function show(next) {
    const hadFocus = slot.contains(document.activeElement);
    panel?.clear();
    state = next;
    panel = makers[next](view, { vault, keeper, passphrases, files, say, tell, clearPage });
    slot.replaceChildren(panel.element);
    if (hadFocus) focus();
  }

  function focus() {
    slot.querySelector("[data-focus]").focus();
  }

  function onState(next, kind, isPending) {
    if (!vault || hasLeft) return; // the first state is shown when the vault is there
    const before = state;
    if (next === before) {
      if (kind) panel.showProblem?.(SENTENCES[kind]);
      return;
    }
    if (before === UNLOCKED) {
      keeper.stop();
      if (next === LOCKED) clearPage();
    }
    show(next);
    tell(sentenceFor(before, next, kind, isPending));
  }

  function onOutcome(outcome) {
    if (!hasLeft) panel.showOutcome?.(outcome);
  }

  function onChange(data) {
    panel.showNewer?.(keeper.hear(data));
  }

  /** Take all of the plan off the page and out of its memory. */
  function clearPage() {
    files.clear();
    writePlan(view, emptyPlan());
    renewFields(view);
    forgetLastMatch();
  }

  function leave() {
    hasLeft = true;
    keeper.stop();
    panel?.clear();
    files.clear();
    slot.replaceChildren();
    forgetLastMatch();
  }
}

/** The words for a new state. When the plan is locked, what became of the last changes is told once it is known. */
function sentenceFor(before, next, kind, isPending) {
  const was = next === LOCKED ? before : null;
  const locked = isPending ? LOCKED_SEALING : LOCKED_NOW;
  if (kind)
    return [LOCKED_FOR[kind] ?? SENTENCES[kind], was === UNLOCKED && isPending ? locked : ""]
      .join(" ")
      .trim();
  return { [UNLOCKED]: locked, [OFF]: KEPT_ELSEWHERE }[was] ?? "";
}

/** A browser remembers the text in which a pattern was last looked for, as `RegExp.input`. */
function forgetLastMatch() {
  /^/.test("");
}
