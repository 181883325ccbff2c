/** Seal, store and open attachments. It holds no key before it has to open one; then it gets them sealed for itself. */
import { respondWith } from "../../worker/respond.js";
import { generateIdentity, openWithIdentity, recipientOf, sealForRecipient } from "../age-files.js";
import {
  ADD_FILE,
  ATTACHMENT_GONE,
  DROP_FILES,
  FILE_IDS,
  GO_ON,
  HAS_ROOM,
  KEEP_FILE,
  KnownError,
  LIST_FILES,
  MAKE_ROOM,
  NO_FILES_WORKER,
  NO_MEMORY,
  PASSPHRASE_CHANGED,
  READ_FILE,
  STOP_JOB,
  TAKE_KEYS,
  TO_WHOM,
} from "../protocol.js";
import { areEqual } from "../bytes.js";
import { addFile } from "./adding.js";
import { encodeHead } from "./head.js";
import { openHead, openValues } from "./reading.js";
import { createAttachmentStorage } from "./values.js";

/** @import { Bytes, FileActions, Head } from "../types.d.ts" */

/** @type {string | null} */
let own = null; // the identity that keys are handed to
/** @type {string[]} */
let identities = []; // of the vault

/** @type {Map<number, AsyncGenerator<unknown, void | Head, void>>} */
const jobs = new Map();
let nextJob = 1;
/** @type {Head | null} */
let added = null; // it is stored, and does not count yet

/** @type {{[A in keyof FileActions]: (data: FileActions[A][0]) => FileActions[A][1] | Promise<FileActions[A][1]>}} */
const actions = {
  [HAS_ROOM]: ({ database }) => createAttachmentStorage(database).hasRoom(),
  [MAKE_ROOM]: ({ database }) => createAttachmentStorage(database).makeRoom(),

  async [TO_WHOM]() {
    own ??= await generateIdentity();
    return recipientOf(own);
  },

  async [TAKE_KEYS]({ sealed }) {
    const bytes = await openWithIdentity(sealed, /** @type {string} */ (own));
    identities = new TextDecoder().decode(bytes).trim().split("\n");
  },

  [ADD_FILE]: ({ database, id, file }) => begin(addFile(id, file, createAttachmentStorage(database))),

  /** Let what was added last count. */
  async [KEEP_FILE]({ database, key, recipient }) {
    const { id, bytes, sha256, values } = /** @type {Head} */ (added);
    const head = await sealForRecipient(encodeHead(/** @type {Head} */ (added)), recipient);
    await createAttachmentStorage(database).keep(id, values, head, key);
    return { id, bytes, sha256 };
  },

  async [READ_FILE]({ database, key, id }) {
    const storage = createAttachmentStorage(database);
    const [{ head: file }] = await findHeads(database, key, [id]);
    if (!file && !(await storage.ids()).includes(id)) throw new KnownError(ATTACHMENT_GONE);
    const head = await openHead(id, file, identities);
    return { job: begin(openValues(head, storage)), bytes: head.bytes };
  },

  async [LIST_FILES]({ database, key }) {
    const heads = await findHeads(database, key, null);
    return Promise.all(heads.map(async ({ id, head }) => ({ id, bytes: await sizeIn(id, head) })));
  },

  [FILE_IDS]: ({ database }) => createAttachmentStorage(database).ids(),
  [DROP_FILES]: ({ database, ids }) => createAttachmentStorage(database).drop(ids),

  /** Ask a job for its next piece. */
  async [GO_ON]({ job }) {
    const { done, value } = await /** @type {AsyncGenerator} */ (jobs.get(job)).next();
    if (!done) return { done: false, value };
    jobs.delete(job);
    added = value ?? added;
    return { done: true, value: undefined };
  },

  async [STOP_JOB]({ job }) {
    await jobs.get(job)?.return();
    jobs.delete(job);
  },
};

respondWith(actions, (error) => {
  if (error instanceof KnownError) return error.kind;
  return error instanceof RangeError ? NO_MEMORY : NO_FILES_WORKER;
});

/** @param {AsyncGenerator<unknown, void | Head, void>} job */
function begin(job) {
  jobs.set(nextJob, job);
  return nextJob++;
}

/**
 * @param {string} database
 * @param {Bytes} key
 * @param {string[] | null} ids
 */
async function findHeads(database, key, ids) {
  const found = await createAttachmentStorage(database).find(ids);
  if (!areEqual(found.key, key)) throw new KnownError(PASSPHRASE_CHANGED);
  return found.heads;
}

/**
 * @param {string} id
 * @param {Bytes | null} file
 */
function sizeIn(id, file) {
  return openHead(id, file, identities).then(
    ({ bytes }) => bytes,
    () => null, // who reads it is told why
  );
}
