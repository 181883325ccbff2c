// The shapes of a log. Types alone: nothing of this file is in any bundle.
import type { Named } from "../../documents/model/types.d.ts";

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

/** What a field of a line holds: a text, the names of what is ticked, or a whole number. */
export type LogValue = string | string[] | number;
export type LogFields = Named<LogValue>;
/** One row of a series: texts and whole numbers by the names of its columns. */
export type Row = Named<string | number>;

/** A field of content/log.yml. */
export interface LogField {
  label: string;
  /** `when`, `set`, `line`, `text`, `choice`, `ticks`, `number`, `day`, `rows` or `files`. */
  takes: string;
  /** The most letters (UTF-16 units), rows, files, or what a number can be. */
  most: number;
  /** Whether it is kept in a line of its own. */
  apart: boolean;
  group: string;
  /** The kinds that ask for it first. */
  first: string[];
  options: Named<string>;
  /** The columns of rows. */
  columns?: string[];
}
export interface LogShape {
  kinds: Named<{ label: string }>;
  fields: Named<LogField>;
  /** The labels of the fields that an item of the list of evidence has, in their order. */
  ofItem?: Named<string>;
}

/** A file of an item. */
export interface KeptFile {
  /** Its id among the attachments of the vault. */
  file: string;
  bytes: number;
  /** 64 hex digits, of the bytes that were stored. */
  sha256: string;
  /** The day that the device gave for the file, ISO 8601, or empty: never when something happened. */
  dated: string;
  /** As the device named it. */
  name: string;
}

/** One line as it was read. It also has what only another version of the guide knows. */
export interface Line {
  v: number;
  seq: number;
  /** Of the entry, or of what lies beside it. */
  id: string;
  ver: number;
  /** The entry that it belongs to. */
  of?: string;
  /** The sequence number of the entry's first line; missing in that line itself. */
  first?: number;
  salt: string;
  act: string;
  kind: string;
  when?: When;
  written: Written;
  fields: LogFields;
  rows?: Row[];
  /** The leaf of the version before. */
  was?: string;
}
export interface ReadLine {
  line: Line | null;
  problems: string[];
}

/** A row of a file that was brought in, as `../imports/` reads it. */
export interface ImportedRow {
  /** What the clock showed. */
  wall: string;
  offset?: string;
  utc?: string;
  /** `first`, `second`, `either` or `gap`. */
  mark?: string;
  zone?: string;
  /** `call`, `message` or `system`. */
  what: string;
  /** An option of the field `way`, where it is another than for a call or a text. */
  way?: string;
  direction: string;
  result: string;
  number: string;
  name: string;
  text: string;
  length: string;
  files?: string[];
  chat?: string;
  /** Line or record in the file. */
  at: number;
  notes?: string[];
  /** Other columns of the file. */
  raw?: Named<string>;
}

/** What the log says of a file that was brought in. */
export interface ImportedFile {
  name: string;
  sha256: string;
  bytes: number;
  format: string;
  encoding: string;
  zone: string;
  /** How many there were, also those that were left out. */
  rows: number;
  skipped: number;
  /** The number of the item that holds the file itself. */
  item?: string;
}

/** What a form gives for a field: a text, also of a number, or the names of what is ticked. */
export type TypedValue = string | string[] | number;
export type TypedFields = Named<TypedValue>;

/** What was typed into the form of an entry. A field that is missing stays as it was. */
export interface TypedEntry {
  kind: string;
  when: When;
  /** Also those that are kept apart. */
  fields: TypedFields;
  /** All rows of a series; a row has texts by the names of its columns, and in `when` a wall time or a day. */
  rows?: Named<TypedValue>[];
}

export interface Context {
  shape: LogShape;
  written: Written;
}

/** Returns the text of a line for its sequence number. */
export type Make = (next: { seq: number }) => string;
export interface WhatToWrite {
  /** In their order, in one transaction. */
  makes: Make[];
  /** Sentences; there is nothing to write then. */
  problems: string[];
}

/** A line as it was read, and its text as it is stored. */
export interface Version {
  line: Line;
  text: string;
}

/** What happened, as its lines tell it together. */
export interface LogEntry {
  id: string;
  /** The sequence number of its first line, which is the number that people see. */
  number: number;
  /** The sequence number of its newest line. */
  seq: number;
  kind: string;
  when: When;
  /** What it is ordered by: `orderOfWhen`. */
  happened: number;
  /** When its first line was written. */
  written: Written;
  fields: LogFields;
  /** What is kept apart, or null. */
  apart: Version | null;
  /** All that was ever kept apart, the oldest first. */
  apartVersions: Version[];
  rows: Row[];
  /** The lines that hold these rows. */
  rowsLines: Version[];
  /** The lines of these rows, and of those that they took the place of, the oldest first. */
  rowsVersions: Version[][];
  /** All lines of the entry itself, the oldest first. */
  versions: Version[];
  /** The newest one that says what happened. */
  content: Version;
  /** The one that removed it, or null. */
  removed: Version | null;
  /** Those with which the writer said that it is as they remember. */
  readAgain: Version[];
}

/** The lines of one entry, each list by sequence number. */
export interface Gathered {
  versions: Version[];
  apart: Version[];
  rows: Version[];
  entry: LogEntry | null;
  /** All that it says, folded, once it was searched; without its rows. */
  text: string | null;
}

export interface Unreadable {
  seq: number;
  /** Sentences. */
  problems: string[];
}

/** What a version changed in one field, as text. */
export interface Change {
  label: string;
  before: string;
  after: string;
  /** Whether it is kept apart. */
  isApart?: boolean;
  /** Whether it is a file that was added, so that nothing took the place of anything. */
  isAdded?: boolean;
}
export interface VersionChanges {
  version: Version;
  changes: Change[];
}

/** What to look for. What is missing does not matter. */
export interface Search {
  /** All of them, in any order. */
  words?: string;
  /** One of them. */
  kinds?: string[];
  /** Days, ISO 8601. */
  from?: string;
  until?: string;
  /** Only what the police were told, or said. */
  police?: boolean;
  evidence?: boolean;
}

/** What Python gets of an entry: nothing that anyone wrote. Its names are Python's. */
export interface PlainRow {
  number: number;
  kind: string;
  day: string;
  /** Null where it is not known. */
  hour: number | null;
  written_day: string;
  written_hour: number;
  /** How many one entry stands for. */
  times: number;
  /** One for each row of a series. */
  points: { day: string; hour: number | null }[];
  /** What is ticked among `signs`. */
  signs: string[];
  /** The ids of the fields that are filled. */
  has: string[];
}
