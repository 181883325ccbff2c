// What stands in one HTML file of Google Voice: a call, or a talk of many messages.
import { piecesOf } from "./html.js";

/**
 * @typedef {object} Talk
 * @property {boolean} isCall
 * @property {string} title
 * @property {string[]} labels
 * @property {boolean} isRemoved by the owner of the account
 * @property {Person[]} people all but the owner
 * @property {Message[]} messages a call is one message
 */
/** @typedef {{name: string, number: string, isMe: boolean}} Person */
/** @typedef {{time: string, person: Person, text: string, files: string[], length: string}} Message */
/** @import { Tag } from "./html.js" */

const ME = "Me";
const LABEL = /#([a-z]+)$/;
const REMOVED = /:\s*True\s*$/i;

/**
 * @param {string} html
 * @returns {Talk}
 */
export function talkOf(html) {
  const reader = new TalkReader();
  for (const { tag, text } of piecesOf(html))
    if (!tag) reader.text(text);
    else if (tag.isEnd) reader.close(tag.name);
    else reader.open(tag);
  reader.talk.people = othersIn(reader.talk.people);
  return reader.talk;
}

class TalkReader {
  /** @type {Talk} */
  talk = { isCall: false, title: "", labels: [], isRemoved: false, people: [], messages: [] };
  /** @type {Person | null} who is being read */
  #person = null;
  /** @type {{tag: string, depth: number, text: string, take: (text: string) => void} | null} words that are being read */
  #words = null;

  /** @param {Tag} tag */
  open({ name, attributes }) {
    const classes = (attributes.class ?? "").split(/\s+/);
    if (this.#words) {
      if (name === this.#words.tag) this.#words.depth++;
      if (name === "br") this.#words.text += "\n";
    } else if (!this.#openPerson(name, classes, attributes) && !this.#openWords(name, classes))
      this.#openMessage(name, classes, attributes);
  }

  /**
   * @param {string} tag
   * @param {string[]} classes
   * @param {Record<string, string>} attributes
   */
  #openPerson(tag, classes, attributes) {
    if (classes.includes("sender") || classes.includes("contributor")) this.#beginPerson();
    else if (classes.includes("tel")) this.#readNumber(attributes.href ?? "");
    else if (classes.includes("fn")) this.#readName(tag);
    else return false;
    return true;
  }

  /**
   * @param {string} tag
   * @param {string[]} classes
   */
  #openWords(tag, classes) {
    if (tag === "title") this.#read(tag, (text) => (this.talk.title = text));
    else if (tag === "q" || classes.includes("full-text")) this.#read(tag, (text) => this.#change({ text }));
    else if (classes.includes("deletedStatusContainer"))
      this.#read(tag, (text) => (this.talk.isRemoved = REMOVED.test(text)));
    else return false;
    return true;
  }

  /**
   * @param {string} tag
   * @param {string[]} classes
   * @param {Record<string, string>} attributes
   */
  #openMessage(tag, classes, { title = "", rel, href = "", src = "" }) {
    const is = (/** @type {string[]} */ ...names) => names.some((name) => classes.includes(name));
    if (is("haudio", "message")) this.#begin(is("haudio"));
    else if (is("dt", "published")) this.#change({ time: title.replace(/\s+/g, "") });
    else if (is("duration")) this.#change({ length: title });
    else if (rel === "tag") this.#addLabel(href);
    else if (src || (tag === "a" && is("video", "vcard", "attachment"))) this.#addFile(src || href);
  }

  /** @param {string} tag */
  close(tag) {
    if (this.#words?.tag !== tag || --this.#words.depth > 0) return;
    const { text, take } = this.#words;
    this.#words = null;
    take(text.trim());
  }

  /** @param {string} text */
  text(text) {
    if (this.#words) this.#words.text += text.replace(/\r\n?/g, "\n");
  }

  /** @param {boolean} isCall */
  #begin(isCall) {
    this.talk.isCall ||= isCall;
    this.#person = null;
    const person = { name: "", number: "", isMe: false };
    this.talk.messages.push({ time: "", person, text: "", files: [], length: "" });
  }

  /** Begin a person: the sender of a message, or one who takes part in a group. */
  #beginPerson() {
    const person = { name: "", number: "", isMe: false };
    this.#person = person;
    this.talk.people.push(person);
    this.#change({ person });
  }

  /** @param {string} href */
  #readNumber(href) {
    if (!this.#person) this.#beginPerson();
    if (this.#person && href.startsWith("tel:")) this.#person.number = decoded(href.slice(4));
  }

  /**
   * Read a name. That of the owner stands in another tag than the others'. The first one of a call is a sentence, which
   * stands before any person.
   * @param {string} tag
   */
  #readName(tag) {
    const person = this.#person;
    this.#read(tag, (text) => {
      if (!person) return;
      person.name = text.replace(/\s+/g, " ");
      person.isMe = tag === "abbr" || text === ME;
    });
  }

  /**
   * @param {string} tag
   * @param {(text: string) => void} take
   */
  #read(tag, take) {
    this.#words = { tag, depth: 1, text: "", take };
  }

  /** @param {Partial<Message>} change */
  #change(change) {
    const message = this.talk.messages.at(-1);
    if (message) Object.assign(message, change);
  }

  /** @param {string} href */
  #addLabel(href) {
    const label = LABEL.exec(href)?.[1];
    if (label) this.talk.labels.push(label);
  }

  /** @param {string} path */
  #addFile(path) {
    const name = path.slice(path.lastIndexOf("/") + 1);
    const files = this.talk.messages.at(-1)?.files;
    if (name && files && !files.includes(name)) files.push(name);
  }
}

/** @param {string} text of an address */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Return each person but the owner once.
 * @param {Person[]} people
 */
function othersIn(people) {
  /** @type {Map<string, Person>} */
  const found = new Map();
  for (const person of people)
    if (!person.isMe && (person.name || person.number)) found.set(person.number || person.name, person);
  return [...found.values()];
}
