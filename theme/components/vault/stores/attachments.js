/** What works on attachments in a session, which ends with it. */
import { NOTHING_LEFT } from "./nothing-left.js";

/** @import { AttachmentStore, StoreSession } from "../types.d.ts" */

export const ATTACHMENTS = "attachments";

/**
 * @param {StoreSession} session
 * @returns {AttachmentStore}
 */
export function attachments(session) {
  /** @type {((how: {again: boolean}) => void)[]} */
  const ends = [];
  return {
    ...NOTHING_LEFT,
    session,
    onEnd: (work) => void ends.push(work),
    takeKey: () => {},
    end(how) {
      for (const work of ends) work(how);
      return null;
    },
  };
}
