// Files of a document: an encrypted one to save, and one to open.
import { reveal } from "../../common/reveal.js";
import { exportName } from "../../common/export-name.js";
import { fileName } from "../../common/file-name.js";
import { kindOf } from "../../common/known-error.js";
import { savedAs, saveFile } from "../../common/save-file.js";
import { OFF } from "../../vault/protocol.js";
import { SENTENCES } from "../../vault/strings.js";
import { startDropping } from "./drop-file.js";
import { contentOf, noFile, offerLines, willBeTooLong } from "./lines-of-file.js";
import { showCompare } from "./panels/compare.js";
import { createNewPassphrase } from "./panels/new-passphrase.js";
import { bringToLife, clearPassphrases, createBusy, showLeftOut } from "./panels/panel.js";
import { startUnshown } from "./panels/unshown.js";
import { readFile } from "./read-file.js";
import {
  FILE_LOCKED,
  FILE_PASSPHRASE,
  holdsEntries,
  NO_CHANGE,
  NOT_WHOLE,
  ONE_MOMENT,
  partsLost,
  WILL_BE_TOO_LONG,
} from "./strings.js";

const AGE_FILE = "application/octet-stream";

/**
 * Set up both in the view's place for them. `getVault()` returns the maker and opener of files, whatever storage does;
 * `getKeeper()` what reads kept lines, or null.
 */
export function startFiles(own, { getVault, getKeeper, passphrases, autosave }) {
  const { view, say } = own;
  const slot = view.querySelector("[data-slot=files]");
  slot.replaceChildren(view.querySelector("template[data-panel=files]").content.cloneNode(true));
  const panelOf = (name) => slot.querySelector(`[data-file=${name}]`);
  const tellIn = (panel) => (text) => say(text, panel);
  const save = startSaving(own, panelOf("save"), {
    getVault,
    getKeeper,
    passphrases,
    autosave,
    tell: tellIn(panelOf("save")),
  });
  const open = startOpening(own, panelOf("open"), { getVault, autosave, tell: tellIn(panelOf("open")) });

  const rest = startSavingRest(slot, own, getVault);

  const place = document.createElement("div");
  place.className = "unshown";
  slot.append(place);
  const unshown = startUnshown(place, own, autosave);
  startDropping(view, (file) => {
    goTo("open");
    open.take(file);
  });

  function goTo(name) {
    const panel = panelOf(name);
    panel.open = true;
    reveal(panel);
    panel.scrollIntoView({ block: "start" });
    panel.querySelector("summary").focus({ preventScroll: true });
  }

  return {
    goToSaving: () => goTo("save"),
    goToOpening: () => goTo("open"),
    /** There is something left to save unless nothing is kept. */
    showState: (state) => rest.show(state !== OFF),
    /** Close both, and drop what they hold. */
    clear() {
      save.clear();
      open.clear();
      rest.clear();
      unshown.clear();
    },
  };
}

function startSaving(own, panel, { getVault, getKeeper, passphrases, autosave, tell }) {
  const button = panel.querySelector("[data-vault=save]");
  const busyWith = createBusy();
  const newPassphrase = createNewPassphrase(own.view, panel.querySelector("[data-place=choice]"), {
    passphrases,
    known: () => own.knownWords(own.read()),
    say: tell,
    button,
    name: FILE_PASSPHRASE,
  });

  panel.addEventListener("toggle", ({ target }) => {
    if (target !== panel) return;
    if (!panel.open) newPassphrase.clear();
    else if (willBeTooLong(own)) tell(WILL_BE_TOO_LONG);
    else newPassphrase.offer();
    if (panel.open) showLeftOut(panel, own.lines);
  });
  button.addEventListener("click", () => busyWith(button, save));

  async function save() {
    if (willBeTooLong(own)) {
      tell(WILL_BE_TOO_LONG);
      return;
    }
    const passphrase = await newPassphrase.read();
    if (!passphrase) return;
    tell(ONE_MOMENT);
    try {
      const { content, isWhole } = await contentOf(own, getKeeper());
      const file = await getVault().exportFile(passphrase, content);
      const name = fileName(panel.querySelector(".file-name").value, "age", exportName());
      saveFile(file, name, AGE_FILE);
      if (isWhole) autosave.copied(own);
      const holds = own.lines ? [holdsEntries(own.lines.size()), own.lines.leftOut()].filter(Boolean) : [];
      tell([savedAs(name), ...holds, ...(isWhole ? [] : [NOT_WHOLE])].join(" "));
    } catch (error) {
      tell(noFile(own, kindOf(error)));
    }
  }

  function clear() {
    newPassphrase.clear();
    panel.open = false;
  }

  return { clear };
}

