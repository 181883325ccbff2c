// The shapes of a log. Types alone: nothing of this file is in any bundle.

export type Bytes = Uint8Array<ArrayBuffer>;

/** What is written down to tell later that a log is whole: seven groups of four, the number of lines, and the day. */
export interface WitnessCode {
  /** How many lines the log had. */
  count: number;
  /** ISO 8601. */
  day: string;
  groups: string[];
  /** As it is shown: `412 · 25 Oct 2026 · K7QM-…`. */
  text: string;
}

/** A witness code as somebody typed it. */
export interface ReadCode {
  /** Null where it was not typed, or cannot be read. */
  count: number | null;
  /** ISO 8601, or empty. */
  day: string;
  groups: string[];
  /** The groups that are wrong for certain or most likely, from 1 on. */
  wrong: number[];
  /** Sentences; empty where the code fits its own check. */
  problems: string[];
}
