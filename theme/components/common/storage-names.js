// The names under which a browser keeps what belongs to this guide. Other guides and other pages may share its origin.
import { base } from "./files.js";

/**
 * The folder that holds the whole guide. A language's folder below it belongs to the same guide: pages in
 * one have to state the root here, and share all that is kept.
 */
export const root = new URL(base);

const NAME = `notes:${folderOf(root)}`;

/** The kept plan: its database, and the channel on which tabs send each other messages about it. */
export const DATABASE = NAME;
export const CHANNEL = NAME;
export const LOCK = `${NAME}:records`; // the kept guide has its own lock
export const FILES_LOCK = `${NAME}:files`; // held by each tab that has added an attachment

/** What all of these were called before they had the guide's folder in them. */
export const OLD_NAME = "notes";

/** The kept guide: `service-worker.js` knows these names too, from its own address. */
export const COPIES = `notes:${root.pathname}:`;
export const COPIES_LOCK = `notes:${root.pathname}`;

/**
 * One folder, one name, however its address is written. A file on a device keeps its plan when it is moved, or its stick
 * gets another letter: there all folders share one name, as browsers that let files keep anything share one storage.
 * @param {URL} address
 */
function folderOf({ protocol, pathname }) {
  if (protocol === "file:") return "file";
  const path = pathname.replace(/\/{2,}/g, "/");
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // a folder whose name is not UTF-8
  }
}
