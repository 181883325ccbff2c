// One file into the vault, and what the line of its item then says of it. No DOM here.
import { KnownError, NOT_UNLOCKED } from "../../../vault/protocol.js";
import { deviceSays } from "./words.js";

/** @import { KeptFile } from "../../model/types.d.ts" */

/**
 * Add one file; resolve with what its line says of it.
 * @param {import("../../../vault/types.d.ts").Attachments | null} attachments
 * @param {File} file
 * @param {{signal?: AbortSignal, onProgress: (part: number) => void}} how
 * @returns {Promise<KeptFile>}
 */
export async function addOne(attachments, file, { signal, onProgress }) {
  if (!attachments) throw new KnownError(NOT_UNLOCKED);
  const { id, bytes, sha256 } = await attachments.add(file, {
    signal,
    onProgress: (done) => onProgress(done / Math.max(file.size, 1)),
  });
  return { file: id, bytes, sha256, ...deviceSays(file) };
}
