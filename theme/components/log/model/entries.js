// All lines of a log together: entries in order. Lines come in slices, the newest first, and one by one; each is read once,
// and puts only its own entry into order again. No DOM here.
import { _, fill } from "../../common/gettext.js";
import { changesOf } from "./changes.js";
import { byHappening, byNumber, entryOf, insert, merged } from "./entry.js";
import { byItemNumber, isItem, itemNumber } from "./items.js";
import { APART, CONTENT, READ_AGAIN, readLine, REMOVE, ROWS } from "./line.js";
import { WORST } from "./meanings.js";
import { noteRows } from "./rows-noted.js";
import { isFound, textOfEntry, textOfRows } from "./search.js";
import { lacking } from "./to-fill-in.js";
import { foldedText } from "./typed-text.js";

/** @import { Gathered, Line, LogEntry, LogShape, Search, Unreadable, Version } from "./types.d.ts" */

const OF_ROWS = 25; // a line of rows is as long to read for search as so many entries
const LATEST = 3; // entries, as in "the three latest"

/**
 * Return an empty log.
 * @param {LogShape} shape
 */
export function createEntries(shape) {
  const lines = createLines(shape);
  const orders = createOrders();
  const newestFirst = () => orders.after(lines.changed).happened;
  const asWritten = () => orders.after(lines.changed).numbered;
  const present = () => newestFirst().filter(({ removed }) => !removed);
  /** @type {WeakMap<LogEntry, string[]>} */
  const lacks = new WeakMap();

  /** @param {LogEntry} entry */
  function lacksOf(entry) {
    const known = lacks.get(entry) ?? lacking(entry, shape);
    lacks.set(entry, known);
    return known;
  }

  return {
    /**
     * Add lines: a slice in any order, or one.
     * @param {{seq: number, line: string}[]} rows
     */
    add: (rows) => rows.forEach(lines.add),
    clear() {
      lines.clear();
      orders.clear();
    },
    newestFirst,
    asWritten,
    /** Return the items of the list of evidence by their numbers, also removed ones. No entry is among them. */
    items: () => orders.after(lines.changed).items,
    /**
     * Return the item that has a number, as people write it, or null.
     * @param {string} number
     */
    itemByNumber(number) {
      const items = orders.after(lines.changed).items;
      const named = items.filter((item) => foldedText(itemNumber(item)) === foldedText(number.trim()));
      return named.find(({ removed }) => !removed) ?? named[0] ?? null;
    },
    /**
     * Return an entry or an item.
     * @param {string} id
     */
    get(id) {
      orders.after(lines.changed);
      return lines.gathered.get(id)?.entry ?? null;
    },
    /** @param {number} number */
    byNumber: (number) => asWritten().find((entry) => entry.number === number) ?? null,
    /** How many entries there are, also removed ones, without items. */
    get size() {
      return asWritten().length;
    },
    /** How many lines were added. */
    get lines() {
      return lines.known.size;
    },
    /** The instant at which the newest line was written, or an empty text. */
    get lastWritten() {
      return lines.newest()?.written.utc ?? "";
    },
    /**
     * Lines that cannot be shown, or of which a field cannot; by their numbers.
     * @returns {Unreadable[]}
     */
    get unreadable() {
      return [...lines.unreadable.values()].sort((one, other) => one.seq - other.seq);
    },
    /** @param {LogEntry} entry */
    changesOf: (entry) => changesOf(entry, shape),
    /**
     * Return what fits, by happening, the newest first.
     * @param {Search} search
     */
    find: (search) => newestFirst().filter(isFound(search, lines.textsOf)),
    /**
     * Read what some more entries say, so that the first search does not hold up the page. Return whether there are more.
     * @param {number} most
     */
    prepareSearch(most) {
      orders.after(lines.changed);
      return lines.readTexts(most);
    },
    /**
     * Return what lacks something, the oldest first, without those that the writer has done with.
     * @param {ReadonlySet<string>} [done] ids
     * @returns {{entry: LogEntry, lacks: string[]}[]}
     */
    toFillIn(done = new Set()) {
      const found = [];
      for (const entry of asWritten()) {
        const missing = entry.removed || done.has(entry.id) ? [] : lacksOf(entry);
        if (missing.length) found.push({ entry, lacks: missing });
      }
      return found.reverse();
    },
    /** @param {number} most */
    lastKinds: (most) => lastKinds(asWritten(), shape, most),
    /** Count entries, and name the first and the last that happened. */
    summary() {
      const entries = present();
      const removed = newestFirst().length - entries.length;
      return { count: entries.length, removed, first: entries.at(-1) ?? null, last: entries[0] ?? null };
    },
    /** Return the first, the latest three, and the latest three of those that the writer marked as the worst. */
    overview() {
      const entries = present();
      const worst = entries.filter(({ fields }) => isTicked(fields[WORST.field], WORST.option));
      return {
        first: entries.at(-1) ?? null,
        latest: entries.slice(0, LATEST),
        worst: worst.slice(0, LATEST),
      };
    },
  };
}

