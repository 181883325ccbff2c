// The list of evidence in the page: joins the list, one item, its files and its form.
import { createItemFiles } from "./item-files.js";
import { showItems } from "./item-list.js";
import { createItemScreen } from "./item-screen.js";
import { createItemWrite } from "./item-write.js";

/** Set up the screens in `view`. `parts` are those of the log (`../log-view.js`), with `createForm` and `createBegun`. */
export function startEvidence(view, parts) {
  const { log, say } = parts;
  const area = (name) => view.querySelector(`.log-${name}`);
  const whole = area("evidence-whole");
  const door = whole.querySelector("[data-item-action=new]");
  const files = createItemFiles(area("item-files"), { ...parts, getItem: () => one.item() });
  const one = createItemScreen(area("item-shown"), { ...parts, view, files });
  const write = createItemWrite(area("item-write"), { ...parts, view, door, onKept });
  const actions = {
    new: write.begin,
    open: (target) => one.open(target.closest("[data-item]").dataset.item),
    correct: () => write.correct(one.item()),
    hand: () => write.correct(one.item(), { withRow: true }),
    keep: write.keep,
    cancel: write.cancel,
    "add-row": write.addRow,
    "remove-row": write.removeRow,
    "ask-remove": () => one.ask(true),
    leave: () => one.ask(false),
    remove: one.removeIt,
  };

  view.addEventListener("click", onClick);
  whole.hidden = false;
  return {
    showList,
    showItem() {
      if (!one.show()) parts.show("evidence");
    },
    openItem: one.open,
    /** What was opened of a file goes with the screen. */
    onScreen(screen) {
      if (screen !== "item") files.clear();
    },
    onEntries: write.onEntries,
    typed: write.typed,
    resume: write.resume,
    clear() {
      one.clear();
      write.clear();
      area("evidence-list").replaceChildren();
    },
  };

  function onClick(event) {
    const pressed = event.target.closest("[data-item-action]");
    const work = actions[pressed?.dataset.itemAction];
    if (!work) return;
    if (pressed.localName === "a") event.preventDefault();
    work(pressed);
  }

  function showList() {
    showItems(area("evidence-list"), log.items(), parts);
    write.showDoor();
  }

  function onKept(item, words) {
    one.open(item.id);
    if (words) say(words, area("item-shown"));
  }
}
