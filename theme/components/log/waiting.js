// What was written before a log that was kept already was opened, until that has it. It may lock on the way, or be full.
import { KnownError, NOT_UNLOCKED } from "../vault/protocol.js";

/** `rows` is what the page has (`rows.js`); `read()` reads all that is kept into it, and `add(makes)` adds to what is kept. */
export function createWaiting(rows, { read, add }) {
  /** @type {string[]} */
  let texts = [];

  return {
    isAny: () => texts.length > 0,
    /** Return it with numbers after those that the page has. */
    numbered: () => rows.numbered(texts),

    /** Take what is on the page off it. */
    hold() {
      texts.push(...rows.texts());
      rows.clear();
    },

    /** Where nothing is kept, it is on the page again. */
    putBack() {
      rows.addInMemory(rows.makesOf(texts));
      texts = [];
    },

    drop: () => void (texts = []),

    /** Add it to the kept log. Where that fails, it is shown after what is kept. */
    async store(own = rows.epoch) {
      const count = texts.length;
      if (!count) return;
      try {
        if (own === rows.epoch) await read();
        if (own !== rows.epoch) throw new KnownError(NOT_UNLOCKED);
        const makes = rows.makesOf(texts);
        if (makes.length) rows.take(await add(makes), own);
      } catch (error) {
        if (own === rows.epoch) rows.showAfter(texts);
        throw error;
      }
      texts = texts.slice(count);
    },
  };
}
