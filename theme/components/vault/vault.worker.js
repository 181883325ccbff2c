/** Hold the key, and encrypt and open with it. The key never leaves this worker in plain form. */
import { answerWith } from "../worker/answer.js";
import {
  generateIdentity,
  openWithIdentity,
  openWithPassphrase,
  sealForIdentity,
  sealWithPassphrase,
} from "./age-files.js";
import {
  ADOPT,
  CHANGE_PASSPHRASE,
  CREATE,
  DAMAGED,
  EXPORT,
  IMPORT,
  NO_MEMORY,
  NO_WORKER,
  OPEN,
  Problem,
  SEAL,
  UNLOCK,
  WARM_UP,
} from "./messages.js";
import { decodeData, encodeData } from "./plain-text.js";

const WARM_UP_SIZE = 256 * 1024; // bytes

let identity = null;
let proposed = null; // until what it sealed is stored

const actions = {
  /** Encrypt and open once for nothing while the reader types, so that the browser has compiled it by then. */
  async [WARM_UP]() {
    const any = await generateIdentity();
    await openWithIdentity(await sealForIdentity(new Uint8Array(WARM_UP_SIZE), any), any);
  },

  [CREATE]: async ({ passphrase, data }) => createRecords(passphrase, encodeData(data)),

  async [UNLOCK]({ key, record, passphrase }) {
    const opened = await openKey(key, passphrase);
    const data = decodeData(await openWithIdentity(record, opened));
    identity = opened;
    return data;
  },

  [OPEN]: async (record) => decodeData(await openWithIdentity(record, identity)),

  [SEAL]: (data) => sealForIdentity(encodeData(data), identity),

  /** Make what is to be stored for a new passphrase, with a new key: the old passphrase opens old copies alone. */
  async [CHANGE_PASSPHRASE]({ key, record, current, next }) {
    const opened = await openKey(key, current);
    return createRecords(next, await openWithIdentity(record, opened));
  },

  /** Go on with the key that was last made, now that what it sealed is stored. */
  [ADOPT]() {
    identity = proposed;
  },

  [EXPORT]: ({ data, passphrase }) => sealWithPassphrase(encodeData(data), passphrase),

  [IMPORT]: async ({ file, passphrase }) => decodeData(await openWithPassphrase(file, passphrase)),
};

answerWith(actions, (error) => {
  if (error instanceof Problem) return error.kind;
  return error instanceof RangeError ? NO_MEMORY : NO_WORKER;
});

async function createRecords(passphrase, bytes) {
  const created = await generateIdentity();
  const record = await sealForIdentity(bytes, created);
  const key = await sealWithPassphrase(new TextEncoder().encode(`${created}\n`), passphrase);
  proposed = created;
  return { key, record };
}

async function openKey(key, passphrase) {
  const text = new TextDecoder().decode(await openWithPassphrase(key, passphrase)).trim();
  if (!text.startsWith("AGE-SECRET-KEY-1")) throw new Problem(DAMAGED);
  return text;
}
