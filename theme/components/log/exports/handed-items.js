// Which items of the list of evidence go in, and which files with them. No DOM here.
import { filesOf } from "../model/kept-files.js";
import { itemNumber, itemsNamed } from "../model/items.js";
import { ITEMS } from "../model/meanings.js";

/** @import { LogEntry } from "../model/types.d.ts" */
/** @import { HandedFile } from "./model/types.d.ts" */
/** @typedef {(id: string) => Promise<{stream: ReadableStream<Uint8Array>}>} ReadFile */

/**
 * Return the items that go in: all, or those that the chosen entries name.
 * @param {{items(): LogEntry[], newestFirst(): LogEntry[]}} log
 * @param {ReadonlySet<string> | null} chosen ids of entries
 */
export function itemsToHand(log, chosen) {
  const items = log.items();
  if (!chosen) return items;
  const naming = log
    .newestFirst()
    .filter(({ id, removed, fields }) => chosen.has(id) && !removed && fields[ITEMS]);
  const named = new Set(naming.flatMap((entry) => itemsNamed(entry, items)));
  return items.filter((item) => named.has(item));
}

/**
 * Return the files of items; each is read when it is asked for.
 * @param {LogEntry[]} items
 * @param {ReadFile} read
 * @returns {HandedFile[]}
 */
export function filesToHand(items, read) {
  return items.flatMap((item) =>
    filesOf(item).map(({ file, name, bytes, sha256, dated }) => ({
      ...{ item: itemNumber(item), id: item.id, name, bytes, sha256, dated, wall: item.when.wall },
      stream: () => openedLater(() => read(file)),
    })),
  );
}

/**
 * Return a stream of what is only opened when somebody reads it.
 * @param {() => Promise<{stream: ReadableStream<Uint8Array>}>} open
 * @returns {ReadableStream<Uint8Array>}
 */
function openedLater(open) {
  /** @type {ReadableStreamDefaultReader<Uint8Array> | undefined} */
  let reader;
  return new ReadableStream(
    {
      async pull(controller) {
        reader ??= (await open()).stream.getReader();
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: (reason) => reader?.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}
