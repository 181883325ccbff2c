/** The page's side of attachments, as `../attachments.js` fetches it. */
import { createWorkerStarter } from "../worker-handle.js";
import { createAttachments } from "./client.js";

const startWorker = createWorkerStarter("assets/vault-files.js");
/** @param {Omit<Parameters<typeof createAttachments>[0], "startWorker">} tools */
const create = (tools) => createAttachments({ ...tools, startWorker });
document.dispatchEvent(new CustomEvent("guide:attachments", { detail: create }));
