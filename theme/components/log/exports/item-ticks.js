// The list of evidence with a tick for each item: what goes along is seen, and can be left out, before anything is made.
import { _, fill } from "../../common/gettext.js";
import { valueIn } from "../../documents/model/sets.js";
import { make } from "../list.js";
import { itemNumber } from "../model/items.js";
import { itemsToOffer } from "./handed-items.js";
import { cut } from "./report/tables.js";

const OF_IMPORT = _("It holds all that was in the file, also what you left out.");
const COPY = _("Item {number} still holds the place. Untick that one, if the place must not go along.");
const REMOVED = _("You removed it.");

/** Set up the fold; `area` is `.log-handed-items`. `tell()` says anew what goes in. */
export function startTicks(area, { log, tell }) {
  const list = area.querySelector("ul");
  /** @type {Map<string, boolean>} */
  const ticks = new Map(); // what the reader said of an item, by its id
  /** @type {Map<string, any>} */
  let boxes = new Map();
  let shown = "";

  area.addEventListener("change", ({ target }) => {
    for (const [id, box] of boxes) if (box === target) ticks.set(id, box.checked);
    tell();
  });
  return { show, clear, ticks };

  /** @param {{chosen: ReadonlySet<string> | null, isWithRemoved: boolean}} how */
  function show({ chosen, isWithRemoved }) {
    const offered = itemsToOffer(log, chosen).filter(({ item }) => !item.removed || isWithRemoved);
    area.hidden = !offered.length;
    const rows = offered.map((one) => ({ ...one, words: wordsOf(one.item), notes: notesOf(one) }));
    const fresh = JSON.stringify(rows.map(({ item, words, notes }) => [item.id, words, notes]));
    if (fresh !== shown) list.replaceChildren(...draw(rows)); // else a box keeps its focus
    shown = fresh;
    for (const { item, isTicked } of rows) boxes.get(item.id).checked = ticks.get(item.id) ?? isTicked;
  }

  function draw(rows) {
    boxes = new Map(rows.map(({ item }) => [item.id, boxElement()]));
    return rows.map(({ item, words, notes }) => {
      const label = make("label");
      const name = make("bdi", "", words);
      label.append(boxes.get(item.id), " ", name);
      const row = make("li");
      row.append(label);
      if (notes.length) {
        const about = make("small", "log-note", notes.join(" "));
        about.id = `log-handed-note-${item.id}`;
        boxes.get(item.id).setAttribute("aria-describedby", about.id);
        row.append(" ", about);
      }
      return row;
    });
  }

  function clear() {
    ticks.clear();
    boxes = new Map();
    shown = "";
    list.replaceChildren();
    area.hidden = true;
    area.open = false;
  }
}

function boxElement() {
  const box = make("input");
  for (const [name, value] of Object.entries({ type: "checkbox", autocomplete: "off" }))
    box.setAttribute(name, value);
  return box;
}

/** Its number and what it is. */
function wordsOf(item) {
  const number = itemNumber(item);
  const thing = String(valueIn(item.fields, "thing") ?? "");
  return thing
    ? fill(_("Item {number}: {name}"), { number, name: cut(thing) })
    : fill(_("Item {number}"), { number });
}

const notesOf = ({ item, isOfImport, copyOf }) => [
  ...(item.removed ? [REMOVED] : []),
  ...(isOfImport ? [OF_IMPORT] : []),
  ...(copyOf ? [fill(COPY, { number: copyOf })] : []),
];
