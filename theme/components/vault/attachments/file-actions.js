/** What the worker for attachments does. It holds no key before it has to open a file; then it gets them sealed for itself. */
import { generateIdentity, openWithIdentity, recipientOf, sealForRecipient } from "../age-files.js";
import { areEqual } from "../bytes.js";
import {
  ADD_FILE,
  ATTACHMENT_GONE,
  DROP_FILES,
  GO_ON,
  HAS_ROOM,
  KEEP_FILE,
  KnownError,
  LIST_FILES,
  MAKE_ROOM,
  PASSPHRASE_CHANGED,
  READ_FILE,
  STOP_JOB,
  TAKE_KEYS,
  TO_WHOM,
  UNFINISHED_FILES,
} from "../protocol.js";
import { addFile } from "./adding.js";
import { encodeHead } from "./head.js";
import { openHead, openValues } from "./reading.js";

/** @import { AttachmentStorage, Bytes, FileActions, Head } from "../types.d.ts" */

/** @typedef {AsyncGenerator<unknown, void | Head, void>} Job */
/** @typedef {{[A in keyof FileActions]: (data: FileActions[A][0]) => FileActions[A][1] | Promise<FileActions[A][1]>}} Answers */

/**
 * Return the actions. `storageIn(database)` is where attachments are.
 * @param {(database: string) => AttachmentStorage} storageIn
 * @returns {Answers}
 */
export function createFileActions(storageIn) {
  /** @type {string | null} */
  let own = null; // the identity that keys are handed to
  /** @type {string[]} */
  let identities = []; // of the vault
  /** @type {Map<number, Job>} */
  const jobs = new Map();
  let nextJob = 1;
  /** @type {Head | null} */
  let added = null; // it is stored, and does not count yet

  /** @param {Job} job */
  function begin(job) {
    jobs.set(nextJob, job);
    return nextJob++;
  }

  /**
   * @param {{database: string, key: Bytes}} asked
   * @param {string[] | null} ids
   */
  async function findHeads({ database, key }, ids) {
    const found = await storageIn(database).find(ids);
    if (!areEqual(found.key, key)) throw new KnownError(PASSPHRASE_CHANGED);
    return found.heads;
  }

  return {
    [HAS_ROOM]: ({ database }) => storageIn(database).hasRoom(),
    [MAKE_ROOM]: ({ database }) => storageIn(database).makeRoom(),

    async [TO_WHOM]() {
      own ??= await generateIdentity();
      return recipientOf(own);
    },

    async [TAKE_KEYS]({ sealed }) {
      const bytes = await openWithIdentity(sealed, /** @type {string} */ (own));
      identities = new TextDecoder().decode(bytes).split("\n");
    },

    [ADD_FILE]: ({ database, id, file }) => begin(addFile(id, file, storageIn(database))),

    /** Let what was added last count. */
    async [KEEP_FILE]({ database, key, recipient }) {
      const { id, bytes, sha256, values } = /** @type {Head} */ (added);
      const head = await sealForRecipient(encodeHead(/** @type {Head} */ (added)), recipient);
      await storageIn(database).keep(id, values, head, key);
      return { id, bytes, sha256 };
    },

    async [READ_FILE]({ id, ...asked }) {
      const storage = storageIn(asked.database);
      const [{ head: file }] = await findHeads(asked, [id]);
      if (!file && !(await storage.ids()).includes(id)) throw new KnownError(ATTACHMENT_GONE);
      const head = await openHead(id, file, identities);
      return { job: begin(openValues(head, storage)), bytes: head.bytes };
    },

    async [LIST_FILES](asked) {
      const heads = await findHeads(asked, null);
      return Promise.all(
        heads.map(async ({ id, head }) => ({ id, bytes: await sizeIn(id, head, identities) })),
      );
    },

    [UNFINISHED_FILES]: ({ database }) => storageIn(database).unfinished(),
    [DROP_FILES]: ({ database, ids }) => storageIn(database).drop(ids),

    /** Ask a job for its next piece. */
    async [GO_ON]({ job }) {
      const { done, value } = await /** @type {Job} */ (jobs.get(job)).next();
      // The job uses its bytes again.
      if (!done) return { done: false, value: value instanceof Uint8Array ? value.slice() : value };
      jobs.delete(job);
      added = value ?? added;
      return { done: true, value: undefined };
    },

    async [STOP_JOB]({ job }) {
      await jobs.get(job)?.return();
      jobs.delete(job);
    },
  };
}

/**
 * Return what of an answer moves to the page: a piece of a file.
 * @param {unknown} result
 * @returns {ArrayBuffer[]}
 */
export function movedOf(result) {
  const { value } = /** @type {{value?: unknown}} */ (Object(result));
  return value instanceof Uint8Array ? [/** @type {Bytes} */ (value).buffer] : [];
}

/**
 * @param {string} id
 * @param {Bytes | null} file
 * @param {string[]} identities
 */
function sizeIn(id, file, identities) {
  return openHead(id, file, identities).then(
    ({ bytes }) => bytes,
    () => null, // who reads it is told why
  );
}
