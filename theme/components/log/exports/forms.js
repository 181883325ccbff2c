// The forms of a file: what each is called and made of.
import { bagFiles } from "./model/bag.js";
import { exactCsv, readerCsv } from "./model/csv.js";
import { exportJsonl } from "./model/jsonl.js";
import { portalFiles } from "./model/portal.js";
import { chunksOf, zip } from "./model/zip.js";
import { reportFile, withPictures } from "./report/file.js";

const LONGEST_PIECE = 4 * 1024 * 1024; // bytes; a browser may keep such pieces outside of its memory
const ZIP = "application/zip";

/** @typedef {{name: string, blob: Blob, isWhole: boolean}} MadeFile */

/**
 * Make the files of a form: one, or those for a portal. `report()` returns the parts of the report, its title and what stands at
 * the edge of its pages; `carried` is what each export has of this project; `pictures` are those of the report as a page.
 * @param {string} form
 * @param {any} handed
 * @param {{report: () => any, carried: {checker: string, schema: string}, separator: "," | ";",
 *   reading?: import("./model/types.d.ts").Reading, pictures?: Blob[]}} how
 * @returns {Promise<MadeFile[]>}
 */
export async function makeFiles(form, handed, { report, carried, separator, reading, pictures = [] }) {
  const page = () => {
    const { parts, ...rest } = report();
    return reportFile(parts, { ...rest, isWithPictures: pictures.length > 0 });
  };
  // Asked for after the files were read: it names those that are not whole.
  const beside = {
    ...carried,
    get report() {
      return page();
    },
  };
  const how = { separator, ...reading };
  switch (form) {
    case "csv":
      return [textFile("log.csv", "text/csv", readerCsv(handed, { separator }))];
    case "csv-exact":
      return [textFile("log-exact.csv", "text/csv", exactCsv(handed))];
    case "jsonl":
      return [textFile("log.jsonl", "application/jsonl", exportJsonl(handed))];
    case "report-file":
      return [{ name: "report.html", blob: await withPictures(page(), pictures), isWhole: false }];
    case "portal":
      return filesOf(await portalFiles(handed, beside, how));
    default: {
      const files = await bagFiles(handed, beside, how);
      const blob = await blobOf(zip(files, handed.made), ZIP);
      return [{ name: "log.zip", blob, isWhole: isWhole(handed) }];
    }
  }
}

/** Nothing of the log is left out: no line, no item, and no file that an item ever had. */
const isWhole = ({ leftOut, broken, itemsLeft = 0, filesLeft = 0 }) =>
  !leftOut.size && !broken?.size && !itemsLeft && !filesLeft;

const textFile = (name, type, text) => ({ name, blob: new Blob([text], { type }), isWhole: false });

async function filesOf(files) {
  const made = [];
  for (const { path, bytes, stream } of files) {
    const type = path.endsWith(".zip")
      ? ZIP
      : path.endsWith(".html")
        ? "text/html"
        : "application/octet-stream";
    const blob = bytes ? new Blob([bytes], { type }) : await blobOf(chunksOf(stream()), type);
    made.push({ name: path, blob, isWhole: false });
  }
  return made;
}

/**
 * @param {AsyncIterable<Uint8Array>} pieces
 * @param {string} type
 */
async function blobOf(pieces, type) {
  /** @type {Blob[]} */
  const blobs = [];
  /** @type {Uint8Array<ArrayBuffer>[]} */
  let waiting = [];
  let size = 0;
  for await (const piece of pieces) {
    waiting.push(/** @type {Uint8Array<ArrayBuffer>} */ (piece));
    size += piece.length;
    if (size < LONGEST_PIECE) continue;
    blobs.push(new Blob(waiting));
    [waiting, size] = [[], 0];
  }
  return new Blob([...blobs, ...waiting], { type });
}
