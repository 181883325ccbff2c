// What a document holds and this version of the guide cannot show: how much it is, its texts, and a way to take it out.
import { PUT_BACK, TAKE_OUT, UNSHOWN_TEXTS } from "../strings.js";

/** Watch a document, and say in `place` what it holds that is not shown. Returns `{clear}`. */
export function startUnshown(place, own, autosave) {
  const { view } = own;
  const sentence = element("p", { role: "status" });
  const said = element("details", {}, element("summary", {}, UNSHOWN_TEXTS));
  const list = element("ul", { translate: "no" });
  const button = element("button", { type: "button", class: "md-button" });
  const tools = element("p", {}, button);
  let before = null; // the document before they were removed, until the next change

  said.append(list);
  place.replaceChildren(sentence, said, tools);
  button.addEventListener("click", () => (before ? putBack() : takeOut()));
  view.addEventListener("plan:written", forgetAndShow);
  view.addEventListener("change", onEdit);
  view.addEventListener("input", onEdit);
  // Some buttons change it, and "Clear all answers" takes out some of what is not shown.
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
    const data = own.read();
    autosave.put(own, own.withoutUnshown(data));
    before = data;
    show();
  }

  function putBack() {
    autosave.put(own, before);
  }

  function show() {
    const unshown = own.unshown(own.read());
    const texts = unshown?.texts ?? [];
    sentence.textContent = before ? own.strings.takenOut : (unshown?.sentence ?? "");
    list.replaceChildren(...texts.map((text) => element("li", {}, text)));
    said.hidden = texts.length === 0;
    said.open = false;
    tools.hidden = !unshown && !before;
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