/**
 * Return what gathers lines by the entry that they belong to.
 * @param {LogShape} shape
 */
function createLines(shape) {
  /** @type {Map<string, Gathered>} */
  const gathered = new Map();
  /** @type {Map<number, Unreadable>} */
  const unreadable = new Map();
  /** @type {Set<number>} */
  const known = new Set();
  /** @type {Set<Gathered>} */
  const changed = new Set();
  /** @type {Set<Gathered>} */
  const unread = new Set();
  /** @type {Line | null} */
  let newest = null;

  /** @param {string} id */
  function gatheredOf(id) {
    /** @type {Gathered} */
    const one = gathered.get(id) ?? { versions: [], apart: [], rows: [], entry: null, text: null };
    gathered.set(id, one);
    return one;
  }

  /** @type {WeakMap<Version, string>} */
  const rowsTexts = new WeakMap(); // of lines of rows, each read once: an import has hundreds of them

  /** @param {Version} version */
  function textOfLine(version) {
    const text = rowsTexts.get(version) ?? textOfRows(version.line.rows ?? [], shape);
    rowsTexts.set(version, text);
    return text;
  }

  /** @param {LogEntry} entry */
  function textsOf(entry) {
    const one = gatheredOf(entry.id);
    one.text ??= textOfEntry(entry, shape);
    unread.delete(one);
    return [one.text, ...entry.rowsLines.map(textOfLine)];
  }

  /**
   * Read what some more entries say. Return whether there are more.
   * @param {number} most
   */
  function readTexts(most) {
    for (const { entry } of unread) {
      for (const version of entry?.rowsLines ?? []) {
        if (rowsTexts.has(version)) continue;
        if (most <= 0) return true;
        textOfLine(version);
        most -= OF_ROWS;
      }
      if (most-- <= 0) return true;
      if (entry) textsOf(entry);
    }
    return false;
  }

  return {
    ...{ gathered, unreadable, known, changed },
    newest: () => newest,
    /** @param {{seq: number, line: string}} row */
    add({ seq, line: text }) {
      if (known.has(seq)) return;
      known.add(seq);
      const { line, problems } = readLine(text, seq, shape);
      const list = line && LISTS.get(line.act);
      if (line && !list) problems.push(unknownAct(seq));
      if (problems.length) unreadable.set(seq, { seq, problems });
      if (!line || !list) return;
      if (!newest || newest.seq < seq) newest = line;
      if (line.rows) noteRows(line.rows);
      const one = gatheredOf(line.of ?? line.id);
      insert(one[list], { line, text });
      one.text = null;
      changed.add(one);
      unread.add(one);
    },
    textsOf,
    readTexts,
    clear() {
      for (const set of [gathered, unreadable, known, changed, unread]) set.clear();
      newest = null;
    },
  };
}

/** @type {Map<string, "versions" | "apart" | "rows">} */
const LISTS = new Map([
  ...[...CONTENT, REMOVE, READ_AGAIN].map((act) => /** @type {[string, "versions"]} */ ([act, "versions"])),
  [APART, "apart"],
  [ROWS, "rows"],
]);

/** Return what keeps entries in both orders, the newest first, and items by their numbers. */
function createOrders() {
  /** @type {LogEntry[]} */
  let happened = [];
  /** @type {LogEntry[]} */
  let numbered = [];
  /** @type {LogEntry[]} */
  let items = [];
  return {
    /**
     * Put what has changed where it belongs.
     * @param {Set<Gathered>} changed
     */
    after(changed) {
      if (changed.size) {
        const old = new Set([...changed].map(({ entry }) => entry));
        for (const one of changed) one.entry = entryOf(one);
        const all = [...changed].flatMap(({ entry }) => entry ?? []);
        const fresh = all.filter((entry) => !isItem(entry));
        /** @param {LogEntry} entry */
        const stays = (entry) => !old.has(entry);
        happened = merged(happened.filter(stays), [...fresh].sort(byHappening), byHappening);
        numbered = merged(numbered.filter(stays), fresh.sort(byNumber), byNumber);
        items = [...items.filter(stays), ...all.filter(isItem)].sort(byItemNumber);
        changed.clear();
      }
      return { happened, numbered, items };
    },
    clear() {
      happened = numbered = items = [];
    },
  };
}

/**
 * Return the kinds that were written last, each once.
 * @param {LogEntry[]} entries
 * @param {LogShape} shape
 * @param {number} most
 */
function lastKinds(entries, shape, most) {
  /** @type {Set<string>} */
  const kinds = new Set();
  for (const { kind, removed } of entries) {
    if (kinds.size === most) break;
    if (!removed && Object.hasOwn(shape.kinds, kind)) kinds.add(kind);
  }
  return [...kinds];
}

/**
 * @param {unknown} value
 * @param {string} option
 */
const isTicked = (value, option) => Array.isArray(value) && value.includes(option);

/** @param {number} seq */
function unknownAct(seq) {
  return fill(_("Number {seq}: this version of the guide does not know what it says. It is kept as it is."), {
    seq,
  });
}
