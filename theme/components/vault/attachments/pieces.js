/** Bytes that come piece by piece. `for await` over a stream itself is not known to every browser. No DOM. */

import { giveBack } from "../../common/give-back.js";

/** @import { Bytes } from "../types.d.ts" */

/**
 * Return a stream of pieces, each made when it is asked for.
 * @param {AsyncGenerator<Bytes, void, void>} pieces
 * @returns {ReadableStream<Bytes>}
 */
export function streamOf(pieces) {
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await pieces.return();
      },
    },
    { highWaterMark: 0 },
  );
}

/**
 * @param {ReadableStream<Uint8Array>} stream
 * @returns {AsyncGenerator<Bytes, void, void>}
 */
export async function* piecesOf(stream) {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield /** @type {Bytes} */ (value);
    }
  } finally {
    reader.cancel().catch(() => {}); // it has ended, or failed and that was reported
  }
}

/**
 * Cut anew into pieces of `size` bytes; the last can be shorter. Each is good until the next is asked for. What it takes is gone.
 * @param {AsyncGenerator<Bytes, void, void>} pieces
 * @param {number} size
 * @returns {AsyncGenerator<Bytes, void, void>}
 */
export async function* cutAnew(pieces, size) {
  const buffer = new Uint8Array(size);
  let used = 0;
  for await (const piece of pieces) {
    for (let from = 0; from < piece.length;) {
      const more = piece.subarray(from, from + size - used);
      buffer.set(more, used);
      used += more.length;
      from += more.length;
      if (used < size) continue;
      yield buffer;
      used = 0;
    }
    giveBack(piece);
  }
  if (used) yield buffer.slice(0, used);
}
