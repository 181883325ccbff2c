// Messages of Facebook and Instagram ("Download your information" as JSON), and of Messenger's own encrypted chats. One
// file holds at most 10,000 messages, the newest first, and a chat goes on in the next file.
import { _ } from "../../../common/gettext.js";
import { MOST_ROWS } from "../bounds.js";
import { askShownZone } from "../questions.js";
import { Refusal } from "../refusal.js";
import { askChat, askMe, isWanted } from "./chats.js";
import { NotJson, recordsOf } from "./json-records.js";
import { mended } from "./letters.js";
import { isSet, rawOf, setsIn, textOf } from "./values.js";

/** @import { Answers, Direction, Entry, Format, Input, RawRow, To } from "../types.d.ts" */
/** @import { JsonRecord, Path } from "./json-records.js" */
/** @typedef {Record<string, unknown>} Json */

/**
 * One conversation.
 * @typedef {{id: string, files: {name: string, input: () => Promise<Input>}[]}} Chat
 */

const FILE = /(^|\/)message_(\d+)\.json$/;
const AS_PAGES = /(^|\/)message_\d+\.html$/;
const MOST_BEGINNING = 1024 * 1024; // characters in which those who take part stand
const HEAD = ["participants", "threadName", "title"];
const UNSENT = /^User unsent a message$/; // in place of its words, in encrypted chats
const MEDIA = ["photos", "videos", "audio_files", "files", "gifs", "media"];

const LEAST_OF_MILLISECONDS = 1e11; // early in 1973: what is less counts seconds, as files of early 2018 do

/** @type {Format} */
export const facebook = {
  id: "facebook",
  label: _("Facebook, Messenger or Instagram (JSON)"),
  suits: ({ text, names }) =>
    names ? names.some((name) => FILE.test(name) || AS_PAGES.test(name)) : looksRight(text),
  async questions(input) {
    const chats = chatsOf(input);
    if (!chats.length) throw new Refusal(AS_PAGES_SENTENCE);
    const people = await peopleOf(chats);
    const zone = [askShownZone()];
    if (chats.length > 1) {
      const named = chats.map(({ id }, place) => ({ value: id, label: labelOf(people[place], id) }));
      return [...zone, ...askChat(named), ...(ownerOf(people) ? [] : askMe(choicesOf(people)))];
    }
    const { title, participants } = await fileOf(await chats[0].files[0].input(), false);
    return [...zone, ...(ownerByTitle(title, participants) ? [] : askMe(choicesOf([participants])))];
  },
  async read(input, answers, to) {
    const chats = chatsOf(input);
    const owner = answers.me || (chats.length > 1 ? ownerOf(await peopleOf(chats)) : "");
    const reading = { to, owner, at: 0 };
    for (const chat of chats)
      if (chats.length === 1 || isWanted(answers, chat.id)) await readChat(chat, reading);
  },
};

const AS_PAGES_SENTENCE = _(
  "These messages are saved as pages (HTML). Ask for them again, choose JSON, and bring that file here.",
);

/** @param {string} text */
function looksRight(text) {
  if (!/^\s*\{/.test(text)) return false;
  return (
    (/"sender_name"\s*:/.test(text) && /"timestamp_ms"\s*:/.test(text)) ||
    (/"senderName"\s*:/.test(text) && /"isUnsent"\s*:/.test(text)) ||
    (/"participants"\s*:/.test(text) && /"thread(_path|Name)"\s*:/.test(text))
  );
}

/**
 * Return the chats of a file or of a ZIP, each with its oldest file first.
 * @param {Input} input
 * @returns {Chat[]}
 */
function chatsOf(input) {
  if (!input.entries) return [{ id: "", files: [{ name: input.name, input: async () => input }] }];
  /** @type {Map<string, Entry[]>} */
  const folders = new Map();
  for (const entry of input.entries) {
    if (!FILE.test(entry.name)) continue;
    const folder = entry.name.slice(0, Math.max(0, entry.name.lastIndexOf("/")));
    folders.set(folder, [...(folders.get(folder) ?? []), entry]);
  }
  const order = (/** @type {Entry} */ { name }) => Number(FILE.exec(name)?.[2]);
  return [...folders].map(([id, files]) => ({
    id,
    files: files.sort((one, other) => order(other) - order(one)),
  }));
}

/**
 * Return who takes part in each chat. They stand at the beginning of a file, so little of it is read.
 * @param {Chat[]} chats
 */
async function peopleOf(chats) {
  const people = [];
  for (const { files } of chats) people.push(await participantsOf(await files[0].input()));
  return people;
}

/** @param {Input} input */
async function participantsOf(input) {
  let text = "";
  for await (const piece of input.pieces()) {
    text += piece;
    if (text.includes("]") || text.length > MOST_BEGINNING) break;
  }
  const list = /"participants"\s*:\s*(\[[^\]]*\])/.exec(text)?.[1];
  return list ? headOf({ participants: parsed(list) }).participants : [];
}

