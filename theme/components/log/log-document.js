// The log as a document that can be kept: documents/README.md says what each of these is. Its entries are lines, and only
// what is typed and not kept yet is data.
import { createFormEdits } from "../documents/form/form-edits.js";
import { areSame } from "../documents/model/three-way.js";
import { dataOf, editBetween, emptyData, joinData, KIND, openData } from "./draft.js";
import { STRINGS } from "./strings.js";

const LONGEST_WORD = 40; // characters
const MOST_KNOWN = 300;

/**
 * Return the document of this view. `typed()` returns what is typed and not kept, `write(draft)` shows it, `settings` are kept too, `forget()`
 * drops all of the page and of memory, `lines` is for keeping, `texts()` yields what the entries say.
 */
export function createLogDocument(view, { say, settings, typed, write, forget, lines, texts }) {
  let held = emptyData(); // with what another version keeps beside the draft
  const read = () => dataOf(held, typed(), settings.done, settings.mapped);
  const edits = createFormEdits(view, { read, editBetween });
  const drop = () => void (held = emptyData());
  document.addEventListener("guide:leave", drop);

  return {
    kind: KIND,
    strings: STRINGS,
    view,
    say,
    lines,
    edits: {
      ...edits,
      // What the log has by now is taken out as it is shown (`typed.js`): that is a change of what is kept.
      reread: () => edits.reread(held.draft?.adding ? held : undefined),
    },
    read,
    backup: read,
    show(data) {
      held = data;
      Object.assign(settings, { done: data.done, mapped: data.mapped ?? {} });
      write(data.draft ?? {});
    },
    clear() {
      drop();
      forget();
    },

    empty: emptyData,
    isSame: areSame,
    open: openData,
    restore: (content) => (typeof content === "string" ? { problems: [] } : openData(content)),
    join: joinData,
    added: (mine, incoming) => ({ data: joinData(emptyData(), incoming, mine), changes: [], kept: [] }),
    replaced: (_mine, incoming) => ({ data: incoming, changes: [], kept: [] }),
    knownWords: (data) => wordsOf([data.draft?.text ?? "", ...texts()]),
    unshown: () => null,
    withoutUnshown: (data) => data,
  };
}

/** Words that a person who guesses a passphrase may know, as they stand in the log. */
function wordsOf(texts) {
  const words = new Set();
  for (const text of texts) {
    for (const word of text.toLowerCase().split(/[\s,.;:]+/))
      if (word.length > 2 && word.length <= LONGEST_WORD) words.add(word);
    if (words.size >= MOST_KNOWN) break;
  }
  return [...words].slice(0, MOST_KNOWN);
}
