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

/** An instant, and what the clock was ahead of UTC at it. */
export interface Instant {
  utc: string;
  offset: string;
}

/** One time as the clock on the wall showed it; a day alone has no instant. */
export interface Point {
  wall: string;
  offset?: string;
  utc?: string;
  /** `first`, `second` or `gap`; another version can have others. */
  mark?: string;
}

/** When something happened. */
export interface When extends Point {
  /** `exact`, `about`, `between`, `day` or `noticed`. */
  as: string;
  /** Empty where the browser does not know it. */
  zone: string;
  /** Where `as` is `between`. */
  until?: Point;
}

/** When a line was written. */
export interface Written extends Instant {
  zone: string;
  /** `ok` or `went back`. */
  clock: string;
}

/** When something happened as a form has it; empty texts where nothing was typed. */
export interface TypedWhen {
  as: string;
  day: string;
  time: string;
  untilDay: string;
  untilTime: string;
  /** `first` or `second` where the clock showed the time twice. */
  which: string;
  untilWhich: string;
}

/** A time that the clock showed twice. */
export interface Twice {
  at: "start" | "end";
  first: Instant;
  second: Instant;
}

export interface ReadWhen {
  when: When | null;
  ask: Twice[];
  problems: string[];
}
