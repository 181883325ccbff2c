// Lists of calls and texts that T-Mobile (US) gives its customers.
import { _ } from "../../../common/gettext.js";
import { askTimes, hasHeadings, headedRows, openList, rawOf, stampOfCells, timeOfStamp } from "../headed.js";
import { orderOf } from "../orders.js";
import { kindOf, lengthOf } from "../words.js";

/** @import { Answers, Direction, Format, Input, RawRow, To, What } from "../types.d.ts" */
/** @import { HeadedRow, Headings } from "../headed.js" */

const DATE_TIME = "Date Time";
const KNOWN = [
  [DATE_TIME, "Number", "Destination", "Minutes", "Type"],
  [DATE_TIME, "Number", "Destination", "Direction", "Type"],
  ["Date", "Time", "Destination", "Number", "Minutes", "Type"],
  ["Date", "Time", "Destination", "Number", "Direction", "Type"],
];
const MAPPED = new Set([DATE_TIME, "Date", "Time", "Number", "Minutes"]);
const MAPPED_WITH_DIRECTION = new Set([...MAPPED, "Direction"]);

/** @type {Format} */
export const tMobile = {
  id: "t-mobile",
  label: _("T-Mobile bill (CSV)"),
  suits: ({ text, names }) => !names && hasHeadings(text, KNOWN),
  async questions(input) {
    return askTimes(input, stampsOf(input, await openList(input, KNOWN)));
  },
  read,
};

/** @param {HeadedRow} row */
const stampOfRow = ({ get }) => stampOfCells(get(DATE_TIME) || get("Date"), get("Time"));

/**
 * @param {Input} input
 * @param {Headings} list
 */
async function* stampsOf(input, list) {
  for await (const row of headedRows(input, list)) yield stampOfRow(row);
}

/**
 * @param {Input} input
 * @param {Answers} answers
 * @param {To} to
 */
async function read(input, answers, to) {
  const list = await openList(input, KNOWN);
  const order = orderOf(input, answers);
  const isCalls = list.labels.includes("Minutes");
  for await (const row of headedRows(input, list)) {
    const stamp = stampOfRow(row);
    const time = stamp && timeOfStamp(stamp, order);
    const isKnown = kindOf(row.get("Direction")).direction;
    const raw = rawOf(row.cells, list.labels, isKnown ? MAPPED_WITH_DIRECTION : MAPPED);
    if (time) to.row({ ...valuesOf(row, isCalls), ...time, raw, at: row.at });
    else
      to.skip(
        row.at,
        stamp ? _("There is no such day and time.") : _("This line has no date."),
        row.cells.join(" · "),
      );
  }
  to.note(
    _(
      "A bill can leave out messages of apps, and often rounds minutes up. It may leave out missed calls, too: we could not check that.",
    ),
  );
}

/**
 * @param {HeadedRow} row
 * @param {boolean} isCalls
 * @returns {Omit<RawRow, "at" | "epoch">}
 */
function valuesOf({ get }, isCalls) {
  const isIncoming = get("Destination").trim().toUpperCase() === "INCOMING";
  /** @type {Direction} */
  const ofCall = isIncoming ? "in" : "out";
  /** @type {What} */
  const what = isCalls ? "call" : "message";
  return {
    ...{ what, number: get("Number").trim(), length: lengthOf(get("Minutes")) },
    direction: isCalls ? ofCall : (kindOf(get("Direction")).direction ?? ""),
  };
}
