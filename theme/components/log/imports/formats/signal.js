// What signal-export and like tools make of Signal Desktop: chat.md and data.json, one pair for each chat. Signal itself
// exports no text. The tools are known to leave messages out.
import { _, fill } from "../../../common/gettext.js";
import { askZone } from "../questions.js";
import { askChat, isWanted } from "./chats.js";
import { isSet, setsIn, textOf } from "./values.js";

/** @import { Direction, Format, Input, RawRow, To } from "../types.d.ts" */

const ME = "Me"; // as the tool writes it
const NOBODY = "No-Sender";
const HEAD_LINE =
  /^\[(\d{4}-\d\d-\d\d)(?: (?=.{8}\])|, (?=.{5}\]))(\d\d:\d\d(?::\d\d)?)\] ([^\n:]{0,200}): ?(.*)$/;
const WALL = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?$/;
const LINK = /!?\[([^\]\n]*)\]\(\.\/media\/[^)\n]*\) {0,2}/g;
const DELETED = "(This message was deleted)";
const MARKDOWN = /(^|\/)chat\.md$/i;
const JSON_LINES = /(^|\/)data\.json$/i;
const STICKERS = /(^|\/)(stickers|exported_stickers)\//;

/** How the tool writes a call, word for word. */
const CALL =
  /^(Missed|Incoming|Outgoing) (?:voice |video |group |adhoc )?call(?: \((accepted|declined|unanswered|declined by recipient|[a-z]{1,20})(?:, (?:(\d+)m )?(\d+)s)?\))?$/;

/** @type {Format} */
export const signal = {
  id: "signal",
  label: _("Signal (chat.md or data.json of signal-export)"),
  suits: ({ name, text, names }) =>
    names ? pairsOf(names).size > 0 : looksLikeJson(text) || looksLikeMarkdown(name, text),
  questions({ entries = [] }) {
    const folders = [...pairsOf(entries.map(({ name }) => name)).keys()];
    return [askZone(), ...askChat(folders.map((folder) => ({ value: folder, label: chatIn(folder) })))];
  },
  async read(input, answers, to) {
    to.note(
      _(
        "Programs that copy messages out of Signal can leave some out. Compare the first and the last with Signal.",
      ),
    );
    if (!input.entries) {
      await readOne(input, to, "", 0);
      return;
    }
    let at = 0;
    for (const [folder, { markdown, lines }] of pairsOf(input.entries.map(({ name }) => name))) {
      if (!isWanted(answers, folder)) continue;
      const chat = chatIn(folder);
      const entry = input.entries.find(({ name }) => name === (lines ?? markdown));
      if (!entry) continue;
      const read = await readOne(await entry.input(), to, chat, at);
      const other = lines && markdown ? input.entries.find(({ name }) => name === markdown) : undefined;
      if (other) await compareCounts(await other.input(), read - at, chat, to);
      at = read;
    }
  },
};

/** @param {string} folder */
const chatIn = (folder) => folder.slice(folder.lastIndexOf("/") + 1);

/**
 * WhatsApp writes a line like this one, too, in a file of another name and in the reader's own name.
 * @param {string} name
 * @param {string} text
 */
function looksLikeMarkdown(name, text) {
  const heads = text.split(/\r?\n/, 100).map((line) => HEAD_LINE.exec(line));
  return heads.some((head) => head && (/\.md$/i.test(name) || head[3] === ME));
}

/** @param {string} text */
function looksLikeJson(text) {
  const line = text.trimStart().split("\n", 1)[0];
  return (
    line.startsWith("{") && ["date", "sender", "body", "reactions"].every((key) => line.includes(`"${key}"`))
  );
}

/**
 * Return the files of each chat, by its folder.
 * @param {string[]} names
 */
function pairsOf(names) {
  /** @type {Map<string, {markdown?: string, lines?: string}>} */
  const pairs = new Map();
  for (const name of names) {
    const isMarkdown = MARKDOWN.test(name);
    if ((!isMarkdown && !JSON_LINES.test(name)) || STICKERS.test(name)) continue;
    const folder = name.slice(0, Math.max(0, name.lastIndexOf("/")));
    pairs.set(folder, { ...pairs.get(folder), [isMarkdown ? "markdown" : "lines"]: name });
  }
  return pairs;
}

/**
 * Read one file, and return how many records there are up to its end.
 * @param {Input} input
 * @param {To} to
 * @param {string} chat
 * @param {number} before records before it
 */
async function readOne(input, to, chat, before) {
  for await (const piece of input.pieces())
    if (piece.trim()) {
      const isJson = piece.trimStart()[0] === "{";
      return isJson ? readJson(input, to, chat, before) : readMarkdown(input, to, chat, before);
    }
  return before;
}

/**
 * @param {Input} input
 * @param {To} to
 * @param {string} chat
 * @param {number} before
 */
async function readJson(input, to, chat, before) {
  let at = before;
  for await (const { text } of input.lines()) {
    if (!text.trim()) continue;
    at++;
    const record = parsed(text);
    const time = record && timeOf(textOf(record.date));
    if (!record) to.skip(at, _("This record is damaged or too long, and cannot be read."), text);
    else if (!time) to.skip(at, _("This record has no time."), text);
    else to.row({ ...time, at, ...ofChat(chat), ...jsonRow(record, chat) });
  }
  return at;
}

/** @param {string} text */
function parsed(text) {
  try {
    const value = JSON.parse(text);
    return isSet(value) ? value : null;
  } catch {
    return null;
  }
}

/**
 * A message without a time stands at the beginning of 1970 in what the tool writes.
 * @param {string} date
 */
