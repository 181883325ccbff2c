/**
 * `vault.attachments`: files of any kind and length, byte for byte, beside the lines that name them. What does it is a bundle of
 * its own (`attachments/`), fetched when it is first asked: most readers never need it.
 */
import { runScript } from "../common/files.js";
import { KnownError, NO_FILES_WORKER, NOT_UNLOCKED, STORAGE_GONE } from "./protocol.js";
import { placeNow } from "./stores/place.js";
import { isGone, isOwn, ownRecords } from "./stores/records.js";

/** @import { Attachments, AttachmentsOf, Core, InTurn, Session, Tell } from "./types.d.ts" */

const BUNDLE = "assets/attachments.js";
const BROUGHT = "guide:attachments";

/**
 * `endFor(kind)` ends what is unlocked where a problem means that it is no longer there.
 * @param {Core} vault
 * @param {{tell: Tell, inTurn: InTurn, endFor: (kind: string) => void}} tools
 * @returns {Attachments}
 */
export function createAttachments(vault, { tell, inTurn, endFor }) {
  /** @type {Promise<AttachmentsOf> | null} */
  let coming = null;

  function bring() {
    coming ??= load().catch(() => {
      coming = null; // a later try may have a network
      throw new KnownError(NO_FILES_WORKER);
    });
    return coming;
  }

  /** @returns {Promise<AttachmentsOf>} */
  async function load() {
    /** @type {((how: object) => AttachmentsOf) | undefined} */
    let create;
    /** @param {Event} event */
    const take = (event) => (create = /** @type {CustomEvent} */ (event).detail);
    document.addEventListener(BROUGHT, take);
    await runScript(BUNDLE).finally(() => document.removeEventListener(BROUGHT, take));
    if (!create) throw new Error(BUNDLE);
    return create({ tell, inTurn, isOwn, placeNow, ownRecords });
  }

  /**
   * @template T
   * @param {(all: AttachmentsOf, session: Session) => Promise<T>} work
   * @returns {Promise<T>}
   */
  async function run(work) {
    const { session } = vault;
    if (!session) throw new KnownError(NOT_UNLOCKED);
    try {
      return await work(await bring(), session);
    } catch (error) {
      const { kind } = /** @type {KnownError} */ (error);
      // A full disk can look to another worker as if nothing were there.
      const isSo = kind !== STORAGE_GONE || (await isGone());
      if (isSo && vault.session === session) endFor(kind);
      throw error;
    }
  }

  return {
    add: (file, how) => run((all, session) => all.add(session, file, how)),
    read: (id) => run((all, session) => all.read(session, id)),
    list: () => run((all, session) => all.list(session)),
    dropOthers: (ids) => run((all, session) => all.dropOthers(session, ids)),
    room: () => run((all, session) => all.room(session)),
  };
}
