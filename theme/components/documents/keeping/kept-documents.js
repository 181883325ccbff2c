// What is kept of all documents together: opened, and joined. No DOM here.
import { areSame } from "../model/three-way.js";
import { joinCounts } from "./backup-reminder.js";

/** @import { Count } from "./backup-reminder.js" */

/**
 * What is kept: each document by its kind, and these four. What an older version kept may lack them; names that this
 * version does not know stay as they are.
 * @typedef {{copy?: Count, copyOfLines?: Count, idle?: number, sight?: string, [kind: string]: unknown}} Kept
 */

const BESIDE = ["copy", "copyOfLines", "idle", "sight"];

/** The data of one document; of one that is not kept yet, those of an empty one. */
export const dataOf = (one, kept) => kept[one.kind] ?? one.empty();

/** Where some document is kept, of a kind that this page may not know, one that is not yet counts as empty. */
export function openAll(documents, stored) {
  const isAny = Object.keys(stored).some((name) => !BESIDE.includes(name));
  const opened = {};
  const problems = [];
  for (const one of documents) {
    const isMissing = isAny && !Object.hasOwn(stored, one.kind);
    const found = isMissing ? { data: one.empty() } : one.open(stored[one.kind]);
    problems.push(...(found.problems ?? []));
    opened[one.kind] = found.data;
  }
  return { opened, problems };
}

/**
 * Join two tabs' versions of `base`.
 * @param {any[]} documents
 * @param {Kept} base
 * @param {Kept} mine
 * @param {Kept} theirs
 * @returns {Kept}
 */
export function joinAll(documents, base, mine, theirs) {
  if (areSame(mine, theirs)) return theirs;
  const joined = documents
    .filter(({ kind }) => [base, mine, theirs].some((data) => Object.hasOwn(data, kind)))
    .map((one) => {
      const [was, is, other] = [base, mine, theirs].map((data) => dataOf(one, data));
      return [one.kind, one.join(was, is, other)];
    });
  const copyOfLines = joinCounts(base.copyOfLines, mine.copyOfLines, theirs.copyOfLines);
  const sight = mine.sight === base.sight ? theirs.sight : mine.sight;
  return {
    ...theirs,
    ...Object.fromEntries(joined),
    copy: joinCounts(base.copy, mine.copy, theirs.copy),
    ...(copyOfLines && { copyOfLines }),
    idle: mine.idle === base.idle ? theirs.idle : mine.idle,
    ...(sight !== undefined && { sight }),
  };
}
