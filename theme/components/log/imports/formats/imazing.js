// Lists that iMazing makes of an iPhone: messages in four generations, WhatsApp, and calls.
import { _ } from "../../../common/gettext.js";
import { askTimes, hasHeadings, headedRows, openList, rawOf, stampOfCells, timeOfStamp } from "../headed.js";
import { orderOf } from "../orders.js";
import { kindOf, lengthOf } from "../words.js";

/** @import { Answers, Direction, Format, Input, RawRow, To, What } from "../types.d.ts" */
/** @import { HeadedRow, Headings } from "../headed.js" */

const MESSAGES = ["Chat Session", "Message Date", "Type", "Text"];
const CALLS = ["Call type", "Date", "Duration", "Number"];
const KNOWN = [MESSAGES, CALLS];
const MAPPED = new Set([
  ...["Chat Session", "Message Date", "Type", "Sender ID", "Sender Name", "Subject", "Text", "Attachment"],
  ...["Call type", "Date", "Duration", "Number", "Contact"],
]);

/** @type {Format} */
export const imazing = {
  id: "imazing",
  label: _("iMazing (CSV)"),
  suits: ({ text, names }) => !names && hasHeadings(text, KNOWN),
  async questions(input) {
    return askTimes(input, stampsOf(input, await openList(input, KNOWN)));
  },
  read,
};

/** @param {HeadedRow} row */
const stampOfRow = ({ get }) => stampOfCells(get("Message Date") || get("Date"));

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
  const isCalls = list.labels.includes("Call type");
  for await (const row of headedRows(input, list)) {
    const stamp = stampOfRow(row);
    const time = stamp && timeOfStamp(stamp, order);
    const raw = rawOf(row.cells, list.labels, MAPPED);
    if (time) to.row({ ...(isCalls ? callOf(row) : messageOf(row, list.labels)), ...time, raw, at: row.at });
    else
      to.skip(
        row.at,
        stamp ? _("There is no such day and time.") : _("This line has no date."),
        row.cells.join(" · "),
      );
  }
}

/**
 * @param {HeadedRow} row
 * @returns {Omit<RawRow, "at" | "epoch">}
 */
function callOf({ get }) {
  const kind = kindOf(get("Call type"));
  return {
    ...{ ...kind, what: "call", number: get("Number").trim(), name: get("Contact").trim() },
    length: lengthOf(get("Duration")),
  };
}

/**
 * @param {HeadedRow} row
 * @param {string[]} labels
 * @returns {Omit<RawRow, "at" | "epoch">}
 */
function messageOf({ get }, labels) {
  const type = get("Type").trim().toLowerCase();
  /** @type {What} */
  const what = type === "notification" ? "system" : "message";
  /** @type {Direction} */
  const direction = type === "incoming" ? "in" : type === "outgoing" ? "out" : "";
  const service = get("Service").trim() || (labels.includes("Sent Date") ? "WhatsApp" : "");
  const files = [get("Attachment").trim()].filter(Boolean);
  return {
    ...{
      what,
      direction,
      result: resultOf(get),
      number: get("Sender ID").trim(),
      name: get("Sender Name").trim(),
    },
    text: [get("Subject"), get("Text")].filter(Boolean).join("\n"),
    files,
    // One person's SMS and WhatsApp are two conversations.
    chat: [get("Chat Session").trim(), service].filter(Boolean).join(" · "),
    notes: get("Edited Date").trim() ? ["edited"] : [],
  };
}

/** @param {(name: string) => string} get */
function resultOf(get) {
  if (get("Deleted Date").trim()) return "deleted";
  return /not delivered|fail/i.test(get("Status")) ? "failed" : "";
}
