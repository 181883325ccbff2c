// What goes in: the reader chooses, and is told how much is left out.
import { ngettext } from "../../common/gettext.js";
import { isFull } from "./handed.js";
import { countOfTakenOff, filesToHand, itemsToHand } from "./handed-items.js";
import { startTicks } from "./item-ticks.js";
import { countOfNoEntry } from "./model/left-out.js";
import { COVER, itemWords, noEntryWords } from "./report/cover.js";

const NOT_READ = () => Promise.reject(new Error("no file is read to be counted"));

/** Set up the choices; `area` is `.log-exports`. */
export function startChoice(area, { log, first, isWithApart }) {
  const field = (name) => area.querySelector(`.log-${name}`);
  const isWithRemoved = () => field("with-removed").checked;
  const shown = () => field("handed").querySelector("[value=shown]");

  const ticks = startTicks(field("handed-items"), { log, tell });
  area.closest("section").addEventListener("change", tell); // one choice stands above, since it is also for printing
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
    words.push(...itemsWords(ids));
    const ofNone = countOfNoEntry({
      lines: { length: log.lines },
      entries: [...log.asWritten(), ...log.items()],
    });
    const itemsLeft = log.items().length - itemsToHand(log, how()).length;
    if (ofNone) words.push(isFull({ ...how(), itemsLeft }) ? noEntryToo(ofNone) : noEntryWords(ofNone));
    field("handed-count").textContent = words.join(" ");
  }

  /** What goes in of the list of evidence, and what is left of it. */
  function itemsWords(ids) {
    const all = log.items();
    ticks.show({ chosen: ids, isWithRemoved: isWithRemoved() });
    const items = itemsToHand(log, { chosen: ids, ticks: ticks.ticks });
    const present = items.filter(({ removed }) => !removed || isWithRemoved());
    const files = filesToHand(present, NOT_READ, { isWithRemoved: isWithRemoved() });
    field("photos").hidden = field("pictures").hidden = !files.length;
    const filesLeft = countOfTakenOff(items, files);
    return all.length ? itemWords({ items, files, filesLeft, itemsLeft: all.length - items.length }) : [];
  }

  /** The ids of the entries that go in, or null for all. */
  function chosen() {
    const isOnlyShown = first.isFound() && shown().checked;
    return isOnlyShown ? new Set(first.entries().map(({ id }) => id)) : null;
  }

  function how() {
    return {
      chosen: chosen(),
      ticks: new Map(ticks.ticks),
      isWithApart: isWithApart(),
      isWithRemoved: isWithRemoved(),
      isWithPictures: field("with-pictures").checked,
      separator: field("semicolons").checked ? ";" : ",",
      cover: Object.fromEntries(Object.keys(COVER).map((id) => [id, coverField(id).value])),
    };
  }

  function coverField(id) {
    return area.querySelector(`[data-report-cover=${id}]`);
  }

  /** Text fields are emptied with those of the other screens. */
  function clear() {
    ticks.clear();
    delete field("handed").dataset.touched;
    field("with-removed").checked = false;
    field("with-pictures").checked = false;
    field("handed-count").textContent = "";
  }
}

/** Nobody can see what they hold, so it is said that they go in. */
const noEntryToo = (count) =>
  ngettext(
    "{count} line of the log that belongs to no entry goes in, too.",
    "{count} lines of the log that belong to no entry go in, too.",
    count,
  );
