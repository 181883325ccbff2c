// What the words of a list say about a call or a message: what it was, in which direction, and how it ended.

/** @import { Direction, What } from "./types.d.ts" */
/** @typedef {{what?: What, direction?: Direction, result?: string}} Kind */

/** The direction that is written goes before the one that follows from how it ended. @type {[RegExp, Kind][]} */
const KINDS = [
  [
    /incoming|inbound|received|eingehend|empfangen|entrante|re[cç]u|recibid|^in$|ankommend|mobile terminat/,
    { direction: "in" },
  ],
  [
    /outgoing|outbound|placed|dial|sent\b(?! to (?:voice|mail))|^made$|ausgehend|gesendet|abgehend|saliente|envoy|enviad|^out$|[ée]mis|mobile originat/,
    { direction: "out" },
  ],
  [
    /miss(ed)?\b|verpasst|manqu|perdid|gemist|pers[ae]\b|perdu/,
    { what: "call", direction: "in", result: "missed" },
  ],
  [/reject|declin|abgelehnt|rechaz|refus/, { what: "call", direction: "in", result: "rejected" }],
  [/block|gesperrt|bloque/, { direction: "in", result: "blocked" }],
  [/voice ?mail|mailbox|buz[oó]n|messagerie/, { what: "call", direction: "in", result: "voicemail" }],
  [/cancel|no answer|unanswered|not answered|abgebrochen/, { result: "unanswered" }],
  [/fail|undelivered|fehlgeschlagen/, { result: "failed" }],
  [/draft|entwurf/, { direction: "out", result: "draft" }],
  [
    /\b(sms|mms|imessage|rcs|text|texts|message|messages|picture|whatsapp message)\b|nachricht|mensaje/,
    { what: "message" },
  ],
  [
    /\b(call|calls|called|phone|voice|facetime|wi-fi call)\b|\d ?mins?\b|anruf|llamada|appel|chiamata|oproep/,
    { what: "call" },
  ],
];

/**
 * @param {string[]} words of one row
 * @returns {Kind}
 */
export function kindOf(...words) {
  const short = words.map((one) => one.trim().toLowerCase()).filter((one) => one.length <= 200);
  /** @type {Kind} */
  const kind = {};
  for (const [pattern, says] of KINDS)
    if (short.some((one) => pattern.test(one))) Object.assign(kind, { ...says, ...kind });
  if (kind.direction === "out" && kind.result === "missed") kind.result = "unanswered";
  return kind;
}

/**
 * Return a length in seconds where a text says it plainly, and the text itself where it does not.
 * @param {string} text
 */
export function lengthOf(text) {
  const trimmed = text.trim();
  const clock = /^(\d{1,3}):([0-5]\d):([0-5]\d)$/.exec(trimmed);
  if (clock) return String(Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3]));
  const iso = /^PT(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:(\d{1,6})(?:\.\d+)?S)?$/.exec(trimmed);
  if (iso && trimmed !== "PT")
    return String(Number(iso[1] ?? 0) * 3600 + Number(iso[2] ?? 0) * 60 + Number(iso[3] ?? 0));
  return trimmed;
}

/**
 * Return whether a text looks like a phone number.
 * @param {string} text
 */
export const isPhoneNumber = (text) =>
  /^\+?[\d\s().\-\x2f]{5,25}$/.test(text.trim()) && text.replace(/\D/g, "").length >= 5;
