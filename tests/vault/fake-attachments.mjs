// Attachments without a browser: what a browser stores, as a map, and tabs whose workers are functions.
import { recipientOf, sealForRecipient } from "../../theme/components/vault/age-files.js";
import { createFileActions, movedOf } from "../../theme/components/vault/attachments/file-actions.js";
import { areEqual } from "../../theme/components/vault/bytes.js";
import { KnownError } from "../../theme/components/vault/protocol.js";
import { attachments } from "../../theme/components/vault/stores/attachments.js";

globalThis.document = {
  currentScript: { src: "https://example.org/guide/assets/keeping.js" },
  documentElement: { dataset: {} },
};
const { createAttachments } = await import("../../theme/components/vault/attachments/client.js");

const HEAD = 0;
const nameOf = (id, number) => `${id} ${number}`;
const partsOf = (name) => [
  name.slice(0, name.lastIndexOf(" ")),
  Number(name.slice(name.lastIndexOf(" ") + 1)),
];

/**
 * Storage for attachments: `values` by id and number. `failAt(step, number)` may throw before each piece of work, and `onGet(value,
 * number)` change what is read.
 */
export function createFileStorage(key = new Uint8Array([1])) {
  const storage = {
    key,
    values: new Map(),
    isUpgraded: false,
    failAt: () => {},
    onGet: (value) => value,
    async hasRoom() {
      return storage.isUpgraded;
    },
    async makeRoom() {
      storage.failAt("makeRoom");
      storage.isUpgraded = true;
    },
    async put(id, number, value) {
      await storage.failAt("put", number);
      storage.values.set(nameOf(id, number), structuredClone(value));
    },
    async keep(id, values, head, asked) {
      storage.failAt("keep");
      if (!areEqual(asked, storage.key)) throw new KnownError("passphrase-changed");
      storage.values.set(nameOf(id, HEAD), head);
    },
    async get(id, number) {
      storage.failAt("get", number);
      return storage.onGet(structuredClone(storage.values.get(nameOf(id, number)) ?? null), number);
    },
    async find(ids) {
      const all = [...storage.values.keys()].map(partsOf).filter(([, number]) => number === HEAD);
      const heads = (ids ?? all.map(([id]) => id)).map((id) => ({
        id,
        head: storage.values.get(nameOf(id, HEAD)) ?? null,
      }));
      return { key: storage.key, heads };
    },
    async ids() {
      return [...new Set([...storage.values.keys()].map((name) => partsOf(name)[0]))];
    },
    async unfinished() {
      return (await storage.ids()).filter((id) => !storage.values.has(nameOf(id, HEAD)));
    },
    async drop(ids) {
      storage.failAt("drop");
      for (const name of storage.values.keys())
        if (ids.includes(partsOf(name)[0])) storage.values.delete(name);
    },
  };
  return storage;
}

/** Web Locks of one name, for any number of tabs. */
export function createLocks() {
  let sharing = 0;
  return {
    async request(_name, { mode = "exclusive", ifAvailable = false }, work) {
      if (mode === "exclusive") return work(ifAvailable && sharing ? null : {});
      sharing += 1;
      return work({}).finally(() => (sharing -= 1));
    },
  };
}

/**
 * A tab that is unlocked with `identities`, the newest first, and what it can do with attachments. `lines` are what `read` of the
 * vault's lines gives, `onAsk(action, data)` is called before each question to a worker for attachments.
 */
export async function openTab(
  storage,
  { identities, key = storage.key, lines = [], problems = [], ...how } = {},
) {
  const { onAsk = () => {} } = how;
  const tab = { identities, key, recipient: await recipientOf(identities[0]), isEnded: false, told: [] };
  const session = {
    check() {
      if (tab.isEnded) throw new KnownError("not-unlocked");
    },
    ask: async (_action, to) => sealForRecipient(new TextEncoder().encode(tab.identities.join("\n")), to),
    key: () => tab.key,
    recipient: () => tab.recipient,
  };
  const store = attachments(session);
  const stores = {
    attachments: store,
    lines: {
      async read(onSlice) {
        onSlice(lines.map((line, index) => ({ seq: index + 1, line })));
        return { problems };
      },
    },
  };
  const opened = { storeOf: (name) => stores[name] };
  const tools = {
    startWorker: () => startWorker(storage, onAsk),
    tell: (message) => tab.told.push(message),
    inTurn: (work) => work(),
    isOwn: () => how.isOwn !== false,
    placeNow: () => "notes:/guide/",
    ownRecords: async () => {},
  };
  const { add, read, list, dropOthers, room } = createAttachments(tools);
  return Object.assign(tab, {
    add: (bytes, asked) => add(opened, new Blob([bytes]), asked),
    async read(id) {
      const { bytes, stream } = await read(opened, id);
      return { bytes, stream, all: () => new Response(stream).arrayBuffer() };
    },
    list: () => list(opened),
    dropOthers: (ids) => dropOthers(opened, ids),
    room,
    end(again) {
      tab.isEnded = true;
      store.end({ again });
    },
  });
}

/** A worker that a stop ends: it answers nothing more. */
function startWorker(storage, onAsk) {
  const actions = createFileActions(() => storage);
  let tellStopped;
  const stopped = new Promise((_, reject) => (tellStopped = () => reject(new KnownError("not-unlocked"))));
  stopped.catch(() => {});
  const answer = async (action, data) => {
    await onAsk(action, data);
    const result = await actions[action](data);
    return structuredClone(result, { transfer: movedOf(result) });
  };
  return { ask: (action, data) => Promise.race([stopped, answer(action, data)]), stop: () => tellStopped() };
}
