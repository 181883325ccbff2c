// "To fill in": entries that lack a place, the words, or who saw it, until the writer says that nothing is to be added.
import { _, fill } from "../common/gettext.js";
import { make, showList } from "./list.js";

/** Set up the screen; `area` is its section, `settings.done` the entries that nothing is to be added to. */
export function createToFillIn(area, { log, shape, stateOf, say, settings }) {
  return {
    show,
    actions: {
      "nothing-to-add": (target) => {
        settings.done = [...settings.done, target.dataset.of];
        show();
        say(_("It is off this list."), area);
        (area.querySelector(".log-list a, .log-list button") ?? area.querySelector("h2")).focus();
      },
    },
  };

  function show() {
    const open = log.toFillIn(new Set(settings.done));
    const lacks = new Map(open.map(({ entry, lacks: ids }) => [entry, ids]));
    const entries = open.map(({ entry }) => entry);
    const noteOf = (entry) => {
      const fields = lacks.get(entry).map((id) => shape.fields[id]?.label ?? _("Kind"));
      return fill(_("Not there yet: {fields}"), { fields: fields.join(", ") });
    };
    showList(area.querySelector(".log-list"), entries, { shape, stateOf, noteOf, toolOf });
  }

  function toolOf({ id, number }) {
    const button = make("button", "log-small", _("Nothing to add"));
    button.type = "button";
    button.dataset.logAction = "nothing-to-add";
    button.dataset.of = id;
    button.setAttribute("aria-label", fill(_("Nothing to add to entry {number}"), { number }));
    return button;
  }
}
