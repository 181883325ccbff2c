// What Python is asked: answers, marks and counts. Nothing that the reader wrote. No DOM here.
import { stepsInMyPlan } from "./model/my-plan.js";
import { REVIEW, REVIEW_DAYS } from "./model/plan-format.js";
import { valueIn } from "../documents/model/sets.js";

/**
 * Make the request of a plan; `before`: the answers of the list that is shown, `last`: a day on which the reader had the
 * plan open, if that is later than the one they noted.
 */
export function requestOf(plan, shape, { today, before, last = "" }) {
  const answers = known(plan.answers, shape.facts);
  return {
    answers,
    choices: choicesOf(plan.choices, shape.choices),
    marks: known(plan.marks, shape.items),
    mine: stepsInMyPlan(plan, shape),
    filled: filledIn(plan.parts, shape.parts),
    skipped: plan.skipped.filter((id) => id === REVIEW || Object.hasOwn(shape.parts, id)),
    review: { ...known(plan.review, REVIEW_DAYS), ...(last && { last }) },
    today,
    ...(before && !isSame(before, answers) ? { before } : {}),
  };
}

// What an earlier version of the guide asked is kept in the plan, and means nothing to this one's rules.
function known(set, names) {
  return Object.fromEntries(Object.entries(set).filter(([id]) => Object.hasOwn(names, id)));
}

function choicesOf(choices, shape) {
  const given = Object.entries(known(choices, shape)).map(([id, chosen]) => {
    const isKnown = (name) => Object.hasOwn(shape[id].options, name);
    return [id, Array.isArray(chosen) ? chosen.filter(isKnown) : isKnown(chosen) ? chosen : ""];
  });
  return Object.fromEntries(given.filter(([, chosen]) => chosen.length));
}

/** Count in how many entries each field has something, and each box a tick. */
function filledIn(parts, shape) {
  const counts = {};
  const add = (path) => (counts[path] = (counts[path] ?? 0) + 1);
  for (const [id, { fields }] of Object.entries(shape)) {
    for (const entry of valueIn(parts, id) ?? []) {
      for (const [name, { kind, options }] of Object.entries(fields)) {
        const value = valueIn(entry, name) ?? "";
        const ticked =
          kind === "ticks" ? Object.keys(options).filter((option) => value.includes(option)) : [];
        if (kind === "ticks" ? ticked.length : value.trim()) add(`${id}.${name}`);
        for (const option of ticked) add(`${id}.${name}.${option}`);
      }
    }
  }
  return counts;
}

function isSame(one, other) {
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length && names.every((name) => one[name] === valueIn(other, name))
  );
}
