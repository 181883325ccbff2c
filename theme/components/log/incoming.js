// A file of a log that the reader opens: what it would add, and adding it.
import { missingLines } from "./model/incoming.js";
import { countFiles } from "./model/kept-files.js";
import { comingSentences, filesNotIn, leftOutSentences, LINES_ADDED, LINES_IN_MEMORY } from "./strings.js";

/**
 * Return what `lines.incoming` is (`../documents/README.md`). `known()` yields the lines on the page; `getKept()` returns what
 * reads those that are kept, if any are; `add(makes, how)` adds lines to `log`.
 */
export function createIncoming({ shape, known, getKept, add, log }) {
  /** All of the log: the page may not have read all yet, and another tab may have added some. */
  async function allLines() {
    const kept = getKept();
    if (!kept) return [...known()];
    const lines = [];
    await kept.read((slice) => lines.push(...slice.map(({ line }) => line)));
    return lines;
  }

  return (texts, start) => {
    const { makes, unreadable, changing } = missingLines(texts, known(), shape);
    return {
      changes: comingSentences(makes.length, changing),
      leftOut: leftOutSentences(unreadable),
      async add() {
        const before = countFiles(log.items());
        await add(missingLines(texts, await allLines(), shape).makes, { start });
        const sentence = getKept() ? LINES_ADDED : LINES_IN_MEMORY;
        return [sentence, filesNotIn(countFiles(log.items()) - before)].filter(Boolean).join(" ");
      },
    };
  };
}
