// A plan as elements for paper. They are in the document only while it is printed or measured.

import { _, fill } from "../../common/gettext.js";
import { readFirst } from "../model/text.js";

/** Make a flat list of blocks: titles and paragraphs, none inside another, so that they can be set on any paper. */
export function blocksOf(title, parts) {
  return [
    ...(title ? [block("h1", "paper-title", title)] : []),
    ...parts.flatMap((part) => ("steps" in part ? groupBlocks(part) : sectionBlocks(part))),
  ];
}

function groupBlocks({ title, steps }) {
  return [block("h2", "paper-heading", title), ...steps.flatMap(stepBlocks)];
}

function sectionBlocks({ title, entries }) {
  const heading = title ? [block("h2", "paper-heading", title)] : [];
  return [...heading, ...entries.flatMap(entryBlocks)];
}

function entryBlocks({ title, lines }) {
  const heading = title ? [block("h3", "paper-entry", title)] : [];
  const blocks = lines.map(({ label, text }) => {
    const line = labelled("paper-line", label, text);
    if (!text) line.classList.add("paper-blank");
    return line;
  });
  if (!title) blocks[0]?.classList.add("paper-first");
  return [...heading, ...blocks];
}

function stepBlocks({ action, caution, first, done, nextTo = [], note }) {
  const step = block("p", done ? "paper-step paper-done" : "paper-step", action);
  const warning = caution
    ? [
        first
          ? block("p", "paper-caution paper-before", readFirst(caution))
          : block("p", "paper-caution", caution),
      ]
    : [];
  const beside = nextTo.map(({ label, text }) => labelled("paper-note paper-beside", label, text));
  const noted = note ? [labelled("paper-note", _("Note"), note)] : [];
  return [...(first ? [...warning, step] : [step, ...warning]), ...beside, ...noted];
}

/**
 * Put each step with its caution, who helps and when, and each title and what follows it, into one box that is never
 * split across pages. A note can be longer than a page.
 * Firefox does not split a box, but ignores `break-before: avoid` and `break-after: avoid`.
 */
export function keptTogether(blocks) {
  const boxes = [];
  blocks.forEach((one, at) => {
    const leads = blocks[at - 1]?.matches("h1, h2, h3, .paper-before");
    if (leads || one.matches(".paper-caution:not(.paper-before), .paper-beside")) boxes.at(-1).append(one);
    else {
      boxes.push(block("div", "paper-box", ""));
      boxes.at(-1).append(one);
    }
  });
  return boxes;
}

/** Make a paragraph of a label and a text that may run the other way. */
function labelled(className, label, text) {
  const line = block("p", className, "");
  if (label) line.append(block("b", "", `${label.endsWith("…") ? label : fill(_("{label}:"), { label })} `));
  line.append(ownText(text, "paper-text"));
  return line;
}

/** Make an element of what the reader wrote. A service that translates pages would be sent it. */
export function ownText(text, className = "") {
  const own = block("span", className, text);
  own.translate = false;
  return own;
}

/** Make one element with text in it. */
export function block(name, className, text) {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
}
