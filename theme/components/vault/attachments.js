/**
 * `vault.attachments`: files of any kind and length, byte for byte, beside the lines that name them. What does it is a bundle of
 * its own (`attachments/`), fetched when it is first asked: most readers never need it.
 */
import { runScript } from "../common/files.js";
import { KnownError, NO_FILES_WORKER, NOT_UNLOCKED } from "./protocol.js";
import { ownRecords } from "./stores/records.js";

/** @import { Attachments, AttachmentsOf, Core, InTurn, Tell } from "./types.d.ts" */

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
    /** @type {any} */
    let create;
    const take = (/** @type {any} */ { detail }) => (create = detail);
    document.addEventListener(BROUGHT, take);
    await runScript(BUNDLE).finally(() => document.removeEventListener(BROUGHT, take));
    return create({ tell, inTurn, ownRecords });
  }

  /** @param {keyof AttachmentsOf} name */
  const call =
    (name) =>
    /** @param {any[]} given */
    async (...given) => {
      const { session } = vault;
      if (!session) throw new KnownError(NOT_UNLOCKED);
      try {
        return await /** @type {any} */ ((await bring())[name])(session, ...given);
      } catch (error) {
        if (vault.session === session) endFor(/** @type {KnownError} */ (error).kind);
        throw error;
      }
    };

  return {
    add: call("add"),
    read: call("read"),
    list: call("list"),
    dropOthers: call("dropOthers"),
    room: call("room"),
  };
}
