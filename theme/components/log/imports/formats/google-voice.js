// Google Voice as Google Takeout saves it: one HTML file for each call and each talk, in a ZIP or alone. The exact time
// stands in an attribute with its offset; the words next to it are for people, and are not read.
import { _ } from "../../../common/gettext.js";
import { Refusal } from "../refusal.js";
import { talkOf } from "./google-voice-talk.js";

/** @import { Direction, Format, Input, RawRow, To } from "../types.d.ts" */
/** @import { Message, Person, Talk } from "./google-voice-talk.js" */

const FILE = /(^|\/)Voice\/(Calls|Spam)\/[^\x2f]*\.html~?$/i;
const NAMED =
  / - (Missed|Placed|Received|Recorded|Text|Voicemail) - (\d{4}-\d\d-\d\dT\d\d_\d\d_\d\dZ)(-\d+)*\.html~?$/;
const GROUP = /(^|\/)Group Conversation - (\d{4}-\d\d-\d\dT\d\d_\d\d_\d\dZ)(-\d+)*\.html~?$/;
const DAY = /\d{4}-\d\d-\d\dT\d\d_\d\d_\d\dZ/;
const MOST_BYTES = 16 * 1024 * 1024; // of one talk
const LENGTH = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/;
const NUMBER = /^\+?[\d\s().-]{3,}$/;

/** @type {Record<string, {direction: Direction, result?: string}>} by the label, which is the same in every language */
const CALLS = {
  missed: { direction: "in", result: "missed" },
  placed: { direction: "out" },
  received: { direction: "in" },
  voicemail: { direction: "in", result: "voicemail" },
  recorded: { direction: "" },
};

/** @type {Format} */
export const googleVoice = {
  id: "google-voice",
  label: _("Google Voice (Takeout)"),
  suits: ({ text, names }) => (names ? names.some(isOurs) : looksRight(text)),
  questions: () => [],
  async read(input, _answers, to) {
    if (!input.entries) {
      if (input.size > MOST_BYTES) throw new Refusal(TOO_LARGE);
      readTalk(talkOf(await textOf(input)), "", to, 0);
      return;
    }
    let at = 0; // of a record, in all files
    for (const file of input.entries.filter(({ name }) => isOurs(name)).sort(byTime)) {
      await input.pause();
      if (file.size > MOST_BYTES) to.skip(++at, TOO_LARGE, file.name);
      else at = readTalk(talkOf(await textOf(await file.input())), file.name, to, at);
    }
  },
};

const TOO_LARGE = _("This file is too large to be read here.");

/** @param {string} name */
const isOurs = (name) => FILE.test(name) || NAMED.test(name) || GROUP.test(name);

/** @param {string} text */
const looksRight = (text) =>
  /class="(haudio|hChatLog[^"]*)"/.test(text) && /<abbr class="(published|dt)"/.test(text);

/**
 * @param {{name: string}} one
 * @param {{name: string}} other
 */
function byTime({ name: one }, { name: other }) {
  const times = [one, other].map((name) => DAY.exec(name)?.[0] ?? "");
  return times[0] < times[1] ? -1 : times[0] > times[1] ? 1 : 0;
}

/** @param {Input} input */
async function textOf(input) {
  const parts = [];
  for await (const piece of input.pieces()) parts.push(piece);
  return parts.join("");
}

/**
 * Read what stands in one file, and return how many records there are up to its end.
 * @param {Talk} talk
 * @param {string} file its name in the ZIP
 * @param {To} to
 * @param {number} before records before it
 */
function readTalk(talk, file, to, before) {
  if (!talk.messages.length) to.skip(before + 1, _("There is no message and no call in this file."), file);
  const raw = { ...(file && { file: file.slice(file.lastIndexOf("/") + 1) }) };
  if (talk.isRemoved) Object.assign(raw, { "User-Deleted": "True" });
  for (const [place, message] of talk.messages.entries()) {
    const at = before + place + 1;
    const row = talk.isCall ? callRow(message, talk) : messageRow(message, talk);
    if (message.time) to.row({ instant: message.time, ...row, at, raw });
    else to.skip(at, _("This record has no time."), [message.person.name, message.text].join(" "));
  }
  return before + Math.max(1, talk.messages.length);
}

/**
 * @param {Message} message
 * @param {Talk} talk
 * @returns {Omit<RawRow, "at"> & {what: "call"}}
 */
function callRow({ person, text, files, length }, { labels, title }) {
  const kind = labels.find((label) => Object.hasOwn(CALLS, label));
  return {
    ...{ what: "call", text, files, ...(kind && CALLS[kind]) },
    number: person.number,
    name: person.name || (person.number ? "" : nameIn(title)),
    length: secondsOf(length),
  };
}

/**
 * @param {Message} message
 * @param {Talk} talk
 * @returns {Omit<RawRow, "at"> & {what: "message"}}
 */
function messageRow({ person, text, files }, { people, title }) {
  const isGroup = people.length > 1;
  const others = !person.isMe ? [person] : people.length ? people : [personIn(title)];
  return {
    ...{ what: "message", text, files, direction: person.isMe ? "out" : "in" },
    number: others
      .map(({ number }) => number)
      .filter(Boolean)
      .join(", "),
    name: others
      .map(({ name }) => name)
      .filter(Boolean)
      .join(", "),
    ...(isGroup && { chat: people.map(({ name, number }) => name || number).join(", "), notes: ["group"] }),
  };
}

/**
 * Return the person whom a title names, behind its line break: a talk in which they said nothing names them nowhere else.
 * @param {string} title
 * @returns {Person}
 */
function personIn(title) {
  const name = nameIn(title);
  return NUMBER.test(name) ? { name: "", number: name, isMe: false } : { name, number: "", isMe: false };
}

/** @param {string} title */
const nameIn = (title) => (title.includes("\n") ? title.slice(title.indexOf("\n") + 1).trim() : "");

/** @param {string} length as ISO 8601 has it: PT1M4S */
function secondsOf(length) {
  const [all, hours = 0, minutes = 0, seconds = 0] = LENGTH.exec(length) ?? [];
  return all ? String(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) : length;
}
