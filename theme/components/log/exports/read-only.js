// The log for the eyes of a friend or an advocate, on this screen: nothing there can change it.
import { _, ngettext } from "../../common/gettext.js";
import { make } from "../list.js";
import { elementOf, part } from "./parts.js";
import { entryParts } from "./report/entry-parts.js";
import { itemParts } from "./report/item-parts.js";

const SLICE = 50;

/** Set up the screen; `area` is its section. */
export function startReadOnly(area, { shape }) {
  const place = area.querySelector(".log-read-list");
  const count = area.querySelector(".log-read-count");
  const more = area.querySelector("button");
  /** @type {(() => any)[]} */
  let rest = []; // what makes the parts of each

  more.addEventListener("click", further);
  return { open, clear };

  /** @param {any} handed what goes in, newest first */
  function open(handed) {
    const { entries, items } = handed;
    clear();
    const asEntries = [...entries].reverse().map((entry) => () => entryParts(entry, shape));
    const asItems = items.map((item) => () => itemParts(item, handed));
    rest = [...asEntries, ...(items.length ? [() => part("h3", {}, _("Evidence"))] : []), ...asItems];
    const words = ngettext(
      "{count} entry, the oldest first.",
      "{count} entries, the oldest first.",
      entries.length,
    );
    count.textContent = items.length ? `${words} ${itemsToo(items.length)}` : words;
    further();
  }

  function further() {
    const next = rest.splice(0, SLICE);
    const first = make("div");
    first.append(...next.map((makeParts) => elementOf(makeParts())));
    for (const table of first.querySelectorAll(".report-files")) fold(table);
    place.append(...first.childNodes);
    more.hidden = !rest.length;
  }

  function clear() {
    rest = [];
    place.replaceChildren();
    count.textContent = "";
    more.hidden = true;
  }
}

/** Numbers that nobody reads aloud stand in a fold. */
function fold(table) {
  const details = make("details");
  const title = table.querySelector("caption");
  table.replaceWith(details);
  details.append(make("summary", "", title.textContent), table);
  title.remove();
}

const itemsToo = (count) =>
  ngettext(
    "{count} item of the evidence list stands below them.",
    "{count} items of the evidence list stand below them.",
    count,
  );
