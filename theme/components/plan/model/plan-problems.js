// What is wrong with data that claims to be a plan, in sentences for the person who offers it. No DOM here.
import {
  choiceProblems,
  dayProblems,
  entriesProblems,
  has,
  isNameSet,
  isSet,
  lostProblems,
  nameProblems,
  shortened,
  textProblem,
  wordProblems,
} from "../../documents/model/problems.js";
import { without } from "../../documents/model/sets.js";
import { ANSWERS, emptyPlan, MARKS, MOST_IN_A_NOTE, REVIEW, REVIEW_DAYS } from "./plan-format.js";

/** @import { Shape } from "./types.d.ts" */
/** @import { Section, Named } from "../../documents/model/types.d.ts" */
/** @import { SavedDocument } from "../../documents/model/migrations.js" */

const WHEN_TO_LOOK = "The day to look again";

/**
 * List what is wrong with the fields of a plan of today's format; empty when it can be shown and kept.
 * @param {SavedDocument} plan
 * @param {Shape} shape
 */
export function fieldProblems(plan, shape) {
  const found = [...lostProblems("The plan has", "field", without(plan, emptyPlan()), 1)];
  for (const [name, check] of Object.entries(CHECKS)) {
    if (has(plan, name)) found.push(...check(plan[name], shape));
  }
  return shortened(found);
}

/** @type {Named<(value: unknown, shape: Shape) => string[]>} */
const CHECKS = {
  answers: (value) => [...wordProblems("Your answers", value, ANSWERS)],
  choices: (value, shape) => [...choiceProblems("Your choices", value, shape.choices)],
  marks: (value) => [...wordProblems("Your marks", value, MARKS)],
  notes: (value) => [...noteProblems(value)],
  parts: (value, shape) => [...partProblems(value, shape.parts)],
  skipped: (value) => [...nameProblems("The parts that are not for you", value)],
  review: (value) => [...reviewProblems(value)],
};

/**
 * @param {unknown} value
 * @returns {Generator<string, void>}
 */
function* noteProblems(value) {
  if (!isNameSet(value)) return yield "Your notes: this is not a list of notes.";
  for (const problem of new Set(Object.values(value).map((note) => textProblem(note, MOST_IN_A_NOTE)))) {
    if (problem) yield `Your notes: one ${problem}.`;
  }
}

/**
 * @param {unknown} value
 * @param {Named<Section>} parts
 * @returns {Generator<string, void>}
 */
function* partProblems(value, parts) {
  if (!isSet(value)) return yield "The parts of the plan: this is not a list of parts.";
  if (has(value, REVIEW)) yield `${WHEN_TO_LOOK}: it stands among the parts, where it cannot be kept.`;
  yield* lostProblems("The plan has", "part", without(value, { ...parts, [REVIEW]: [] }), 2);
  for (const [id, part] of Object.entries(parts)) {
    if (has(value, id)) yield* entriesProblems(value[id], part);
  }
}

/**
 * @param {unknown} value
 * @returns {Generator<string, void>}
 */
function* reviewProblems(value) {
  if (!isSet(value)) return yield `${WHEN_TO_LOOK}: this is not a day.`;
  yield* lostProblems(`${WHEN_TO_LOOK}:`, "field", without(value, REVIEW_DAYS), 2);
  for (const name of Object.keys(REVIEW_DAYS)) {
    if (has(value, name)) yield* dayProblems(WHEN_TO_LOOK, value[name]);
  }
}
