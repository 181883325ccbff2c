// What is asked where a file holds the talks of several people.
import { _, ngettext } from "../../../common/gettext.js";

/** @import { Question } from "../types.d.ts" */
/** @typedef {{value: string, label: string, count?: number}} Chat */

export const ALL = "all";
const MOST_CHOICES = 1000;

/**
 * Ask which chat to read: a whole account holds talks with everybody.
 * @param {Chat[]} chats
 * @returns {Question[]}
 */
export function askChat(chats) {
  if (chats.length < 2) return [];
  const choices = chats.slice(0, MOST_CHOICES).map(({ value, label, count }) => ({
    value,
    label: label || _("A chat without a name"),
    ...(count !== undefined && { sample: ngettext("{count} message", "{count} messages", count) }),
  }));
  const all = { value: ALL, label: _("All of them") };
  return [{ id: "chat", asks: _("Which chat do you want to read?"), value: ALL, choices: [all, ...choices] }];
}

/**
 * Ask who the reader is, where the file does not say which messages were sent and which came in.
 * @param {Chat[]} people
 * @returns {Question[]}
 */
export function askMe(people) {
  if (!people.length) return [];
  const choices = people.slice(0, MOST_CHOICES).map(({ value, label }) => ({ value, label }));
  const none = { value: "", label: _("None of these, or I do not want to say") };
  return [{ id: "me", asks: _("Which of these names is yours?"), choices: [...choices, none], value: "" }];
}

/**
 * Return whether the reader wants this chat.
 * @param {import("../types.d.ts").Answers} answers
 * @param {string} chat
 */
export const isWanted = ({ chat: wanted = ALL }, chat) => wanted === ALL || wanted === chat;
