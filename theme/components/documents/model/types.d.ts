// The shapes that every document shares. Types alone: nothing of this file is in any bundle.

/** Values by their names, where a name can come from a file or another version: read one with `valueIn`. */
export type Named<T> = Record<string, T>;

/** What a field or a choice holds: a text, or the names of what is ticked. */
export type Value = string | string[];

/** What an entry holds by the names of its fields. A field of another version can hold anything that JSON can. */
export type Entry = Named<Value>;

export interface Field {
  label: string;
  kind: "line" | "text" | "day" | "ticks";
  /** UTF-16 units, or 0 where nobody can type. */
  most: number;
  share: boolean;
  /** The words of what can be ticked, by their names. */
  options: Named<string>;
}

/** A section of a form: one set of fields, or entries with the same fields. */
export interface Section {
  title: string;
  many: boolean;
  /** What an entry is called; empty where there is but one. */
  entry: string;
  fields: Named<Field>;
}

export interface Choice {
  label: string;
  many: boolean;
  options: Named<string>;
}

/** Where sentences are gathered that say what is added or lost, and what stays out. */
export interface Sentences {
  changes: string[];
  kept: string[];
}

/** What a document says, as `text.js` writes it. */
export interface TextLine {
  label: string;
  text: string;
}
export interface TextEntry {
  title: string;
  lines: TextLine[];
}
export interface TextSection {
  id: string;
  title: string;
  entries: TextEntry[];
}
export interface TextStep {
  action: string;
  caution: string;
  /** Whether the caution is to be read before the step. */
  first: boolean;
  done: boolean;
  /** What else is written next to it, above the note. */
  nextTo?: TextLine[];
  note: string;
}
export interface TextGroup {
  id: string;
  title: string;
  steps: TextStep[];
}
export type TextPart = TextSection | TextGroup;
