// Chats that WhatsApp exported as text, from iPhones (`[25/10/2026, 01:30:00] Sam: …`) and Android (`25/10/2026, 01:30 - Sam: …`).
import { _ } from "../../../common/gettext.js";
import { instantsOf } from "../../model/zones.js";
import { MOST_FIELD } from "../bounds.js";
import { CALL, DELETED, EDITED, MISSED, NO_ANSWER, SYSTEM } from "../chat-words.js";
import { askOrder, createOrderProof, dayOf, orderOf } from "../orders.js";
import { askZone } from "../questions.js";
import { readStamp } from "../stamps.js";
import { isPhoneNumber, lengthOf } from "../words.js";

/** @import { Answers, Direction, Format, Input, Question, RawRow, To } from "../types.d.ts" */
/** @import { Stamp } from "../stamps.js" */
/** @typedef {"bracket" | "dash" | "colon"} Shape */
/** The first line of a message. @typedef {{shape: Shape, stamp: Stamp, rest: string}} Start */
/** @typedef {{at: number, wall: string, rest: string, lines: string[], size: number}} Message */

const UNSEEN = /^[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\s]+/;
const BEGINS = /^[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]*(\[|\p{Nd})/u;
const MARK = "\u200e"; // iPhones write it before what the app says
const LONGEST_TIME = 60; // letters in which a time and what follows it stand
const LONGEST_NAME = 100;
const LONGEST_SECOND = 25; // letters of what may be the second half of a name
const LONGEST_NOTICE = 300; // letters of what the app says
const MOST_NAMES = 12;
const RESET = 20; // lines in a row that are earlier than what was before: then it was a line ahead of its time
const MINUTE = 60_000; // milliseconds
const HOUR = 60 * MINUTE;
const ME = "me";
const NAMES = "names";

// People write such words, too: without a mark nothing else stands in the line.
const [ONLY_MISSED, ONLY_DELETED] = [MISSED, DELETED].map(({ source }) => new RegExp(`${source}\\.?$`, "i"));

const ATTACHED = /<\u200e?[^<>:]{2,30}: ?\u200e?([^<>\n]{1,200}\.[A-Za-z0-9]{2,5})>/g;
const ATTACHED_BEFORE =
  /^\u200e?([^<>\n]{1,200}\.[A-Za-z0-9]{2,5}) (?:<\u200e?[^<>]{2,30}>|\(\u200e?[^()]{2,40}\))$/gm;

/** @type {Format} */
export const whatsapp = {
  id: "whatsapp",
  label: _("WhatsApp chat (text)"),
  suits({ text, names }) {
    if (names) return false;
    const lines = text.split(/\r\n|\r|\n/, 40).filter((line) => line.trim() !== "");
    return lines.slice(0, 5).some((line) => startOf(line) !== null);
  },
  questions,
  read,
};

/**
 * Read the first line of a message, or null where it goes on with the one before.
 * @param {string} line
 * @param {Shape | ""} [shape] that of the other lines
 * @returns {Start | null}
 */
function startOf(line, shape = "") {
  if (!BEGINS.test(line)) return null;
  const text = line.replace(UNSEEN, "");
  if (text[0] === "[") {
    if (shape && shape !== "bracket") return null;
    const end = text.indexOf("]", 1);
    return end < 0 || end > LONGEST_TIME ? null : startAt(text.slice(1, end), text.slice(end + 1), "bracket");
  }
  for (const [kind, pattern] of /** @type {const} */ ([
    ["dash", /[\s\u200e]+[-–][\s\u200e]+/g],
    ["colon", /: /g],
  ])) {
    if (shape && shape !== kind) continue;
    for (const found of text.slice(0, LONGEST_TIME).matchAll(pattern)) {
      const start = startAt(text.slice(0, found.index), text.slice(found.index + found[0].length), kind);
      if (start) return start;
    }
  }
  return null;
}

/**
 * @param {string} time
 * @param {string} rest
 * @param {Shape} shape
 * @returns {Start | null}
 */
function startAt(time, rest, shape) {
  const stamp = readStamp(time);
  return stamp?.time ? { shape, stamp, rest: rest.replace(UNSEEN, "") } : null;
}

/**
 * Return the messages of a chat, each with all of its lines. Lines before the first message have no time.
 * @param {Input} input
 * @param {string} order
 * @param {(at: number, line: string) => void} onOther
 * @returns {AsyncGenerator<Message & {stamp: Stamp}>}
 */
async function* messagesOf(input, order, onOther) {
  /** @type {Shape | ""} */
  let shape = "";
  /** @type {(Message & {stamp: Stamp}) | null} */
  let message = null;
  for await (const { number, text } of input.lines()) {
    const start = startOf(text, shape);
    if (start) {
      shape ||= start.shape;
      if (message) yield message;
      const day = dayOf(start.stamp.day, order);
      const wall = day ? `${day}T${start.stamp.time}` : "";
      message = { at: number, wall, rest: start.rest, lines: [], size: 0, stamp: start.stamp };
    } else if (message) {
      if (message.size < 2 * MOST_FIELD) message.lines.push(text.slice(0, 2 * MOST_FIELD));
      message.size += text.length;
    } else if (text.trim() !== "") onOther(number, text);
  }
  if (message) yield message;
}

/** @param {Input} input */
async function questions(input) {
  const proof = createOrderProof();
  /** @type {Map<string, number>} */
  const names = new Map();
  const doubts = createDoubts(input.name);
  let form = "";
  // A line that somebody quoted looks like a message, and proves nothing.
  for await (const { stamp, rest } of messagesOf(input, "dmy", () => {})) {
    form ||= formOf(stamp);
    if (formOf(stamp) === form) proof.add(stamp.day, stamp.isEastern);
    const { name, text, isMarked } = splitName(rest, "short");
    if (name && !isSystem(name, text, isMarked)) names.set(name, (names.get(name) ?? 0) + 1);
    doubts.add(rest);
  }
  return [...askOrder(input, proof), askZone(), ...doubts.questions(), ...askMe(names)];
}

/**
 * Return how a day and time is written: a chat has the same in all its lines.
 * @param {Stamp} stamp
 */
const formOf = ({ day, time }) => [...day.numbers.map((number) => number.length > 2), time.length].join();

/**
 * Ask which of the names is the reader's own: it tells what came in and what went out.
 * @param {Map<string, number>} names
 * @returns {Question[]}
 */
function askMe(names) {
  const most = [...names].sort((one, other) => other[1] - one[1]).slice(0, MOST_NAMES);
  const choices = most.map(([name]) => ({ value: name, label: name }));
  if (!choices.length) return [];
  const none = { value: "", label: _("None of these, or I do not want to say") };
  return [{ id: ME, asks: _("Which of these names is yours?"), choices: [...choices, none], value: "" }];
}

/**
 * Return what finds names that may have a colon in them: every line of the person goes on in the same way.
 * @param {string} fileName
 */
function createDoubts(fileName) {
  /** @type {Map<string, {long: string, count: number, others: number}>} */
  const seen = new Map();
  return {
    /** @param {string} rest */
    add(rest) {
      const { name } = splitName(rest, "short");
      if (!name) return;
      const { name: long } = splitName(rest, "long");
      const before = seen.get(name);
      if (!before) seen.set(name, { long, count: 1, others: 0 });
      else if (before.long === long) before.count += 1;
      else before.others += 1;
    },
    /** @returns {Question[]} */
    questions() {
      const doubtful = [...seen].find(([name, { long, count, others }]) => {
        const isInName = fileName.replaceAll("_", ":").includes(long);
        return long !== name && ((count > 1 && others === 0) || isInName);
      });
      if (!doubtful) return [];
      const [short, { long }] = doubtful;
      const choices = [
        { value: "short", label: short },
        { value: "long", label: long },
      ];
      return [{ id: NAMES, asks: _("What is the whole name of this person in your contacts?"), choices }];
    },
  };
}

/**
 * Return the name and the text of a line; a line without a name was written by the app.
 * @param {string} rest
 * @param {string} which whether the name ends at the first colon or at the second
 */
function splitName(rest, which) {
  const end = rest.includes(": ") ? rest.indexOf(": ") : rest.endsWith(":") ? rest.length - 1 : -1;
  if (end < 0 || end > LONGEST_NAME || isInQuotes(rest, end))
    return { name: "", text: rest, isDoubtful: false, isMarked: true };
  const second = rest.indexOf(": ", end + 2);
  const between = second < 0 ? "" : rest.slice(end + 2, second);
  const isDoubtful =
    between !== "" && between.length <= LONGEST_SECOND && /^\p{L}[\p{L} .'’-]*$/u.test(between);
  const at = isDoubtful && which === "long" ? second : end;
  const name = rest.slice(0, at).replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, "");
  const said = rest.slice(at + 1).trimStart();
  const isMarked = said.startsWith(MARK);
  return {
    name: name.replace(/[\u00a0\u202f]/g, " ").trim(),
    text: said.replace(UNSEEN, ""),
    isDoubtful,
    isMarked,
  };
}

/**
 * Return whether a place lies between quotes: `Sam created group "Home: us"`.
 * @param {string} text
 * @param {number} at
 */
const isInQuotes = (text, at) => (text.slice(0, at).match(/["“”„]/g)?.length ?? 0) % 2 === 1;

/**
 * @param {Input} input
 * @param {Answers} answers
 * @param {To} to
 */
async function read(input, answers, to) {
  const order = orderOf(input, answers);
  const goesBack = createClock(answers.zone);
  const other = (/** @type {number} */ at, /** @type {string} */ line) =>
    to.skip(at, _("This line stands before the first message."), line);
  for await (const message of messagesOf(input, order, other)) {
    const { at, wall, rest, lines } = message;
    const told = () => [message.stamp.day.numbers.join("/"), rest, ...lines].join(" ");
    if (!wall) to.skip(at, _("There is no such day and time."), told());
    else to.row(rowOf({ at, wall, rest, lines }, answers, goesBack(wall)));
  }
}

/**
 * Return what tells whether a time is earlier than those before it, by more than a clock that was put back.
 * @param {string} zone
 */
function createClock(zone) {
  let latest = 0;
  let inRow = 0;
  return (/** @type {string} */ wall) => {
    const time = Date.parse(`${wall}Z`);
    const back = latest - time;
    const isEarlier = latest > 0 && back >= MINUTE && inRow < RESET;
    const isBack = isEarlier && !(back <= HOUR && instantsOf(wall, zone).instants.length > 1);
    inRow = isBack ? inRow + 1 : 0;
    if (!isBack) latest = time;
    return isBack;
  };
}

/**
 * @param {{at: number, wall: string, rest: string, lines: string[]}} message
 * @param {Answers} answers
 * @param {boolean} goesBack
 * @returns {RawRow}
 */
function rowOf({ at, wall, rest, lines }, answers, goesBack) {
  const { name, text: first, isDoubtful, isMarked } = splitName(rest, answers[NAMES] ?? "short");
  const text = [first, ...lines].join("\n").replaceAll("\u200e<", "<").trimEnd();
  const notes = [];
  if (goesBack) notes.push("time-goes-back");
  if (isDoubtful && answers[NAMES] === undefined) notes.push("two-names");
  if (EDITED.test(text)) notes.push("edited");
  const isNumber = isPhoneNumber(name);
  return {
    ...{ at, wall, text, notes, ...kindOf(name, text, isMarked, answers[ME]) },
    ...{ name: isNumber ? "" : name, number: isNumber ? name : "", files: filesOf(text) },
  };
}

/**
 * @param {string} name
 * @param {string} text
 * @param {boolean} isMarked
 * @param {string} [me]
 * @returns {Pick<RawRow, "what" | "direction" | "result" | "length">}
 */
function kindOf(name, text, isMarked, me) {
  /** @type {Direction} */
  const direction = !me || !name ? "" : name === me ? "out" : "in";
  if (name && filesOf(text).length) return { what: "message", direction };
  const notice = noticeOf(text, isMarked || !name);
  if (notice === "missed") return { what: "call", direction: "in", result: notice };
  if (isNotice(text) && isMarked && name && CALL.test(text))
    return { what: "call", direction, ...endOf(text) };
  if (notice === "deleted") return { what: "message", direction, result: notice };
  return isSystem(name, text, isMarked) ? { what: "system" } : { what: "message", direction };
}

/**
 * Return what the app says in the place of a message.
 * @param {string} text
 * @param {boolean} isApps
 */
function noticeOf(text, isApps) {
  if (!isNotice(text)) return "";
  if ((isApps ? MISSED : ONLY_MISSED).test(text)) return "missed";
  return (isApps ? DELETED : ONLY_DELETED).test(text) ? "deleted" : "";
}

/** @param {string} text */
const isNotice = (text) => text.length < LONGEST_NOTICE && !text.includes("\n");

/**
 * Return whether the app wrote this, and not the person whose name stands before it.
 * @param {string} name
 * @param {string} text
 * @param {boolean} isMarked
 */
function isSystem(name, text, isMarked) {
  return !name || (isMarked && isNotice(text) && SYSTEM.test(text));
}

/**
 * Return how a call ended, or how long it was: `Voice call, 5 min`.
 * @param {string} text
 */
function endOf(text) {
  if (NO_ANSWER.test(text)) return { result: "unanswered" };
  return { length: lengthOf(/[,.]\s*(.+)$/.exec(text.replaceAll(MARK, ""))?.[1] ?? "") };
}

/** @param {string} text */
function filesOf(text) {
  const found = [...text.matchAll(ATTACHED), ...text.matchAll(ATTACHED_BEFORE)];
  return found.map(([, name]) => name.replaceAll("\u200e", "").trim());
}
