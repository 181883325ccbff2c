// What a format reads: bytes, decoded pieces or lines, always from the beginning, with a pause now and then.
import { _ } from "../../common/gettext.js";
import { HEAD, MOST_LINE } from "./bounds.js";
import { createDecoder, encodingOf, joined } from "./decoding.js";
import { Refusal } from "./refusal.js";

/** @import { Input } from "./types.d.ts" */

const PIECE = 64 * 1024; // bytes that are worked on without a pause

/**
 * How bytes are read: `open` gives them from the beginning, `broken` is told how many of them were no letters.
 * @typedef {{name: string, size: number, open: () => AsyncIterable<Uint8Array>, pause: () => Promise<void>,
 *   broken: (count: number) => void}} Opening
 */

/**
 * @param {Opening} opening
 * @returns {Promise<{input: Input, head: Uint8Array}>}
 */
export async function createInput({ name, size, open, pause, broken }) {
  const head = await headOf(open());

  async function* bytes() {
    for await (const chunk of open())
      for (let at = 0; at < chunk.length; at += PIECE) {
        await pause();
        yield chunk.subarray(at, at + PIECE);
      }
  }

  async function* pieces() {
    const decoder = createDecoder(head);
    for await (const chunk of bytes()) {
      const text = decoder.text(chunk);
      if (text) yield text;
    }
    const text = decoder.end();
    broken(decoder.broken);
    if (text) yield text;
  }

  const input = { name, size, encoding: encodingOf(head).encoding, bytes, pieces, pause };
  return { input: { ...input, lines: () => linesOf(pieces()) }, head };
}

/**
 * Read the beginning of a file.
 * @param {AsyncIterable<Uint8Array>} chunks
 */
async function headOf(chunks) {
  const taken = [];
  let length = 0;
  for await (const chunk of chunks) {
    taken.push(chunk.subarray(0, HEAD - length));
    length += taken[taken.length - 1].length;
    if (length === HEAD) break;
  }
  return joined(taken, length);
}

/**
 * @param {AsyncIterable<string>} pieces
 */
async function* linesOf(pieces) {
  let number = 0;
  let rest = "";
  let isAfterReturn = false; // a line feed now belongs to the line end before
  for await (const piece of pieces) {
    const text = rest + (isAfterReturn && piece[0] === "\n" ? piece.slice(1) : piece);
    isAfterReturn = piece.endsWith("\r");
    const lines = text.split(/\r\n|\n|\r/);
    rest = lines.pop() ?? "";
    if (rest.length > MOST_LINE) throw new Refusal(_("A line of this file is too long to be read."));
    for (const line of lines) yield { number: (number += 1), text: line };
  }
  if (rest) yield { number: number + 1, text: rest };
}
