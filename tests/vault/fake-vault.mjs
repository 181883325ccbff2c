// A vault's parts without a browser: a worker that seals nothing, and what a browser stores.
import { ADOPT, CHANGE_PASSPHRASE, OPEN, SEAL, SEAL_FOR } from "../../theme/components/vault/protocol.js";

export const bytes = (text) => new TextEncoder().encode(text);
export const seal = (data, key = "key") => bytes(JSON.stringify([key, data]));
export const unseal = (file) => JSON.parse(new TextDecoder().decode(file))[1];
const isSame = (one, other) =>
  one.length === other.length && one.every((byte, index) => byte === other[index]);

export function createWorkerHandle() {
  const worker = { isStopped: false, hangs: false, key: "key" };
  const actions = {
    [SEAL]: (data) => seal(data, worker.key),
    [SEAL_FOR]: ({ data }) => seal(data, worker.key),
    [OPEN]: unseal,
    [CHANGE_PASSPHRASE]: ({ record, next }) => ({
      records: { key: bytes(next), record: seal(unseal(record), next) },
      recipient: next,
    }),
    [ADOPT]: () => (worker.key = "new"),
  };
  worker.ask = async (action, data) => {
    if (worker.hangs) return new Promise(() => {});
    if (worker.isStopped) throw Object.assign(new Error("stopped"), { kind: "no-worker" });
    return actions[action](data);
  };
  worker.stop = () => (worker.isStopped = true);
  return worker;
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
