// The steps in the page: their tools, and the reasons and marks that Python answers. shown-steps.js says where each is.

import { _, fill } from "../common/gettext.js";
import { NOT_FOR_ME } from "./model/plan-format.js";
import { addWhyButton, closeAll } from "./why-and-how.js";

const templates = { reason: "plan-reason" };

/** Return the steps by id. */
export function findSteps(view) {
  return new Map([...view.querySelectorAll("[data-item]")].map((step) => [step.dataset.item, step]));
}

/**
 * Give every step what only works with script: "In my plan", "Not for me", who helps and when, a note. The box before its
 * action means "done": it moves to the others, and says so.
 */
export function addStepTools(view) {
  const tools = view.querySelector("#plan-step-tools").content;
  for (const step of view.querySelectorAll("[data-item]")) {
    const action = step.querySelector(":scope > label").textContent.trim();
    const name = (control, words) =>
      control.setAttribute("aria-label", fill(_("{field}: {action}"), { field: words, action }));
    const [mine, done, skip, fields, note] = tools.cloneNode(true).children;
    done.prepend(step.querySelector("input"));
    for (const mark of [mine, done, skip]) name(mark.firstElementChild, mark.textContent.trim());
    for (const field of fields.querySelectorAll("input"))
      name(field, field.previousElementSibling.textContent);
    name(note.firstElementChild, note.firstElementChild.textContent);
    name(note.lastElementChild, _("Note"));
    const caution = step.querySelector(".caution");
    if (caution) mine.firstElementChild.setAttribute("aria-describedby", caution.id);
    const why = step.querySelector(".step-tools a");
    name(why, why.textContent);
    step.querySelector(".step-tools").prepend(mine, " ");
    step.querySelector(".step-tools").append(" ", done, " ", skip, " ", note);
    addWhyButton(view, why, action);
    step.append(fields);
  }
}

/** "Not for me" takes a step out of my plan and is no mark of a step that is done, and the other way round. */
export function untickOthers(step, box) {
  for (const other of step.querySelectorAll("input[type=checkbox]"))
    if (other !== box && [box.value, other.value].includes(NOT_FOR_ME)) other.checked = false;
}

/** Who helps and when are asked of a step in my plan alone. */
export function showFields(step) {
  step.querySelector(".step-mine").hidden = !step.querySelector('[data-mark="mine"]').checked;
}

/** Show each step's reason, and its caution where it belongs. */
export function showReasons(view, steps, { groups, left_out: leftOut, new: fresh }) {
  for (const { id, reason, read_first: readFirst } of [...groups.flatMap(({ items }) => items), ...leftOut]) {
    const step = steps.get(id);
    lineIn(view, step, "reason").textContent = reason;
    if (readFirst) step.prepend(step.querySelector(".caution"));
  }
  for (const [id, step] of steps) markNew(step, fresh.ids.includes(id));
}

function lineIn(view, step, name) {
  const found = step.querySelector(`.${name}`);
  if (found) return found;
  const made = view.querySelector(`#${templates[name]}`).content.cloneNode(true).firstElementChild;
  step.querySelector(":scope > label").after(made);
  return made;
}

function markNew(step, isNew) {
  const mark = step.querySelector(".step-new");
  if (!isNew) mark?.remove();
  if (!isNew || mark) return;
  const made = document.createElement("strong");
  made.className = "step-new";
  made.textContent = _("New");
  step.querySelector(":scope > label").before(made);
}

/** List the steps that were added or left out, each with its reason. */
export function showChanges(view, steps, { added, removed, sentence }) {
  const box = view.querySelector(".what-changed");
  box.hidden = added.length + removed.length === 0;
  box.firstElementChild.textContent = fill(_("What changed: {sentence}"), { sentence });
  const line = (sentenceOf) => (entry) => {
    const item = document.createElement("li");
    const action = steps.get(entry.id).querySelector(":scope > label").textContent.trim();
    item.textContent = sentenceOf({ action, reason: entry.reason });
    return item;
  };
  box
    .querySelector("ul")
    .replaceChildren(
      ...added.map(line((values) => fill(_("In your list now: {action}. {reason}"), values))),
      ...removed.map(line((values) => fill(_("Left out: {action}. {reason}"), values))),
    );
}

/** List what the plan may still lack, each with a way there. */
export function showGaps(view, gaps) {
  const section = view.querySelector(".gaps");
  section.hidden = gaps.length === 0;
  const lines = gaps.map(({ part, sentence }) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `#part-${part}`;
    link.dataset.toPart = part;
    link.textContent = view.querySelector(`#part-${part} > summary > span`).textContent;
    item.append(`${sentence} `, link);
    return item;
  });
  section.querySelector("ul").replaceChildren(...lines);
}

/** Leave nothing in the page that shows what was answered or written: another plan follows, or none. */
export function forgetShown(view) {
  closeAll(view);
  forgetAnswer(view);
}

/** Leave nothing in the page of what Python answered about the steps and the plan. */
export function forgetAnswer(view) {
  for (const line of view.querySelectorAll("[data-item] :is(.reason, .step-new)")) line.remove();
  for (const list of view.querySelectorAll(".what-changed ul, .gaps ul")) list.replaceChildren();
  view.querySelector(".what-changed").firstElementChild.textContent = "";
  for (const section of view.querySelectorAll(".what-changed, .gaps, .review-due")) section.hidden = true;
  view.querySelector(".review-due").textContent = "";
}
