// What a plan says, in the order of the page: sections, as `documents/model/text.js` describes them. No DOM here.
import { _, fill } from "../../common/gettext.js";
import { valueIn } from "../../documents/model/sets.js";
import { blankEntry, entryOf, numbered } from "../../documents/model/text.js";
import { isInMyPlan } from "./my-plan.js";
import { MINE_FIELDS } from "./plan-format.js";

/** @import { Pick, Plan, Shape } from "./types.d.ts" */
/** @import { TextLine, TextSection } from "../../documents/model/types.d.ts" */

const OLD_NOTES = _("Notes on steps that the guide no longer has");
const IN_MY_PLAN = _("In my plan");
const NEXT_REVIEW = _("Look at this plan again");
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
