// Telegram Desktop: result.json of one chat, or of a whole account.
import { _ } from "../../../common/gettext.js";
import { askShownZone, askZone } from "../questions.js";
import { askChat, askMe, isWanted } from "./chats.js";
import { NotJson, recordsOf } from "./json-records.js";
import { isSet, rawOf, textOf } from "./values.js";

/** @import { Direction, Format, Input, RawRow, RawTime, To } from "../types.d.ts" */
/** @typedef {{name: string, type: string, id: string}} Chat */

const LISTS = ["chats", "left_chats"];
const OF_CHAT = ["name", "type", "id"];
const ONE_TO_ONE = "personal_chat";
const OWN_NOTES = "saved_messages";
const RAW = [
  ...[
    "id",
    "from_id",
    "actor_id",
    "edited",
    "forwarded_from",
    "reply_to_message_id",
    "media_type",
    "mime_type",
  ],
  ...["action", "discard_reason", "self_destruct_period_seconds", "via_bot", "saved_from"],
];

const MESSAGES = /"messages"\s*:\s*\[/;
const OF_A_MESSAGE =
  /"(text_entities|from_id|actor_id|date_unixtime)"\s*:|"type"\s*:\s*"(message|service)"\s*,\s*"date"\s*:/;

/** @type {Record<string, string>} how a call ended */
const ENDS = { missed: "missed", busy: "rejected" };

/** @type {Format} */
export const telegram = {
  id: "telegram",
  label: _("Telegram Desktop (result.json)"),
  suits: ({ text, names }) => !names && looksRight(text),
  async questions(input) {
    const { chats, people, me, isExact } = await whatIsIn(input);
    const isKnown = me || chats.every(({ type }) => type === ONE_TO_ONE || type === OWN_NOTES);
    return [isExact ? askShownZone() : askZone(), ...askChat(chats), ...(isKnown ? [] : askMe(people))];
  },
  async read(input, answers, to) {
    let at = 0;
    for await (const { value, text, chat, place, me } of messagesIn(input, to)) {
      at++;
      if (place >= 0 && !isWanted(answers, String(place))) continue;
      const row = isSet(value) ? rowOf(value, chat, me || answers.me, at) : null;
      if (row) to.row({ ...row, chat: chat.name });
      else if (isSet(value)) to.skip(at, _("This record has no time."), JSON.stringify(value));
      else to.skip(at, _("This record is damaged or too long, and cannot be read."), text);
    }
  },
};

/** @param {string} text */
function looksRight(text) {
  if (!/^\s*\{/.test(text)) return false;
  if (/"personal_information"\s*:\s*\{\s*"user_id"/.test(text)) return true;
  if (/"about"\s*:\s*"[^"]*Telegram/i.test(text)) return true;
  return MESSAGES.test(text) && OF_A_MESSAGE.test(text);
}

/** @param {import("./json-records.js").Path} path */
function isRecord(path) {
  const inList = LISTS.includes(String(path[0])) && path[1] === "list";
  const [key, place] = inList ? path.slice(3) : path;
  const length = path.length - (inList ? 3 : 0);
  if (length === 1) return OF_CHAT.includes(String(key));
  if (length !== 2) return false;
  return (key === "messages" && typeof place === "number") || path.join() === "personal_information,user_id";
}

/**
 * Yield the messages, each with its chat: `place` counts the chats of an account, and is -1 where there is one alone.
 * @param {Input} input
 * @param {To} [to]
 */
async function* messagesIn(input, to) {
  /** @type {Chat} */
  let chat = { name: "", type: "", id: "" };
  let place = -1;
  let list = "";
  let me = "";
  try {
    for await (const { path, value, text } of recordsOf(input.pieces(), isRecord)) {
      const key = String(path.at(-1));
      const whose = path.length > 2 ? path.slice(0, 3).join() : "";
      if (whose !== list) {
        chat = { name: "", type: "", id: "" };
        list = whose;
        place++;
      }
      if (key === "user_id") me = `user${textOf(value)}`;
      else if (typeof path.at(-1) === "number") yield { value, text, chat, place, me };
      else chat = { ...chat, [key]: textOf(value) };
    }
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
    to?.note(_("The file is damaged, or its end is missing. Only what stands before that was read."));
  }
}

/** @param {Input} input */
async function whatIsIn(input) {
  /** @type {Map<number, {value: string, label: string, type: string, count: number}>} */
  const chats = new Map();
  /** @type {Map<string, string>} */
  const people = new Map();
  let owner = "";
  let isExact = true;
  for await (const { value, chat, place, me } of messagesIn(input)) {
    owner ||= me;
    if (isSet(value) && !textOf(value.date_unixtime)) isExact = false;
    const known = chats.get(place) ?? { value: String(place), label: chat.name, type: chat.type, count: 0 };
    chats.set(place, { ...known, count: known.count + 1 });
    if (isSet(value) && value.from_id !== undefined) people.set(idOf(value.from_id), textOf(value.from));
  }
  return {
    chats: [...chats.values()],
    people: [...people].map(([value, label]) => ({ value, label: label || value })),
    me: owner,
    isExact,
  };
}

/**
 * Return a sender's id; before 2021 it was a number alone.
 * @param {unknown} id
 */
const idOf = (id) => (typeof id === "number" ? `user${id}` : textOf(id));

/**
 * @param {Record<string, unknown>} record
 * @param {Chat} chat
 * @param {string} me
 * @param {number} at
 * @returns {RawRow | null}
 */
function rowOf(record, chat, me, at) {
  const time = timeOf(record);
  if (!time) return null;
  const isService = record.type === "service";
  const from = textOf(isService ? record.actor : record.from);
  const direction = directionOf(idOf(isService ? record.actor_id : record.from_id), chat, me);
  const isCall = isService && (record.action === "phone_call" || record.action === "group_call");
  return {
    ...{ ...time, at, direction, notes: isEdited(record) ? ["edited"] : [] },
    what: isCall ? "call" : record.type === "service" ? "system" : "message",
    name: from,
    text: isCall ? "" : wordsOf(record),
    ...(isCall && { result: ENDS[textOf(record.discard_reason)] ?? "", length: lengthOf(record) }),
    ...filesOf(record),
    ...rawOf(record, RAW),
  };
}

/** @param {Record<string, unknown>} record */
const isEdited = (record) => record.edited !== undefined || record.edited_unixtime !== undefined;

/**
 * @param {Record<string, unknown>} record
 * @returns {RawTime | null}
 */
function timeOf(record) {
  const seconds = Number(textOf(record.date_unixtime));
  if (textOf(record.date_unixtime) && Number.isFinite(seconds)) return { epoch: seconds * 1000 };
  const wall = textOf(record.date);
  return wall ? { wall } : null;
}

/**
 * In a chat of two, whoever is not the other one is the owner of the account.
 * @param {string} sender
 * @param {Chat} chat
 * @param {string} me
 * @returns {Direction}
 */
function directionOf(sender, chat, me) {
  if (chat.type === OWN_NOTES) return "out";
  if (!sender) return "";
  if (me) return sender === me ? "out" : "in";
  if (chat.type !== ONE_TO_ONE || !chat.id) return "";
  return sender === `user${chat.id}` ? "in" : "out";
}

/**
 * Return the words of a message; where there are none, what it was.
 * @param {Record<string, unknown>} record
 */
function wordsOf(record) {
  const text = joined(record.text);
  if (text) return text;
  if (record.type === "service") return serviceWords(record);
  if (record.sticker_emoji) return textOf(record.sticker_emoji);
  if (isSet(record.location_information)) {
    const { latitude, longitude } = record.location_information;
    return `${textOf(latitude)}, ${textOf(longitude)}`;
  }
  if (isSet(record.contact_information))
    return Object.values(record.contact_information).map(textOf).join(" ");
  if (isSet(record.poll)) return textOf(record.poll.question);
  return "";
}

/** @param {Record<string, unknown>} record */
function serviceWords(record) {
  const action = textOf(record.action).replaceAll("_", " ");
  const about =
    textOf(record.title) || (Array.isArray(record.members) ? record.members.map(textOf).join(", ") : "");
  return about ? `${action}: ${about}` : action;
}

/** @param {unknown} text a text, or a list of texts and of texts with a form */
function joined(text) {
  if (!Array.isArray(text)) return textOf(text);
  return text.map((part) => (isSet(part) ? textOf(part.text) : textOf(part))).join("");
}

/** @param {Record<string, unknown>} record */
function lengthOf(record) {
  return textOf(record.duration_seconds ?? record.duration);
}

/**
 * Return the names of files; in place of one that was not exported, a sentence in brackets may stand.
 * @param {Record<string, unknown>} record
 */
function filesOf(record) {
  const paths = [record.file, record.photo].map(textOf).filter((path) => path && !path.startsWith("("));
  return paths.length ? { files: paths.map((path) => path.slice(path.lastIndexOf("/") + 1)) } : {};
}