function timeOf(date) {
  const [, wall, offset] = WALL.exec(date) ?? [];
  if (!wall || /^(1970-01-01|1969-12-31)/.test(wall)) return null;
  return offset ? { instant: wall + offset } : { wall };
}

/** @param {string} chat */
const ofChat = (chat) => (chat ? { chat } : {});

/**
 * @param {Record<string, unknown>} record
 * @param {string} chat
 */
function jsonRow(record, chat) {
  const body = trimmed(textOf(record.body));
  const attachments = setsIn(record.attachments);
  const reactions = Array.isArray(record.reactions) ? record.reactions : [];
  return {
    ...peopleOf(textOf(record.sender), chat),
    ...(record.call === true ? callOf(body) : messageOf(body, record.deleted === true)),
    ...(attachments.length && { files: attachments.map(({ name, path }) => textOf(name) || textOf(path)) }),
    ...rawOfMessage({
      quote: textOf(record.quote).trim(),
      reactions: reactions.map((one) => (Array.isArray(one) ? one.map(textOf).join(": ") : "")).join(", "),
      sticker: isSet(record.sticker) ? textOf(record.sticker.emoji) : "",
    }),
  };
}

/**
 * @param {string} sender
 * @param {string} chat
 * @returns {{direction: Direction, name: string}}
 */
function peopleOf(sender, chat) {
  if (sender === ME) return { direction: "out", name: chat };
  return sender === NOBODY ? { direction: "", name: "" } : { direction: "in", name: sender };
}

/**
 * @param {string} text
 * @param {boolean} isDeleted
 * @returns {Pick<RawRow, "what" | "text" | "result">}
 */
const messageOf = (text, isDeleted) => ({ what: "message", text, ...(isDeleted && { result: "deleted" }) });

/**
 * @param {string} text
 * @returns {Pick<RawRow, "what" | "text" | "result" | "length"> & {direction?: Direction}}
 */
function callOf(text) {
  const [, way, end = "", minutes = "0", seconds] = CALL.exec(text) ?? [];
  if (!way) return { what: "call", text };
  const isDeclined = end.startsWith("declined");
  return {
    what: "call",
    text,
    direction: way === "Outgoing" ? "out" : "in",
    result: way === "Missed" ? "missed" : isDeclined ? "rejected" : end === "unanswered" ? end : "",
    length: seconds ? String(Number(minutes) * 60 + Number(seconds)) : "",
  };
}

/**
 * @param {Record<string, string>} values
 * @returns {{raw?: Record<string, string>}}
 */
function rawOfMessage(values) {
  const raw = Object.fromEntries(Object.entries(values).filter(([, value]) => value));
  return Object.keys(raw).length ? { raw } : {};
}

/**
 * The tool ends lines with two spaces, so that Markdown breaks them.
 * @param {string} text
 */
const trimmed = (text) => text.replace(/ {2}$/gm, "").replace(/^\n+|\n+$/g, "");

/**
 * @param {Input} input
 * @param {To} to
 * @param {string} chat
 * @param {number} before
 */
async function readMarkdown(input, to, chat, before) {
  let at = before;
  let latest = "";
  /** @type {{head: RegExpExecArray, lines: string[]} | null} */
  let message = null;
  const end = () => {
    if (!message) return;
    at++;
    const wall = `${message.head[1]}T${message.head[2]}`;
    const row = markdownRow(message.head, message.lines, chat);
    if (!timeOf(wall)) to.skip(at, _("This record has no time."), message.head[0]);
    else to.row({ wall, at, ...ofChat(chat), ...row, ...(wall < latest && { notes: ["time-goes-back"] }) });
    if (wall > latest) latest = wall;
  };
  for await (const { number, text } of input.lines()) {
    const head = HEAD_LINE.exec(text);
    if (head) {
      end();
      message = { head, lines: [head[4]] };
    } else if (message) message.lines.push(text);
    else if (text.trim()) to.skip(number, _("No message begins before this line."), text);
  }
  end();
  return at;
}

/**
 * @param {RegExpExecArray} head
 * @param {string[]} lines
 * @param {string} chat
 */
function markdownRow(head, lines, chat) {
  const sender = head[3];
  const { quote, rest } = quoteOf(lines);
  const files = [...rest.join("\n").matchAll(LINK)].map(([, name]) => name);
  const text = trimmed(rest.join("\n").replace(LINK, ""));
  const isCall = CALL.test(text);
  return {
    ...peopleOf(sender, chat),
    ...(isCall ? callOf(text) : messageOf(text, text === DELETED)),
    ...(files.length && { files }),
    ...rawOfMessage({ quote }),
  };
}

/**
 * Part the words of somebody else that a message answers from the message: the tool puts an empty line before them.
 * @param {string[]} lines
 */
function quoteOf(lines) {
  if (lines[0].trim() || lines[1] !== "" || !lines[2]?.startsWith(">")) return { quote: "", rest: lines };
  const after = lines.findIndex((line, place) => place > 1 && !line.startsWith(">"));
  const end = after < 0 ? lines.length : after;
  return { quote: lines.slice(2, end).join("\n"), rest: lines.slice(end) };
}

/**
 * Say so where the two files of one chat do not hold as many messages.
 * @param {Input} markdown
 * @param {number} read
 * @param {string} chat
 * @param {To} to
 */
async function compareCounts(markdown, read, chat, to) {
  let count = 0;
  for await (const { text } of markdown.lines()) if (HEAD_LINE.test(text)) count++;
  if (count !== read)
    to.note(
      fill(_("{chat}: data.json holds {read} messages, and chat.md {count}. Only data.json was read."), {
        chat,
        read,
        count,
      }),
    );
}
