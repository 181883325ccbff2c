// Find and replace parts of Pyodide's script, which acorn reads. What is not as expected is refused.
import { parse } from "acorn";

/** Return `{start, end, first}` of each function's body in braces, in the order of the source: its number is its place. */
export function bodiesIn(source) {
  const bodies = [];
  for (const node of nodesIn(source))
    if (/Function/.test(node.type) && node.body.type === "BlockStatement")
      bodies.push({ start: node.body.start, end: node.body.end, first: firstStatement(node.body) });
  return bodies.sort((one, other) => one.start - other.start);
}

/** Return `{at, name}` of each `catch`: where its block begins, and what it calls the error, if it does. */
export function catchesIn(source) {
  const found = [];
  for (const node of nodesIn(source)) {
    if (node.type !== "CatchClause") continue;
    const { param, body } = node;
    if (param && param.type !== "Identifier") throw new Error("a catch of a pattern");
    found.push({ start: node.start, at: body.start + 1, name: param?.name });
  }
  return found;
}

/** Return `{start, bracket, end}` of each place where a view of the memory is read: `HEAP8[at]`. */
export function readsIn(source) {
  const nodes = nodesIn(source);
  const written = new Set();
  for (const { type, operator, left } of nodes)
    if (type === "AssignmentExpression" && operator === "=") written.add(left);
  return nodes
    .filter((node) => node.computed && /^HEAP/.test(node.object?.name) && !written.has(node))
    .map(({ start, object, end }) => {
      if (source[object.end] !== "[" || source[end - 1] !== "]") throw new Error("a read in another form");
      return { start, bracket: object.end, end };
    });
}

/** Return every number in a script. */
export function numbersIn(source) {
  return nodesIn(source).flatMap(({ type, value }) =>
    type === "Literal" && typeof value === "number" ? [value] : [],
  );
}

/** Return each part of a script. */
export function nodesIn(source) {
  const found = [];
  const waiting = [parse(source, { ecmaVersion: 2024, sourceType: "script" })];
  while (waiting.length) {
    const node = waiting.pop();
    found.push(node);
    for (const value of Object.values(node))
      for (const child of Array.isArray(value) ? value : [value])
        if (typeof child?.type === "string") waiting.push(child);
  }
  return found;
}

/** Put `text` in place of each `{start, end, text}`; none of them reaches into another. */
export function replaced(source, changes) {
  let made = "";
  let last = 0;
  for (const { start, end, text } of changes.toSorted((one, other) => one.start - other.start)) {
    if (start < last) throw new Error("changes that overlap");
    made += source.slice(last, start) + text;
    last = end;
  }
  return made + source.slice(last);
}

/** Return how often each word is in some sources. */
export function countWords(...sources) {
  const counts = new Map();
  for (const source of sources)
    for (const [word] of source.matchAll(/[\w$]+/g)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Where code can be put that runs first: behind `"use strict"`. */
function firstStatement(body) {
  const directives = body.body.filter((statement) => statement.directive);
  return directives.at(-1)?.end ?? body.start + 1;
}
