// What is wrong with data that claims to be a plan, in sentences for the person who opens the file. No DOM here.
import { _, fill, ngettext } from "../../common/gettext.js";
import {
  choiceProblems,
  dayProblems,
  entriesProblems,
  entryProblems,
  fieldsIn,
  lostProblems,
  nameProblems,
  shortened,
  textProblems,
  wordProblems,
} from "../../documents/model/problems.js";
import { has, isNameSet, isSet } from "../../documents/model/values.js";
import { without } from "../../documents/model/sets.js";
import {
  ANSWERS,
  emptyPlan,
  MARKS,
  MINE_FIELDS,
  MOST_IN_A_NOTE,
  REVIEW,
  REVIEW_DAYS,
} from "./plan-format.js";

/** @import { Shape } from "./types.d.ts" */
/** @import { Section, Named } from "../../documents/model/types.d.ts" */
/** @import { SavedDocument } from "../../documents/model/migrations.js" */

const MY_STEPS = _("The steps in your plan");
const ONE_STEP = _("One of the steps in your plan");
const NOTES = _("Your notes");
const ONE_NOTE = _("One of your notes");
const WHEN_TO_LOOK = _("The day to look again");

/**
 * List what is wrong with the fields of a plan of today's format; empty when it can be shown and kept.
 * @param {SavedDocument} plan
 * @param {Shape} shape
 */
export function fieldProblems(plan, shape) {
  const found = [...lostProblems(lostFields, without(plan, emptyPlan()), 1)];
  for (const [name, check] of Object.entries(CHECKS)) {
    if (has(plan, name)) found.push(...check(plan[name], shape));
  }
  return shortened(found);
}

/** @type {Named<(value: unknown, shape: Shape) => string[]>} */
const CHECKS = {
  answers: (value) => [...wordProblems(_("Your answers"), value, ANSWERS)],
  choices: (value, shape) => [...choiceProblems(_("Your choices"), value, shape.choices)],
  marks: (value) => [...wordProblems(_("Your marks"), value, MARKS)],
  mine: (value) => [...mineProblems(value)],
  notes: (value) => [...noteProblems(value)],
  parts: (value, shape) => [...partProblems(value, shape.parts)],
  skipped: (value) => [...nameProblems(_("The parts that are not for you"), value)],
  review: (value) => [...reviewProblems(value)],
};

/** @param {number} count */
function lostFields(count) {
  return ngettext(
    "The plan has {count} field that this guide cannot keep.",
    "The plan has {count} fields that this guide cannot keep.",
    count,
  );
}

/** @param {number} count */
function lostParts(count) {
  return ngettext(
    "The plan has {count} part that this guide cannot keep.",
    "The plan has {count} parts that this guide cannot keep.",
    count,
  );
}

/**
 * @param {unknown} value
 * @returns {Generator<string, void>}
 */
function* mineProblems(value) {
  if (!isNameSet(value)) {
    yield fill(_("{where}: this is not a list of steps."), { where: MY_STEPS });
    return;
  }
  yield* new Set(
    Object.values(value).flatMap((entry) => [...entryProblems(ONE_STEP, entry, MINE_FIELDS, 3)]),
  );
}

/**
 * @param {unknown} value
 * @returns {Generator<string, void>}
 */
function* noteProblems(value) {
  if (!isNameSet(value)) {
    yield fill(_("{where}: this is not a list of notes."), { where: NOTES });
    return;
  }
  yield* new Set(Object.values(value).flatMap((note) => [...textProblems(ONE_NOTE, note, MOST_IN_A_NOTE)]));
}

/**
 * @param {unknown} value
 * @param {Named<Section>} parts
 * @returns {Generator<string, void>}
 */
function* partProblems(value, parts) {
  if (!isSet(value)) {
    yield _("The parts of the plan: this is not a list of parts.");
    return;
  }
  if (has(value, REVIEW))
    yield fill(_("{where}: it is among the parts, where this guide cannot keep it."), {
      where: WHEN_TO_LOOK,
    });
  yield* lostProblems(lostParts, without(value, { ...parts, [REVIEW]: [] }), 2);
  for (const [id, part] of Object.entries(parts)) {
    if (has(value, id)) yield* entriesProblems(value[id], part);
  }
}

/**
 * @param {unknown} value
 * @returns {Generator<string, void>}
 */
function* reviewProblems(value) {
  if (!isSet(value)) {
    yield fill(_("{where}: this is not a day."), { where: WHEN_TO_LOOK });
    return;
  }
  yield* lostProblems((count) => fieldsIn(WHEN_TO_LOOK, count), without(value, REVIEW_DAYS), 2);
  for (const name of Object.keys(REVIEW_DAYS)) {
    if (has(value, name)) yield* dayProblems(WHEN_TO_LOOK, value[name]);
  }
}
