// What goes on paper, to a friend or into a file: sections of the plan, and steps as the page shows them.
import { _ } from "../common/gettext.js";
import { ALL, FRIEND, POCKET } from "../documents/take-away/versions.js";
import { DONE, NOT_FOR_ME } from "./model/plan-format.js";
import {
  blankSections,
  friendPicks,
  friendSections,
  oldNotes,
  reviewSection,
  sectionsOf,
} from "./model/plan-text.js";
import { readPlan } from "./plan-page.js";

const blankEntries = 3;
const letterCountries = ["us", "ca"];

/** Return the source that "Take it with you" asks (`documents/take-away/take-away.js`). */
export function createPaperSource(view, shape) {
  const read = () => readPlan(view);

  return {
    backup: read,
    picksOf: (version) => (version === FRIEND ? friendPicks(read(), shape) : pocketPicks(view, shape)),
    paperFormat: () => (letterCountries.includes(read().choices.country) ? "letter" : "a4"),

    contentOf(version, { isPicked, isWished }) {
      const plan = read();
      if (version === FRIEND)
        return { sections: friendSections(friendPicks(plan, shape).filter(isPicked)), groups: [] };
      if (version === POCKET) {
        const isWanted = (key) => isPicked({ key });
        return {
          sections: sectionsOf(plan, shape, isWanted),
          groups: stepGroupsIn(view, (id) => isWanted(`steps.${id}`)),
        };
      }
      return {
        sections: allSections(plan, shape, isWished("lines") || isBlank(plan)),
        groups: version === ALL || !isWished("no-steps") ? stepGroupsIn(view) : [],
      };
    },
  };
}

function pocketPicks(view, shape) {
  const parts = sectionsOf(readPlan(view), shape).map(({ id, title }) => ({
    key: id,
    group: _("Parts"),
    label: title,
  }));
  const steps = stepGroupsIn(view).map(({ id, title }) => ({
    key: `steps.${id}`,
    group: _("Steps"),
    label: title,
  }));
  return [...parts, ...steps];
}

function allSections(plan, shape, withBlank) {
  const blank = withBlank ? blankSections(plan, shape, blankEntries) : [];
  const order = Object.keys(shape.parts);
  const sections = [...sectionsOf(plan, shape), ...blank];
  sections.sort((one, other) => order.indexOf(one.id) - order.indexOf(other.id));
  return [...sections, ...oldNotes(plan, shape), ...reviewSection(plan)];
}

function isBlank({ parts, marks, mine, notes }) {
  return [parts, marks, mine, notes].every((set) => Object.keys(set).length === 0);
}

/**
 * List the steps that the page shows, as `documents/model/text.js` describes them.
 * @param {HTMLElement} view
 * @param {(id: string) => boolean} [isWanted]
 */
function stepGroupsIn(view, isWanted = () => true) {
  const groups = [...view.querySelectorAll("[data-horizon]")].map((section) => ({
    id: section.dataset.horizon ?? "",
    title: section.querySelector("h3")?.textContent,
    steps: [...section.querySelectorAll("[data-item]")].map(readStep).filter(Boolean),
  }));
  return groups.filter(({ id, steps }) => steps.length && isWanted(id));
}

function readStep(step) {
  if (step.querySelector(`[value=${NOT_FOR_ME}]`)?.checked) return null;
  const caution = step.querySelector(".caution");
  const label = step.querySelector(":scope > label");
  return {
    action: label.textContent.trim(),
    caution: caution?.textContent ?? "",
    first: caution?.nextElementSibling === label,
    done: step.querySelector(`[value=${DONE}]`).checked,
    note: step.querySelector("textarea")?.value ?? "",
  };
}
