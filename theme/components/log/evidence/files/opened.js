// A kept file, whole: nothing of it is shown or saved before its last byte was read and its SHA-256 compared. No DOM here.
import { sha256 } from "@noble/hashes/sha2.js";
import { giveBack } from "../../../common/give-back.js";
import { DAMAGED, KnownError } from "../../../vault/protocol.js";
import { hexOf } from "../../model/chain.js";

/** @import { KeptFile } from "../../model/types.d.ts" */

/**
 * Resolve with the very bytes that were kept. Rejects with a `KnownError`, or with the signal's reason.
 * @param {{read(id: string): Promise<{bytes: number, stream: ReadableStream<Uint8Array>}>}} attachments
 * @param {KeptFile} file
 * @param {AbortSignal} signal
 */
export async function openWhole(attachments, { file, bytes, sha256: expected }, signal) {
  const { stream } = await attachments.read(file);
  const reader = stream.getReader();
  const hash = sha256.create();
  const pieces = [];
  let read = 0;
  try {
    for (;;) {
      signal.throwIfAborted();
      const { done, value } = await reader.read();
      if (done) break;
      hash.update(value);
      read += value.length;
      pieces.push(new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (value)])); // the browser holds it, not the page
      giveBack(/** @type {Uint8Array<ArrayBuffer>} */ (value));
    }
  } finally {
    reader.cancel().catch(() => {}); // it has ended, or failed and that is reported
  }
  signal.throwIfAborted();
  if (read !== bytes || hexOf(new Uint8Array(hash.digest())) !== expected) throw new KnownError(DAMAGED);
  return new Blob(pieces);
}
