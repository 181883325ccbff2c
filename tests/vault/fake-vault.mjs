// A vault's parts without a browser: an engine that seals nothing, and what a browser stores.
import { ADOPT, CHANGE_PASSPHRASE, OPEN, SEAL, SEAL_FOR } from "../../theme/components/vault/protocol.js";

export const bytes = (text) => new TextEncoder().encode(text);
export const seal = (data, key = "key") => bytes(JSON.stringify([key, data]));
export const unseal = (file) => JSON.parse(new TextDecoder().decode(file))[1];
const isSame = (one, other) =>
  one.length === other.length && one.every((byte, index) => byte === other[index]);

export function createEngine() {
  const engine = { isStopped: false, hangs: false, key: "key" };
  const actions = {
    [SEAL]: (data) => seal(data, engine.key),
    [SEAL_FOR]: ({ data }) => seal(data, engine.key),
    [OPEN]: unseal,
    [CHANGE_PASSPHRASE]: ({ record, next }) => ({
      records: { key: bytes(next), record: seal(unseal(record), next) },
      recipient: next,
    }),
    [ADOPT]: () => (engine.key = "new"),
  };
  engine.ask = async (action, data) => {
    if (engine.hangs) return new Promise(() => {});
    if (engine.isStopped) throw Object.assign(new Error("stopped"), { kind: "no-worker" });
    return actions[action](data);
  };
  engine.stop = () => (engine.isStopped = true);
  return engine;
}

/** What a browser stores, for any number of tabs. */
export function createStorage(records) {
  const storage = {
    records,
    isFull: false,
    read: async () => storage.records,
    async replace(expected, next) {
      if (storage.isFull) throw Object.assign(new Error("full"), { kind: "storage-full" });
      const { key, record } = storage.records;
      if (!isSame(key, expected.key) || !isSame(record, expected.record)) return false;
      storage.records = next;
      return true;
    },
  };
  return storage;
}
