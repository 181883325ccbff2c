// What is wrong with data that claim to be a document, in sentences for the person who opens the file.
// No sentence repeats a value or an unknown name: either could hold what somebody wrote. No DOM here.
import { _, fill, ngettext } from "../../common/gettext.js";
import { MOST_ENTRIES } from "./limits.js";
import { without } from "./sets.js";
import { has, hasTwins, isDay, isName, isNameSet, isPlain, isSet, writable } from "./values.js";

/** @import { Choice, Field, Named, Section } from "./types.d.ts" */

const MOST_SENTENCES = 8;
/**
 * Say no more than a reader can use.
 * @param {string[]} sentences
 */
export function shortened(sentences) {
  const rest = sentences.length - MOST_SENTENCES;
  return rest > 1
    ? [
        ...sentences.slice(0, MOST_SENTENCES),
        ngettext(
          "There is {count} more problem like these.",
          "There are {count} more problems like these.",
          rest,
        ),
      ]
    : sentences;
}

/**
 * @param {string} where
 * @param {unknown} value
 * @param {readonly unknown[]} words
 * @returns {Generator<string, void>}
 */
export function* wordProblems(where, value, words) {
  if (!isNameSet(value)) yield noAnswers(where);
  else if (!Object.values(value).every((word) => words.includes(word))) yield noAnswer(where);
}

/**
 * @param {string} where
 * @param {unknown} value
 * @param {Named<Choice>} choices
 * @returns {Generator<string, void>}
 */
export function* choiceProblems(where, value, choices) {
  if (!isNameSet(value)) {
    yield noAnswers(where);
    return;
  }
  for (const [id, chosen] of Object.entries(value)) {
    const many = has(choices, id) ? choices[id].many : Array.isArray(chosen);
    const names = many ? chosen : [chosen];
    if (!Array.isArray(names) || names.length > MOST_ENTRIES || !names.every(isName) || hasTwins(names)) {
      yield noAnswer(where);
    }
  }
}

/** @param {string} where */
const noAnswers = (where) => fill(_("{where}: this is not a list of answers."), { where });
/** @param {string} where */
const noAnswer = (where) => fill(_("{where}: one of these is not a possible answer."), { where });

/**
 * @param {unknown} entries
 * @param {Section} part
 * @returns {Generator<string, void>}
 */
export function* entriesProblems(entries, part) {
  const most = part.many ? MOST_ENTRIES : 1;
  const where = part.title;
  if (!Array.isArray(entries)) {
    yield fill(_("{where}: this is not a list of entries."), { where });
    return;
  }
  if (entries.length > most) {
    yield tooMany(where, most);
    return;
  }
  for (const [index, entry] of entries.entries()) {
    const place = part.many ? fill(_("{where}, entry {number}"), { where, number: index + 1 }) : where;
    yield* entryProblems(place, entry, part.fields, 4);
  }
}

/**
 * @param {string} where
 * @param {number} most
 */
function tooMany(where, most) {
  return ngettext(
    "{where}: there is more than one entry.",
    "{where}: there are more than {count} entries.",
    most,
    { where },
  );
}

/**
 * `depth`: in how many sets and lists the values of the entry are.
 * @param {string} where
 * @param {unknown} entry
 * @param {Named<Field>} fields
 * @param {number} depth
 * @returns {Generator<string, void>}
 */
export function* entryProblems(where, entry, fields, depth) {
  if (!isSet(entry)) {
    yield fill(_("{where}: this is not a list of fields."), { where });
    return;
  }
  yield* lostProblems((count) => fieldsIn(where, count), without(entry, fields), depth);
  for (const [id, field] of Object.entries(fields)) {
    if (has(entry, id)) {
      yield* valueProblems(fill(_("{where}, {field}"), { where, field: field.label }), entry[id], field);
    }
  }
}

/**
 * @param {string} where
 * @param {unknown} value
 * @param {Field} field
 * @returns {Generator<string, void>}
 */
function* valueProblems(where, value, { kind, most }) {
  if (kind === "ticks") yield* nameProblems(where, value);
  else if (kind === "day") yield* dayProblems(where, value);
  else yield* textProblems(where, value, most, kind === "line");
}

/**
 * Names that this guide lacks are kept: an older or a newer one has them.
 * @param {string} where
 * @param {unknown} value
 * @returns {Generator<string, void>}
 */
export function* nameProblems(where, value) {
  if (!Array.isArray(value)) yield fill(_("{where}: this is not a list."), { where });
  else if (value.length > MOST_ENTRIES || !value.every(isName))
    yield fill(_("{where}: there is a name that this guide cannot keep."), { where });
  else if (hasTwins(value)) yield fill(_("{where}: one name is there twice."), { where });
}

/**
 * Report what this guide does not know and could not save again unchanged. `sentenceOf(count)` says how much that is;
 * `depth`: in how many sets and lists.
 * @param {(count: number) => string} sentenceOf
 * @param {Named<unknown>} unknown
 * @param {number} depth
 * @returns {Generator<string, void>}
 */
export function* lostProblems(sentenceOf, unknown, depth) {
  const lost = Object.entries(unknown).filter(([name, value]) => !isName(name) || !isPlain(value, depth));
  if (lost.length) yield sentenceOf(lost.length);
}

/**
 * Say how many fields there are that this guide cannot keep.
 * @param {string} where
 * @param {number} count
 */
export function fieldsIn(where, count) {
  return ngettext(
    "{where}: {count} field that this guide cannot keep.",
    "{where}: {count} fields that this guide cannot keep.",
    count,
    { where },
  );
}

/**
 * @param {string} where
 * @param {unknown} value
 * @returns {Generator<string, void>}
 */
export function* dayProblems(where, value) {
  if (value !== "" && !isDay(value)) yield fill(_("{where}: this is not a day."), { where });
}

/**
 * @param {string} where
 * @param {unknown} value
 * @param {number} most
 * @param {boolean} [oneLine]
 * @returns {Generator<string, void>}
 */
export function* textProblems(where, value, most, oneLine = false) {
  if (typeof value !== "string") yield fill(_("{where}: this is not text."), { where });
  else if (value.length > most) yield tooLong(where, most);
  else if (value !== writable(value))
    yield fill(_("{where}: this has characters that cannot be shown."), { where });
  else if (oneLine && value.includes("\n")) yield fill(_("{where}: this has more than one line."), { where });
}

/**
 * @param {string} where
 * @param {number} most
 */
function tooLong(where, most) {
  return ngettext(
    "{where}: this is longer than {count} character.",
    "{where}: this is longer than {count} characters.",
    most,
    { where },
  );
}
