// Ideas for what to write in a section: which of them fit, and taking one over into an entry.
import { _, fill } from "../../common/gettext.js";
import { MOST_ENTRIES } from "../model/limits.js";
import { addEntry, changed, entriesOf, fieldsOf, FULL_SECTION, isFilled, setValue } from "./entries.js";

/** Show the ideas that fit, in their order; all of them when nobody said which. */
export function showIdeas(view, fitting) {
  for (const list of view.querySelectorAll(".ideas ul")) {
    const ideas = [...list.children];
    const ids = fitting?.map(({ id }) => id) ?? ideas.map((idea) => idea.dataset.idea);
    for (const idea of ideas) idea.hidden = !ids.includes(idea.dataset.idea);
    if (list.contains(document.activeElement)) continue;
    for (const id of ids) list.append(list.querySelector(`[data-idea="${id}"]`));
  }
}

/** Put an idea into the first blank entry, where it can be changed; `dropUndo()` ends the offer to put one back. */
export function takeOver(section, idea, { say, dropUndo }) {
  const blank = entriesOf(section).find((entry) => !isFilled(entry));
  if (!blank && entriesOf(section).length >= MOST_ENTRIES) {
    say(FULL_SECTION, section);
    return;
  }
  const entry = blank ?? addEntry(section);
  const texts = [...idea.querySelectorAll("b")].map((text) => text.textContent);
  const fields = fieldsOf(entry);
  fields.forEach((field, number) => setValue(field, texts[number]));
  dropUndo();
  fields.at(-1).focus();
  entry.scrollIntoView({ block: "center" });
  changed(section);
  say(
    fill(_("Written down as “{entry}”. You can change it."), {
      entry: entry.querySelector("legend").textContent,
    }),
    section,
  );
}
