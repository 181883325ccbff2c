// Keep a file as an item of the list of evidence. No DOM here.
import { filesOf, keptFileText } from "../model/kept-files.js";
import { itemNumber, nextItemNumber } from "../model/items.js";
import { HAVE, ITEM_NUMBER, KEPT } from "../model/meanings.js";
import { whenNow } from "../model/times.js";
import { writeItem } from "../model/writing.js";
import { addOne } from "./files/add-one.js";

/**
 * Resolve with the number of the item: of a new one, or of the one that has this very file already, by its SHA-256. Rejects with what
 * kept neither the file nor its line.
 * @param {File} file
 * @param {{what: string, sha256?: string, signal?: AbortSignal, onProgress?: (part: number) => void}} how `what`: what the item is
 * @param {any} parts of the log
 */
export async function keepFileAsItem(file, { what, sha256, signal, onProgress = () => {} }, parts) {
  const { log, lines, writtenNow } = parts;
  const items = log.items();
  const same = items.find((item) => !item.removed && filesOf(item).some((one) => one.sha256 === sha256));
  if (same) return itemNumber(same);
  const kept = await addOne(lines.given().keeper?.attachments, file, { signal, onProgress });
  const number = nextItemNumber(log.items());
  const fields = {
    [HAVE.field]: HAVE.options[0],
    [ITEM_NUMBER]: number,
    thing: what,
    [KEPT]: [keptFileText(kept)],
  };
  await lines.add(writeItem({ when: whenNow(), fields }, writtenNow()).makes);
  return number;
}
