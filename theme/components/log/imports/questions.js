// What is asked before a file is read.
import { _ } from "../../common/gettext.js";
import { isKnownZone } from "../model/zones.js";

/** @import { Choice, Question } from "./types.d.ts" */

export const ZONE = "zone";
export const COLUMNS = "columns";

/**
 * Ask for the zone of the times in a file that has none.
 * @returns {Question}
 */
export const askZone = () => ({
  id: ZONE,
  asks: _("This list has no time zone. Where was the phone?"),
  choices: [],
  takes: "zone",
});

/**
 * Ask for the zone in which exact times are shown.
 * @returns {Question}
 */
export const askShownZone = () => ({
  id: ZONE,
  asks: _("The times in this file are exact. In which time zone do you want to see them?"),
  choices: [],
  takes: "zone",
});

/**
 * Return whether an answer fits its question.
 * @param {Question} question
 * @param {string | undefined} answer
 */
export function isAnswered({ takes, choices, roles }, answer) {
  if (answer === undefined) return false;
  if (takes === "zone") return isKnownZone(answer);
  if (takes === "columns") return columnRoles(answer, choices, roles ?? []) !== null;
  return choices.some(({ value }) => value === answer);
}

/**
 * Return the role of each column, or null where the answer does not fit these columns.
 * @param {string} answer
 * @param {Choice[]} columns
 * @param {Choice[]} roles
 * @returns {string[] | null}
 */
export function columnRoles(answer, columns, roles) {
  try {
    const given = JSON.parse(answer);
    const isFit = Array.isArray(given) && given.length === columns.length;
    return isFit && given.every((role) => role === "" || roles.some(({ value }) => value === role))
      ? given
      : null;
  } catch {
    return null;
  }
}
