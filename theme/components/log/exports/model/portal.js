// An export for a portal of the police: at most 16 files, with names that say what they are. No DOM here.
import { bagOf, readFiles } from "./bag.js";
import { portalNames } from "./names.js";
import { canBeZip, zip, zipSize } from "./zip.js";

/** @import { Beside, ExportFile, Handed, Reading, Separator } from "./types.d.ts" */

const MOST_FILES = 16; // in one submission
const MOST_BYTES = 2_000_000_000; // of one file
const OTHERS = 3; // the report, the log, and the report as the reader prints it to PDF
export const REPORT = "log-report.html";
export const LOG = "log.zip";

/**
 * Return the files to upload: the report, the log as a bag that lists the originals by their names here, and the originals, one
 * by one where they are few, else packed in parts.
 * @param {Handed} handed
 * @param {Beside} beside
 * @param {Reading & {separator?: Separator}} [how]
 * @returns {Promise<ExportFile[]>}
 */
export async function portalFiles(handed, beside, how = {}) {
  const names = portalNames(handed.files);
  const { kept, list } = await readFiles(handed.files, names, how);
  const bag = bagOf(handed, beside, { kept: [], list, separator: how.separator ?? "," });
  const report = new TextEncoder().encode(beside.report);
  const originals = kept.length > MOST_FILES - OTHERS ? packed(kept, handed) : kept;
  return [{ path: REPORT, bytes: report, size: report.length }, zipFile(LOG, bag, handed), ...originals];
}

/**
 * @param {ExportFile[]} files
 * @param {Handed} handed
 */
function packed(files, handed) {
  /** @type {ExportFile[][]} */
  const parts = [];
  for (const file of files) {
    const last = parts.at(-1);
    if (last && zipSize([...last, file]) <= MOST_BYTES && canBeZip([...last, file])) last.push(file);
    else parts.push([file]);
  }
  if (parts.length > MOST_FILES - OTHERS) throw new RangeError("a portal takes no more files");
  return parts.map((part, index) => zipFile(`originals-${index + 1}.zip`, part, handed));
}

/**
 * @param {string} path
 * @param {ExportFile[]} files
 * @param {Handed} handed
 * @returns {ExportFile}
 */
function zipFile(path, files, { made }) {
  return { path, size: zipSize(files), stream: () => streamOf(zip(files, made)) };
}

/**
 * Return what a generator gives as a stream; not every browser has `ReadableStream.from`.
 * @param {AsyncGenerator<Uint8Array<ArrayBuffer>>} parts
 * @returns {ReadableStream<Uint8Array<ArrayBuffer>>}
 */
export function streamOf(parts) {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
}
