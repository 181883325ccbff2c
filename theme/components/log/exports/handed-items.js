// Which items of the list of evidence go in, and which files with them. No DOM here.
import { _, fill } from "../../common/gettext.js";
import { valueIn } from "../../documents/model/sets.js";
import { filesOf, filesOfVersions } from "../model/kept-files.js";
import { itemNumber } from "../model/items.js";
import { FILE } from "../model/meanings.js";
import { shownValue } from "../model/shown.js";
import { itemsListed } from "./items-listed.js";

/** @import { LogEntry } from "../model/types.d.ts" */
/** @import { HandedFile } from "./model/types.d.ts" */
/** @typedef {(id: string) => Promise<{stream: ReadableStream<Uint8Array>}>} ReadFile */

const THING = "thing";
// What the guide itself writes into an item: of a file that was brought in, and of a copy.
const BROUGHT_IN = _("File that was brought in: {name}");
const COPY = _("Copy of a file of item {number}, without the place");

/**
 * @typedef {object} Offered an item, and whether it goes along where the reader says nothing
 * @property {LogEntry} item
 * @property {boolean} isTicked
 * @property {boolean} isOfImport it holds all of a file that was brought in
 * @property {string} copyOf the number of the item that it is a copy of, or an empty text
 */

/**
 * Return all items with whether they go in: all, or those that the chosen entries name and nothing else. What holds the file of an
 * import goes in only where the reader ticks it, since it has all messages of that file.
 * @param {{items(): LogEntry[], newestFirst(): LogEntry[]}} log
 * @param {ReadonlySet<string> | null} chosen ids of entries
 * @returns {Offered[]}
 */
export function itemsToOffer(log, chosen) {
  const items = log.items();
  const entries = log.newestFirst();
  const imported = new Set(entries.flatMap(({ versions }) => versions.map(({ line }) => line.fields[FILE])));
  const naming = entries.filter(({ id, removed }) => chosen?.has(id) && !removed);
  const named = new Set(naming.flatMap((entry) => itemsListed(entry, items)));
  return items.map((item) => {
    const isOfImport =
      startsAs(item, BROUGHT_IN) || filesOfVersions(item).some(({ sha256 }) => imported.has(sha256));
    const isTicked = !isOfImport && (!chosen || named.has(item));
    return { item, isTicked, isOfImport, copyOf: copiedFrom(item, items) };
  });
}

/** @param {LogEntry} item */
const thingOf = ({ fields }) => shownValue(valueIn(fields, THING), { options: {} });

/**
 * @param {LogEntry} item
 * @param {string} words
 */
const startsAs = (item, words) => thingOf(item).startsWith(fill(words, { name: "" }).trim());

/**
 * Return the number of the item that this one is a copy of without its place, where that is there.
 * @param {LogEntry} item
 * @param {LogEntry[]} items
 */
function copiedFrom(item, items) {
  const numbers = items.filter((other) => other !== item).map(itemNumber);
  return numbers.find((number) => thingOf(item) === fill(COPY, { number })) ?? "";
}

/**
 * Return the items that go in. `ticks`: what the reader ticked, and took the tick from, by ids.
 * @param {{items(): LogEntry[], newestFirst(): LogEntry[]}} log
 * @param {{chosen: ReadonlySet<string> | null, ticks?: ReadonlyMap<string, boolean>}} how
 */
export const itemsToHand = (log, { chosen, ticks = new Map() }) =>
  itemsToOffer(log, chosen)
    .filter(({ item, isTicked }) => ticks.get(item.id) ?? isTicked)
    .map(({ item }) => item);

/**
 * Return the files of items; each is read when it is asked for. `isWithRemoved`: also those that were taken off.
 * @param {LogEntry[]} items
 * @param {ReadFile} read
 * @param {{isWithRemoved?: boolean}} [how]
 * @returns {HandedFile[]}
 */
export function filesToHand(items, read, { isWithRemoved = false } = {}) {
  return items.flatMap((item) => {
    const now = new Set(filesOf(item).map(({ file }) => file));
    const files = isWithRemoved ? filesOfVersions(item) : filesOf(item);
    return files.map(({ file, name, bytes, sha256, dated }) => ({
      ...{ item: itemNumber(item), id: item.id, name, bytes, sha256, dated },
      isTakenOff: !now.has(file),
      stream: () => openedLater(() => read(file)),
    }));
  });
}

/**
 * Count the files that items had, and that do not go in because they were taken off, or removed with their item.
 * @param {LogEntry[]} items as the log has them
 * @param {HandedFile[]} files that go in
 */
export function countOfTakenOff(items, files) {
  const all = items.reduce((sum, item) => sum + filesOfVersions(item).length, 0);
  return all - files.length;
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
