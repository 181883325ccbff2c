/** Open what is stored of a file. No DOM. */
import { sha256 } from "@noble/hashes/sha2.js";
import { giveBack } from "../../common/give-back.js";
import { hexOf } from "../../log/model/chain.js";
import { openWithIdentity } from "../age-files.js";
import { DAMAGED, KnownError } from "../protocol.js";
import { openPieces } from "./age-pieces.js";
import { decodeHead } from "./head.js";
import { cutAnew } from "./pieces.js";

/** @import { AttachmentStorage, Bytes, Head } from "../types.d.ts" */

const PIECE = 256 * 1024; // bytes
const STEP = 64 * 1024; // bytes
const ON_THE_WAY = 8 * STEP; // bytes, more than streams hold between a step and its end

/**
 * @param {string} id
 * @param {Bytes | null} file
 * @param {string[]} identities
 */
export async function openHead(id, file, identities) {
  if (!file) throw new KnownError(DAMAGED);
  return decodeHead(await openWithIdentity(file, ...identities), id);
}

/**
 * Yield the file's bytes. That it is whole is certain only when this has ended; where it is not, it throws then.
 * @param {Head} head
 * @param {Pick<AttachmentStorage, "get">} storage
 * @returns {AsyncGenerator<Bytes, void, void>}
 */
export async function* openValues({ id, bytes, sha256: expected, values, identity }, storage) {
  const hash = sha256.create();
  let left = bytes;
  for await (const piece of cutAnew(openPieces(stored(id, values, storage), identity), PIECE)) {
    const own = piece.subarray(0, left);
    left -= own.length;
    hash.update(own);
    if (own.length) yield own;
  }
  if (left || hexOf(new Uint8Array(hash.digest())) !== expected) throw new KnownError(DAMAGED);
}

/**
 * @param {string} id
 * @param {number} values
 * @param {Pick<AttachmentStorage, "get">} storage
 * @returns {AsyncGenerator<Bytes, void, void>}
 */
async function* stored(id, values, storage) {
  for (let number = 1; number <= values; number++) {
    const value = await storage.get(id, number);
    if (!value) throw new KnownError(DAMAGED);
    const passed = value.length - ON_THE_WAY;
    for (let from = 0; from < value.length; from += STEP)
      yield from < passed ? value.subarray(from, from + STEP) : value.slice(from, from + STEP);
    giveBack(value); // of its last steps, some may still be on their way
  }
}
