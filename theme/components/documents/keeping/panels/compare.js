// Other data next to the reader's own: what would change, and the reader's choice.
import { NO_CHANGE } from "../strings.js";
import { make } from "./panel.js";

const SHORT_LIST = 8; // sentences that are shown without being unfolded

/**
 * Show what would change, in `place`. `onChoice(data, sentence)` gets what was chosen, or null for none. What would be
 * more than can be kept is not passed on: `tell` says so, and the reader can choose again.
 */
export function showCompare(place, { document: own, incoming, intro, addWords = "", tell, onChoice }) {
  const { strings, read } = own;
  const panel = make(own.view, "compare");
  const added = () => own.added(read(), incoming);
  const replaced = () => own.replaced(read(), incoming);
  const choices = {
    add: () => [added().data, strings.added],
    replace: () => [replaced().data, strings.replaced],
    leave: () => [null, strings.left],
  };
  const { changes, kept } = added();
  fillList(panel.querySelector("[data-way=add]"), strings, changes, kept);
  fillList(panel.querySelector("[data-way=replace]"), strings, replaced().changes);
  const title = panel.querySelector("[data-focus]");
  title.textContent = intro;
  if (addWords) panel.querySelector("[data-compare=add]").textContent = addWords;
  panel.addEventListener("click", ({ target }) => {
    const choose = choices[target.closest("[data-compare]")?.dataset.compare];
    if (!choose) return;
    const [data, sentence] = choose();
    const { problems } = data ? own.restore(data) : {};
    if (problems) {
      tell([...problems, NO_CHANGE].join(" "));
      return;
    }
    panel.remove();
    onChoice(data, sentence);
  });
  place.replaceChildren(panel);
  title.focus();
}

/** Say in one of the panel's lists what would change, and what would stay. */
export function fillList(way, { nothingChanges }, changes, kept = []) {
  const [list, stays] = way.querySelectorAll("ul");
  way.open = changes.length + kept.length <= SHORT_LIST;
  list.replaceChildren(...(changes.length ? changes : [nothingChanges]).map(line));
  if (!stays) return;
  stays.parentElement.hidden = kept.length === 0;
  stays.replaceChildren(...kept.map(line));
}

function line(sentence) {
  const item = document.createElement("li");
  item.textContent = sentence;
  return item;
}
