// "Your situation": screens of ticks, one for each group of facts. A tick is another way to answer a fact with yes;
// what is not ticked stays open, unless the reader says that none of it is true. The answers themselves are the radios.
import { focusHeading } from "./screens.js";

const HELPING = "helping-someone";

/**
 * Put the screens of ticks on the page. `onAnswer(area)` is called after the reader changed an answer there.
 * Returns `{start, next, back, show}`: begin with the first group; go on or back by one, or return false where there is
 * no other; and show as ticked what is answered with yes, and for whom to answer.
 */
export function startSituation(view, onAnswer) {
  const place = view.querySelector(".situation");
  const template = view.querySelector("#plan-ticks");
  place.append(template.content.cloneNode(true));
  const groups = [...place.querySelectorAll("[data-group]")];
  const ticks = [...place.querySelectorAll("[data-fact-tick]")];
  let at = 0;

  place.addEventListener("change", ({ target }) => {
    const { factTick } = target.dataset;
    const group = target.closest("[data-group]");
    if (factTick) answer(view, factTick, target.checked ? "yes" : restOf(group));
    else
      for (const tick of ticksOf(group))
        if (!tick.checked) answer(view, tick.dataset.factTick, restOf(group));
    onAnswer(group);
  });
  open(0);
  return { start: () => open(0), next, back, show };

  function next() {
    if (at === groups.length - 1) return false;
    move(at + 1);
    return true;
  }

  function back() {
    if (at === 0) return false;
    move(at - 1);
    return true;
  }

  function move(to) {
    open(to);
    scrollTo({ top: 0, behavior: "instant" });
    focusHeading(view);
  }

  function open(number) {
    at = number;
    for (const [index, group] of groups.entries()) group.hidden = index !== at;
    place.querySelector("[data-plan-action=back]").hidden = at === 0;
  }

  function show() {
    for (const line of view.querySelectorAll(".for-helper")) line.hidden = answerOf(view, HELPING) !== "yes";
    for (const tick of ticks) tick.checked = answerOf(view, tick.dataset.factTick) === "yes";
    for (const group of groups) {
      const rest = ticksOf(group).filter((tick) => !tick.checked);
      const isNone = rest.length > 0 && rest.every((tick) => answerOf(view, tick.dataset.factTick) === "no");
      for (const radio of group.querySelectorAll(".rest input"))
        radio.checked = radio.value === (isNone ? "no" : "");
    }
  }
}

const ticksOf = (group) => [...group.querySelectorAll("[data-fact-tick]")];

/** Return what the reader says of everything that is not ticked: "no", or "" where they do not know. */
const restOf = (group) => group.querySelector(".rest input:checked").value;

/** Answer a fact, or leave it open: "Not sure" is an answer, which only the question itself takes. */
function answer(view, id, value) {
  for (const radio of view.querySelectorAll(`[data-fact="${id}"] input`))
    radio.checked = radio.value === value;
}

function answerOf(view, id) {
  return view.querySelector(`[data-fact="${id}"] input:checked`)?.value ?? "";
}
