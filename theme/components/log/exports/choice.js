// What goes in: the reader chooses, and is told how much is left out.
import { ngettext } from "../../common/gettext.js";
import { COVER } from "./report/cover.js";

/** Set up the choices; `area` is `.log-exports`. */
export function startChoice(area, { log, first, isWithApart }) {
  const field = (name) => area.querySelector(`.log-${name}`);
  const shown = () => field("handed").querySelector("[value=shown]");

  area.addEventListener("change", tell);
  return { show, clear, chosen, how };

  function show() {
    const isFound = first.isFound();
    field("handed").hidden = !isFound;
    // Who has searched means that: all of it would be more than they see.
    if (!field("handed").dataset.touched) shown().checked = isFound;
    tell();
  }

  /** @param {{target?: any}} [event] */
  function tell({ target } = {}) {
    if (target?.name === "log-handed") field("handed").dataset.touched = "";
    const ids = chosen();
    const count = ids ? ids.size : log.size;
    const left = log.size - count;
    const words = [ngettext("{count} entry goes in.", "{count} entries go in.", count)];
    if (left)
      words.push(
        ngettext(
          "{count} entry is left out. Whoever gets it can see that, and not what it says.",
          "{count} entries are left out. Whoever gets it can see that, and not what they say.",
          left,
        ),
      );
    field("handed-count").textContent = words.join(" ");
  }

  /** The ids of the entries that go in, or null for all. */
  function chosen() {
    const isOnlyShown = first.isFound() && shown().checked;
    return isOnlyShown ? new Set(first.entries().map(({ id }) => id)) : null;
  }

  function how() {
    return {
      chosen: chosen(),
      isWithApart: isWithApart(),
      isWithRemoved: field("with-removed").checked,
      separator: field("semicolons").checked ? ";" : ",",
      cover: Object.fromEntries(Object.keys(COVER).map((id) => [id, coverField(id).value])),
    };
  }

  function coverField(id) {
    return area.querySelector(`[data-cover=${id}]`);
  }

  /** Text fields are emptied with those of the other screens. */
  function clear() {
    delete field("handed").dataset.touched;
    field("with-removed").checked = false;
    field("handed-count").textContent = "";
  }
}
