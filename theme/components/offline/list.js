// Validate the list of a publication's files before anything uses it. It comes from the network.

export const FORMAT = 1;
export const LARGEST_LIST = 4 * 1024 * 1024; // bytes
const LARGEST_FILE = 64 * 1024 * 1024; // bytes
const LARGEST_SUM = 256 * 1024 * 1024; // bytes
const MOST_FILES = 10_000;
const LONGEST_PATH = 300; // characters
const LONGEST_WHY = 1000; // characters
const VERSION = /^[0-9a-f]{16}$/;
const HASH = /^sha256-[A-Za-z0-9+/]{43}=$/;
/** Characters that an address or a disk does not read as part of a name. */
const NOT_IN_A_PATH = /[\p{Cc}\\?#%:]/u;
/** What a language takes from the folder above its own; English takes nothing (hooks/languages/folder_of_language.py). */
const SHARED = /(?!)/;
const NOT_FILES = new Set(["kept", "wipe", "worker.js", "files.json"]);

const NOTHING = { wire: 0, files: [] };

/** Return `{version, order, guide, more, online, withdrawn}`, without anything else that the list holds; null if it is none. */
export function readList(list) {
  if (!isRecord(list) || !VERSION.test(asText(list.version))) return null;
  const { version, order = null, guide, more, online = NOTHING, withdrawn } = list;
  if (order !== null && !isCount(order)) return null;
  if (![guide, more, online].every(isGroup) || !Array.isArray(withdrawn)) return null;
  const files = [...guide.files, ...more.files, ...online.files];
  const paths = new Set(files.map(([path]) => path));
  const sum = files.reduce((bytes, [, size]) => bytes + size, 0);
  if (files.length > MOST_FILES || paths.size < files.length || sum > LARGEST_SUM) return null;
  if (!guide.files.some(([path]) => path === "index.html")) return null;
  return {
    version,
    order,
    guide: { wire: guide.wire, files: guide.files },
    more: { wire: more.wire, files: more.files },
    online: { wire: online.wire, files: online.files },
    withdrawn: withdrawn.map(readWithdrawn).filter(Boolean),
  };
}

function isGroup(group) {
  return isRecord(group) && isCount(group.wire) && Array.isArray(group.files) && group.files.every(isFile);
}

function isFile(file) {
  if (!Array.isArray(file) || file.length !== 3) return false;
  const [path, size, hash] = file;
  return isPath(path) && isCount(size) && size <= LARGEST_FILE && HASH.test(asText(hash));
}

function isPath(path) {
  if (typeof path !== "string" || path.length > LONGEST_PATH || NOT_IN_A_PATH.test(path)) return false;
  return (
    SHARED.test(path) ||
    (!NOT_FILES.has(path) && path.split("/").every((part) => part.trim() && part !== "." && part !== ".."))
  );
}

/** Report a withdrawn version even if the words that say why are not valid. */
function readWithdrawn(entry) {
  if (!isRecord(entry) || !VERSION.test(asText(entry.version))) return null;
  return { version: entry.version, why: asText(entry.why).slice(0, LONGEST_WHY) };
}

const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isCount = (value) => Number.isSafeInteger(value) && value >= 0;
const asText = (value) => (typeof value === "string" ? value : "");

/**
 * Return whether a list is of an older publication than a copy: its host is behind, or sends a withdrawn one.
 * Publications of one moment have one order, and the one that is published now counts. Those before there was an
 * order have none: they are older than any that has one.
 */
export function isOlder(list, mark) {
  if (list.version === mark.version) return false;
  return (list.order ?? -1) < (mark.order ?? -1);
}
