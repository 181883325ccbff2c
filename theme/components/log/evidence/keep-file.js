// Keep a file as an item of the list of evidence. No DOM here.
import { KnownError, UNREADABLE_FILE } from "../../vault/protocol.js";
import { filesOf, keptFileText } from "../model/kept-files.js";
import { itemNumber, nextItemNumber } from "../model/items.js";
import { HAVE, ITEM_NUMBER, KEPT } from "../model/meanings.js";
import { whenNow } from "../model/times.js";
import { writeItem } from "../model/writing.js";
import { addOne } from "./files/add-one.js";
import { isWhole } from "./files/adding.js";

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
  const { attachments = null } = lines.given().keeper ?? {};
  for (const item of items.filter(({ removed }) => !removed))
    for (const one of filesOf(item))
      if (one.sha256 === sha256 && (await isWhole(attachments, one))) return itemNumber(item);
  const kept = await addOne(attachments, file, { signal, onProgress });
  if (sha256 && kept.sha256 !== sha256) throw new KnownError(UNREADABLE_FILE); // it is not what was read
  const number = nextItemNumber(log.items());
  const fields = {
    [HAVE.field]: HAVE.options[0],
    [ITEM_NUMBER]: number,
    thing: what,
    [KEPT]: [keptFileText(kept)],
  };
  const { makes, problems } = writeItem({ when: whenNow(), fields }, writtenNow());
  if (problems.length) throw new RangeError("an item does not fit into its line");
  await lines.add(makes);
  return number;
}
