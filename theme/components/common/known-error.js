// Errors that the page explains to the reader, and those that are faults of ours.

const NAME = "KnownError";

/** A problem that is known by its kind alone: it carries no passphrase and no text of anyone. */
export class KnownError extends Error {
  /** @param {string} kind */
  constructor(kind) {
    super(kind);
    this.name = NAME;
    this.kind = kind;
  }
}

/** The kind of any error that is not a `KnownError`: nobody expected it, so we cannot say what it left behind. */
export const OURS = "ours";

/**
 * Return the kind of a caught error. A fault of ours is thrown again, outside this work, so that developers see it.
 * @param {unknown} error
 */
export function kindOf(error) {
  // By its name: what another bundle throws is of a class of its own.
  if (error instanceof Error && error.name === NAME) return /** @type {KnownError} */ (error).kind;
  // Its own text stays out: browsers quote values in it, and a value can be what somebody wrote.
  const seen = new Error(`a fault of this page: ${nameOf(error)}`);
  setTimeout(() => {
    throw seen;
  });
  return OURS;
}

/**
 * Return all that may be told of a fault of ours: the name of its class.
 * @param {unknown} error
 */
export const nameOf = (error) => /** @type {Error | undefined} */ (error)?.name ?? typeof error;

/**
 * Return a fault of which only that is known.
 * @param {string} name
 */
export const faultNamed = (name) => Object.assign(new Error("a fault of a worker"), { name });
