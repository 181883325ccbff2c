/** Seal a file's very bytes, store them, and read back what was stored. No DOM. */
import { sha256 } from "@noble/hashes/sha2.js";
import { giveBack } from "../../common/give-back.js";
import { hexOf } from "../../log/model/chain.js";
import { generateIdentity, recipientOf } from "../age-files.js";
import { DAMAGED, KnownError, STORAGE_FAILED, UNREADABLE_FILE } from "../protocol.js";
import { sealPieces } from "./age-pieces.js";
import { cutAnew, piecesOf } from "./pieces.js";
import { openValues } from "./reading.js";
import { LARGEST_VALUE, paddedSize } from "./size.js";

/** @import { AttachmentStorage, Bytes, Head } from "../types.d.ts" */

const ZEROS = new Uint8Array(64 * 1024);

/**
 * Yield how many bytes of the file are done: half of a byte when it is stored, the other half when it was read back.
 * Return the head, with which it counts once that is stored too.
 * @param {string} id
 * @param {Blob} file
 * @param {Pick<AttachmentStorage, "put" | "get">} storage
 * @returns {AsyncGenerator<number, Head, void>}
 */
export async function* addFile(id, file, storage) {
  const identity = await generateIdentity();
  const hash = sha256.create();
  let read = 0;
  /** @param {Bytes} piece */
  const onPiece = (piece) => {
    hash.update(piece);
    read += piece.length;
  };
  const sealed = sealPieces(padded(file, onPiece), await recipientOf(identity));
  let values = 0;
  for await (const value of cutAnew(sealed, LARGEST_VALUE)) {
    await storage.put(id, ++values, value);
    yield read / 2;
  }
  const head = { id, bytes: read, sha256: hexOf(new Uint8Array(hash.digest())), values, identity };
  yield* compareStored(head, storage);
  return head;
}

/**
 * Yield the file's bytes, then zeros. What changed or went away since it was chosen is no whole file.
 * @param {Blob} file
 * @param {(piece: Bytes) => void} onPiece
 * @returns {AsyncGenerator<Bytes, void, void>}
 */
async function* padded(file, onPiece) {
  let size = 0;
  try {
    for await (const piece of piecesOf(file.stream())) {
      size += piece.length;
      onPiece(piece);
      yield piece;
      giveBack(piece); // it was sealed before the next is asked for
    }
  } catch {
    throw new KnownError(UNREADABLE_FILE);
  }
  if (size !== file.size) throw new KnownError(UNREADABLE_FILE);
  for (let left = paddedSize(size) - size; left > 0; left -= ZEROS.length)
    yield ZEROS.subarray(0, Math.min(left, ZEROS.length));
}

/**
 * @param {Head} head
 * @param {Pick<AttachmentStorage, "get">} storage
 * @returns {AsyncGenerator<number, void, void>}
 */
async function* compareStored(head, storage) {
  let checked = 0;
  try {
    for await (const piece of openValues(head, storage)) {
      checked += piece.length;
      yield (head.bytes + checked) / 2;
    }
  } catch (error) {
    // It was whole when it was put there.
    throw error instanceof KnownError && error.kind !== DAMAGED ? error : new KnownError(STORAGE_FAILED);
  }
}
