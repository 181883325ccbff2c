// Two plans into one, or one in place of the other; each with sentences that say what would change. No DOM here.
import { _, fill, ngettext } from "../../common/gettext.js";
import { isSame, mergeSets, mergeUnshown } from "../../documents/model/combine.js";
import { MOST_ENTRIES } from "../../documents/model/limits.js";
import { valueIn } from "../../documents/model/sets.js";
import { emptyPlan, MINE_FIELDS, MOST_IN_A_NOTE, REVIEW, REVIEW_DAYS } from "./plan-format.js";
import { restOf } from "./unknown.js";

/** @import { Plan, Shape } from "./types.d.ts" */
/** @import { Entry, Named, Section, Sentences } from "../../documents/model/types.d.ts" */

const OLD_QUESTION = _("a question from another version");
const OLD_STEP = _("a step from another version");
const OLD_PART = _("A part from another version");

/** @type {Named<(count: number) => string>} */
const COUNTED = {
  answers: (count) => ngettext("Answers: {count} changed.", "Answers: {count} changed.", count),
  choices: (count) => ngettext("Other answers: {count} changed.", "Other answers: {count} changed.", count),
  marks: (count) => ngettext("Marks on steps: {count} changed.", "Marks on steps: {count} changed.", count),
  mine: (count) =>
    ngettext("Steps in my plan: {count} changed.", "Steps in my plan: {count} changed.", count),
  notes: (count) => ngettext("Notes on steps: {count} changed.", "Notes on steps: {count} changed.", count),
};

/**
 * Add what `incoming` has to what `current` has. Where they differ, the current one stays.
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
    onAdd: (id) => changes.push(fill(_("Answer added: {question}"), { question: questionOf(id, shape) })),
    onKeep: (id) => kept.push(fill(_("Answer differs: {question}"), { question: questionOf(id, shape) })),
  });
  const choices = mergeSets(current.choices, incoming.choices, {
    onAdd: (id) => changes.push(fill(_("Answer added: {question}"), { question: choiceOf(id, shape) })),
    onKeep: (id) => kept.push(fill(_("Answer differs: {question}"), { question: choiceOf(id, shape) })),
  });
  const marks = mergeSets(current.marks, incoming.marks, {
    onAdd: (id) => changes.push(fill(_("Mark added: {action}"), { action: actionOf(id, shape) })),
    onKeep: (id) => kept.push(fill(_("Mark differs: {action}"), { action: actionOf(id, shape) })),
  });
  const mine = mergeMine(current.mine ?? {}, incoming.mine ?? {}, shape, { changes, kept });
  const notes = mergeNotes(current.notes ?? {}, incoming.notes ?? {}, shape, { changes, kept });
  const parts = mergeParts(current.parts ?? {}, incoming.parts ?? {}, shape, { changes, kept });
  const skipped = [...new Set([...(current.skipped ?? []), ...(incoming.skipped ?? [])])].filter(
    (id) => current.skipped?.includes(id) || !valueIn(parts, id)?.length,
  );
  for (const id of skipped) {
    if (!current.skipped?.includes(id))
      changes.push(fill(_("{part}: marked “not for me”."), { part: titleOf(id, shape) }));
  }
  const review = mergeReview(current.review ?? {}, incoming.review ?? {}, { changes, kept });
  const unshown = mergeUnshown(current, incoming, emptyPlan(), { changes, kept });
  const plan = { ...current, ...unshown, answers, choices, marks, mine, notes, parts, skipped, review };
  return { plan, changes, kept };
}

/**
 * Say what is lost and what is gained when `incoming` replaces `current`.
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
    if (gone) sentences.push(entriesOut(part.title, gone));
    if (come) sentences.push(entriesAdded(part.title, come));
  }
  for (const [name, sentenceOf] of Object.entries(COUNTED)) {
    const [before, after] = [current, incoming].map(
      (plan) => /** @type {Named<unknown>} */ (plan[name] ?? {}),
    );
    const changed = changedIn(before, after);
    if (changed) sentences.push(sentenceOf(changed));
  }
  if (!isSame([...(current.skipped ?? [])].sort(), [...(incoming.skipped ?? [])].sort())) {
    sentences.push(_("The parts that are not for you change."));
  }
  if (!isSame(daysOf(current), daysOf(incoming)))
    sentences.push(_("The day to look at the plan again changes."));
  if (!isSame(unshownIn(current, shape), unshownIn(incoming, shape)))
    sentences.push(_("Something changes that this version of the guide cannot show."));
  return { plan: incoming, changes: sentences };
}

/**
 * A step that either has in its plan is in it.
 * @param {Plan["mine"]} current
 * @param {Plan["mine"]} incoming
 * @param {Shape} shape
 * @param {Sentences} tell
 */
function mergeMine(current, incoming, shape, tell) {
  const merged = new Map(Object.entries(current));
  for (const [id, entry] of Object.entries(incoming)) {
    const own = merged.get(id);
    const title = actionOf(id, shape);
    if (!own) tell.changes.push(fill(_("In my plan: {action}"), { action: title }));
    merged.set(id, own ? mergeOne(own, entry, { title, fields: MINE_FIELDS }, tell) : entry);
  }
  return Object.fromEntries(merged);
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
      kept.push(
        fill(_("Note differs, and both are too long to join: {action}"), { action: actionOf(id, shape) }),
      );
    else {
      merged.set(id, both);
      changes.push(fill(_("Note added: {action}"), { action: actionOf(id, shape) }));
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
  if (fitting.length) changes.push(entriesAdded(title, fitting.length));
  if (fitting.length < fresh.length) {
    kept.push(entriesNotAdded(title, fresh.length - fitting.length));
  }
  return [...current, ...fitting];
}

/**
 * @param {Entry} current
 * @param {Entry} incoming
 * @param {Pick<Section, "title" | "fields">} section
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
      kept.push(fill(_("{part}: {field} differs."), { part: title, field: label }));
      continue;
    }
    if (!isSame(merged[id], before))
      changes.push(fill(_("{part}: {field} added."), { part: title, field: label }));
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
  if (!current.next && incoming.next) changes.push(_("The day to look at the plan again is added."));
  if (current.next && incoming.next && current.next !== incoming.next) {
    kept.push(_("The day to look at the plan again differs."));
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
  id === REVIEW ? _("The day to look again") : (valueIn(shape.parts, id)?.title ?? OLD_PART);
/** @param {Partial<Plan>} plan */
const daysOf = ({ review = {} }) => [review.next || "", review.last || ""];
/**
 * @param {unknown[]} some
 * @param {unknown[]} others
 */
const countWithout = (some, others) =>
  some.filter((entry) => !others.some((other) => isSame(other, entry))).length;

/**
 * @param {string} part
 * @param {number} count
 */
function entriesOut(part, count) {
  return ngettext("{part}: {count} entry removed.", "{part}: {count} entries removed.", count, { part });
}

/**
 * @param {string} part
 * @param {number} count
 */
function entriesAdded(part, count) {
  return ngettext("{part}: {count} entry added.", "{part}: {count} entries added.", count, { part });
}

/**
 * @param {string} part
 * @param {number} count
 */
function entriesNotAdded(part, count) {
  return ngettext(
    "{part}: {count} entry not added. A part holds at most {most}.",
    "{part}: {count} entries not added. A part holds at most {most}.",
    count,
    { part, most: MOST_ENTRIES },
  );
}

/**
 * @param {Plan} plan
 * @param {Shape} shape
 */
function unshownIn(plan, shape) {
  const { answers, choices, marks, mine, notes, skipped, ...rest } = restOf(plan, shape);
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
