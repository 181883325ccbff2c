// Mail: .eml, .mbox, or a ZIP of them. Headers and words are read; the file itself is what proves them.
import PostalMime, { decodeWords } from "postal-mime";
import { _, fill } from "../../../common/gettext.js";
import { MOST_NESTING } from "../bounds.js";
import { askZone } from "../questions.js";
import { textOfHtml } from "./html.js";
import { instantOfMail, readMailDate } from "./mail-dates.js";
import { messagesOf } from "./mail-messages.js";

/** @import { Address, Email, Mailbox } from "postal-mime" */
/** @import { Direction, Format, Input, RawRow, RawTime, To } from "../types.d.ts" */
/** @import { Message } from "./mail-messages.js" */
/** @typedef {{email: Email, inside: Found[]}} Found A mail, and the mails inside it. */

const FILE = /(\.eml|\.mbox|(^|\/)mbox)$/i;
const NO_FILE = /(^|\/)(__MACOSX\/|\._)/;
const HEAD_END = /\r?\n\r?\n/;
const KNOWN = /^(date|from|to|subject|message-id|received|mime-version|return-path|delivered-to):/gim;
const LINE_FEED = 10;
const RETURN = 13;
const LONGEST_DATE = 60; // letters
const MOST_TOLD = 20; // mails whose two times are told above the rows
const LATE = 5 * 60 * 1000; // milliseconds between writing and arriving
const MOST_HEADERS = 1024 * 1024; // bytes
const A_MAIL = "message/rfc822";
const MOST_INSIDE = 3; // mails in mails in mails
const MOST_HTML = 1024 * 1024; // characters
/** Only the computer that took a mail in writes these. */
const ARRIVED = ["delivered-to", "x-original-to", "envelope-to", "authentication-results", "received-spf"];
const INSIDE = ["from", "to", "date", "subject"];
const RAW = ["Subject", "Date", "From", "To", "Cc", "Reply-To", "Message-ID"];

/** @type {Format} */
export const mail = {
  id: "mail",
  label: _("Mail (.eml, .mbox)"),
  suits: ({ text, names }) => (names ? names.some(isMail) : looksRight(text)),
  async questions(input) {
    for await (const { bytes } of mailsIn(input)) if (isWithoutZone(headersIn(bytes))) return [askZone()];
    return [];
  },
  async read(input, _answers, to) {
    let at = 0;
    let told = 0;
    for await (const message of mailsIn(input)) {
      at++;
      await input.pause();
      const headers = await readMail(message, at, to);
      if (headers?.isOffTime() && ++told <= MOST_TOLD) to.note(headers.timesSentence(at));
    }
  },
};

/** @param {string} name */
const isMail = (name) => FILE.test(name) && !NO_FILE.test(name);

/** @param {string} text */
function looksRight(text) {
  const head = text.replace(/^From .*\r?\n/, "").split(HEAD_END, 1)[0];
  return (
    /^(>?From |[!-9;-~]+:)/.test(text) &&
    new Set(head.match(KNOWN)?.map((name) => name.toLowerCase())).size > 1
  );
}

/** @param {Input} input */
async function* mailsIn(input) {
  if (!input.entries) return yield* messagesOf(input);
  for (const entry of input.entries) if (isMail(entry.name)) yield* messagesOf(await entry.input());
  return undefined;
}

const latin = new TextDecoder("latin1");

/**
 * Return the headers of a message as they stand there, each on one line.
 * @param {Uint8Array} bytes
 */
function headersIn(bytes) {
  const text = latin.decode(bytes.subarray(0, headEnd(bytes)));
  return text.replace(/\r?\n[ \t]+/g, " ");
}

/**
 * Return where the first empty line stands.
 * @param {Uint8Array} bytes
 */
function headEnd(bytes) {
  let at = bytes.indexOf(LINE_FEED);
  while (at >= 0 && at < MOST_HEADERS) {
    const next = bytes[at + 1] === RETURN ? at + 2 : at + 1;
    if (bytes[next] === LINE_FEED) return at;
    at = bytes.indexOf(LINE_FEED, at + 1);
  }
  return Math.min(bytes.length, MOST_HEADERS);
}

/**
 * Return whether a mail says when it was written, and not in which zone. Its arrival does not tell the zone of the sender.
 * @param {string} headers
 */
function isWithoutZone(headers) {
  const date = /^date:(.*)$/im.exec(headers)?.[1];
  return date !== undefined && readMailDate(date)?.offset === "";
}

/**
 * @param {Message} message
 * @param {number} at
 * @param {To} to
 */
async function readMail({ bytes, isCut }, at, to) {
  const found = await parsed(bytes);
  if (!found) {
    to.skip(at, _("This mail is damaged, and cannot be read."), latin.decode(bytes.subarray(0, 300)));
    return null;
  }
  const headers = new MailHeaders(found.email);
  const time = headers.time();
  if (time) to.row(rowOf(found, headers, { time, at, isCut }));
  else to.skip(at, _("This record has no time."), [found.email.from?.address, found.email.subject].join(" "));
  return headers;
}

/**
 * Read a mail and the mails inside it, or return null. The library would write their headers into the words, with the
 * time of the device's zone; so they are taken as files, and read one by one.
 * @param {Uint8Array | ArrayBuffer} bytes
 * @param {number} [depth]
 * @returns {Promise<Found | null>}
 */
