// What changed between two readings of the page, as an edit of the kept plan: another tab may have changed it too.
// No DOM here.
import {
  areSame,
  joinEntries,
  joinLists,
  joinSets,
  joinTexts,
  joinValues,
  takeMine,
} from "../../documents/model/three-way.js";
import { valueIn, without } from "../../documents/model/sets.js";
import { emptyPlan, MOST_IN_A_NOTE } from "./plan-format.js";

/** @import { Named } from "../../documents/model/types.d.ts" */
/** @import { Plan, PlanSets, Shape } from "./types.d.ts" */

const NOTE = { most: MOST_IN_A_NOTE };

/**
 * Return `edit(plan) -> plan`, or null when nothing changed.
 * @param {Plan} before
 * @param {Plan} after
 * @param {Shape} shape
 * @returns {((plan: Plan) => Plan) | null}
 */
export function editBetween(before, after, shape) {
  return areSame(before, after) ? null : (plan) => joinPlans(before, after, plan, shape);
}

/**
 * @param {Plan} before
 * @param {Plan} after
 * @param {Plan} plan
 * @param {Shape} shape
 * @returns {Plan}
 */
function joinPlans(before, after, plan, shape) {
  /**
   * @template {keyof PlanSets} N
   * @param {N} name
   * @param {(base: PlanSets[N][string] | undefined, mine: PlanSets[N][string], theirs: PlanSets[N][string] | undefined, id: string) => PlanSets[N][string]} join
   * @returns {PlanSets[N]}
   */
  const sets = (name, join) => {
    const [was, is, other] = /** @type {Named<PlanSets[N][string]>[]} */ ([
      before[name],
      after[name],
      plan[name],
    ]);
    return /** @type {PlanSets[N]} */ (joinSets(was, is, other, join));
  };
  const [was, is, other] = [before, after, plan].map((one) => without(one, emptyPlan()));
  return {
    kind: plan.kind,
    version: plan.version,
    ...joinSets(was, is, other, takeMine),
    answers: sets("answers", takeMine),
    choices: sets("choices", joinValues),
    marks: sets("marks", takeMine),
    notes: sets("notes", (base, mine, theirs) => joinTexts(base, mine, theirs, NOTE)),
    parts: sets("parts", (base, mine, theirs, id) =>
      joinEntries(base, mine, theirs, valueIn(shape.parts, id)),
    ),
    skipped: joinLists(before.skipped, after.skipped, plan.skipped),
    review: sets("review", takeMine),
  };
}
