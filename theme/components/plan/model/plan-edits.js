// What changed between two readings of the page, as an edit of the kept plan: another tab may have changed it too.
// No DOM here.
import { upgrade } from "../../documents/model/migrations.js";
import {
  areSame,
  joinEntries,
  joinEntry,
  joinLists,
  joinSets,
  joinTexts,
  joinValues,
  takeMine,
} from "../../documents/model/three-way.js";
import { valueIn, without } from "../../documents/model/sets.js";
import { emptyPlan, MINE_FIELDS, MOST_IN_A_NOTE } from "./plan-format.js";
import { MIGRATIONS } from "./plan-migrations.js";

/** @import { Named } from "../../documents/model/types.d.ts" */
/** @import { Plan, PlanSets, Shape } from "./types.d.ts" */

const NOTE = { most: MOST_IN_A_NOTE };

/**
 * Return `edit(plan) -> plan`, or null when nothing changed. What is kept may still be of an earlier version: an edit
 * upgrades it, and other data stay as they are stored until then.
 * @param {Plan} before
 * @param {Plan} after
 * @param {Shape} shape
 * @returns {((plan: Plan) => Plan) | null}
 */
export function editBetween(before, after, shape) {
  const [was, is] = [before, after].map(upgraded);
  return areSame(was, is) ? null : (plan) => joinPlans(was, is, upgraded(plan), shape);
}

/** @param {Plan} plan */
const upgraded = (plan) => /** @type {Plan} */ (upgrade(plan, MIGRATIONS));

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
    // Where another tab took the step out, all that is written next to it stays, not only what was typed since.
    mine: sets("mine", (base, mine, theirs) =>
      theirs ? joinEntry(base, mine, theirs, { fields: MINE_FIELDS }) : mine,
    ),
    notes: sets("notes", (base, mine, theirs) => joinTexts(base, mine, theirs, NOTE)),
    parts: sets("parts", (base, mine, theirs, id) =>
      joinEntries(base, mine, theirs, valueIn(shape.parts, id)),
    ),
    skipped: joinLists(before.skipped, after.skipped, plan.skipped),
    review: sets("review", takeMine),
  };
}
