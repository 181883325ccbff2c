// Facts for a talk about risk: sentences from Python, with the numbers of their entries.
import { _, fill, ngettext } from "../../common/gettext.js";
import { make, toEntries } from "./table.js";

/**
 * @param {{id: string, sentence: string, entries: number[]}[]} facts
 */
export function factsList(facts) {
  const items = facts.map(({ sentence, entries }) =>
    make("li", {}, make("span", {}, sentence), " ", toEntries(entriesWords(entries), entries)),
  );
  const why = _(
    "A trained person may ask you things like these. They can look at what is behind each number. This list gives no result.",
  );
  return make(
    "section",
    { class: "log-picture" },
    make("h3", {}, _("Facts for a talk about risk")),
    make("p", {}, why),
    make("ul", { class: "log-facts" }, ...items),
  );
}

/**
 * @param {number[]} entries
 */
function entriesWords(entries) {
  return ngettext("Entry {numbers}", "Entries {numbers}", entries.length, { numbers: inRuns(entries) });
}

/**
 * Write numbers shortly: 3, 5–9.
 * @param {number[]} numbers in order
 */
export function inRuns(numbers) {
  /** @type {[number, number][]} */
  const runs = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) => runWords(first, last)).join(", ");
}

function runWords(first, last) {
  if (first === last) return String(first);
  return last === first + 1 ? `${first}, ${last}` : fill("{first}–{last}", { first, last });
}
