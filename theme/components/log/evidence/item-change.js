// Changes of an item's files, one after the other: each begins with what the item has when its turn comes. No DOM here.
import { fileTexts } from "../model/joined-versions.js";
import { KEPT } from "../model/meanings.js";

/**
 * Return what corrects an item, by its id, with other texts of files, and resolves with whether it was written. What of them
 * another version of the guide wrote stays.
 * @param {{log: {get(id: string): any}, correct: (item: any, typed: object) => Promise<any>}} parts
 */
export function createItemChanges({ log, correct }) {
  /** @type {Promise<unknown>} */
  let turn = Promise.resolve();

  /**
   * @param {string} id
   * @param {(texts: string[]) => string[]} make
   */
  return function change(id, make) {
    const done = turn.then(() => {
      const item = log.get(id);
      return item ? correct(item, { fields: { [KEPT]: make(fileTexts(item.fields)) } }) : null;
    });
    turn = done.catch(() => {}); // whoever asked for it is told
    return done.then(Boolean);
  };
}
