// What a plan holds and this guide cannot show: an older or a newer guide had a place for it. It is kept with the plan.
// No DOM here.
import {
  emptyPlan,
  MINE_FIELDS,
  MOST_LETTERS_UNKNOWN,
  MOST_UNKNOWN,
  REVIEW,
  REVIEW_DAYS,
  wholePlan,
} from "./plan-format.js";
import { valueIn, without } from "../../documents/model/sets.js";

/** @import { Plan, PlanFields, SavedPlan, Shape, Unknown } from "./types.d.ts" */
/** @import { Entry, Named, Value } from "../../documents/model/types.d.ts" */

/**
 * Return what of a checked plan the page has no place for, in the form of a plan. What entries hold is not in it.
 * @param {SavedPlan} plan
 * @param {Shape} shape
 * @returns {PlanFields & Named<unknown>}
 */
export function restOf(plan, shape) {
  const { answers, choices, marks, mine, notes, parts, skipped, review } = wholePlan(plan);
  return {
    ...without(plan, emptyPlan()),
    answers: without(answers, shape.facts),
    choices: unknownAmong(choices, shape.choices),
    marks: without(marks, shape.items),
    mine: { ...without(mine, shape.items), ...unknownNextTo(mine, shape) },
    notes: without(notes, shape.items),
    parts: without(parts, shape.parts),
    skipped: skipped.filter((id) => id !== REVIEW && !Object.hasOwn(shape.parts, id)),
    review: without(review, REVIEW_DAYS),
  };
}

/**
 * Return what the steps in my plan hold besides what the page shows next to them.
 * @param {Plan["mine"]} mine
 * @param {Shape} shape
 * @returns {Plan["mine"]}
 */
function unknownNextTo(mine, shape) {
  /** @type {[string, Entry][]} */
  const rest = Object.keys(shape.items).map((id) => [id, unknownAmong(valueIn(mine, id) ?? {}, MINE_FIELDS)]);
  return Object.fromEntries(rest.filter(([, fields]) => sizeOf(fields)));
}

/**
 * Return what of choices, or of an entry's fields, the page has no place for; of a list, what cannot be ticked.
 * @param {Named<Value>} set
 * @param {Named<{options: Named<string>, many?: boolean}>} known
 * @returns {Named<Value>}
 */
export function unknownAmong(set, known) {
  /** @type {[string, Value][]} */
  const rest = Object.entries(set).map(([id, value]) => {
    const place = valueIn(known, id);
    /** @type {(name: string) => boolean} */
    const isUnknown = (name) => !place || !Object.hasOwn(place.options, name);
    if (place && Array.isArray(value)) return [id, value.filter(isUnknown)];
    return [id, !place || (place.many === false && isUnknown(/** @type {string} */ (value))) ? value : ""];
  });
  return Object.fromEntries(rest.filter(([id, value]) => !Object.hasOwn(known, id) || value.length));
}

/**
 * Return `{answers, choices, marks, mine, notes, others}` of a checked plan; `others` lists values of any kind.
 * @param {SavedPlan} plan
 * @param {Shape} shape
 * @returns {Unknown}
 */
export function unknownIn(plan, shape) {
  const { answers, choices, marks, mine, notes, parts, skipped, review, ...fields } = restOf(plan, shape);
  const inEntries = Object.entries(shape.parts).flatMap(([id, part]) =>
    (valueIn(plan.parts ?? {}, id) ?? []).flatMap((entry) => Object.values(unknownAmong(entry, part.fields))),
  );
  const nextToSteps = Object.values(unknownNextTo(mine, shape)).flatMap((entry) => Object.values(entry));
  const others = [fields, parts, skipped, review].flatMap((set) => Object.values(set));
  // What a mark or a note says already is not a second thing: a plan of version 1 has as many of them as before.
  const chosen = Object.entries(without(mine, shape.items)).filter(
    ([id, entry]) => sizeOf(entry) || !(Object.hasOwn(marks, id) || Object.hasOwn(notes, id)),
  );
  return {
    ...{ answers, choices, marks, mine: Object.fromEntries(chosen), notes },
    others: [...others, ...inEntries, ...nextToSteps],
  };
}

/** @param {Unknown} unknown */
export function isNothingUnknown(unknown) {
  return Object.values(unknown).every((set) => sizeOf(set) === 0);
}

/**
 * List the texts in what is unknown, for the person who wrote them.
 * @param {Pick<Unknown, "mine" | "notes" | "others">} unknown
 */
export function textsIn({ mine, notes, others }) {
  /**
   * @param {unknown} value
   * @returns {string[]}
   */
  const texts = (value) =>
    typeof value === "string" ? [value] : Object.values(value ?? {}).flatMap((inner) => texts(inner));
  return texts([notes, mine, others]);
}

/**
 * Return a checked plan with nothing in it but what the page can show.
 * @param {SavedPlan} plan
 * @param {Shape} shape
 * @returns {Plan}
 */
export function withoutUnknown(plan, shape) {
  const left = /** @type {Plan} */ (lessened(wholePlan(plan), restOf(plan, shape)));
  const parts = Object.entries(left.parts ?? {}).map(([id, entries]) => {
    const { fields } = shape.parts[id];
    return [id, entries.map((entry) => lessened(entry, unknownAmong(entry, fields)))];
  });
  const mine = Object.entries(wholePlan(plan).mine)
    .filter(([id]) => Object.hasOwn(shape.items, id))
    .map(([id, entry]) => [id, lessened(entry, unknownAmong(entry, MINE_FIELDS))]);
  return {
    ...{ ...emptyPlan(), ...left, mine: /** @type {Plan["mine"]} */ (Object.fromEntries(mine)) },
    parts: /** @type {Plan["parts"]} */ (Object.fromEntries(parts)),
  };
}

/**
 * Leave out of a set or a list what is unknown, and what is empty without it.
 * @param {unknown} whole
 * @param {Named<unknown> | unknown[]} unknown
 * @returns {unknown}
 */
function lessened(whole, unknown) {
  if (Array.isArray(whole)) return whole.filter((one) => !(/** @type {unknown[]} */ (unknown).includes(one)));
  if (typeof whole !== "object") return [];
  const rest = Object.entries(whole ?? {}).map(([name, value]) => {
    const gone = valueIn(/** @type {Named<Named<unknown> | unknown[] | undefined>} */ (unknown), name);
    return [name, gone === undefined ? value : lessened(value, gone)];
  });
  return Object.fromEntries(
    rest.filter(([name, value]) => !Object.hasOwn(unknown, name) || sizeOf(/** @type {object} */ (value))),
  );
}

/**
 * Return whether it is more than a plan can hold besides what the page shows.
 * @param {SavedPlan} plan
 * @param {Shape} shape
 */
export function isTooMuchUnknown(plan, shape) {
  const unknown = unknownIn(plan, shape);
  const count = Object.values(unknown).reduce((sum, set) => sum + sizeOf(set), 0);
  return count > MOST_UNKNOWN || JSON.stringify(unknown).length > MOST_LETTERS_UNKNOWN;
}

/** @param {object} set */
const sizeOf = (set) => Object.keys(set).length;
