// Lists that iMazing makes of an iPhone: messages in four generations, WhatsApp, and calls.
import { _ } from "../../../common/gettext.js";
import { askTimes, hasHeadings, headedRows, openList, rawOf, stampOfCells, timeOfStamp } from "../headed.js";
import { orderOf } from "../orders.js";
import { kindOf, lengthOf } from "../words.js";

/** @import { Answers, Direction, Format, Input, RawRow, To, What } from "../types.d.ts" */
/** @import { HeadedRow, Headings } from "../headed.js" */

// Headings of more than one word.
const CALL_TYPE = "Call type";
const CHAT = "Chat Session";
const DELETED_AT = "Deleted Date";
const EDITED_AT = "Edited Date";
const SENT_AT = "Message Date";
const SENDER = "Sender ID";
const SENDER_NAME = "Sender Name";
const WHATSAPP_SENT_AT = "Sent Date";
const MESSAGES = [CHAT, SENT_AT, "Type", "Text"];
const CALLS = [CALL_TYPE, "Date", "Duration", "Number"];
const KNOWN = [MESSAGES, CALLS];
const MAPPED = new Set([
  ...[CHAT, SENT_AT, SENDER, SENDER_NAME, "Subject", "Text", "Attachment"],
  ...[CALL_TYPE, "Date", "Duration", "Number", "Contact"],
]);

const KINDS = new Set(["incoming", "outgoing", "notification"]);
const MAPPED_WITH_TYPE = new Set([...MAPPED, "Type"]);

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
const stampOfRow = ({ get }) => stampOfCells(get(SENT_AT) || get("Date"));

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
  const isCalls = list.labels.includes(CALL_TYPE);
  for await (const row of headedRows(input, list)) {
    const stamp = stampOfRow(row);
    const time = stamp && timeOfStamp(stamp, order);
    const isKnown = !isCalls && KINDS.has(row.get("Type").trim().toLowerCase());
    const raw = rawOf(row.cells, list.labels, isKnown ? MAPPED_WITH_TYPE : MAPPED);
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
  const kind = kindOf(get(CALL_TYPE));
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
  const service = get("Service").trim() || (labels.includes(WHATSAPP_SENT_AT) ? "WhatsApp" : "");
  const files = [get("Attachment").trim()].filter(Boolean);
  return {
    ...{
      what,
      direction,
      result: resultOf(get),
      number: get(SENDER).trim(),
      name: get(SENDER_NAME).trim(),
    },
    text: [get("Subject"), get("Text")].filter(Boolean).join("\n"),
    files,
    // One person's SMS and WhatsApp are two conversations.
    chat: [get(CHAT).trim(), service].filter(Boolean).join(" · "),
    notes: get(EDITED_AT).trim() ? ["edited"] : [],
  };
}

/** @param {(name: string) => string} get */
function resultOf(get) {
  if (get(DELETED_AT).trim()) return "deleted";
  return /not delivered|fail/i.test(get("Status")) ? "failed" : "";
}
