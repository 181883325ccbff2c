// The screen of one entry: read it, print it, correct it, remove it.
import { showEntry } from "./entry.js";
import { SLICE } from "./list.js";
import { showMoreRows } from "./rows-in-tables.js";

/** Set up the screen; `area` is its section. */
export function createEntryScreen(
  area,
  { view, log, shape, stateOf, remove, readAgain, go, printing, onCorrect },
) {
  const tools = view.querySelector("template.log-entry-tools").content.firstElementChild;
  let id = "";
  let limit = SLICE; // rows that are shown
  const entry = () => log.get(id);
  const said = () => area.querySelector(".log-entry-tools");

  return {
    show,
    open,
    entry,
    clear() {
      id = "";
      area.replaceChildren();
    },
    actions: {
      open: (target) => open(target.closest("[data-entry]").dataset.entry),
      "more-rows": (target) => {
        limit += SLICE;
        target.hidden = !showMoreRows(area.querySelector("table"), entry(), shape, limit);
      },
      correct: () => onCorrect(entry()),
      "read-again": async () => {
        if (await readAgain(entry(), said())) focusTool("read-again");
      },
      "print-entry": () => printing.printEntry(entry()),
      "ask-remove": () => ask(true),
      "keep-entry": () => ask(false),
      remove: async () => {
        if (await remove(entry(), said())) go("hub");
      },
    },
  };

  function open(wanted) {
    id = wanted;
    limit = SLICE;
    go("entry"); // which shows it
  }

  function show() {
    const one = entry();
    if (!one) return;
    const words = area.querySelector(".said")?.textContent ?? "";
    showEntry(area, one, { log, shape, state: stateOf(one), tools, limit });
    const place = area.querySelector(".said");
    if (place && words) place.textContent = words;
  }

  function ask(isAsked) {
    area.querySelector(".log-remove").hidden = !isAsked;
    // Not on what removes: a second press at once must do nothing.
    area.querySelector(`[data-log-action="${isAsked ? "keep-entry" : "ask-remove"}"]`).focus();
  }

  function focusTool(name) {
    area.querySelector(`[data-log-action="${name}"]`)?.focus();
  }
}
