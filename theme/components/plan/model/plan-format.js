// What a plan is made of: its version, its words and its bounds. Templates, Python and contributing/plan-format.md are
// tested against this. No DOM here.
import { _ } from "../../common/gettext.js";
import { MIGRATIONS } from "./plan-migrations.js";

/** @import { Plan, SavedPlan } from "./types.d.ts" */
/** @import { Field, Named } from "../../documents/model/types.d.ts" */

export { DEEPEST, MOST_ENTRIES, MOST_NAMES } from "../../documents/model/limits.js";

export const KIND = "plan";
export const VERSION = MIGRATIONS.length + 1;
export const ANSWERS = ["yes", "no", "unsure"];
export const DONE = "done";
export const NOT_FOR_ME = "not-for-me";
export const MARKS = [DONE, NOT_FOR_ME];
export const REVIEW = "review"; // the part whose days a plan keeps in `review`, not in `parts`
export const REVIEW_DAYS = { next: "", last: "" };
export const MOST_IN_A_NOTE = 10_000; // UTF-16 units, as `maxlength` counts

/**
 * What can be written next to a step in my plan.
 * @type {Named<Field>}
 */
export const MINE_FIELDS = {
  who: { label: _("Who helps"), kind: "line", most: 200, share: false, options: {} },
  when: { label: _("When"), kind: "line", most: 200, share: false, options: {} },
};

// An older guide could have left behind as many as it had questions and steps. More of that from a file would be in the
// plan without being shown, be sealed again with every letter that is typed, and slow typing down.
export const MOST_UNKNOWN = 300;
export const MOST_LETTERS_UNKNOWN = 250_000; // of a whole plan that people write, ten times as many as there are

/**
 * Return an empty plan, with every field.
 * @returns {Plan}
 */
export function emptyPlan() {
  const [plan, steps] = [
    { kind: KIND, version: VERSION },
    { marks: {}, mine: {}, notes: {} },
  ];
  return { ...plan, answers: {}, choices: {}, ...steps, parts: {}, skipped: [], review: {} };
}

/**
 * Return a checked plan with every field.
 * @param {SavedPlan} plan
 * @returns {Plan}
 */
export const wholePlan = (plan) => ({ ...emptyPlan(), ...plan });
