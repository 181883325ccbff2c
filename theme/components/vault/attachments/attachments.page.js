/** The page's side of attachments, as `../attachments.js` fetches it. */
import { createAttachments } from "./client.js";

document.dispatchEvent(new CustomEvent("guide:attachments", { detail: createAttachments }));
