// The names under which a browser keeps what belongs to this guide. Other guides and other pages may share its origin.
import { base } from "./files.js";

/**
 * The folder that holds the whole guide. A language's folder below it belongs to the same guide: pages in
 * one have to state the root here, and share all that is kept.
 */
export const root = new URL(base);

/** The folder that a copy for use without a network is of: each language has its own (hooks/languages/folder_of_language.py). */
export const folder = root;
const ENGLISH = "en";

/** What all of these were called before they had the guide's folder in them. */
export const OLD_NAME = "notes";

/** What the organisation calls its storage, and called it before: `theme/base.html` states both where they are not the usual one. */
const { storage = OLD_NAME, stored = "" } = document.documentElement.dataset;
const names = new Set([storage, ...stored.split(" ").filter(Boolean), OLD_NAME]);
const [NAME, ...FORMER_NAMES] = [...names].map((name) => `${name}:${folderOf(root)}`);
const [OWN_COPIES, ...FORMER_COPIES] = copiesOf(folder);

/** @param {string} database */
export const lockOf = (database) => `${database}:records`; // the kept guide has its own lock

/** The kept plan: its database, and the channel on which tabs send each other messages about it. */
export const DATABASE = NAME;
export const CHANNEL = NAME;
export const LOCK = lockOf(NAME);
export const FILES_LOCK = `${NAME}:files`; // held by each tab that has added an attachment

/** Databases of this guide under names that it had before. Tabs with older scripts use the channel and lock of that name. */
export const FORMER_DATABASES = FORMER_NAMES;

/** The kept guide: `service-worker.js` knows these names too, from its own address. */
export const COPIES = `${OWN_COPIES}:`;
export const [COPIES_LOCK] = copiesOf(root); // one for all languages, since removing takes all of them away
/** How the name of each copy of this guide begins, the newest name first. */
export const ALL_COPIES = [COPIES, ...FORMER_COPIES.map((name) => `${name}:`)];

/** @param {string} cache */
export const isOwnCopy = (cache) => isCopyOf(folder, cache);

/** @param {string} cache */
export const isCopyOfGuide = (cache) => folders().some((one) => isCopyOf(one, cache));

/** Return the folders of the guide in all of its languages, this one first: every page links to the others. */
export function folders() {
  return [folder, ...otherLanguages().map(({ hreflang }) => folderOfLanguage(hreflang))];
}

/** Return a link to each other language of the guide. */
export function otherLanguages() {
  const links = [.../** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a[hreflang]"))];
  return [...new Map(links.map((link) => [link.hreflang, link])).values()];
}

/** @param {string} code */
export const folderOfLanguage = (code) => (code === ENGLISH ? root : new URL(`${code}/`, root));

/** @param {URL} one @param {string} cache */
export const isCopyOf = (one, cache) => copiesOf(one).some((name) => cache.startsWith(`${name}:`));

/** @param {URL} one */
function copiesOf({ pathname }) {
  return [...names].map((name) => `${name}:${pathname}`);
}

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