async function parsed(bytes, depth = 0) {
  const limits = {
    maxNestingDepth: MOST_NESTING,
    maxHeadersSize: MOST_HEADERS,
    forceRfc822Attachments: true,
  };
  const email = await PostalMime.parse(bytes, limits).catch(() => null); // not within the limits
  if (!email) return null;
  const inside = [];
  for (const { mimeType, content } of email.attachments)
    if (mimeType === A_MAIL && depth < MOST_INSIDE && typeof content !== "string")
      inside.push(await parsed(content, depth + 1));
  return { email, inside: inside.filter((one) => one !== null) };
}

/** The headers of a mail, as they stand there. */
class MailHeaders {
  /** @param {Email} email */
  constructor({ headers }) {
    this.headers = headers;
    this.received = this.all("received").map((value) => value.slice(value.lastIndexOf(";") + 1).trim());
  }

  /** @param {string} name */
  all(name) {
    return this.headers.filter(({ key }) => key === name.toLowerCase()).map(({ value }) => value.trim());
  }

  /**
   * Return when the mail says that it was written, or else, without such a date, when it arrived.
   * @returns {RawTime | null}
   */
  time() {
    const [date = ""] = this.all("date");
    const written = readMailDate(date);
    if (written) return written.offset ? written : { wall: written.wall };
    const arrived = this.received.map(readMailDate).find((one) => one?.offset);
    return arrived ?? null;
  }

  /** Return whether a mail says another time than the computer that took it in. */
  isOffTime() {
    const [date = ""] = this.all("date");
    // Without a zone nobody knows how far they are apart.
    if (readMailDate(date)?.offset === "") return !isNaN(instantOfMail(this.received[0] ?? ""));
    const apart = Math.abs(instantOfMail(date) - instantOfMail(this.received[0] ?? ""));
    return apart > LATE;
  }

  /** @param {number} at */
  timesSentence(at) {
    return fill(
      _("Mail {at} says that it was written on {date}. The computer that took it in says {arrived}."),
      {
        at,
        date: this.all("date")[0].slice(0, LONGEST_DATE),
        arrived: this.received[0].slice(0, LONGEST_DATE),
      },
    );
  }

  /** @returns {Direction} */
  direction() {
    if (this.all("x-gmail-labels").some((labels) => labels.split(",").includes("Sent"))) return "out";
    return ARRIVED.some((name) => this.all(name).length) ? "in" : "";
  }
}

/**
 * @param {Found} found
 * @param {MailHeaders} headers
 * @param {{time: RawTime, at: number, isCut: boolean}} where
 * @returns {RawRow}
 */
function rowOf(found, headers, { time, at, isCut }) {
  const { email } = found;
  const direction = headers.direction();
  const people = mailboxesIn(direction === "out" ? (email.to ?? []) : email.from ? [email.from] : []);
  const names = people.map(({ name }) => name).filter(Boolean);
  const isLong = isCut || (email.html ?? "").length > MOST_HTML;
  const notes = [...(headers.isOffTime() ? ["arrived-at-another-time"] : []), ...(isLong ? ["cut"] : [])];
  return {
    ...{ ...time, at, what: "message", direction, notes },
    number: people.map(({ address }) => address).join(", "),
    name: names.join(", "),
    text: wordsOf(found) || (email.subject ?? ""),
    files: filesOf(found),
    ...(email.subject && { chat: email.subject }),
    raw: rawOf(email, headers),
  };
}

/** @param {Address[]} addresses */
const mailboxesIn = (addresses) => addresses.flatMap((one) => /** @type {Mailbox[]} */ (one.group ?? [one]));

/**
 * @param {Found} found
 * @returns {string}
 */
function wordsOf({ email: { text = "", html = "" }, inside }) {
  const words = text.trim() ? text : textOfHtml(html.slice(0, MOST_HTML));
  const own = words.replace(/\r\n?/g, "\n").trimEnd();
  return [own, ...inside.map((one) => `${headLines(one.email)}\n\n${wordsOf(one)}`)]
    .filter(Boolean)
    .join("\n\n");
}

/**
 * Return the headers of a mail inside another, as they stand there.
 * @param {Email} email
 */
function headLines({ headers }) {
  const shown = headers.filter(({ key }) => INSIDE.includes(key));
  return shown.map(({ originalKey, value }) => `${originalKey}: ${decodeWords(value)}`).join("\n");
}

/**
 * @param {Found} found
 * @returns {string[]}
 */
function filesOf({ email, inside }) {
  const files = email.attachments.filter(({ mimeType }) => mimeType !== A_MAIL || !inside.length);
  return [...files.map(({ filename, mimeType }) => filename || mimeType), ...inside.flatMap(filesOf)];
}

/**
 * @param {Email} email
 * @param {MailHeaders} headers
 */
function rawOf(email, headers) {
  /** @type {Record<string, string>} */
  const raw = {};
  for (const name of RAW) {
    const [value] = headers.all(name);
    if (value) raw[name] = name === "Subject" ? (email.subject ?? value) : value;
  }
  const received = headers.all("received");
  if (received.length) raw["Received-last"] = received[0];
  if (received.length > 1) raw["Received-first"] = /** @type {string} */ (received.at(-1));
  return raw;
}
