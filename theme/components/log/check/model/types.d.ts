// What a check of a log is given, and what it returns. Types alone.
import type { Source } from "../../imports/types.d.ts";

export type Verdict =
  "changed" | "shorter" | "line-ends" | "unknown-version" | "not-understood" | "older" | "whole";

export interface Checked {
  verdict: Verdict;
  /** The line of the log at which it was changed or ends, where that is known. */
  at?: number;
  /** The verdict, what was found, and the sentences on what no check can show. */
  sentences: string[];
}

/** What a copy is compared with. */
export interface Against {
  /** A code of the log that somebody was given, as it was typed. */
  code?: string;
  older?: Source | Unpacked;
  signal?: AbortSignal;
}

/** Something that was found. */
export interface Finding {
  kind: Verdict;
  what: string;
  at: number;
}

/** What is right of a log, as far as it is right. */
export interface ReadLog {
  start: string;
  head: string;
  count: number;
  leaves: string[];
  /** Before the first line, and after each. */
  heads: string[];
  leftOut: number;
}

/** A file of an export. */
export interface BagEntry {
  name: string;
  /** In bytes, as it is unpacked. */
  size: number;
  /** Fails where it cannot be read. */
  bytes(): AsyncIterable<Uint8Array>;
}

/** The files of an export that was unpacked, with their paths. */
export interface Unpacked {
  files: BagEntry[];
}
