// All lines of the log, as they are handed on: those that are kept, or those of the page where nothing is kept. They are
// only read.
import { ATTACHMENT_GONE, KnownError } from "../../vault/protocol.js";
import { headAfterLines, hexOf, RANDOM_BYTES, startOf, bytesOfHex } from "../model/chain.js";

/**
 * Return what opens a kept file by its id.
 * @param {{keeper: any, isKept: boolean}} given
 * @returns {import("./handed-items.js").ReadFile}
 */
export const fileReader = ({ keeper, isKept }) =>
  isKept ? (id) => keeper.attachments.read(id) : () => Promise.reject(new KnownError(ATTACHMENT_GONE));

/**
 * Return `{lines, start, head}`, or null where part of the log cannot be read. `given` is what `lines.given()` of `../lines.js` returned.
 * @param {{keeper: any, isKept: boolean, rows: any}} given
 */
export async function readWhole({ keeper, isKept, rows }) {
  return isKept ? readKept(keeper) : readInMemory(rows);
}

async function readKept(keeper) {
  const { count, head, start, problems } = await keeper.check();
  /** @type {{seq: number, line: string}[]} */
  const lines = [];
  const read = await keeper.read((slice) => lines.push(...slice));
  // Another tab may have added some since.
  const checked = lines.filter(({ seq }) => seq <= count).sort((one, other) => one.seq - other.seq);
  const isWhole = !problems.length && !read.problems.length && checked.length === count;
  return isWhole ? { lines: checked, start: start ?? read.start, head } : null;
}

/** The chain begins here, and goes on from this start when the log is kept later: codes of this file still fit then. */
function readInMemory(rows) {
  const texts = rows.inMemory();
  rows.start ??= hexOf(startOf(crypto.getRandomValues(new Uint8Array(RANDOM_BYTES))));
  const lines = texts.map((line, at) => ({ seq: at + 1, line }));
  const head = hexOf(headAfterLines(/** @type {any} */ (bytesOfHex(rows.start)), texts));
  return { lines, start: rows.start, head };
}
