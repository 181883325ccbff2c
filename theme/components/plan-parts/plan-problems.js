// What is wrong with data that claims to be a plan, in sentences for the person who offers it.
// No sentence repeats a value or an unknown name: either could hold what somebody wrote. No DOM here.
import { isOfAllObjects } from "./sets.js";
import { isTooMuchUnknown } from "./unknown.js";

export const KIND = "plan";
export const VERSION = 1;
export const MOST_IN_A_NOTE = 10_000; // UTF-16 units, as `maxlength` counts
export const MOST_ENTRIES = 50;
const MOST_NAMES = 2_000; // names in one set, known to this guide or not; a file may bring fewer unknown ones
const DEEPEST = 6; // lists and sets inside each other
const MOST_SENTENCES = 8;

export const NOT_A_PLAN = "This is not a plan of this guide.";
export const TOO_MUCH_UNKNOWN =
  "This holds more answers, marks and notes that this version of the guide cannot show than a plan can keep.";
export const NEWER =
  "A newer version of this guide made this plan. Load the guide again, then open the plan once more.";

const ANSWERS = ["yes", "no", "unsure"];
const MARKS = ["done", "not-for-me"];
const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const DAY = /^(?!0000)\d{4}-\d\d-\d\d$/; // as Python and date fields do, which know no year 0
// Half of a pair, or a control character: no keyboard writes them, and a page cannot show them.
const UNWRITABLE = /[\ud800-\udfff\u0000-\u0008\u000b-\u001f\u007f]/gu;

/** Leave out what cannot be shown: something pasted may hold it. */
export function writable(text) {
  return text.replace(UNWRITABLE, "");
}

/** List what is wrong with `plan`; empty when it can be shown and kept. */
export function planProblems(plan, shape) {
  if (!isSet(plan) || plan.kind !== KIND || !Number.isInteger(plan.version) || plan.version < 1)
    return [NOT_A_PLAN];
  if (plan.version > VERSION) return [NEWER];
  const { kind, version, ...fields } = plan;
  const found = [];
  const unknown = Object.keys(fields).filter((name) => !has(CHECKS, name)).length;
  if (unknown) found.push(`The plan has ${count(unknown, "field")} that this guide does not know.`);
  for (const [name, check] of Object.entries(CHECKS)) {
    if (has(fields, name)) found.push(...check(fields[name], shape));
  }
  const rest = found.length - MOST_SENTENCES;
  return rest > 1
    ? [...found.slice(0, MOST_SENTENCES), `There are ${rest} more problems like these.`]
    : found;
}

/** Read a plan from a file's text: `{plan}`, or `{problems}` and nothing else. */
export function planFromText(text, shape) {
  let data;
  try {
    data = JSON.parse(text);
  } catch {
    return { problems: [NOT_A_PLAN] };
  }
  return planFromData(data, shape);
}

/** Read a plan from a file's data, which may bring less than the page keeps: `{plan}` or `{problems}`. */
export function planFromData(data, shape) {
  const plan = withOurBreaks(data);
  const problems = planProblems(plan, shape);
  if (!problems.length && isTooMuchUnknown(plan, shape)) problems.push(TOO_MUCH_UNKNOWN);
  return problems.length ? { problems } : { plan };
}

/** Break lines as this guide does: other programs do it otherwise. */
function withOurBreaks(value, depth = 0) {
  if (typeof value === "string") return value.replace(/\r\n?/g, "\n");
  if (typeof value !== "object" || value === null || depth > DEEPEST) return value;
  if (Array.isArray(value)) return value.map((inner) => withOurBreaks(inner, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, withOurBreaks(inner, depth + 1)]),
  );
}

const CHECKS = {
  answers: (value, shape) => [...wordProblems("Your answers", value, shape.facts, ANSWERS)],
  choices: (value, shape) => [...choiceProblems(value, shape.choices)],
  marks: (value, shape) => [...wordProblems("Your marks", value, shape.items, MARKS)],
  notes: (value) => [...noteProblems(value)],
  parts: (value, shape) => [...partProblems(value, shape.parts)],
  skipped: (value, shape) => [
    ...nameProblems("The parts that are not for you", value, { ...shape.parts, review: 1 }),
  ],
  review: (value) => [...reviewProblems(value)],
};

/** Check names against words. A name of a fact or step that this guide lacks is kept: an earlier guide had it. */
function* wordProblems(label, value, _known, words) {
  if (!isNameSet(value)) yield `${label}: this is not a list of answers.`;
  else if (!Object.values(value).every((word) => words.includes(word)))
    yield `${label}: one is not a possible answer.`;
}