/** Set up what saves all that is stored, as it is, for a helper. */
function startSavingRest(slot, { view, say }, getVault) {
  slot.append(view.querySelector("template[data-panel=rest]").content.cloneNode(true));
  const panel = slot.querySelector("[data-file=rest]");
  const button = panel.querySelector("[data-vault=rest]");
  const tell = (text) => say(text, panel);
  const busyWith = createBusy();
  button.addEventListener("click", () => busyWith(button, save));

  async function save() {
    tell(ONE_MOMENT);
    try {
      const { file, lost } = await getVault().asStored();
      const name = `${exportName()}.tar`;
      saveFile(file, name, file.type);
      tell([savedAs(name), ...(lost ? [partsLost(lost)] : [])].join(" "));
    } catch (error) {
      tell(SENTENCES[kindOf(error)]);
    }
  }

  return {
    show: (isKept) => (panel.hidden = !isKept),
    clear: () => (panel.open = false),
  };
}

function startOpening(own, panel, { getVault, autosave, tell }) {
  const input = panel.querySelector("[type=file]");
  const secret = panel.querySelector(".file-secret");
  const field = secret.querySelector("[data-passphrase]");
  const button = panel.querySelector("[data-vault=open]");
  const place = panel.querySelector("[data-place=compare]");
  const busyWith = createBusy();
  let file = null;
  let chosen = 0;

  bringToLife(secret, button);
  input.addEventListener("change", () => choose(input.files[0]));
  button.addEventListener("click", () => busyWith(button, unlock));

  async function choose(next) {
    clearRest();
    if (!next) return;
    const turn = chosen;
    const { problem, isLocked, text } = await readFile(next, own.strings);
    if (turn !== chosen) return;
    if (problem) tell(problem);
    else if (isLocked) askForPassphrase(next);
    else offer(text);
  }

  function askForPassphrase(next) {
    file = next;
    secret.hidden = false;
    tell(FILE_LOCKED);
    field.focus();
  }

  async function unlock() {
    const turn = chosen;
    tell(ONE_MOMENT);
    try {
      const data = await getVault().importFile(file, field.value);
      if (turn !== chosen) return;
      clearRest();
      offer(data);
    } catch (error) {
      const kind = kindOf(error);
      if (turn !== chosen) return;
      tell(SENTENCES[kind]);
      field.focus();
    }
  }

  function offer(content) {
    const offerIt = own.lines ? offerLines : offerData;
    offerIt(place, { document: own, content, autosave, tell, onDone: finish });
  }

  function finish(sentence) {
    clear();
    tell(sentence);
    panel.querySelector("summary").focus();
  }

  /** Forget the file, its passphrase and what it held. */
  function clearRest() {
    chosen += 1;
    file = null;
    secret.hidden = true;
    clearPassphrases(secret);
    place.replaceChildren();
    tell("");
  }

  function clear() {
    clearRest();
    input.value = "";
  }

  /** Take a file that was not chosen in the field, which then names no other. */
  function take(next) {
    input.value = "";
    choose(next);
  }

  return { clear, take };
}

/** Offer what a file holds, next to what the reader has. `onDone(sentence)` is called when the reader has chosen. */
function offerData(place, { document: own, content, autosave, tell, onDone }) {
  const { data, problems } = own.restore(content);
  if (problems) {
    tell([...problems, NO_CHANGE].join(" "));
    return;
  }
  if (own.isSame(data, own.read())) {
    tell(own.strings.fileIsSame);
    return;
  }
  const onChoice = (result, sentence) => {
    if (result) autosave.put(own, result);
    onDone(sentence);
  };
  showCompare(place, { document: own, incoming: data, intro: own.strings.fileHolds, tell, onChoice });
}
