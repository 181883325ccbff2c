/** `vault.lines`: lines that are only ever added, beside the data. */
import { kindOf } from "../common/known-error.js";
import { pause } from "../common/time-limit.js";
import { KEPT_LATE, KnownError, NOT_UNLOCKED, STORAGE_SILENT } from "./protocol.js";
import { LINES } from "./stores/lines.js";
import { ownRecords } from "./stores/records.js";
import { LINES_ADDED, OTHER_TABS_SAVE, SAVE_NOW } from "./tabs.js";

/** @import { Core, InTurn, Listeners, LineStorage, Lines, LineStore, Session, Tell } from "./types.d.ts" */

/**
 * `endFor(kind)` ends what is unlocked where a problem means that it is no longer there.
 * @param {Core} vault
 * @param {{storage: LineStorage, tell: Tell, inTurn: InTurn, endFor: (kind: string) => void} & Pick<Listeners, "onLines">} tools
 * @returns {Lines}
 */
export function createLines(vault, { storage, tell, inTurn, endFor, onLines }) {
  /** @type {Session | null} */
  let roomIn = null; // the session that has looked

  /**
   * @template T
   * @param {(lines: LineStore, session: Session) => Promise<T>} work
   * @returns {Promise<T>}
   */
  async function withLines(work) {
    const { session } = vault;
    if (!session) throw new KnownError(NOT_UNLOCKED);
    try {
      return await work(session.storeOf(LINES), session);
    } catch (error) {
      if (error instanceof KnownError && vault.session === session) endFor(error.kind);
      throw error;
    }
  }

  /**
   * Before the first line: a database from before there were lines has no room for them, and data under the old name
   * have none at all.
   * @param {Session} session
   */
  async function makeRoom(session) {
    if (roomIn === session) return;
    await inTurn(() => ownRecords(session.key()));
    if (!(await storage.hasRoom())) {
      tell(SAVE_NOW); // tabs with older scripts can store no more after this
      await pause(OTHER_TABS_SAVE);
      await storage.makeRoom();
    }
    roomIn = session;
  }

  /** What was said not to be kept has been stored since. */
  function showLate() {
    tell(LINES_ADDED);
    onLines?.();
  }

  /**
   * @param {unknown} error
   * @param {LineStore} lines
   * @param {Session} session
   */
  function watchLate(error, lines, session) {
    if (!(error instanceof KnownError)) return;
    if (error.kind === KEPT_LATE) showLate();
    if (error.kind === STORAGE_SILENT)
      lines.late().then((isKept) => isKept && vault.session === session && showLate(), kindOf);
  }

  return {
    add: (makes, how) =>
      withLines(async (lines, session) => {
        if (!makes.length) return [];
        await makeRoom(session);
        try {
          const rows = await inTurn(() => lines.add(makes, how));
          tell(LINES_ADDED);
          return rows;
        } catch (error) {
          watchLate(error, lines, session);
          throw error;
        }
      }),
    read: (onSlice, how) => withLines((lines) => lines.read(onSlice, how)),
    check: () => withLines((lines) => lines.check()),
  };
}
