// What goes on paper, to a friend or into a file: numbers, steps as the page shows them, and sections of the plan.
import { _ } from "../common/gettext.js";
import { ALL, FRIEND, POCKET } from "../documents/take-away/versions.js";
import { NOT_FOR_ME } from "./model/plan-format.js";
import {
  blankSections,
  dangerSection,
  friendPicks,
  friendSections,
  linesNextTo,
  numbersSection,
  oldNotes,
  reviewSection,
  safetyNotes,
  sectionsOf,
} from "./model/plan-text.js";
import { numbersOf } from "./numbers.js";
import { readPlan } from "./plan-page.js";
import { isDone, isMine } from "./shown-steps.js";

const blankEntries = 3;
const letterCountries = ["us", "ca"];
const NUMBERS = "country-numbers"; // as a pick

/**
 * Return the source that "Take it with you" asks (`documents/take-away/take-away.js`). Paper is made from the steps that
 * the reader chose, marked or wrote on, or from all while there are none; `shown` knows the groups of the steps,
 * `guessed()` names the country that is offered while the reader has named none.
 */
export function createPaperSource(view, shape, shown, guessed) {
  const read = () => readPlan(view);
  const linesOf = (amongOthers) => {
    const plan = read();
    return (id) => linesNextTo(plan, id, { amongOthers });
  };
  const countryOf = (plan) => plan.choices.country || guessed();
  const numbers = (plan) => numbersOf(view, countryOf(plan));
  const all = () => stepGroups(shown, () => true, linesOf(true));
  const chosen = () => stepGroups(shown, isOwn, linesOf(false));

  return {
    backup: read,
    picksOf: (version) => [
      ...(version === FRIEND ? friendPicks(read(), shape) : ownPicks(read())),
      ...stepPicks(chosen()),
    ],
    paperFormat: () => (letterCountries.includes(countryOf(read())) ? "letter" : "a4"),

    contentOf(version, { isPicked, isWished }) {
      const plan = read();
      if (version === FRIEND)
        return [
          ...friendSections(friendPicks(plan, shape).filter(isPicked)),
          ...forFriend(pickedSteps(chosen(), isPicked)),
        ];
      if (version === POCKET)
        return [
          ...(isPicked({ key: NUMBERS }) && numbers(plan).length ? [numbersSection(numbers(plan))] : []),
          ...sectionsOf(plan, shape, (key) => isPicked({ key })),
          ...pickedSteps(chosen(), isPicked),
        ];
      const isAll = version === ALL || isWished("all-steps") || chosen().length === 0;
      const steps = version !== ALL && isWished("no-steps") ? [] : isAll ? all() : chosen();
      const written = allSections(plan, shape, isWished("lines") || isBlank(plan));
      return [
        dangerSection(plan, shape, numbers(plan)),
        // Behind all the steps of the guide, nobody would find what the reader wrote.
        ...(isAll ? [...written, ...steps] : [...steps, ...written]),
        ...reviewSection(plan),
        safetyNotes(),
      ];
    },
  };

  function ownPicks(plan) {
    const parts = sectionsOf(plan, shape).map(({ id, title }) => ({ key: id, label: title }));
    const danger = { key: NUMBERS, label: _("In danger: the numbers of my country") };
    return [...(numbers(plan).length ? [danger] : []), ...parts].map((pick) => ({
      ...pick,
      group: _("Parts"),
    }));
  }
}

function stepPicks(groups) {
  return groups.flatMap(({ title, steps }) =>
    steps.map(({ id, action }) => ({ key: `step.${id}`, group: title, label: action })),
  );
}

function pickedSteps(groups, isPicked) {
  return groups
    .map((group) => ({ ...group, steps: group.steps.filter(({ id }) => isPicked({ key: `step.${id}` })) }))
    .filter(({ steps }) => steps.length);
}

function allSections(plan, shape, withBlank) {
  const blank = withBlank ? blankSections(plan, shape, blankEntries) : [];
  const order = Object.keys(shape.parts);
  const sections = [...sectionsOf(plan, shape), ...blank];
  sections.sort((one, other) => order.indexOf(one.id) - order.indexOf(other.id));
  return [...sections, ...oldNotes(plan, shape)];
}

function isBlank({ parts, marks, mine, notes }) {
  return [parts, marks, mine, notes].every((set) => Object.keys(set).length === 0);
}

/** What is written next to a step, and who else helps, is not for this friend. */
function forFriend(groups) {
  return groups.map((group) => ({
    ...group,
    steps: group.steps.map((step) => ({ ...step, nextTo: [], note: "" })),
  }));
}

/** List the wanted steps in their groups, as `documents/model/text.js` describes them. */
function stepGroups(shown, isWanted, linesOf) {
  return shown
    .groupsOf((step) => isForMe(step) && isWanted(step))
    .map((group) => ({ ...group, steps: group.steps.map((step) => readStep(step, linesOf)) }))
    .filter(({ steps }) => steps.length);
}

/** What the reader chose, did or wrote on is never missing on paper. */
const isOwn = (step) => isMine(step) || isDone(step) || Boolean(step.querySelector("textarea")?.value);
const isForMe = (step) => !step.querySelector(`[value=${NOT_FOR_ME}]`)?.checked;

function readStep(step, linesOf) {
  const caution = step.querySelector(".caution");
  const label = step.querySelector(":scope > label");
  const id = step.dataset.item;
  return {
    id,
    action: label.textContent.trim(),
    caution: caution?.textContent ?? "",
    first: caution?.nextElementSibling === label,
    done: isDone(step),
    nextTo: linesOf(id),
    note: step.querySelector("textarea")?.value ?? "",
  };
}
