/** Seal, store and open attachments. */
import { respondWith } from "../../worker/respond.js";
import { KnownError, NO_FILES_WORKER, NO_MEMORY } from "../protocol.js";
import { createFileActions } from "./file-actions.js";
import { createAttachmentStorage } from "./values.js";

respondWith(
  createFileActions(createAttachmentStorage),
  (error) => {
    if (error instanceof KnownError) return error.kind;
    return error instanceof RangeError ? NO_MEMORY : null;
  },
  NO_FILES_WORKER,
);
