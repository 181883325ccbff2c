// Two tabs, or two devices, can both go on from one version of an item without knowing of each other. The files and the rows of
// both stay: what one of them took away is gone, what either added is there. No DOM here.
import { valueIn } from "../../documents/model/sets.js";
import { hexOf, leafOf } from "./chain.js";
import { CONTENT } from "./line.js";
import { KEPT } from "./meanings.js";

/** @import { Line, LogFields, Row, Version } from "./types.d.ts" */

/**
 * Return versions in their order, each with the files that the item had after it. The texts stay as they were written.
 * @param {Version[]} versions
 * @returns {Version[]}
 */
export function withJoinedFiles(versions) {
  if (versions.length < 3 || !versions.some(({ line }) => fileTexts(line.fields).length)) return versions;
  const byLeaf = new Map(versions.map((version) => [leafIn(version), version]));

  /** @param {Line} line */
  function baseOf({ was = "" }) {
    let base = byLeaf.get(was);
    while (base && !CONTENT.includes(base.line.act)) base = byLeaf.get(base.line.was ?? "");
    return base;
  }

  /** @type {string[]} */
  let files = [];
  return versions.map((version) => {
    const { line, text } = version;
    if (!CONTENT.includes(line.act)) return version;
    const [own, base] = [fileTexts(line.fields), baseOf(line)];
    files = base ? joined(fileTexts(base.line.fields), files, own) : own;
    if (files.length === own.length && files.every((one, at) => one === own[at])) return version;
    const { [KEPT]: _own, ...others } = line.fields;
    const fields = files.length ? { ...others, [KEPT]: files } : others;
    return { line: { ...line, fields }, text };
  });
}

/**
 * Return the rows that an item had after each version of them; a version is a group of lines.
 * @param {Version[][]} groups
 * @returns {Row[][]}
 */
export function rowsAfterEach(groups) {
  if (groups.length < 2) return groups.map(rowsIn);
  const byLeaf = new Map(groups.flatMap((group) => group.map((line) => [leafIn(line), { group, line }])));
  /** @type {Row[]} */
  let rows = [];
  return groups.map((group) => {
    const { was } = group[0].line;
    const base = byLeaf.get(was ?? "");
    const isLost = was !== undefined && !base;
    rows = isLost ? rowsIn(group) : joined(base ? rowsSeen(base.group, base.line) : [], rows, rowsIn(group));
    return rows;
  });
}

/**
 * Return the rows that whoever went on from a line of a group can have seen: others may have added to it at the same time.
 * @param {Version[]} group
 * @param {Version | undefined} last
 */
export function rowsSeen(group, last = group.at(-1)) {
  const byLeaf = new Map(group.map((version) => [leafIn(version), version]));
  /** @type {Set<Version>} */
  const seen = new Set();
  for (let one = last; one && !seen.has(one);) {
    seen.add(one);
    const { was } = one.line;
    one = was === undefined ? group[group.indexOf(one) - 1] : byLeaf.get(was); // the rest of what was too long for one line
  }
  return rowsIn(group.filter((version) => seen.has(version)));
}

/**
 * Return whether something that came from the other side, and so is not in what was `written`, is taken away now.
 * @template T
 * @param {{written: T[], shown: T[], next: T[]}} lists
 */
export function takesAwayJoined({ written, shown, next }) {
  const [had, has] = [written, next].map(counted);
  return [...counted(shown)].some(
    ([name, count]) => count > (had.get(name) ?? 0) && count > (has.get(name) ?? 0),
  );
}

/**
 * Return the files that the text of a version names.
 * @param {Version} version
 */
export const filesWritten = ({ text }) => fileTexts(JSON.parse(text).fields ?? {});

/**
 * Return what is there after two sides changed the same list; what both added is there once.
 * @template T
 * @param {T[]} base
 * @param {T[]} one
 * @param {T[]} other
 */
function joined(base, one, other) {
  const [before, first, second] = [base, one, other].map(counted);
  /** @type {Map<string, number>} */
  const left = new Map();
  for (const name of new Set([...first.keys(), ...second.keys()])) {
    const [was, a, b] = [before, first, second].map((counts) => counts.get(name) ?? 0);
    left.set(name, countAfter(was, a, b));
  }
  return [...other, ...one].filter((value) => {
    const name = nameOf(value);
    const count = left.get(name) ?? 0;
    left.set(name, count - 1);
    return count > 0;
  });
}

/**
 * @param {number} was
 * @param {number} one
 * @param {number} other
 */
function countAfter(was, one, other) {
  if (one > was && other > was) return Math.max(one, other);
  if (one < was && other < was) return Math.min(one, other);
  return one + other - was;
}

/** @param {unknown[]} values */
function counted(values) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const value of values) counts.set(nameOf(value), (counts.get(nameOf(value)) ?? 0) + 1);
  return counts;
}

/** @param {unknown} value */
const nameOf = (value) =>
  JSON.stringify(typeof value === "object" && value ? Object.entries(value).sort() : value);

/** @param {Version[]} group */
const rowsIn = (group) => group.flatMap(({ line }) => line.rows ?? []);

/**
 * Return what fields say of files, as texts.
 * @param {LogFields} fields
 */
export function fileTexts(fields) {
  const texts = valueIn(fields, KEPT);
  return Array.isArray(texts) ? texts : [];
}

/** @param {Version} version */
const leafIn = ({ text }) => hexOf(leafOf(text));
