// What the plan holds and this version of the guide cannot show: how much it is, its texts, and a way to take it out.
import { isNothingUnknown, textsIn, unknownIn, withoutUnknown } from "../../../plan/model/unknown.js";
import { PUT_BACK, TAKE_OUT, TAKEN_OUT, UNSHOWN_TEXTS, unshownSentence } from "../strings.js";

/** Keep watch over the plan in the view, and tell in `place` what it holds unseen. Returns `{clear}`. */
export function startUnshown(view, place, keeper) {
  const sentence = element("p", { role: "status" });
  const said = element("details", {}, element("summary", {}, UNSHOWN_TEXTS));
  const list = element("ul", { translate: "no" });
  const button = element("button", { type: "button", class: "md-button" });
  const tools = element("p", {}, button);
  let before = null; // the plan from before they were taken out, until the next change

  said.append(list);
  place.replaceChildren(sentence, said, tools);
  button.addEventListener("click", () => (before ? putBack() : takeOut()));
  view.addEventListener("plan:written", forgetAndShow);
  view.addEventListener("change", onEdit);
  view.addEventListener("input", onEdit);
  // Some buttons change the plan, and "Clear all answers" takes out some of what is not shown.
  view.addEventListener("click", (event) => event.target.closest("button") && onEdit(event));
  show();

  function onEdit({ target, type }) {
    if (target.closest("[data-slot], .take")) return;
    if (before || type === "click") forgetAndShow();
  }

  function forgetAndShow() {
    before = null;
    show();
  }

  function takeOut() {
    const plan = keeper.read();
    keeper.put(withoutUnknown(plan, keeper.shape));
    before = plan;
    show();
  }

  function putBack() {
    keeper.put(before);
  }

  function show() {
    const unknown = unknownIn(keeper.read(), keeper.shape);
    const isNothing = isNothingUnknown(unknown);
    const texts = textsIn(unknown);
    sentence.textContent = before ? TAKEN_OUT : isNothing ? "" : unshownSentence(unknown);
    list.replaceChildren(...texts.map((text) => element("li", {}, text)));
    said.hidden = texts.length === 0;
    said.open = false;
    tools.hidden = isNothing && !before;
    button.textContent = before ? PUT_BACK : TAKE_OUT;
  }

  /** Forget what was taken out, and what the list holds. */
  function clear() {
    before = null;
    sentence.textContent = "";
    list.replaceChildren();
    said.hidden = true;
    tools.hidden = true;
  }

  return { clear };
}

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
