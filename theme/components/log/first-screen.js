// The first screen's list: what was written, newest first, what is looked for, and how many entries there are.
import { _, fill, ngettext } from "../common/gettext.js";
import { createFind } from "./find.js";
import { showList, showMore, SLICE } from "./list.js";
import { dayOfWhen, dayWords } from "./model/times.js";

/** Set up the list and the search; `view` holds the first screen. */
export function createFirstScreen(view, { log, shape, stateOf, settings }) {
  const area = (name) => view.querySelector(`.log-${name}`);
  const list = area("entries").querySelector(".log-list");
  const find = createFind(area("find"));
  let limit = SLICE;

  for (const kind of ["input", "change"]) area("find").addEventListener(kind, findAnew);
  return {
    show,
    entries: () => find.entriesOf(log),
    isFound: find.isSet,
    /** Show only the entries of these numbers. */
    only(numbers) {
      find.only(numbers);
      limit = SLICE;
    },
    clear() {
      find.clear();
      limit = SLICE;
      list.replaceChildren();
      show();
    },
    actions: { further, "show-all": showAll },
  };

  function show() {
    const entries = find.entriesOf(log);
    const shown = showList(list, entries, { shape, stateOf, limit });
    view.querySelector("[data-log-action=further]").hidden = shown === entries.length;
    area("find").hidden = log.size === 0;
    area("all").hidden = !find.isSet();
    area("to-pictures").hidden = log.size === 0;
    area("count").textContent = countWords(entries.length);
    const toFill = log.toFillIn(new Set(settings.done)).length;
    area("to-fill").hidden = toFill === 0;
    area("to-fill").querySelector("a > span").textContent = toFillWords(toFill);
  }

  function countWords(found) {
    if (!log.size) return _("Nothing is written yet.");
    if (find.isSet()) return ngettext("{count} entry found.", "{count} entries found.", found);
    const { count, removed, first, last } = log.summary();
    const words = [ngettext("{count} entry.", "{count} entries.", count)];
    if (removed) words.push(ngettext("{count} was removed.", "{count} were removed.", removed));
    const [from, to] = [first, last].map((entry) => entry && dayWords(dayOfWhen(entry.when)));
    if (from !== to) {
      words.push(fill(_("The first is from {from}, the last from {to}."), { from, to }));
    }
    return words.join(" ");
  }

  function further() {
    const before = limit;
    limit += SLICE;
    const entries = find.entriesOf(log);
    showMore(list, entries.slice(before, limit), { shape, stateOf });
    view.querySelector("[data-log-action=further]").hidden = entries.length <= limit;
    list.querySelectorAll(".log-open")[before]?.focus();
  }

  function findAnew() {
    limit = SLICE;
    show();
  }

  function showAll() {
    find.clear();
    findAnew();
    area("find").querySelector("input")?.focus();
  }
}

const toFillWords = (count) =>
  ngettext(
    "You can add to {count} entry, if you like.",
    "You can add to {count} entries, if you like.",
    count,
  );
