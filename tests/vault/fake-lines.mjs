// Lines without a browser: a worker that seals by writing its key in front, and what a browser stores for any number of tabs.
import { createLineActions } from "../../theme/components/vault/lines/line-actions.js";
import {
  CHECK_LINES,
  DAMAGED,
  KnownError,
  NOT_UNLOCKED,
  OPEN_LINES,
  PASSPHRASE_CHANGED,
  RESEAL_LINES,
  SEAL_LINES,
} from "../../theme/components/vault/protocol.js";
import { lines } from "../../theme/components/vault/stores/lines.js";
import { bytes } from "./fake-vault.mjs";

const text = (file) => new TextDecoder().decode(file);

export const sealFor = (key) => async (content) => bytes(`${key}\n${text(content)}`);

/** Return what opens a file that was sealed with one of these keys. */
export function openWith(...keys) {
  return async (file) => {
    const [key] = text(file).split("\n", 1);
    if (!keys.includes(key)) throw new KnownError(DAMAGED);
    return file.slice(key.length + 1);
  };
}

/** A tab that is unlocked, with one store: its lines. */
export function openTab(storage, { key = "key", older = [], onAsk = () => {} } = {}) {
  const tab = { key, isEnded: false };
  const { sealLines, openLines, checkLines, resealLines } = createLineActions({
    open: (file) => openWith(tab.key, ...older)(file),
    openNew: (file) => openWith(tab.key)(file),
    seal: (content) => sealFor(tab.key)(content),
  });
  const actions = {
    [SEAL_LINES]: sealLines,
    [OPEN_LINES]: openLines,
    [CHECK_LINES]: checkLines,
    [RESEAL_LINES]: resealLines,
  };
  const check = () => {
    if (tab.isEnded) throw new KnownError(NOT_UNLOCKED);
  };
  const session = {
    check,
    checkKey: (stored) => {
      if (text(stored) !== tab.key) throw new KnownError(PASSPHRASE_CHANGED);
    },
    key: () => bytes(tab.key),
    async ask(action, data) {
      await onAsk(action, data);
      const answer = await actions[action](data);
      check();
      return answer;
    },
  };
  tab.store = lines({ storage, hasOlder: older.length > 0 })(session);
  return tab;
}

const nameOf = ({ place, from, to }) => `${place} ${from}-${to}`;

/** Storage for lines: `files` by place and numbers; `failAt(step)` may throw before each piece of work. */
export function createLineStorage(key = "key") {
  const storage = { key, files: new Map(), hasOlder: false, writes: [], failAt: () => {} };
  const ranges = () =>
    [...storage.files.values()]
      .filter(({ place }) => place !== "files")
      .map(({ place, from, to }) => ({ place, from, to }))
      .sort((one, other) => one.from - other.from);
  const isUnder = (asked) => text(asked) === storage.key;

  return Object.assign(storage, {
    async find(choose) {
      storage.failAt("find");
      const found = ranges();
      const files = choose(found).map((range) => storage.files.get(nameOf(range)));
      return { key: bytes(storage.key), ranges: found, files: files.filter(Boolean) };
    },
    async put(asked, last, { files, gone }) {
      storage.failAt("put");
      if (!isUnder(asked) || Math.max(0, ...ranges().map(({ to }) => to)) !== last) return false;
      storage.writes.push({ files: files.map(nameOf), gone: gone.map(nameOf) });
      for (const range of gone) if (!storage.files.delete(nameOf(range))) throw new Error("nothing there");
      for (const stored of files) {
        if (storage.files.has(nameOf(stored))) throw new Error("a number twice");
        storage.files.set(nameOf(stored), stored);
      }
      return true;
    },
    async listSealed() {
      storage.failAt("listSealed");
      return [...storage.files.entries()].map(([name, { place }]) => ({ store: place, key: name }));
    },
    async get({ key: name }) {
      storage.failAt("get");
      return storage.files.get(name)?.file;
    },
    async replace(asked, { key: name }, stored, file) {
      storage.failAt("replace");
      const there = storage.files.get(name);
      if (!isUnder(asked) || !there || text(there.file) !== text(stored)) return false;
      storage.files.set(name, { ...there, file });
      return true;
    },
    async dropOlder(asked) {
      storage.failAt("dropOlder");
      if (isUnder(asked)) storage.hasOlder = false;
    },
    /** Change what is stored, as a fault of a disk would. */
    damage(name, change = () => bytes("nothing")) {
      const stored = storage.files.get(name);
      storage.files.set(name, { ...stored, file: change(stored.file) });
    },
  });
}

export const make =
  (word) =>
  ({ seq }) =>
    JSON.stringify({ v: 1, seq, word });

/** Read all; return `[seq, word]` for each, the oldest first, and the problems. */
export async function readAll({ store }, how) {
  const rows = [];
  const slices = [];
  const { count, problems } = await store.read((slice) => {
    slices.push(slice.length);
    rows.push(...slice);
  }, how);
  const words = rows.map(({ seq, line }) => [seq, JSON.parse(line).word]).reverse();
  return { count, problems, words, slices };
}
