// What a plan holds and this guide cannot show: an older or a newer guide had a place for it. It is kept with the plan.
// No DOM here.
import { valueIn } from "./sets.js";

// An older guide could have left behind as many as it had questions and steps. A file that brings more would lie in the
// plan unseen, be sealed anew with every letter that is typed, and slow typing down.
const MOST_NAMES = 300;
const MOST_LETTERS = 250_000; // of a whole plan that people write, ten times as many as there are

/** Return `{answers, choices, marks, notes}` of a checked plan with what the page has no place for. */
export function unknownIn({ answers = {}, choices = {}, marks = {}, notes = {} }, shape) {
  return {
    answers: without(answers, shape.facts),
    choices: unknownChoices(choices, shape.choices),
    marks: without(marks, shape.items),
    notes: without(notes, shape.items),
  };
}

export function isNothingUnknown(unknown) {
  return Object.values(unknown).every((set) => sizeOf(set) === 0);
}

/** Return a checked plan with nothing in it but what the page can show. */
export function withoutUnknown(plan, shape) {
  const unknown = unknownIn(plan, shape);
  const sets = Object.entries(unknown).map(([name, set]) => [name, known(plan[name] ?? {}, set)]);
  return { ...plan, ...Object.fromEntries(sets) };
}

/** Leave out of a set what is unknown; of an answer with several choices, the rest stays. */
function known(set, unknown) {
  const rest = Object.entries(set).map(([name, value]) => {
    const gone = valueIn(unknown, name);
    if (gone === undefined) return [name, value];
    return [name, Array.isArray(value) ? value.filter((one) => !gone.includes(one)) : ""];
  });
  return Object.fromEntries(rest.filter(([name, value]) => value.length || !valueIn(unknown, name)));
}

/** Tell whether it is more than a plan can hold besides what the page shows. */
export function isTooMuchUnknown(plan, shape) {
  const unknown = unknownIn(plan, shape);
  const names = Object.values(unknown).reduce((sum, set) => sum + sizeOf(set), 0);
  return names > MOST_NAMES || JSON.stringify(unknown).length > MOST_LETTERS;
}

function unknownChoices(choices, known) {
  const rest = Object.entries(choices).map(([id, chosen]) => {
    const options = valueIn(known, id)?.options ?? {};
    const isUnknown = (name) => !Object.hasOwn(options, name);
    return [id, Array.isArray(chosen) ? chosen.filter(isUnknown) : isUnknown(chosen) ? chosen : ""];
  });
  return Object.fromEntries(rest.filter(([, chosen]) => chosen.length));
}

const without = (set, known) =>
  Object.fromEntries(Object.entries(set).filter(([id]) => !Object.hasOwn(known, id)));
const sizeOf = (set) => Object.keys(set).length;
