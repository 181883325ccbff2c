// What the page asks of the worker that reads a file, and how that can fail.

export const LOOK = "look"; // begin to read, with these answers
export const STATUS = "status"; // how far it is; waits a little
export const ROWS = "rows";
export const SKIPPED = "skipped";
export const PEOPLE = "people";
export const CHOOSE = "choose";
export const ENTRY = "entry"; // what stands above the rows
export const PIECES = "pieces"; // rows as lines of the log take them

/** The worker did not start, or ended. */
export const STOPPED = "stopped";
export const FAILED = "failed";