/**
 * @param {string[]} participants
 * @param {string} id
 */
const labelOf = (participants, id) => participants.join(", ") || id.slice(id.lastIndexOf("/") + 1);

/** @param {string[][]} people */
const choicesOf = (people) => [...new Set(people.flat())].map((name) => ({ value: name, label: name }));

/**
 * Return who takes part in every chat, if that is one person alone: whose account it is.
 * @param {string[][]} people
 */
function ownerOf(people) {
  const known = people.filter((names) => names.length > 1);
  const [first, ...others] = known;
  const everywhere =
    known.length > 1 ? first.filter((name) => others.every((names) => names.includes(name))) : [];
  return everywhere.length === 1 ? everywhere[0] : "";
}

/**
 * A chat of two has the name of the other one.
 * @param {string} title
 * @param {string[]} participants
 */
function ownerByTitle(title, participants) {
  if (participants.length !== 2) return "";
  const others = participants.filter((name) => name !== title);
  return others.length === 1 ? others[0] : "";
}

/**
 * @param {Chat} chat
 * @param {{to: To, owner: string, at: number}} reading
 */
async function readChat({ id, files }, reading) {
  for (const file of files) {
    const input = await file.input();
    const { title, participants, messages, isWhole } = await fileOf(input, true);
    if (!isWhole) reading.to.note(DAMAGED);
    const owner = reading.owner || ownerByTitle(title, participants);
    const chat = title || labelOf(participants, id);
    await readMessages(messages, { ...reading, owner, chat }, input);
    reading.at += messages.length;
  }
}

/**
 * Read the messages of one file, the oldest first.
 * @param {JsonRecord[]} messages
 * @param {{to: To, owner: string, chat: string, at: number}} reading
 * @param {Input} input
 */
async function readMessages(messages, reading, input) {
  const { to, at, chat } = reading;
  const isNewestFirst = timeOf(messages[0]?.value) > timeOf(messages.at(-1)?.value);
  for (let count = 0; count < messages.length; count++) {
    if (count % 500 === 0) await input.pause();
    const place = isNewestFirst ? messages.length - 1 - count : count;
    const { value, text } = messages[place];
    const number = at + place + 1;
    if (!isSet(value)) to.skip(number, _("This record is damaged or too long, and cannot be read."), text);
    else if (!(timeOf(value) > 0)) to.skip(number, _("This record has no time."), JSON.stringify(value));
    else to.row({ ...rowOf(value, reading), ...(chat && { chat }), at: number });
  }
}

/** @param {unknown} message */
function timeOf(message) {
  const time = isSet(message) ? Number(textOf(message.timestamp_ms ?? message.timestamp)) : NaN;
  return time < LEAST_OF_MILLISECONDS ? time * 1000 : time;
}

/**
 * @param {Json} message
 * @param {{to: To, owner: string}} reading
 * @returns {RawRow}
 */
function rowOf(message, { to, owner }) {
  const pen = createPen();
  const sender = pen.read(message.sender_name ?? message.senderName);
  /** @type {Direction} */
  const direction = !owner || !sender ? "" : sender === owner ? "out" : "in";
  const words = wordsOf(message, pen);
  const files = MEDIA.flatMap((key) => setsIn(message[key]).map(({ uri }) => fileName(pen.read(uri))));
  const raw = rawWords(message, pen);
  to.mended(pen.mended);
  return {
    ...{ epoch: timeOf(message), at: 0, direction, text: words },
    name: sender,
    ...endOf(message, direction, words),
    ...(files.length && { files }),
    ...{ notes: pen.notes(), raw },
  };
}

