// Two plans into one, or one in place of the other; each with sentences that say what would change. No DOM here.
import { isSame, mergeSets, mergeUnshown } from "../../documents/model/combine.js";
import { MOST_ENTRIES } from "../../documents/model/limits.js";
import { valueIn } from "../../documents/model/sets.js";
import { emptyPlan, MOST_IN_A_NOTE, REVIEW, REVIEW_DAYS } from "./plan-format.js";
import { restOf } from "./unknown.js";

/** @import { Plan, Shape } from "./types.d.ts" */
/** @import { Entry, Named, Section, Sentences } from "../../documents/model/types.d.ts" */

const OLD_QUESTION = "a question of another version";
const OLD_STEP = "a step of another version";
const OLD_PART = "A part of another version";

/**
 * Add what `incoming` has to what `current` has. Where both say something else, the current one stays.
 * Returns `{plan, changes, kept}`: `changes` says what is added, `kept` what differs and stays as it is.
 * Both plans are checked ones.
 * @param {Plan} current
 * @param {Plan} incoming
 * @param {Shape} shape
 * @returns {{plan: Plan} & Sentences}
 */
export function mergePlans(current, incoming, shape) {
  /** @type {string[]} */
  const changes = [];
  /** @type {string[]} */
  const kept = [];
  const answers = mergeSets(current.answers, incoming.answers, {
    onAdd: (id) => changes.push(`Answer added: ${questionOf(id, shape)}`),
    onKeep: (id) => kept.push(`Answer differs: ${questionOf(id, shape)}`),
  });
  const choices = mergeSets(current.choices, incoming.choices, {
    onAdd: (id) => changes.push(`Answer added: ${choiceOf(id, shape)}`),
    onKeep: (id) => kept.push(`Answer differs: ${choiceOf(id, shape)}`),
  });
  const marks = mergeSets(current.marks, incoming.marks, {
    onAdd: (id) => changes.push(`Mark added: ${actionOf(id, shape)}`),
    onKeep: (id) => kept.push(`Mark differs: ${actionOf(id, shape)}`),
  });
  const notes = mergeNotes(current.notes ?? {}, incoming.notes ?? {}, shape, { changes, kept });
  const parts = mergeParts(current.parts ?? {}, incoming.parts ?? {}, shape, { changes, kept });
  const skipped = [...new Set([...(current.skipped ?? []), ...(incoming.skipped ?? [])])].filter(
    (id) => current.skipped?.includes(id) || !valueIn(parts, id)?.length,
  );
  for (const id of skipped) {
    if (!current.skipped?.includes(id)) changes.push(`${titleOf(id, shape)}: marked “not for me”.`);
  }
  const review = mergeReview(current.review ?? {}, incoming.review ?? {}, { changes, kept });
  const unshown = mergeUnshown(current, incoming, emptyPlan(), { changes, kept });
  const plan = { ...current, ...unshown, answers, choices, marks, notes, parts, skipped, review };
  return { plan, changes, kept };
}

/**
 * Say what is lost and what is gained when `incoming` takes the place of `current`.
 * @param {Plan} current
 * @param {Plan} incoming
 * @param {Shape} shape
 */
export function replacePlan(current, incoming, shape) {
  /** @type {string[]} */
  const sentences = [];
  for (const [id, part] of Object.entries(shape.parts)) {
    const [before, after] = [current, incoming].map((plan) => plan.parts?.[id] ?? []);
    const [gone, come] = [countWithout(before, after), countWithout(after, before)];
    if (gone) sentences.push(`${part.title}: ${entries(gone)} taken out.`);
    if (come) sentences.push(`${part.title}: ${entries(come)} added.`);
  }
  const sets = {
    answers: "Answers",
    choices: "Other answers",
    marks: "Marks on steps",
    notes: "Notes on steps",
  };
  for (const [name, label] of Object.entries(sets)) {
    const [before, after] = [current, incoming].map(
      (plan) => /** @type {Named<unknown>} */ (plan[name] ?? {}),
    );
    const changed = changedIn(before, after);
    if (changed) sentences.push(`${label}: ${changed} changed.`);
  }
  if (!isSame([...(current.skipped ?? [])].sort(), [...(incoming.skipped ?? [])].sort())) {
    sentences.push("The parts that are not for you change.");
  }
  if (!isSame(daysOf(current), daysOf(incoming)))
    sentences.push("The day to look at the plan again changes.");
  if (!isSame(unshownIn(current, shape), unshownIn(incoming, shape)))
    sentences.push("What this version of the guide cannot show changes.");
  return { plan: incoming, changes: sentences };
}

/**
 * Two notes on one step become one, so that neither is lost.
 * @param {Named<string>} current
 * @param {Named<string>} incoming
 * @param {Shape} shape
 * @param {Sentences} sentences
 */
