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
  const parts = [...view.querySelectorAll("[data-part]")];
  const templateOf = (name) => view.querySelector(`#${name}`).content.cloneNode(true).firstElementChild;
  /** @type {{part: HTMLElement, entry: HTMLElement, index: number} | null} */
  let undo = null;

  for (const part of parts) prepare(part, templateOf);
  view.addEventListener("click", onClick);
  view.addEventListener("change", ({ target }) => onChange(target));
  view.addEventListener("input", ({ target }) => warnWhenFull(target, say));
  view.addEventListener("plan:written", () => {
    dropUndo();
    for (const part of parts) showState(part);
  });
  return { showIdeas: (fitting) => showIdeas(view, fitting), forget: dropUndo };

  function onClick({ target }) {
    const action = target.closest("[data-plan-action]")?.dataset.planAction;
    const part = target.closest("[data-part]");
    if (action === "add") add(part);
    if (action === "remove") remove(part, target.closest(".entry"));
    if (action === "undo") putBack();
    if (action === "idea") takeOver(part, target.closest("[data-idea]"), { say, dropUndo });
  }

  function add(part) {
    if (entriesOf(part).length >= MOST_ENTRIES) return say(FULL_SECTION, part);
    const entry = addEntry(part);
    dropUndo();
    focusFirst(entry);
    changed(part);
  }

  /** Remove an entry, and offer to put it back until something else is added or removed. */
  function remove(part, entry) {
    const entries = entriesOf(part);
    const index = entries.indexOf(entry);
    const name = entry.querySelector("legend").textContent;
    dropUndo();
    if (isFilled(entry)) undo = { part, entry, index };
    if (entries.length === 1) addEntry(part);
    entry.remove();
    nameEntries(part);
    part.querySelector("[data-plan-action=undo]").hidden = !undo;
    if (index > 0) focusFirst(entries[index - 1]);
    else part.querySelector("[data-plan-action=add]").focus();
    changed(part);
    say(fill(_("{entry} is removed."), { entry: name }), part);
  }

  function putBack() {
    const { part, entry, index } = /** @type {NonNullable<typeof undo>} */ (undo);
    const entries = entriesOf(part);
    if (entries.length === 1 && !isFilled(entries[0])) entries[0].replaceWith(entry);
    else if (entries[index]) entries[index].before(entry);
    else part.querySelector(".entries")?.append(entry);
    dropUndo();
    nameEntries(part);
    focusFirst(entry);
    changed(part);
    say(fill(_("{entry} is back."), { entry: String(entry.querySelector("legend")?.textContent) }), part);
  }

  function dropUndo() {
    undo?.part.querySelector("[data-plan-action=undo]")?.setAttribute("hidden", "");
    undo = null;
  }
}

/** Remove the blank entries that are there for paper, and add what needs script. */
function prepare(part, templateOf) {
  const written = entriesOf(part)
    .filter(isFilled)
    .map((entry) => fieldsOf(entry).map(valueOf));
  const [first] = entriesOf(part);
  part.querySelector("summary").append(templateOf("plan-part-state"));
  if (first.localName === "fieldset") {
    first.append(templateOf("plan-entry-tools"));
    setEntries(part, 1);
    const tools = templateOf("plan-part-tools");
    const entry = first.querySelector("legend").dataset.name.toLowerCase();
    tools.querySelector("button").setAttribute("aria-label", fill(_("Add one more: {entry}"), { entry }));
    part.querySelector(".entries").after(tools);
  }
  setEntries(part, written.length);
  for (const [index, values] of written.entries()) {
    fieldsOf(entriesOf(part)[index]).forEach((field, number) => setValue(field, values[number]));
  }
  for (const idea of part.querySelectorAll("[data-idea]")) {
    const button = templateOf("plan-idea-tools");
    button.setAttribute("aria-label", fill(_("Use this: {idea}"), { idea: idea.textContent.trim() }));
    idea.append(" ", button);
  }
  showState(part);
}

function onChange(target) {
  const part = target.closest?.("[data-part]");
  if (!part) return;
  const isSkip = target.closest(".part-skip");
  if (isSkip && target.checked) {
    part.open = false;
    part.querySelector("summary").focus();
  }
  showState(part);
}

function warnWhenFull(field, say) {
  if (field.maxLength > 0 && field.value.length >= field.maxLength)
    say(FULL_FIELD, field.closest("[data-part], .take"));
}

function showState(part) {
  const count = entriesOf(part).filter(isFilled).length;
  const skipped = part.querySelector(".part-skip input").checked;
  const words = ngettext("{count} written", "{count} written", count);
  part.classList.toggle("part-skipped", skipped);
  part.querySelector(".part-state").textContent = skipped ? _("not for me") : count ? words : "";
}

function focusFirst(entry) {
  fieldsOf(entry)[0].focus();
}
