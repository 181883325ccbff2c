// Words of a plan that the person may know. No DOM here.

/** @import { Plan } from "./types.d.ts" */

const LONGEST_LINE = 200; // characters
const MOST_KNOWN = 300;

/**
 * List words of a plan that the person may know: names of people and places, numbers.
 * @param {Pick<Plan, "parts" | "mine">} plan
 */
export function knownWords({ parts, mine }) {
  // A part or an entry of another version can be of any form.
  const texts = [...Object.values(mine), ...Object.values(parts).flat()].flatMap((entry) =>
    Object.values(entry ?? {}),
  );
  const lines = texts
    .filter((text) => typeof text === "string")
    .filter((text) => text.length <= LONGEST_LINE);
  const words = lines
    .flatMap((line) => line.toLowerCase().split(/[\s,.;:]+/))
    .filter((word) => word.length > 2);
  return [...new Set(words)].slice(0, MOST_KNOWN);
}
