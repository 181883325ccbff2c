// The sections of a form: more entries, fewer entries, ideas to take over, and "not for me".
import { _, fill, ngettext } from "../../common/gettext.js";
import { MOST_ENTRIES } from "../model/limits.js";
import {
  addEntry,
  changed,
  entriesOf,
  fieldsOf,
  FULL_SECTION,
  isFilled,
  nameEntries,
  setEntries,
  setValue,
  valueOf,
} from "./entries.js";
import { showIdeas, takeOver } from "./ideas.js";

const FULL_FIELD = _("This box is full. Anything you add now is lost.");

/** Set up all sections. `say(text, area)` shows the reader a message. */
export function startSections(view, say) {
  const sections = [...view.querySelectorAll("[data-part]")];
  const templateOf = (name) => view.querySelector(`#${name}`).content.cloneNode(true).firstElementChild;
  /** @type {{section: HTMLElement, entry: HTMLElement, index: number} | null} */
  let undo = null;

  for (const section of sections) prepare(section, templateOf);
  view.addEventListener("click", onClick);
  view.addEventListener("change", ({ target }) => onChange(target));
  view.addEventListener("input", ({ target }) => warnWhenFull(target, say));
  view.addEventListener("plan:written", () => {
    dropUndo();
    for (const section of sections) showState(section);
  });
  return { showIdeas: (fitting) => showIdeas(view, fitting), forget: dropUndo };

  function onClick({ target }) {
    const action = target.closest("[data-plan-action]")?.dataset.planAction;
    const section = target.closest("[data-part]");
    if (action === "add") add(section);
    if (action === "remove") remove(section, target.closest(".entry"));
    if (action === "undo") putBack();
    if (action === "idea") takeOver(section, target.closest("[data-idea]"), { say, dropUndo });
  }

  function add(section) {
    if (entriesOf(section).length >= MOST_ENTRIES) {
      say(FULL_SECTION, section);
      return;
    }
    const entry = addEntry(section);
    dropUndo();
    focusFirst(entry);
    changed(section);
  }

  /** Remove an entry, and offer to put it back until something else is added or removed. */
  function remove(section, entry) {
    const entries = entriesOf(section);
    const index = entries.indexOf(entry);
    const name = entry.querySelector("legend").textContent;
    dropUndo();
    if (isFilled(entry)) undo = { section, entry, index };
    if (entries.length === 1) addEntry(section);
    entry.remove();
    nameEntries(section);
    section.querySelector("[data-plan-action=undo]").hidden = !undo;
    if (index > 0) focusFirst(entries[index - 1]);
    else section.querySelector("[data-plan-action=add]").focus();
    changed(section);
    say(fill(_("{entry} is removed."), { entry: name }), section);
  }

  function putBack() {
    const { section, entry, index } = /** @type {NonNullable<typeof undo>} */ (undo);
    const entries = entriesOf(section);
    if (entries.length === 1 && !isFilled(entries[0])) entries[0].replaceWith(entry);
    else if (entries[index]) entries[index].before(entry);
    else section.querySelector(".entries")?.append(entry);
    dropUndo();
    nameEntries(section);
    focusFirst(entry);
    changed(section);
    say(fill(_("{entry} is back."), { entry: String(entry.querySelector("legend")?.textContent) }), section);
  }

  function dropUndo() {
    undo?.section.querySelector("[data-plan-action=undo]")?.setAttribute("hidden", "");
    undo = null;
  }
}

/** Remove the blank entries that are there for paper, and add what needs script. */
function prepare(section, templateOf) {
  const written = entriesOf(section)
    .filter(isFilled)
    .map((entry) => fieldsOf(entry).map(valueOf));
  const [first] = entriesOf(section);
  section.querySelector("summary").append(templateOf("plan-part-state"));
  if (first.localName === "fieldset") {
    first.append(templateOf("plan-entry-tools"));
    setEntries(section, 1);
    const tools = templateOf("plan-part-tools");
    const entry = first.querySelector("legend").dataset.name.toLowerCase();
    tools.querySelector("button").setAttribute("aria-label", fill(_("Add one more: {entry}"), { entry }));
    section.querySelector(".entries").after(tools);
  }
  setEntries(section, written.length);
  for (const [index, values] of written.entries()) {
    fieldsOf(entriesOf(section)[index]).forEach((field, number) => setValue(field, values[number]));
  }
  for (const idea of section.querySelectorAll("[data-idea]")) {
    const button = templateOf("plan-idea-tools");
    button.setAttribute("aria-label", fill(_("Use this: {idea}"), { idea: idea.textContent.trim() }));
    idea.append(" ", button);
  }
  showState(section);
}

function onChange(target) {
  const section = target.closest?.("[data-part]");
  if (!section) return;
  const isSkip = target.closest(".part-skip");
  if (isSkip && target.checked) {
    section.open = false;
    section.querySelector("summary").focus();
  }
  showState(section);
}

function warnWhenFull(field, say) {
  if (field.maxLength > 0 && field.value.length >= field.maxLength)
    say(FULL_FIELD, field.closest("[data-part], .take"));
}

function showState(section) {
  const count = entriesOf(section).filter(isFilled).length;
  const skipped = section.querySelector(".part-skip input").checked;
  const words = ngettext("{count} written", "{count} written", count);
  section.classList.toggle("part-skipped", skipped);
  section.querySelector(".part-state").textContent = skipped ? _("not for me") : count ? words : "";
}

function focusFirst(entry) {
  fieldsOf(entry)[0].focus();
}
