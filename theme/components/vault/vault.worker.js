/** Hold the key, and encrypt and open with it. The key never leaves this worker in plain form. */
import { respondWith } from "../worker/respond.js";
import {
  generateIdentity,
  openWithIdentity,
  openWithPassphrase,
  recipientOf,
  sealForIdentity,
  sealForRecipient,
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
  KnownError,
  SEAL,
  SEAL_FOR,
  UNLOCK,
  WARM_UP,
} from "./protocol.js";
import { decodeData, encodeData } from "./padding.js";

/** @import { Answers, Bytes, Created, Data } from "./types.d.ts" */

const WARM_UP_SIZE = 256 * 1024; // bytes

/** @type {string | null} */
let identity = null;
/** @type {string | null} */
let recipient = null; // of the identity
/** @type {string | null} */
let proposed = null; // until what it sealed is stored

/** @type {Answers<"warm-up" | "create" | "unlock" | "open" | "seal" | "seal-for" | "change-passphrase" | "adopt" | "export" | "import">} */
const actions = {
  /** Encrypt and open once for nothing while the reader types, so that the browser has compiled it by then. */
  async [WARM_UP]() {
    const any = await generateIdentity();
    await openWithIdentity(await sealForIdentity(new Uint8Array(WARM_UP_SIZE), any), any);
  },

  [CREATE]: async ({ passphrase, data }) => createRecords(passphrase, encodeData(data)),

  /** Open what is stored, and the files that were sealed with the same key and `wait` to be stored. */
  async [UNLOCK]({ key, record, passphrase, waiting = [] }) {
    const opened = await openKey(key, passphrase);
    const [data, ...rest] = await openAll([record, ...waiting], opened);
    identity = opened;
    recipient = await recipientOf(identity);
    return { data, recipient, waiting: rest };
  },

  [OPEN]: async (record) => decodeData(await openWithIdentity(record, /** @type {string} */ (identity))),

  [SEAL]: (data) => sealForRecipient(encodeData(data), /** @type {string} */ (recipient)),

  /** Seal in place of a worker that ended. */
  [SEAL_FOR]: (asked) => sealForRecipient(encodeData(asked.data), asked.recipient),

  /** Make what is to be stored for a new passphrase, with a new key: the old passphrase opens old copies alone. */
  async [CHANGE_PASSPHRASE]({ key, record, current, next }) {
    const opened = await openKey(key, current);
    return createRecords(next, await openWithIdentity(record, opened));
  },

  /** Continue with the key that was last made, now that what it sealed is stored. */
  async [ADOPT]() {
    identity = /** @type {string} */ (proposed);
    recipient = await recipientOf(identity);
  },

  [EXPORT]: ({ data, passphrase }) => sealWithPassphrase(encodeData(data), passphrase),

  [IMPORT]: async ({ file, passphrase }) => decodeData(await openWithPassphrase(file, passphrase)),
};

respondWith(actions, (error) => {
  if (error instanceof KnownError) return error.kind;
  return error instanceof RangeError ? NO_MEMORY : NO_WORKER;
});

/**
 * @param {string} passphrase
 * @param {Bytes} bytes
 * @returns {Promise<Created>}
 */
async function createRecords(passphrase, bytes) {
  const created = await generateIdentity();
  const record = await sealForIdentity(bytes, created);
  const key = await sealWithPassphrase(new TextEncoder().encode(`${created}\n`), passphrase);
  proposed = created;
  return { records: { key, record }, recipient: await recipientOf(created) };
}

/**
 * @param {Bytes[]} files
 * @param {string} opened
 * @returns {Promise<Data[]>}
 */
function openAll(files, opened) {
  return Promise.all(files.map(async (file) => decodeData(await openWithIdentity(file, opened))));
}

/**
 * @param {Bytes} key
 * @param {string} passphrase
 */
async function openKey(key, passphrase) {
  const text = new TextDecoder().decode(await openWithPassphrase(key, passphrase)).trim();
  if (!text.startsWith("AGE-SECRET-KEY-1")) throw new KnownError(DAMAGED);
  return text;
}
