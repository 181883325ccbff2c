// How much an import takes. A file may come from anybody.

export const MOST_BYTES = 1024 * 1024 * 1024; // of a file
export const MOST_ROWS = 200_000;
export const MOST_FIELD = 64 * 1024; // characters
export const MOST_ROW = 40_000; // bytes as JSON: a line of the log holds 48 KiB
export const MOST_LINE = 16 * 1024 * 1024; // characters
export const MOST_NESTING = 32;
export const HEAD = 64 * 1024; // bytes by which a format is known
export const MOST_TOLD = 300; // characters of what was skipped

// Of a ZIP.
export const MOST_ENTRIES = 2_000;
export const MOST_UNPACKED = 2 * 1024 * 1024 * 1024; // bytes in all
export const MOST_RATIO = 200; // unpacked for one packed
