/** Lines that follow each other, packed into files of many. */
import { sizeOf } from "./line.js";
import { LARGEST_TEXT, LAST_LINE } from "./line-file.js";

/** @import { FileOfLines, WrittenLine } from "../types.d.ts" */

const ROOM = LARGEST_TEXT - LAST_LINE; // bytes

/**
 * Return the files to store, each without a hole in its numbers. `base`, the newest that is stored, grows where there is
 * room; it is among them only then (`hasGrown`).
 * @param {FileOfLines | null} base
 * @param {Omit<WrittenLine, "leaf">[]} written
 */
export function packLines(base, written) {
  /** @type {FileOfLines[]} */
  const files = [];
  let open = base && { ...base, lines: [...base.lines] };
  let size = base ? base.lines.reduce((sum, line) => sum + sizeOf(line) + 1, 0) : 0;
  for (const { seq, line, start, head } of written) {
    const more = sizeOf(line) + 1;
    const isNext = open && open.from + open.lines.length === seq && open.start === start;
    if (!open || !isNext || size + more > ROOM) {
      open = { from: seq, lines: [], start, head };
      size = 0;
    }
    if (files[files.length - 1] !== open) files.push(open);
    open.lines.push(line);
    open.head = head;
    size += more;
  }
  return { files, hasGrown: base !== null && files.length > 0 && files[0].from === base.from };
}
