// Putting the chosen rows into the log: in pieces of a few lines, so that the page stays quick, and the entry last.
import { pause } from "../../common/time-limit.js";
import { ENTRY, PIECES } from "./protocol.js";

const LINES_AT_ONCE = 3;

/**
 * Resolve with the id of the entry, or null where the file was put away before it was written. `isCurrent()` is false then.
 * `onPart(rows)` is told how many rows are stored.
 */
export async function keepRows({ ask, lines, createImportEntry, context, file, isCurrent, onPart }) {
  const entry = createImportEntry();
  const { kind, when } = await ask(ENTRY, { zone: file.zone });
  for (let from = 0, isLast = false; !isLast;) {
    const piece = await ask(PIECES, { from });
    for (let at = 0; at < piece.pieces.length; at += LINES_AT_ONCE) {
      if (!isCurrent()) return null;
      await lines.add(entry.rows(piece.pieces.slice(at, at + LINES_AT_ONCE), context()), { isPart: true });
      await pause(0);
    }
    ({ next: from, isLast } = piece);
    onPart(from);
  }
  if (!isCurrent()) return null;
  await lines.add([entry.entry({ kind, when, file }, context())]);
  await pause(0); // the page has shown it in its lists; what comes next shows all of it
  return entry.id;
}
