// Files of the plan: an encrypted one to save, and one to open.
import { fileName } from "../../common/file-name.js";
import { kindOf } from "../../common/known-error.js";
import { saveFile } from "../../common/save-file.js";
import { planFromData, planFromText } from "../../plan/model/open-plan.js";
import { SENTENCES } from "../../vault/strings.js";
import { areSame } from "../model/three-way.js";
import { startDropping } from "./drop-file.js";
import { showCompare } from "./panels/compare.js";
import { createChoice, knownWords } from "./panels/new-passphrase.js";
import { bringToLife, clearPassphrases, createBusy } from "./panels/panel.js";
import { startUnshown } from "./panels/unshown.js";
import { readFile } from "./read-file.js";
import { FILE_HOLDS, FILE_IS_SAME, FILE_LOCKED, NO_CHANGE, ONE_MOMENT, savedAs } from "./strings.js";

const AGE_FILE = "application/octet-stream";

/** Bring both to life in the view's place for them. `getVault()` returns what makes and opens files; no storage is waited for. */
export function startFiles(view, { getVault, passphrases, keeper, say }) {
  const slot = view.querySelector("[data-slot=files]");
  slot.replaceChildren(view.querySelector("#vault-files").content.cloneNode(true));
  const save = startSaving(view, slot.querySelector("[data-file=save]"), {
    getVault,
    passphrases,
    keeper,
    say,
  });
  const open = startOpening(view, slot.querySelector("[data-file=open]"), { getVault, keeper, say });

  const place = document.createElement("div");
  place.className = "unshown";
  slot.append(place);
  const unshown = startUnshown(view, place, keeper);
  startDropping(view, (file) => {
    goTo("open");
    open.take(file);
  });

  function goTo(name) {
    const panel = slot.querySelector(`[data-file=${name}]`);
    panel.open = true;
    panel.scrollIntoView({ block: "start" });
    panel.querySelector("summary").focus({ preventScroll: true });
  }

  return {
    goToSaving: () => goTo("save"),
    goToOpening: () => goTo("open"),
    /** Close both, and drop what they hold. */
    clear() {
      save.clear();
      open.clear();
      unshown.clear();
    },
  };
}

function startSaving(view, panel, { getVault, passphrases, keeper, say }) {
  const tell = (text) => say(text, panel);
  const button = panel.querySelector("[data-vault=save]");
  const known = () => knownWords(keeper.read());
  const busyWith = createBusy();
  const choice = createChoice(view, panel.querySelector("[data-place=choice]"), {
    passphrases,
    known,
    say: tell,
    button,
  });

  panel.addEventListener("toggle", ({ target }) => {
    if (target === panel) panel.open ? choice.offer() : choice.clear();
  });
  button.addEventListener("click", () => busyWith(button, save));

  async function save() {
    const passphrase = await choice.read();
    if (!passphrase) return;
    tell(ONE_MOMENT);
    try {
      const file = await getVault().exportFile(passphrase, keeper.read());
      const name = fileName(panel.querySelector(".file-name").value, "age");
      saveFile(file, name, AGE_FILE);
      keeper.copied();
      tell(savedAs(name));
    } catch (error) {
      tell(SENTENCES[kindOf(error)]);
    }
  }

  function clear() {
    choice.clear();
    panel.open = false;
  }

  return { clear };
}

function startOpening(view, panel, { getVault, keeper, say }) {
  const input = panel.querySelector("[type=file]");
  const secret = panel.querySelector(".file-secret");
  const field = secret.querySelector("[data-passphrase]");
  const button = panel.querySelector("[data-vault=open]");
  const place = panel.querySelector("[data-place=compare]");
  const tell = (text) => say(text, panel);
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
    const { problem, isLocked, text } = await readFile(next);
    if (turn !== chosen) return;
    if (problem) return tell(problem);
    if (!isLocked) return offer(planFromText(text, keeper.shape));
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
      offer(planFromData(data, keeper.shape));
    } catch (error) {
      const kind = kindOf(error);
      if (turn !== chosen) return;
      tell(SENTENCES[kind]);
      field.focus();
    }
  }

  function offer({ plan, problems }) {
    if (problems) return tell([...problems, NO_CHANGE].join(" "));
    if (areSame(plan, keeper.read())) return tell(FILE_IS_SAME);
    const onChoice = (result, sentence) => {
      if (result) keeper.put(result);
      clear();
      tell(sentence);
      panel.querySelector("summary").focus();
    };
    showCompare(view, place, { keeper, incoming: plan, intro: FILE_HOLDS, tell, onChoice });
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
