// The shapes of an import. README.md says how they are used.

/** A file, or what was pasted. A file is nearly one: `sourceOfFile`, `sourceOfText` and `sourceOfBytes` make them. */
export interface Source {
  name: string;
  size: number;
  stream(): ReadableStream<Uint8Array>;
  slice(from: number, to: number): Promise<Uint8Array>;
}

/** What the reader said to each question, by its id: `{zone: "Europe/London", order: "dmy"}`. */
export type Answers = Record<string, string>;

export interface Choice {
  value: string;
  label: string;
  /** What it would make of the file. */
  sample?: string;
}

export interface Question {
  id: string;
  asks: string;
  /** The answers that there are; for `columns`, the columns of the file, each with its first values as `sample`. */
  choices: Choice[];
  /** Chosen beforehand: never where it would be a guess about dates. */
  value?: string;
  /**
   * `zone`: the name of a zone, all that the browser knows, with the zone of the log chosen.
   * `columns`: a role for each column, as a JSON list of texts: `["when","number","","text"]`; `value` is the one to begin with.
   */
  takes?: "zone" | "columns";
  /** Of `columns`: what a column can be. */
  roles?: Choice[];
  /** The answer fits every file with the same text here, so it can be remembered by it. */
  remember?: string;
}

export type Mark = "gap" | "first" | "second" | "either";
export type What = "call" | "message" | "system";
export type Direction = "in" | "out" | "";

export interface ImportRow {
  /** What the clock showed, to the minute or second, or a day alone: `2026-10-25T01:30`, in the zone of the answer or in the offset the file has. */
  wall: string;
  /** Not there for a day alone, nor where the clock showed this twice and the file does not say which one it was (`mark: "either"`). */
  offset?: string;
  utc?: string;
  mark?: Mark;
  zone?: string;
  what: What;
  direction: Direction;
  /** One of `results.js`, or an empty text. */
  result: string;
  number: string;
  name: string;
  text: string;
  /** Seconds as digits, or as the file says. */
  length: string;
  /** Names of attachments that the file speaks of. */
  files?: string[];
  /** Which conversation, where the file has several. */
  chat?: string;
  /** Line or record in the file, from 1. */
  at: number;
  /** Ids of `notes.js`. */
  notes?: string[];
  /** What has no place in the log, by the file's own names. */
  raw?: Record<string, string>;
}

/** A row as a format reads it. What it leaves out is empty. Its time is one of the four; the core makes the rest of it. */
export type RawRow = RawTime & { at: number; what: What } & Partial<
    Pick<
      ImportRow,
      "direction" | "result" | "number" | "name" | "text" | "length" | "files" | "chat" | "notes" | "raw"
    >
  >;

export type RawTime =
  /** Milliseconds since 1970. */
  | { epoch: number }
  /** What a clock showed, in the zone of the answer. */
  | { wall: string; offset?: undefined }
  /** What a clock showed, and how far it was from UTC: `+01:00`. */
  | { wall: string; offset: string }
  /** `2026-10-25T00:30:00Z` is shown in the zone of the answer; one with an offset is shown as the file has it. */
  | { instant: string };

export interface Skipped {
  /** Line or record in the file, from 1. */
  at: number;
  /** A sentence. */
  reason: string;
  /** The beginning of what was skipped. */
  text?: string;
}

export interface Outcome {
  /** The id of the format, or an empty text where nothing was read. */
  format: string;
  label: string;
  /** `utf-8`, `utf-16le`, `utf-16be`, `windows-1252`, or an empty text. */
  encoding: string;
  /** What must be answered first. No row was read then. */
  questions: Question[];
  rows: number;
  skipped: number;
  /** How many letters were mended. */
  mended: number;
  /** Sentences about the whole file. */
  notes: string[];
  /** A sentence: nothing of this file may be added. */
  refused?: string;
  /** Of a film, sound or picture that is refused: the time in its name, which is only an offer. */
  offered?: { wall: string; offset?: string };
  /** Wall times of the earliest and the latest row. */
  first?: string;
  last?: string;
}

/** Where the rows go, in batches. */
export interface Out {
  onRows(rows: ImportRow[]): void;
  onSkipped(list: Skipped[]): void;
  onProgress?(bytes: number): void;
}

/** What a format gets to read. Each call reads the file from its beginning. */
export interface Input {
  name: string;
  size: number;
  encoding: string;
  /** Lines without their ends (LF, CRLF or CR), numbered from 1. */
  lines(): AsyncIterable<{ number: number; text: string }>;
  /** The text in pieces, decoded, without a byte order mark. */
  pieces(): AsyncIterable<string>;
  bytes(): AsyncIterable<Uint8Array>;
  /** Of a ZIP. */
  entries?: Entry[];
  /** Let others go on, when it is time. Reading pauses by itself; this is for long work on what was read. */
  pause(): Promise<void>;
}

export interface Entry {
  name: string;
  size: number;
  input(): Promise<Input>;
}

/** The beginning of a file, by which a format knows it. */
export interface Head {
  name: string;
  size: number;
  /** The first 64 KiB, decoded. Empty where the file is a ZIP. */
  text: string;
  bytes: Uint8Array;
  /** Of what is in a ZIP. */
  names?: string[];
}

export interface To {
  row(row: RawRow): void;
  skip(at: number, reason: string, text?: string): void;
  /** A sentence about the whole file. */
  note(sentence: string): void;
  /** So many letters were mended. */
  mended(count: number): void;
}

export interface Format {
  id: string;
  label: string;
  suits(head: Head): boolean;
  /** All that must be known before reading. What was answered already is in `answers`, for a question that follows from another. */
  questions(input: Input, answers: Answers): Promise<Question[]> | Question[];
  /** May throw a `Refusal` with a sentence. */
  read(input: Input, answers: Answers, to: To): Promise<void>;
  /** A sentence, where this kind of file is known and not read. */
  refusal?: string;
  /** What is refused has a time of its own, which its name may hold. */
  offersTime?: boolean;
}
