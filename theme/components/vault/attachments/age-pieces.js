/** Seal and open what comes piece by piece. */
import { Decrypter, Encrypter } from "age-encryption";
import { isOfFile, withAnyKey } from "../age-files.js";
import { DAMAGED, KnownError, NO_MEMORY } from "../protocol.js";
import { piecesOf, streamOf } from "./pieces.js";

/** @import { Bytes } from "../types.d.ts" */

/**
 * @param {AsyncGenerator<Bytes, void, void>} pieces
 * @param {string} recipient
 * @returns {AsyncGenerator<Bytes, void, void>}
 */
export async function* sealPieces(pieces, recipient) {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const plain = streamOf(pieces);
  yield* piecesOf(await withAnyKey(() => encrypter.encrypt(plain))); // nothing is read before it has a key
}

/**
 * What it yields is proved piece by piece. That it is all is proved only at its end.
 * @param {AsyncGenerator<Bytes, void, void>} pieces
 * @param {string} identity
 * @returns {AsyncGenerator<Bytes, void, void>}
 */
export async function* openPieces(pieces, identity) {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    yield* piecesOf(await decrypter.decrypt(streamOf(pieces)));
  } catch (error) {
    if (error instanceof RangeError) throw new KnownError(NO_MEMORY);
    throw isOfFile(error) ? new KnownError(DAMAGED) : error;
  }
}
