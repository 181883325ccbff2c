// A plan as one plain document: read from the page, written to it, and what the page can hold.
import {
  entriesOf,
  fieldsOf,
  heldIn,
  hold,
  isFilled,
  setEntries,
  setValue,
  valueOf,
} from "../documents/form/entries.js";
import { DONE, emptyPlan, NOT_FOR_ME, REVIEW } from "./model/plan-format.js";
import { writable } from "../documents/model/values.js";
import { describeChoice, describeSection } from "../documents/form/shape.js";
import { laidOver, valueIn } from "../documents/model/sets.js";
import { restOf, unknownAmong } from "./model/unknown.js";

// What this page has no place for, such as a note on a step that the guide no longer has. It is kept with the plan.
// What belongs to an entry is held with that entry.
const held = new WeakMap();

// The controls of a step: marks, "In my plan", and what is written next to it (MINE_FIELDS).
const MARKS = `input:is([value="${DONE}"], [value="${NOT_FOR_ME}"])`;
const MARKED = `${MARKS}:checked`;
const MINE = '[data-mark="mine"]';
const NEXT_TO = "[data-mine]";

/** Read everything that the reader answered, marked and wrote in the plan's view. */
export function readPlan(view) {
  const plan = { ...emptyPlan(), ...structuredClone(held.get(view) ?? {}) };
  const choices = {};
  for (const radio of view.querySelectorAll("[data-fact] input:checked"))
    plan.answers[radio.name] = radio.value;
  for (const choice of view.querySelectorAll("[data-choice]")) {
    const value = valueOf(choice);
    if (value.length) choices[choice.dataset.choice] = value;
  }
  plan.choices = laidOver(plan.choices, choices);
  for (const step of view.querySelectorAll("[data-item]")) {
    const mark = step.querySelector(MARKED);
    const note = step.querySelector("textarea");
    if (mark) plan.marks[step.dataset.item] = mark.value;
    readMine(step, plan);
    if (note?.value) plan.notes[step.dataset.item] = writable(note.value);
  }
  for (const section of sectionsIn(view)) readSection(section, plan);
  return plan;
}

/** A step is in my plan while its box is ticked. What this guide does not know next to it comes and goes with it. */
function readMine(step, plan) {
  const id = step.dataset.item;
  if (step.querySelector(MINE)?.checked) {
    const written = [...step.querySelectorAll(NEXT_TO)].map((field) => [field.dataset.mine, valueOf(field)]);
    const filled = Object.fromEntries(written.filter(([, text]) => text));
    plan.mine[id] = laidOver(valueIn(plan.mine, id) ?? {}, filled);
  } else delete plan.mine[id];
}

function readSection(section, plan) {
  const id = section.dataset.part;
  if (section.querySelector(".part-skip input").checked) plan.skipped.push(id);
  const entries = entriesOf(section).filter(isFilled).map(readEntry);
  if (id === REVIEW) plan.review = { ...plan.review, next: entries[0]?.next ?? "" };
  else if (entries.length) plan.parts[id] = entries;
}

function readEntry(entry) {
  const values = fieldsOf(entry).map((field) => [field.dataset.field, valueOf(field)]);
  return laidOver(heldIn(entry), Object.fromEntries(values.filter(([, value]) => value.length)));
}

/**
 * Show a checked plan in place of what the view shows, which has this `shape`; an empty one clears the view.
 * The view then dispatches `plan:written`, for those who show something about the plan.
 */
export function writePlan(view, plan, shape) {
  const { answers, choices, marks, mine, notes, parts, skipped, review } = { ...emptyPlan(), ...plan };
  for (const radio of view.querySelectorAll("[data-fact] input"))
    radio.checked = valueIn(answers, radio.name) === radio.value;
  for (const choice of view.querySelectorAll("[data-choice]"))
    setValue(choice, valueIn(choices, choice.dataset.choice));
  for (const step of view.querySelectorAll("[data-item]")) {
    const id = step.dataset.item;
    for (const box of step.querySelectorAll(MARKS)) box.checked = valueIn(marks, id) === box.value;
    writeMine(step, valueIn(mine, id));
    const note = step.querySelector("textarea");
    if (note) note.value = valueIn(notes, id) ?? "";
    if (note) note.closest("details").open = Boolean(note.value);
  }
  for (const section of sectionsIn(view)) {
    const id = section.dataset.part;
    section.open = false;
    section.querySelector(".part-skip input").checked = skipped.includes(id);
    if (id === REVIEW) writeEntries(section, [{ next: review.next }]);
    else writeEntries(section, valueIn(parts, id) ?? [], shape.parts[id].fields);
  }
  const rest = restOf(plan, shape);
  held.set(view, { ...rest, review: { ...rest.review, last: review.last ?? "" } });
  view.dispatchEvent(new Event("plan:written"));
}

function writeMine(step, entry) {
  const box = step.querySelector(MINE);
  if (box) box.checked = entry !== undefined;
  for (const field of step.querySelectorAll(NEXT_TO))
    setValue(field, valueIn(entry ?? {}, field.dataset.mine));
}

function writeEntries(section, entries, fields = null) {
  setEntries(section, entries.length);
  for (const [index, entry] of entriesOf(section).entries()) {
    const values = entries[index] ?? {};
    for (const field of fieldsOf(entry)) setValue(field, valueIn(values, field.dataset.field));
    hold(entry, fields ? unknownAmong(values, fields) : {});
  }
}

/** Drop what is kept for a view besides its fields. */
export function forgetHeld(view) {
  held.delete(view);
}

/** Drop answers to questions of another version of the guide, which the page keeps and does not show. */
export function forgetOldAnswers(view) {
  held.set(view, { ...held.get(view), answers: {}, choices: {} });
}

/** Set the day on which the reader last looked through the plan. */
export function setLastReview(view, day) {
  const rest = held.get(view);
  held.set(view, { ...rest, review: { ...rest?.review, last: day } });
}

/** Describe what this page's plan can hold, as plain data, with the words that the page shows. */
export function shapeOf(view) {
  const by = (selector, name, describe) =>
    Object.fromEntries(
      [...view.querySelectorAll(selector)].map((element) => [element.dataset[name], describe(element)]),
    );
  const parts = by("[data-part]", "part", describeSection);
  delete parts[REVIEW];
  return {
    facts: by("[data-fact]", "fact", (fact) => fact.querySelector("legend").textContent),
    choices: by("[data-choice]", "choice", describeChoice),
    items: by("[data-item]", "item", (step) => step.querySelector(":scope > label").textContent.trim()),
    parts,
  };
}

function sectionsIn(view) {
  return view.querySelectorAll("[data-part]");
}
