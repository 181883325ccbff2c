// What a plan says, in the order of the page: sections, as `documents/model/text.js` describes them. No DOM here.
import { _, fill } from "../../common/gettext.js";
import { valueIn } from "../../documents/model/sets.js";
import { blankEntry, entryOf, numbered } from "../../documents/model/text.js";
import { isInMyPlan } from "./my-plan.js";
import { MINE_FIELDS } from "./plan-format.js";

/** @import { Pick, Plan, Shape } from "./types.d.ts" */
/** @import { TextEntry, TextLine, TextSection } from "../../documents/model/types.d.ts" */

const OLD_NOTES = _("Notes on steps that the guide no longer has");
const IN_MY_PLAN = _("In my plan");
const IN_DANGER = _("In danger");
const NEXT_REVIEW = _("Look at this plan again");
// Where no country is chosen.
const NO_NUMBERS = [
  { label: _("The emergency number of my country"), text: "" },
  {
    label: "",
    text: _(
      "The guide has it under “Numbers by country”. On a mobile phone, 112 or 911 should work in many countries.",
    ),
  },
];
const SAFETY_NOTES = [
  _("Paper and files can be found. Keep this where the person does not look."),
  _("You can change this plan at any time. Look at it again when something changes."),
  _("A plan is not a promise that you will be safe."),
  _("If something here feels wrong for you, trust that feeling."),
];
// In the friend's version it is the friend who reads.
const FOR_A_FRIEND = { do: _("What to do"), not: _("What not to do") };

/**
 * List the filled parts that are for this reader, in the order of the page.
 * @param {Plan} plan
 * @param {Shape} shape
 * @param {(id: string) => boolean} [isWanted]
 * @returns {TextSection[]}
 */
export function sectionsOf(plan, shape, isWanted = () => true) {
  const wanted = Object.entries(shape.parts).filter(([id]) => isWanted(id) && !plan.skipped.includes(id));
  return wanted
    .map(([id, part]) => ({
      id,
      title: part.title,
      entries: (valueIn(plan.parts, id) ?? []).map(entryOf(part)).filter(({ lines }) => lines.length),
    }))
    .filter(({ entries }) => entries.length);
}

/**
 * List parts with nothing in them, with `count` blank entries each, to write on.
 * @param {Plan} plan
 * @param {Shape} shape
 * @param {number} count
 * @returns {TextSection[]}
 */
export function blankSections(plan, shape, count) {
  const empty = Object.entries(shape.parts).filter(
    ([id]) => !plan.skipped.includes(id) && !valueIn(plan.parts, id),
  );
  return empty.map(([id, part]) => ({
    id,
    title: part.title,
    entries: Array.from({ length: part.many ? count : 1 }, (_none, index) => blankEntry(part, index)),
  }));
}

/**
 * Say of a step in my plan who helps and when; nothing of one that is not. For `nextTo` of a step's text.
 * `amongOthers`: it stands among steps that are not in my plan, so say that it is.
 * @param {Plan} plan
 * @param {string} id
 * @param {{amongOthers: boolean}} where
 * @returns {TextLine[]}
 */
export function linesNextTo(plan, id, { amongOthers }) {
  if (!isInMyPlan(plan, id)) return [];
  const { lines } = entryOf({ many: false, entry: "", fields: MINE_FIELDS })(plan.mine[id], 0);
  return amongOthers ? [{ label: "", text: IN_MY_PLAN }, ...lines] : lines;
}

/**
 * List notes on steps that this guide does not have.
 * @param {Plan} plan
 * @param {Shape} shape
 * @returns {TextSection[]}
 */
export function oldNotes(plan, shape) {
  const notes = Object.entries(plan.notes).filter(([id]) => !Object.hasOwn(shape.items, id));
  const entries = notes.map(([, text]) => ({ title: "", lines: [{ label: "", text }] }));
  return entries.length ? [{ id: "old-notes", title: OLD_NOTES, entries }] : [];
}

/**
 * Say who is called in danger: the country's numbers, or where to find them, and the people who can be reached.
 * @param {Plan} plan
 * @param {Shape} shape
 * @param {TextLine[]} numbers
 * @returns {TextSection}
 */
export function dangerSection(plan, shape, numbers) {
  const { entries, ...section } = numbersSection(numbers.length ? numbers : NO_NUMBERS);
  return { ...section, entries: [...entries, ...peopleToCall(plan, shape)] };
}

/**
 * List the numbers of the reader's country.
 * @param {TextLine[]} lines
 * @returns {TextSection}
 */
export function numbersSection(lines) {
  return { id: "danger", title: IN_DANGER, entries: [{ title: "", lines }] };
}

/**
 * @param {Plan} plan
 * @param {Shape} shape
 * @returns {TextEntry[]}
 */
function peopleToCall({ parts, skipped }, shape) {
  const people = skipped.includes("people") ? [] : (valueIn(parts, "people") ?? []);
  const lines = people
    .map((person) => ({
      label: String(valueIn(person, "name") ?? ""),
      text: String(valueIn(person, "reach") ?? ""),
    }))
    .filter(({ text }) => text);
  return lines.length ? [{ title: shape.parts.people.title, lines }] : [];
}

/**
 * Return the day of the next review, where one is set.
 * @param {Plan} plan
 * @returns {TextSection[]}
 */
export function reviewSection({ review }) {
  if (!review.next) return [];
  return [
    { id: "review", title: "", entries: [{ title: "", lines: [{ label: NEXT_REVIEW, text: review.next }] }] },
  ];
}

/**
 * Return what is true of every plan, for its end.
 * @returns {TextSection}
 */
export function safetyNotes() {
  const lines = SAFETY_NOTES.map((text) => ({ label: "", text }));
  return { id: "safety", title: _("Good to remember"), entries: [{ title: "", lines }] };
}

/**
 * Offer what may be passed on: one pick for each field, `{key, group, label, text, usual}`.
 * @param {Plan} plan
 * @param {Shape} shape
 * @returns {Pick[]}
 */
export function friendPicks(plan, shape) {
  return Object.entries(shape.parts).flatMap(([id, part]) => {
    const entries = plan.skipped.includes(id) ? [] : (valueIn(plan.parts, id) ?? []);
    const shared = Object.entries(part.fields).filter(([, field]) => field.share);
    return entries.flatMap((entry, index) =>
      shared
        .filter(([name]) => valueIn(entry, name))
        .map(([name, field]) => ({
          key: `${id}.${index}.${name}`,
          group: fill(_("{part}: {entry}"), {
            part: part.title,
            entry: String(valueIn(entry, "name") ?? numbered(part.entry, index + 1)),
          }),
          label: valueIn(FOR_A_FRIEND, name) ?? field.label,
          text: entry[name],
          // What one person should do is not for another's eyes: with several people, the reader says which.
          usual: id === "signal" || entries.length === 1,
        })),
    );
  });
}

/**
 * Make sections of chosen picks: they have no names of parts or people.
 * @param {Pick[]} picks
 * @returns {TextSection[]}
 */
export function friendSections(picks) {
  const groups = new Map();
  for (const { group, label, text } of picks)
    groups.set(group, [...(groups.get(group) ?? []), { label, text }]);
  return groups.size
    ? [{ id: "friend", title: "", entries: [...groups.values()].map((lines) => ({ title: "", lines })) }]
    : [];
}
