// Days as a reader's own calendar has them. No DOM here.

/**
 * Write a day as ISO 8601, in the reader's own time zone.
 * @param {Date} date
 */
export function dayOf(date) {
  /** @param {number} number */
  const two = (number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Return today's day, as `dayOf` writes it. */
export function today() {
  return dayOf(new Date());
}
