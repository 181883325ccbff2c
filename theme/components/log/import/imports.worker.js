/** Read a file in a worker, and hold its rows: the page asks for those that it shows, and for pieces to keep. */
import { sha256 } from "@noble/hashes/sha2.js";
import { pause } from "../../common/time-limit.js";
import { respondWith } from "../../worker/respond.js";
import { readImport } from "../imports/read-import.js";
import { sourceOfFile, sourceOfText } from "../imports/sources.js";
import { kindOfImport, piecesOf, whenOfImport } from "../model/import-entry.js";
import { hexOf } from "../model/chain.js";
import { createChosen } from "./chosen.js";
import { CHOOSE, ENTRY, FAILED, LOOK, PEOPLE, PIECES, ROWS, SKIPPED, STATUS } from "./protocol.js";

/** @import { ImportRow, Outcome, Skipped } from "../imports/types.d.ts" */

const STATUS_EACH = 150; // milliseconds
const ROWS_IN_ONE = 500; // rows that are made into pieces at once: the page reads them in one go

/** @type {ReturnType<typeof sourceOfFile>} */
let source;
/** @type {Promise<string> | null} */
let hash = null;
let reading = /** @type {ReturnType<typeof begin>} */ (/** @type {unknown} */ (null)); // until there is a file

respondWith(
  {
    /** @param {{file?: File, text?: string, name?: string, answers: Record<string, string>}} asked */
    [LOOK]({ file, text, name = "", answers }) {
      reading?.stop();
      if (file || text !== undefined) {
        source = file ? sourceOfFile(file) : sourceOfText(String(text), name);
        hash = null;
      }
      reading = begin(answers);
    },

    async [STATUS]() {
      await Promise.race([reading.done, pause(STATUS_EACH)]);
      const { outcome, bytes, rows, skipped } = reading;
      const isRead = outcome && !outcome.refused && !outcome.questions.length;
      return {
        ...{
          outcome,
          bytes,
          size: source.size,
          name: source.name,
          rows: rows.length,
          skipped: skipped.length,
        },
        ...(isRead && { sha256: await (hash ??= hashOf(source)), duplicates: reading.duplicates }),
      };
    },

    /** @param {{from: number, count: number}} asked */
    [ROWS]: ({ from, count }) =>
      chosen()
        .rows()
        .slice(from, from + count),
    /** @param {{from: number, count: number}} asked */
    [SKIPPED]: ({ from, count }) => reading.skipped.slice(from, from + count),
    [PEOPLE]: () => chosen().people(),
    /** @param {{people: string[] | null, from: string, until: string}} asked */
    [CHOOSE]: (asked) => chosen().choose(asked),
    /** @param {{zone: string}} asked */
    [ENTRY]({ zone }) {
      const rows = chosen().rows();
      return { kind: kindOfImport(rows), when: whenOfImport(rows, zone) };
    },
    /** @param {{from: number}} asked */
    [PIECES]({ from }) {
      const rows = chosen().rows();
      const next = Math.min(from + ROWS_IN_ONE, rows.length);
      return { pieces: piecesOf(rows.slice(from, next)), next, isLast: next === rows.length };
    },
  },
  () => null,
  { ours: FAILED },
);

const chosen = () => (reading.chosen ??= createChosen(reading.rows));

/** @param {Record<string, string>} answers */
function begin(answers) {
  const stopping = new AbortController();
  const state = {
    stop: () => stopping.abort(),
    bytes: 0,
    duplicates: 0,
    rows: /** @type {ImportRow[]} */ ([]),
    skipped: /** @type {Skipped[]} */ ([]),
    outcome: /** @type {Outcome | null} */ (null),
    chosen: /** @type {ReturnType<typeof createChosen> | null} */ (null),
    done: /** @type {Promise<void>} */ (Promise.resolve()),
  };
  const out = {
    onRows(/** @type {ImportRow[]} */ rows) {
      for (const row of rows) {
        state.rows.push(row);
        if (row.notes?.includes("duplicate")) state.duplicates += 1;
      }
    },
    onSkipped: (/** @type {Skipped[]} */ list) => void state.skipped.push(...list),
    onProgress: (/** @type {number} */ bytes) => void (state.bytes = bytes),
  };
  state.done = readImport(source, answers, out, stopping.signal).then(
    (outcome) => void (state.outcome = outcome),
  );
  state.done.catch(() => {}); // STATUS reports it
  return state;
}

/** @param {ReturnType<typeof sourceOfFile>} from */
async function hashOf(from) {
  const sum = sha256.create();
  const reader = from.stream().getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) sum.update(read.value);
  return hexOf(/** @type {any} */ (sum.digest()));
}
