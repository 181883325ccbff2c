// Another plan beside the reader's own: what would change, and the reader's word on it.
import { planFromData } from "../../../plan/model/open-plan.js";
import { mergePlans, replacePlan } from "../../../plan/model/plan-merge.js";
import { ADDED, LEFT, NO_CHANGE, NOTHING_CHANGES, REPLACED } from "../strings.js";
import { make } from "./panel.js";

const SHORT_LIST = 8; // sentences that are shown without being unfolded

/**
 * Show what would change, in `place`. `onChoice(plan, sentence)` gets the plan that was chosen, or null for none. A
 * plan that would be more than can be kept is not given on: `tell` says so, and the reader can choose again.
 */
export function showCompare(view, place, { keeper, incoming, intro, tell, onChoice }) {
  const { read, shape } = keeper;
  const panel = make(view, "compare");
  const added = () => mergePlans(read(), incoming, shape);
  const replaced = () => replacePlan(read(), incoming, shape);
  const choices = {
    add: () => [added().plan, ADDED],
    replace: () => [replaced().plan, REPLACED],
    leave: () => [null, LEFT],
  };
  const { changes, kept } = added();
  fill(panel.querySelector("[data-way=add]"), changes, kept);
  fill(panel.querySelector("[data-way=replace]"), replaced().changes);
  const title = panel.querySelector("[data-focus]");
  title.textContent = intro;
  panel.addEventListener("click", ({ target }) => {
    const choose = choices[target.closest("[data-compare]")?.dataset.compare];
    if (!choose) return;
    const [plan, sentence] = choose();
    const { problems } = plan ? planFromData(plan, shape) : {};
    if (problems) return tell([...problems, NO_CHANGE].join(" "));
    panel.remove();
    onChoice(plan, sentence);
  });
  place.replaceChildren(panel);
  title.focus();
}

function fill(way, changes, kept = []) {
  const [list, stays] = way.querySelectorAll("ul");
  way.open = changes.length + kept.length <= SHORT_LIST;
  list.replaceChildren(...(changes.length ? changes : [NOTHING_CHANGES]).map(line));
  if (!stays) return;
  stays.parentElement.hidden = kept.length === 0;
  stays.replaceChildren(...kept.map(line));
}

function line(sentence) {
  const item = document.createElement("li");
  item.textContent = sentence;
  return item;
}
