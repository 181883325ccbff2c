// The pictures of a report: read one after the other, each compared with its line before anything of it is shown.
import { sha256 } from "@noble/hashes/sha2.js";
import { _ } from "../../common/gettext.js";
import { DAMAGED, KnownError } from "../../vault/protocol.js";
import { kindOfFile } from "../evidence/meta/kind-of-file.js";
import { hexOf } from "../model/chain.js";
import { cleanPicture } from "./clean-picture.js";
import { isOfFile } from "./model/bag.js";
import { chunksOf } from "./model/zip.js";

/** @import { HandedFile, Reading } from "./model/types.d.ts" */
/** @typedef {{blob: Blob | null, note: string}} Picture `note`: why it is not shown */

const MOST_BYTES = 64 * 1024 * 1024; // of one picture
const MOST_IN_ALL = 512 * 1024 * 1024; // bytes of all pictures of a report
const IN_FEW = "image/heic"; // what few browsers show
const PICTURE = "picture";
const CLEANED = "image/jpeg"; // shown without what the camera wrote into it

export const TOO_LARGE = _("This picture is too large to be shown here.");
export const NOT_CLEANED = _(
  "This page cannot take out what the camera may have written into this picture, such as the place. So it is not shown here.",
);
export const NOT_SHOWN = _("Few programs can show this picture, so it is not shown here.");

/**
 * Return the pictures among files. A file that is not whole is named to `onBroken`, and is not among them.
 * @param {HandedFile[]} files
 * @param {Reading} how
 * @returns {Promise<Map<HandedFile, Picture>>}
 */
export async function readPictures(files, how) {
  /** @type {Map<HandedFile, Picture>} */
  const pictures = new Map();
  let all = 0;
  for (const file of files) {
    const picture = await readPicture(file, MOST_IN_ALL - all, how);
    if (!picture) continue;
    pictures.set(file, picture);
    all += picture.blob?.size ?? 0;
  }
  return pictures;
}

/**
 * Return a picture, or null for what is none, or not whole. Of what is no picture only the beginning is read.
 * @param {HandedFile} file
 * @param {number} room bytes
 * @param {Reading} how
 * @returns {Promise<Picture | null>}
 */
async function readPicture(file, room, how) {
  try {
    return await readWhole(file, Math.min(MOST_BYTES, room), how);
  } catch (error) {
    if (how.signal?.aborted || !isOfFile(error)) throw error;
    how.onBroken?.(file);
    return null;
  }
}

/**
 * @param {HandedFile} file
 * @param {number} most bytes
 * @param {Reading} how
 * @returns {Promise<Picture | null>}
 */
async function readWhole({ stream, bytes, sha256: expected }, most, { signal, onBytes }) {
  const hash = sha256.create();
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const pieces = [];
  let type = "";
  for await (const piece of chunksOf(stream())) {
    signal?.throwIfAborted();
    type ||= typeOf(piece);
    if (!type) return null;
    const note = type === IN_FEW ? NOT_SHOWN : bytes > most ? TOO_LARGE : "";
    if (note) return { blob: null, note };
    hash.update(piece);
    pieces.push(/** @type {Uint8Array<ArrayBuffer>} */ (piece));
    onBytes?.(piece.length);
  }
  if (hexOf(new Uint8Array(hash.digest())) !== expected) throw new KnownError(DAMAGED);
  if (type !== CLEANED) return { blob: new Blob(pieces, { type }), note: "" };
  const cleaned = cleanPicture(new Uint8Array(await new Blob(pieces).arrayBuffer()));
  return cleaned ? { blob: new Blob(cleaned, { type }), note: "" } : { blob: null, note: NOT_CLEANED };
}

/** @param {Uint8Array} begin */
function typeOf(begin) {
  const kind = kindOfFile(begin);
  return kind?.as === PICTURE ? kind.type : "";
}
