/** Seal, store and open attachments. */
import { respondWith } from "../../worker/respond.js";
import { KnownError, NO_FILES_WORKER, NO_MEMORY } from "../protocol.js";
import { createFileActions } from "./file-actions.js";
import { createAttachmentStorage } from "./values.js";

respondWith(
  createFileActions(createAttachmentStorage),
  (error) => {
    if (error instanceof KnownError) return error.kind;
    return error instanceof RangeError ? NO_MEMORY : NO_FILES_WORKER;
  },
  (result) => {
    const { value } = /** @type {{value?: unknown}} */ (Object(result));
    return value instanceof Uint8Array ? [/** @type {ArrayBuffer} */ (value.buffer)] : [];
  },
);
