// What a reader has chosen, as `<html data-sight>` and what is kept hold it. No DOM here.

/** @typedef {{hide: boolean, idle: number, cover: boolean}} Choice */

/** Minutes without use after which a reader can have the page hidden. */
export const IDLE_MINUTES = [1, 5, 15];

/**
 * Read a choice; words that this version does not know count for nothing.
 * @param {unknown} text
 * @returns {Choice}
 */
export function readChoice(text) {
  const words = typeof text === "string" ? text.split(" ") : [];
  return {
    hide: words.includes("hide"),
    idle: IDLE_MINUTES.find((minutes) => words.includes(`idle-${minutes}`)) ?? 0,
    cover: words.includes("cover"),
  };
}

/**
 * @param {Choice} choice
 * @returns {string}
 */
export function writeChoice({ hide, idle, cover }) {
  return [hide && "hide", idle && `idle-${idle}`, cover && "cover"].filter(Boolean).join(" ");
}