function* choiceProblems(value, choices) {
  if (!isNameSet(value)) return yield "Your choices: this is not a list of answers.";
  for (const [id, chosen] of Object.entries(value)) {
    const many = has(choices, id) ? choices[id].many : Array.isArray(chosen);
    const names = many ? chosen : [chosen];
    if (!Array.isArray(names) || names.length > MOST_ENTRIES || !names.every(isName) || hasTwins(names)) {
      yield "Your choices: one is not a possible answer.";
    }
  }
}

function* noteProblems(value) {
  if (!isNameSet(value)) return yield "Your notes: this is not a list of notes.";
  for (const problem of new Set(Object.values(value).map((note) => textProblem(note, MOST_IN_A_NOTE)))) {
    if (problem) yield `Your notes: one ${problem}.`;
  }
}

function* partProblems(value, parts) {
  if (!isSet(value)) return yield "The parts of the plan: this is not a list of parts.";
  const unknown = Object.keys(value).filter((id) => !has(parts, id)).length;
  if (unknown) yield `The plan has ${count(unknown, "part")} that this guide does not know.`;
  for (const [id, part] of Object.entries(parts)) {
    if (has(value, id)) yield* entriesProblems(value[id], part);
  }
}

function* entriesProblems(entries, part) {
  const most = part.many ? MOST_ENTRIES : 1;
  if (!Array.isArray(entries)) return yield `${part.title}: this is not a list of entries.`;
  if (entries.length > most) {
    return yield `${part.title}: there ${part.many ? `are more than ${most} entries` : "is more than one entry"}.`;
  }
  for (const [index, entry] of entries.entries()) {
    const where = part.many ? `${part.title}, entry ${index + 1}` : part.title;
    if (!isSet(entry)) yield `${where}: this is not a list of fields.`;
    else yield* entryProblems(where, entry, part.fields);
  }
}

function* entryProblems(where, entry, fields) {
  const unknown = Object.keys(entry).filter((id) => !has(fields, id)).length;
  if (unknown) yield `${where}: ${count(unknown, "field")} that this guide does not know.`;
  for (const [id, field] of Object.entries(fields)) {
    if (has(entry, id)) yield* valueProblems(`${where}, ${field.label}`, entry[id], field);
  }
}

function* valueProblems(where, value, { kind, most, options }) {
  if (kind === "ticks") return yield* nameProblems(where, value, options);
  if (kind === "day") return yield* dayProblems(where, value);
  const problem = textProblem(value, most, kind === "line");
  if (problem) yield `${where}: this ${problem}.`;
}

function* nameProblems(where, value, known) {
  if (!Array.isArray(value)) yield `${where}: this is not a list.`;
  else if (!value.every((name) => typeof name === "string" && has(known, name))) {
    yield `${where}: there is a name that this guide does not know.`;
  } else if (hasTwins(value)) yield `${where}: one name is there twice.`;
}

function* reviewProblems(value) {
  if (!isSet(value)) return yield "The day to look again: this is not a day.";
  const unknown = Object.keys(value).filter((name) => name !== "next" && name !== "last").length;
  if (unknown) yield `The day to look again: ${count(unknown, "field")} that this guide does not know.`;
  for (const name of ["next", "last"]) {
    if (has(value, name)) yield* dayProblems("The day to look again", value[name]);
  }
}

function* dayProblems(where, value) {
  const isDay =
    typeof value === "string" && DAY.test(value) && new Date(`${value}T00:00Z`).toJSON()?.startsWith(value);
  if (value !== "" && !isDay) yield `${where}: this is not a day.`;
}

function textProblem(value, most, oneLine = false) {
  if (typeof value !== "string") return "is not text";
  if (value.length > most) return `is longer than ${most} characters`;
  if (value !== writable(value)) return "has characters that cannot be shown";
  if (oneLine && value.includes("\n")) return "has more than one line";
  return "";
}

const isSet = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isName = (value) =>
  typeof value === "string" && value.length <= 100 && NAME.test(value) && !isOfAllObjects(value);
const isNameSet = (value) =>
  isSet(value) && Object.keys(value).length <= MOST_NAMES && Object.keys(value).every(isName);
const has = (set, name) => Object.hasOwn(set, name);
const hasTwins = (list) => new Set(list).size < list.length;
const count = (number, one) => (number === 1 ? `1 ${one}` : `${number} ${one}s`);
