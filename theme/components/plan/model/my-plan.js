// The steps in my plan: which they are, and what is written next to them. No DOM here.
import { valueIn } from "../../documents/model/sets.js";
import { NOT_FOR_ME } from "./plan-format.js";

/** @import { Plan, Shape } from "./types.d.ts" */

/**
 * Return whether a step is in my plan. "Not for me" takes it out; what was written next to it stays in `mine`.
 * @param {Pick<Plan, "marks" | "mine">} plan
 * @param {string} id
 */
export function isInMyPlan({ marks, mine }, id) {
  return Object.hasOwn(mine, id) && valueIn(marks, id) !== NOT_FOR_ME;
}

/**
 * List the steps in my plan that this guide has, in the order of the guide.
 * @param {Pick<Plan, "marks" | "mine">} plan
 * @param {Pick<Shape, "items">} shape
 */
export function stepsInMyPlan(plan, shape) {
  return Object.keys(shape.items).filter((id) => isInMyPlan(plan, id));
}
