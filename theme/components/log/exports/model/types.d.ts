// What is handed over, and the files that it becomes. Types alone.
import type { LogEntry, LogShape, Written } from "../../model/types.d.ts";

/** A file that the log keeps. */
export interface HandedFile {
  /** The number of the item that it belongs to, as its writer put it. */
  item: string;
  /** The id of that item. */
  id?: string;
  /** Its true name, as it came. */
  name: string;
  bytes: number;
  /** 64 hex digits, of the bytes that were kept. */
  sha256: string;
  /** The day that the device gave for the file, or empty. */
  dated?: string;
  /** When it was found, as a wall time, where that is known; it is part of the name in a portal. */
  wall?: string;
  /** It was taken off the item. */
  isTakenOff?: boolean;
  stream(): ReadableStream<Uint8Array>;
}

/** What is handed over of a log. */
export interface Handed {
  /** All lines, also those that are left out: their leaves are handed over. */
  lines: { seq: number; line: string }[];
  /** 64 hex digits each. */
  start: string;
  head: string;
  /** Sequence numbers of lines that nobody else is to read. */
  leftOut: Set<number>;
  /** Also what removed entries said goes in. */
  isWithRemoved?: boolean;
  entries: LogEntry[];
  /** Of the list of evidence. */
  items?: LogEntry[];
  shape: LogShape;
  /** When the export was made. */
  made: Written;
  files: HandedFile[];
  /** Those that turned out not to be what was kept. */
  broken?: Set<HandedFile>;
  /** How many files that items had once do not go in. */
  filesLeft?: number;
}

/** A file of an export: its bytes, or what gives them. */
export interface ExportFile {
  /** In ASCII, and safe on every system. */
  path: string;
  size: number;
  bytes?: Uint8Array<ArrayBuffer>;
  stream?: () => ReadableStream<Uint8Array>;
  /** Of a file that is read as it is written: what its bytes must be. */
  sha256?: string;
  /** CRC-32, which a ZIP names before the bytes. */
  crc?: number;
}

/** What stands beside the log in an export, as text. */
export interface Beside {
  /** HTML. */
  report: string;
  /** tools/check_log.py, byte for byte. */
  checker: string;
  /** contributing/log-export.schema.json. */
  schema: string;
}

export type Separator = "," | ";";

/** How kept files are read. */
export interface Reading {
  signal?: AbortSignal;
  /** More bytes were read. */
  onBytes?(bytes: number): void;
  /** A file is not what was kept, and is not handed over. */
  onBroken?(file: HandedFile): void;
}
