// Where each step is, and which are seen: the first five of the order, all, those in the plan, those that are done.
// Nothing is taken out of the page: a step that is not seen is hidden in its list. Elements are moved, never made again.
import { _, fill } from "../common/gettext.js";
import { createFirstSteps } from "./first-steps.js";
import { DONE, NOT_FOR_ME } from "./model/plan-format.js";
import { MINE, STEPS } from "./screens.js";

const FIRST = "first";
export const ALL = "all";

const isMarked = (step, mark) => Boolean(step.querySelector(`input[value="${mark}"]`)?.checked);
export const isMine = (step) => Boolean(step.querySelector("[data-mark=mine]")?.checked);
export const isDone = (step) => isMarked(step, DONE);
const isOpen = (step) => !isMine(step) && !isDone(step) && !isMarked(step, NOT_FOR_ME);

const fits = { [ALL]: () => true, [MINE]: isMine, done: isDone };

/** Decide where the view's steps are, and which are seen. `steps`: all of them by id. */
export function createShownSteps(view, steps) {
  const groups = [...view.querySelectorAll("[data-horizon]")];
  const asBuilt = { places: groups.map(idsIn), leftOut: [] };
  const first = createFirstSteps((id) => isOpen(steps.get(id)));
  const filter = createFilter(view);
  let { places, leftOut } = asBuilt;
  let screen = "";
  /** What was in the plan when its screen was opened: a card that is taken out of the plan stays until it is left. */
  let stays = new Set();

  first.setOrder(places.flat());
  return {
    showAll: () => filter.set(ALL),
    begin: first.begin,
    show,
    unfit,

    /** Take the groups, the order and what is left out from Python's answer. What the reader chose is never left out. */
    follow({ groups: found, left_out: out, first: order }) {
      const chosen = idsOf(out).filter((id) => isMine(steps.get(id)));
      places = groups.map((group, index) => [
        ...idsOf(found.find(({ horizon }) => horizon === horizonOf(group)).items),
        ...chosen.filter((id) => asBuilt.places[index].includes(id)),
      ]);
      leftOut = idsOf(out).filter((id) => !chosen.includes(id));
      first.setOrder(order);
      show(screen);
    },

    /** Go back to how the page was built: another plan follows, or none. */
    forget() {
      unfit();
      stays = new Set();
      first.begin();
      filter.set(FIRST);
      show(screen);
    },

    /** Show some more of the first steps; return the first of them. */
    showMore() {
      const [id] = first.more();
      show(screen);
      return steps.get(id);
    },

    /** Return the steps that `isWanted` names in their groups, as they are to be printed: `[{id, title, steps}]`. */
    groupsOf: (isWanted) =>
      groups.map((group, index) => ({
        id: horizonOf(group),
        title: group.querySelector("h3").textContent,
        steps: places[index].map((id) => steps.get(id)).filter(isWanted),
      })),
  };

  /** Show every step in its group, in the order of the page, whatever Python answered before. */
  function unfit() {
    ({ places, leftOut } = asBuilt);
    first.setOrder(places.flat());
    show(screen);
  }

  /** Show what belongs on a screen. The focus stays where it is. */
  function show(onScreen) {
    if (onScreen !== screen) stays = new Set(onScreen === MINE ? idsOfMine(steps) : []);
    screen = onScreen;
    const focused = /** @type {HTMLElement} */ (document.activeElement);
    const name = nameOf(screen, filter);
    const ahead = name === FIRST ? first.ids : [];
    const isBehind = (id) => !ahead.includes(id);
    for (const [index, ids] of places.entries()) place(steps, groups[index], ids.filter(isBehind));
    place(steps, view.querySelector(".left-out"), leftOut);
    place(steps, view.querySelector(".first-steps-place"), ahead);
    for (const [id, step] of steps)
      step.hidden = name === FIRST ? !ahead.includes(id) : !(fits[name](step) || stays.has(id));
    showAround(name);
    if (view.contains(focused)) focused.focus({ preventScroll: true });
  }

  /** Hide what has no steps, and say so where there are none at all. */
  function showAround(name) {
    for (const group of groups)
      group.hidden = name === FIRST || !group.querySelector("[data-item]:not([hidden])");
    view.querySelector(".first-steps-place").hidden = name !== FIRST;
    const rest = view.querySelector(".left-out");
    rest.hidden = name !== ALL || leftOut.length === 0;
    rest.firstElementChild.textContent = leftOut.length
      ? fill(_("Left out ({count})"), { count: leftOut.length })
      : "";
    view.querySelector("[data-plan-action=more]").hidden = name !== FIRST || !first.hasMore();
    const none = view.querySelector(".no-steps");
    none.hidden = [...steps.values()].some((step) => !step.hidden);
    none.textContent = none.hidden ? "" : (none.dataset[name] ?? "");
  }
}

function place(steps, group, ids) {
  const list = group.querySelector(".step-list");
  for (const [index, id] of ids.entries()) {
    const step = steps.get(id);
    if (list.children[index] !== step) list.insertBefore(step, list.children[index] ?? null);
  }
}

/** Which steps are seen on a screen: the plan's own, those of the filter, or all. */
function nameOf(screen, filter) {
  if (screen === MINE) return MINE;
  return screen === STEPS ? filter.get() : ALL;
}

function createFilter(view) {
  const radios = [...view.querySelectorAll(".filters input")];
  return {
    get: () => radios.find(({ checked }) => checked)?.value ?? FIRST,
    set(name) {
      for (const radio of radios) radio.checked = radio.value === name;
    },
  };
}

const idsOfMine = (steps) => [...steps.keys()].filter((id) => isMine(steps.get(id)));
const horizonOf = (group) => group.dataset.horizon;
const idsOf = (entries) => entries.map(({ id }) => id);
const idsIn = (group) => [...group.querySelectorAll("[data-item]")].map(({ dataset }) => dataset.item);