function mergeNotes(current, incoming, shape, { changes, kept }) {
  const merged = new Map(Object.entries(current));
  for (const [id, note] of Object.entries(incoming)) {
    const mine = merged.get(id);
    if (mine?.includes(note)) continue;
    const both = mine === undefined ? note : `${mine}\n\n${note}`;
    if (both.length > MOST_IN_A_NOTE)
      kept.push(`Note differs, and both are too long for one: ${actionOf(id, shape)}`);
    else {
      merged.set(id, both);
      changes.push(`Note added: ${actionOf(id, shape)}`);
    }
  }
  return Object.fromEntries(merged);
}

/**
 * @param {Plan["parts"]} current
 * @param {Plan["parts"]} incoming
 * @param {Shape} shape
 * @param {Sentences} tell
 */
function mergeParts(current, incoming, shape, tell) {
  const merged = { ...current, ...mergeUnshown(current, incoming, shape.parts, tell) };
  for (const [id, part] of Object.entries(shape.parts)) {
    if (!incoming[id]?.length) continue;
    merged[id] = part.many
      ? mergeMany(current[id] ?? [], incoming[id], part, tell)
      : [mergeOne(current[id]?.[0] ?? {}, incoming[id][0], part, tell)];
  }
  return merged;
}

/**
 * @param {Entry[]} current
 * @param {Entry[]} incoming
 * @param {Section} section
 * @param {Sentences} sentences
 */
function mergeMany(current, incoming, { title }, { changes, kept }) {
  const fresh = incoming.filter((entry) => !current.some((other) => isSame(other, entry)));
  const fitting = fresh.slice(0, MOST_ENTRIES - current.length);
  if (fitting.length) changes.push(`${title}: ${entries(fitting.length)} added.`);
  if (fitting.length < fresh.length) {
    kept.push(
      `${title}: ${entries(fresh.length - fitting.length)} not added. A part holds at most ${MOST_ENTRIES}.`,
    );
  }
  return [...current, ...fitting];
}

/**
 * @param {Entry} current
 * @param {Entry} incoming
 * @param {Section} section
 * @param {Sentences} sentences
 */
function mergeOne(current, incoming, { title, fields }, { changes, kept }) {
  const merged = { ...current, ...mergeUnshown(current, incoming, fields, { changes, kept }) };
  for (const [id, { kind, label }] of Object.entries(fields)) {
    const value = valueIn(incoming, id) ?? "";
    const before = valueIn(current, id) ?? "";
    if (value.length === 0 || isSame(before, value)) continue;
    if (kind === "ticks") merged[id] = [...new Set([...before, ...value])];
    else if (before === "") merged[id] = value;
    else {
      kept.push(`${title}: ${label} differs.`);
      continue;
    }
    if (!isSame(merged[id], before)) changes.push(`${title}: ${label} added.`);
  }
  return merged;
}

/**
 * @param {Plan["review"]} current
 * @param {Plan["review"]} incoming
 * @param {Sentences} sentences
 * @returns {Plan["review"]}
 */
function mergeReview(current, incoming, { changes, kept }) {
  const next = current.next || incoming.next || "";
  if (!current.next && incoming.next) changes.push("The day to look at the plan again is added.");
  if (current.next && incoming.next && current.next !== incoming.next) {
    kept.push("The day to look at the plan again differs.");
  }
  const unshown = mergeUnshown(current, incoming, REVIEW_DAYS, { changes, kept });
  return { ...unshown, next, last: [current.last ?? "", incoming.last ?? ""].sort()[1] };
}

/**
 * @param {string} id
 * @param {Shape} shape
 */
const questionOf = (id, shape) => valueIn(shape.facts, id) ?? OLD_QUESTION;
/**
 * @param {string} id
 * @param {Shape} shape
 */
const choiceOf = (id, shape) => valueIn(shape.choices, id)?.label ?? OLD_QUESTION;
/**
 * @param {string} id
 * @param {Shape} shape
 */
const actionOf = (id, shape) => valueIn(shape.items, id) ?? OLD_STEP;
/**
 * @param {string} id
 * @param {Shape} shape
 */
const titleOf = (id, shape) =>
  id === REVIEW ? "The day to look again" : (valueIn(shape.parts, id)?.title ?? OLD_PART);
/** @param {Partial<Plan>} plan */
const daysOf = ({ review = {} }) => [review.next || "", review.last || ""];
/**
 * @param {unknown[]} some
 * @param {unknown[]} others
 */
const countWithout = (some, others) =>
  some.filter((entry) => !others.some((other) => isSame(other, entry))).length;
/** @param {number} number */
const entries = (number) => (number === 1 ? "1 entry" : `${number} entries`);

/**
 * @param {Plan} plan
 * @param {Shape} shape
 */
function unshownIn(plan, shape) {
  const { answers, choices, marks, notes, skipped, ...rest } = restOf(plan, shape);
  return rest;
}

/**
 * @param {Named<unknown>} current
 * @param {Named<unknown>} incoming
 */
function changedIn(current, incoming) {
  const names = new Set([...Object.keys(current), ...Object.keys(incoming)]);
  return [...names].filter((name) => !isSame(valueIn(current, name), valueIn(incoming, name))).length;
}
