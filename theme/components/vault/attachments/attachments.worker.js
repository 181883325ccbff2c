/** Seal, store and open attachments. */
import { respondWith } from "../../worker/respond.js";
import { KnownError, NO_FILES_WORKER, NO_MEMORY } from "../protocol.js";
import { createFileActions, movedOf } from "./file-actions.js";
import { createAttachmentStorage } from "./values.js";

/** @param {unknown} error */
function kindOf(error) {
  if (error instanceof KnownError) return error.kind;
  return error instanceof RangeError ? NO_MEMORY : null;
}

respondWith(createFileActions(createAttachmentStorage), kindOf, { ours: NO_FILES_WORKER, movedOf });
