// Any text: each line with a date is a row. For what was copied out of a bill, a page or a chat.
import { _ } from "../../../common/gettext.js";
import { plain } from "../digits.js";
import { askOrder, createOrderProof, dayOf, orderOf } from "../orders.js";
import { askZone } from "../questions.js";
import { findStamp, readTime } from "../stamps.js";
import { isPhoneNumber, kindOf } from "../words.js";

/** @import { Answers, Format, Input, To } from "../types.d.ts" */
/** @import { Stamp } from "../stamps.js" */

const LOOKED_AT = 500; // letters of a line in which a date is looked for
const CLOCK = /(?:^|[^\d:.])(\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.? ?m?\.?(?!\p{L}))?)/iu;
const NUMBER = /\+?\(?\d[\d ().\-\x2f]{4,22}\d/g;

// What lists say. The words of people, too, have "miss" and "call" in them.
const LISTED =
  /\b(missed|incoming|outgoing|received|placed|made)\b.{0,12}\b(calls?|sms|texts?|messages?)\b|anruf|llamada|appel /i;
const LENGTH_BEHIND = /(\d{3}) \d{1,2}$/; // behind a number

/** @type {Format} */
export const lines = {
  id: "lines",
  label: _("Lines of text"),
  suits: ({ text, names }) =>
    !names &&
    !/^\s*(<|\{|\[\s*[[{"\]])/.test(text) &&
    !text.includes("\0") &&
    text.split(/[\r\n]/).some((line) => stampIn(line)),
  questions,
  read,
};

/** @param {string} line */
const stampIn = (line) => findStamp(plain(line.slice(0, LOOKED_AT)));

/** @param {Input} input */
async function questions(input) {
  const proof = createOrderProof({ mayGoBack: true });
  for await (const { text } of input.lines()) {
    const stamp = stampIn(text);
    if (stamp) proof.add(stamp.day, stamp.isEastern);
  }
  return [...askOrder(input, proof), askZone()];
}

/**
 * @param {Input} input
 * @param {Answers} answers
 * @param {To} to
 */
async function read(input, answers, to) {
  const order = orderOf(input, answers);
  for await (const { number: at, text } of input.lines()) {
    if (text.trim() === "") continue;
    const stamp = stampIn(text);
    const day = stamp && dayOf(stamp.day, order);
    if (!stamp) to.skip(at, _("This line has no date."), text);
    else if (!day) to.skip(at, _("There is no such day and time."), text);
    else to.row(rowOf(text, stamp, day, at));
  }
}

/**
 * @param {string} text
 * @param {Stamp} stamp
 * @param {string} day
 * @param {number} at
 */
function rowOf(text, stamp, day, at) {
  const line = plain(text.slice(0, LOOKED_AT));
  const rest = `${line.slice(0, stamp.at)} ${line.slice(stamp.at + stamp.length)}`;
  const clock = stamp.time || (readTime(CLOCK.exec(rest)?.[1] ?? "")?.time ?? "");
  const number = numberIn(rest);
  const isListed = number !== "" || LISTED.test(line);
  const { what = "message", direction, result } = isListed ? kindOf(line.slice(0, 200)) : {};
  const wall = clock ? `${day}T${clock}` : day;
  const time = { wall, ...(clock && /^[+-]/.test(stamp.offset) && { offset: stamp.offset }) };
  return {
    ...(clock && stamp.offset === "Z" ? { instant: `${wall}Z` } : time),
    ...{ what, direction, result, number, text: text.trim(), at },
  };
}

/** @param {string} text */
function numberIn(text) {
  const numbers = (text.match(NUMBER) ?? []).map(withoutLength);
  return numbers.find((one) => isPhoneNumber(one) && !findStamp(one)) ?? "";
}

/**
 * Return a phone number without how long the call was: `2025550100 67`.
 * @param {string} text
 */
function withoutLength(text) {
  const number = text.replace(LENGTH_BEHIND, "$1");
  return number.replace(/\D/g, "").length < 7 ? text : number;
}
