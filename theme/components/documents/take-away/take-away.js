// "Take it with you": print, copy or save a document, all of it or what the reader chooses.
import { _, ngettext } from "../../common/gettext.js";
import { exportName } from "../../common/export-name.js";
import { fileName } from "../../common/file-name.js";
import { savedAs, saveFile } from "../../common/save-file.js";
import { takeCarried, whenCarried } from "../../languages/along.js";
import { placePaperLine } from "../../languages/paper-line.js";
import { documentText } from "../model/text.js";
import { createPrinting } from "./printing.js";
import { createCheckboxes } from "./checkboxes.js";
import { createCopying } from "./copying.js";
import { FRIEND, LONG, POCKET } from "./versions.js";

const TAKE = "take"; // the version that is chosen, where the language changes
const choiceWords = {
  [POCKET]: _(
    "Tick what goes on the sheet. Nothing else will be on it. Fold it twice, with the text inside.",
  ),
  [FRIEND]: _("Tick what this friend may know. Nothing else is passed on."),
};
const NOTHING = _(
  "You have not written anything to pass on yet. It can be a code word or signal, and what a friend can do or should not do.",
);

/**
 * Set up "Take it with you". `say(text, area)` shows the reader a message. `source` knows the document:
 * `backup()` returns what a file of it holds, `picksOf(version)` what can be chosen, as `checkboxes.js` shows it,
 * `contentOf(version, {isPicked, isWished})` the list of sections and groups of steps that `documents/model/text.js`
 * describes, and `paperFormat()` the paper of the reader's country.
 */
export function startTaking(view, say, source) {
  const area = view.querySelector(".take");
  const [out, own] = area.querySelectorAll(".take-out, .take-own"); // to give to somebody, and for oneself
  const format = area.querySelector(".take-format select");
  const checkboxes = createCheckboxes(area.querySelector(".take-picks"));
  const title = () => area.querySelector(".take-title").value.trim();
  const isWished = (name) => area.querySelector(`.take-more [value=${name}]`).checked;
  const contentOf = (version) => source.contentOf(version, { isPicked: checkboxes.isTicked, isWished });
  const isLarge = () => isWished("large");
  const printing = createPrinting(view, { title, contentOf, format: () => format.value, isLarge });
  const showChoice = createChoice(area, { source, checkboxes, format, countSheets: printing.countSheets });
  const copying = createCopying(out, say);
  const version = () => area.querySelector(".take-what").value;
  const text = () => documentText(title(), contentOf(version()));
  const save = (place, content, ending, type) => {
    const name = fileName(place.querySelector(".take-name").value, ending, exportName());
    saveFile(content, name, type);
    say(savedAs(name), place);
  };
  const actions = {
    print: () => printing.print(version()),
    copy: () => copying.copy(text()),
    text: () => save(out, text(), "txt", "text/plain"),
    json: () => save(own, `${JSON.stringify(source.backup(), null, 2)}\n`, "json", "application/json"),
  };

  /** Drop what was chosen and what was made of the document's text. */
  function forget() {
    checkboxes.forget();
    copying.forget();
    printing.forget();
    showChoice(version());
  }

  area.querySelector(".take-tools").hidden = false;
  placePaperLine(out.querySelector(".take-what").closest("p"));
  whenCarried((put) => version() !== LONG && put(TAKE, version()));
  area.querySelector(".take-what").value = takeCarried(TAKE) ?? LONG;
  view.addEventListener("change", () => showChoice(version()));
  view.addEventListener("plan:entries", checkboxes.forgetEntries);
  view.addEventListener("plan:written", forget);
  area.addEventListener("click", ({ target }) => actions[target.closest("[data-take]")?.dataset.take]?.());
  return { forget };
}

/** Return what shows, for a version, what can be chosen and how many sheets it takes. */
function createChoice(area, { source, checkboxes, format, countSheets }) {
  const choice = area.querySelector(".take-choice");
  let isFormatChosen = false;

  format.addEventListener("change", () => (isFormatChosen = true));

  return function showChoice(version) {
    area.querySelector(".take-more").hidden = version !== LONG;
    area.querySelector(".take-format").hidden = version !== POCKET;
    choice.hidden = version === LONG;
    if (version === LONG) return;
    const offered = source.picksOf(version);
    choice.firstElementChild.textContent = offered.length ? choiceWords[version] : NOTHING;
    checkboxes.offer(offered);
    if (version === FRIEND) return;
    if (!isFormatChosen) format.value = source.paperFormat();
    const sheets = countSheets(version);
    area.querySelector(".take-fits").textContent =
      sheets > 1
        ? ngettext(
            "It needs {count} sheet. Tick fewer things to fit one sheet.",
            "It needs {count} sheets. Tick fewer things to fit one sheet.",
            sheets,
          )
        : _("It fits on one sheet.");
  };
}
