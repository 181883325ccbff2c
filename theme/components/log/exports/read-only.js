// The log for the eyes of a friend or an advocate, on this screen: nothing there can change it.
import { ngettext } from "../../common/gettext.js";
import { make } from "../list.js";
import { elementOf } from "./parts.js";
import { entryParts } from "./report/entry-parts.js";

const SLICE = 50;

/** Set up the screen; `area` is its section. */
export function startReadOnly(area, { shape }) {
  const place = area.querySelector(".log-read-list");
  const count = area.querySelector(".log-read-count");
  const more = area.querySelector("button");
  /** @type {any[]} */
  let rest = [];

  more.addEventListener("click", further);
  return { open, clear };

  /** @param {any} handed what goes in, newest first */
  function open({ entries }) {
    clear();
    rest = [...entries].reverse();
    count.textContent = ngettext(
      "{count} entry, the oldest first.",
      "{count} entries, the oldest first.",
      rest.length,
    );
    further();
  }

  function further() {
    const next = rest.splice(0, SLICE);
    const first = make("div");
    first.append(...next.map((entry) => elementOf(entryParts(entry, shape))));
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
