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
import { createLineActions } from "./lines/line-actions.js";
import {
  ADOPT,
  CHANGE_PASSPHRASE,
  CHECK_LINES,
  CREATE,
  DAMAGED,
  EXPORT,
  HAND_KEYS,
  IMPORT,
  MOST_IN_TAIL,
  NO_MEMORY,
  NO_WORKER,
  OPEN,
  OPEN_LINES,
  KnownError,
  RESEAL_LINES,
  SEAL,
  SEAL_FOR,
  SEAL_LINES,
  UNLOCK,
  WARM_UP,
} from "./protocol.js";
import { decodeData, decodeFile, encodeData, encodeFile } from "./padding.js";

/** @import { Action, Answers, Bytes, Created, Data } from "./types.d.ts" */

const WARM_UP_SIZE = 256 * 1024; // bytes

/** @type {string | null} */
let identity = null;
/** @type {string | null} */
let recipient = null; // of the identity
/** @type {string | null} */
let proposed = null; // until what it sealed is stored
/** @type {string[]} */
let older = []; // identities that lines may still be sealed for, since the passphrase was changed

const lines = createLineActions({
  open: (file) => openWithIdentity(file, /** @type {string} */ (identity), ...older),
  openNew: (file) => openWithIdentity(file, /** @type {string} */ (identity)),
  seal: (bytes) => sealForRecipient(bytes, /** @type {string} */ (recipient)),
});

/** @type {Answers<Exclude<Action, "generate" | "rate">>} */
const actions = {
  /** Encrypt and open once for nothing while the reader types, so that the browser has compiled it by then. */
  async [WARM_UP]() {
    const any = await generateIdentity();
    await openWithIdentity(await sealForIdentity(new Uint8Array(WARM_UP_SIZE), any), any);
  },

  /** Make the first records, and files of the lines that there are already. */
  async [CREATE]({ passphrase, data, lines: texts = [], start }) {
    const created = await createRecords(passphrase, encodeData(data));
    return { ...created, files: await sealFirstLines(texts, created.recipient, start) };
  },

  /** Open what is stored, and the files that were sealed with the same key and `wait` to be stored. */
  async [UNLOCK]({ key, record, older: sealed, passphrase, waiting = [] }) {
    const opened = await openKey(key, passphrase);
    const [data, ...rest] = await openAll([record, ...waiting], opened);
    older = sealed ? await openOlder(sealed, opened) : [];
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
    const created = await createRecords(next, await openWithIdentity(record, opened));
    const text = new TextEncoder().encode([opened, ...older, ""].join("\n"));
    created.records.older = await sealForRecipient(text, created.recipient);
    return created;
  },

  /** Continue with the key that was last made, now that what it sealed is stored. */
  async [ADOPT]() {
    if (identity) older = [identity, ...older];
    identity = /** @type {string} */ (proposed);
    recipient = await recipientOf(identity);
  },

  [SEAL_LINES]: lines.sealLines,
  [OPEN_LINES]: lines.openLines,
  [CHECK_LINES]: lines.checkLines,
  [RESEAL_LINES]: lines.resealLines,

  /** Hand over what opens attachments, sealed for the worker that opens them. */
  [HAND_KEYS]: (to) => sealForRecipient(new TextEncoder().encode([identity, ...older].join("\n")), to),

  [EXPORT]: ({ data, bytes, passphrase }) => sealWithPassphrase(bytes ?? encodeFile(data), passphrase),

  [IMPORT]: async ({ file, passphrase }) => decodeFile(await openWithPassphrase(file, passphrase)),
};

respondWith(
  actions,
  (error) => {
    if (error instanceof KnownError) return error.kind;
    return error instanceof RangeError ? NO_MEMORY : null;
  },
  { ours: NO_WORKER },
);

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
 * @param {string[]} texts
 * @param {string} created who they are sealed for
 * @param {string} [start] of their chain
 */
async function sealFirstLines(texts, created, start) {
  if (!texts.length) return [];
  /** @type {(bytes: Bytes) => Promise<Bytes>} */
  const seal = (bytes) => sealForRecipient(bytes, created);
  const none = () => Promise.reject(new KnownError(DAMAGED)); // nothing is there to be opened
  const { sealLines } = createLineActions({ open: none, openNew: none, seal });
  const fold = texts.length > MOST_IN_TAIL ? { part: null, tail: [] } : null;
  const { files } = await sealLines({ from: 1, texts, chain: null, newest: [], fold, start });
  return files;
}

/**
 * Return the identities in a file. Without them lines may not open, which is said then; all else does.
 * @param {Bytes} file
 * @param {string} opened
 */
async function openOlder(file, opened) {
  const bytes = await openWithIdentity(file, opened).catch((error) => {
    if (error instanceof KnownError && error.kind === DAMAGED) return new Uint8Array();
    throw error;
  });
  return new TextDecoder().decode(bytes).split("\n").filter(isIdentity);
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
  if (!isIdentity(text)) throw new KnownError(DAMAGED);
  return text;
}

/** @param {string} text */
function isIdentity(text) {
  return text.startsWith("AGE-SECRET-KEY-1");
}