/** Return what mends texts, and remembers whether it had to. */
function createPen() {
  const found = { mended: 0, broken: 0 };
  return {
    get mended() {
      return found.mended;
    },
    /** @param {unknown} value */
    read(value) {
      const { text, is, count } = mended(textOf(value));
      found.mended += count;
      if (is === "not-mended") found.broken++;
      return text;
    },
    notes: () => [
      ...(found.mended ? ["letters-mended"] : []),
      ...(found.broken ? ["letters-not-mended"] : []),
    ],
  };
}

/**
 * Return what a message says, and what it links to.
 * @param {Json} message
 * @param {ReturnType<typeof createPen>} pen
 */
function wordsOf(message, pen) {
  const share = isSet(message.share) ? message.share : {};
  const sticker = isSet(message.sticker) ? fileName(textOf(message.sticker.uri)) : "";
  const words = pen.read(message.content ?? message.text);
  const shared = [pen.read(share.share_text), pen.read(share.link)].filter(
    (text) => text && !words.includes(text),
  );
  return [words, ...shared].filter(Boolean).join("\n") || sticker;
}

/**
 * Return what a message was, and how it ended. A call that took no time was not answered.
 * @param {Json} message
 * @param {Direction} direction
 * @param {string} words
 * @returns {Pick<RawRow, "what" | "result" | "length">}
 */
function endOf(message, direction, words) {
  if (message.call_duration !== undefined || message.type === "Call") {
    const length = textOf(message.call_duration);
    const isMissed = message.missed === true || length === "0";
    return { what: "call", length, result: !isMissed ? "" : direction === "out" ? "unanswered" : "missed" };
  }
  const isUnsent =
    message.is_unsent === true ||
    message.isUnsent === true ||
    (message.senderName !== undefined && UNSENT.test(words));
  return { what: "message", ...(isUnsent && { result: "deleted" }) };
}

/**
 * @param {Json} message
 * @param {ReturnType<typeof createPen>} pen
 */
function rawWords(message, pen) {
  const reactions = setsIn(message.reactions).map(
    ({ actor, reaction }) => `${pen.read(actor)}: ${pen.read(reaction)}`,
  );
  const { raw } = rawOf(message, ["type", "ip"]);
  return { ...raw, ...(reactions.length && { reactions: reactions.join(", ") }) };
}

/** @param {string} path */
const fileName = (path) => path.slice(path.lastIndexOf("/") + 1);

const DAMAGED = _("The file is damaged, or its end is missing. Only what stands before that was read.");

/**
 * Read what stands in one file. The name of a chat stands behind its messages, and the oldest message at the end: so they
 * are all held, but never the text of the file.
 * @param {Input} input
 * @param {boolean} hasMessages
 */
async function fileOf(input, hasMessages) {
  /** @type {Json} */
  const head = {};
  /** @type {JsonRecord[]} */
  const messages = [];
  const isRecord = (/** @type {Path} */ path) =>
    path.length === 1
      ? HEAD.includes(String(path[0]))
      : hasMessages && path.length === 2 && path[0] === "messages";
  let isWhole = true;
  try {
    for await (const record of recordsOf(input.pieces(), isRecord))
      if (record.path.length === 1) head[record.path[0]] = record.value;
      else if (messages.length <= MOST_ROWS) messages.push(record);
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
    isWhole = false;
  }
  return { ...headOf(head), messages, isWhole };
}

/** @param {Json} json */
function headOf(json) {
  const people = Array.isArray(json.participants) ? json.participants : [];
  const participants = people.map((one) => mended(textOf(isSet(one) ? one.name : one)).text).filter(Boolean);
  // An encrypted chat is called after the other one, with a number.
  const title = mended(textOf(json.title) || textOf(json.threadName).replace(/_\d+$/, "")).text;
  return { title, participants };
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
