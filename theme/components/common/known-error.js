// Errors that a reader is told about, and those that are faults of ours.

/** A problem that is known by its kind alone: it carries no passphrase and no text of anyone. */
export class KnownError extends Error {
  /** @param {string} kind */
  constructor(kind) {
    super(kind);
    this.kind = kind;
  }
}

/** The kind of whatever is no `KnownError`: nobody foresaw it, so nothing can be said about what it left behind. */
export const OURS = "ours";

/**
 * Return the kind of a caught error. A fault of ours is thrown again, apart from this work, so that it is seen.
 * @param {unknown} error
 */
export function kindOf(error) {
  if (error instanceof KnownError) return error.kind;
  // Its own text stays out: browsers quote values in it, and a value can be what somebody wrote.
  const seen = new Error(
    `a fault of this page: ${/** @type {Error | undefined} */ (error)?.name ?? typeof error}`,
  );
  setTimeout(() => {
    throw seen;
  });
  return OURS;
}
