// A file of a document that grows by lines holds its data and all its lines.
import { kindOf } from "../../common/known-error.js";
import { LONGEST_WITH_LINES, TOO_LARGE, UNLOCKED } from "../../vault/protocol.js";
import { SENTENCES } from "../../vault/strings.js";
import { createBusy, make } from "./panels/panel.js";
import { fillList } from "./panels/compare.js";
import { NO_CHANGE, OTHER_FILE, TOO_LONG_FOR_FILE } from "./strings.js";

/**
 * Return what a file of the document holds: of lines those that are kept and those that wait to be, or else those on the page.
 * `isWhole`: none of them is missing.
 * @param {ReturnType<typeof import("./keeper.js").createKeeper> | null} keeper
 */
export async function contentOf(own, keeper) {
  if (!own.lines) return { content: own.backup(), isWhole: true };
  const isKept = keeper?.state === UNLOCKED;
  const { lines, start, isWhole } = isKept
    ? await readAll(keeper)
    : { lines: own.lines.inMemory(), start: own.lines.start(), isWhole: true };
  const all = isKept ? [...lines, ...own.lines.waiting()] : lines;
  return { content: { kind: own.kind, data: own.backup(), lines: all, ...(start && { start }) }, isWhole };
}

async function readAll(keeper) {
  const rows = [];
  const { problems, start } = await keeper.read((slice) => rows.push(...slice));
  const lines = rows.sort((one, other) => one.seq - other.seq).map(({ line }) => line);
  return { lines, start, isWhole: problems.length === 0 };
}

/** Will a file of the document be longer than one can be? What is only a little longer is told when it is made. */
export const willBeTooLong = (own) => Boolean(own.lines) && own.lines.characters() > LONGEST_WITH_LINES;

/** Say why no file of the document was made. */
export const noFile = (own, kind) => (own.lines && kind === TOO_LARGE ? TOO_LONG_FOR_FILE : SENTENCES[kind]);

/**
 * Offer to add what a file holds and the document lacks. Nothing of the document is removed, whatever the file lacks.
 * `onDone(sentence)` is called when the reader has chosen.
 */
export function offerLines(place, { document: own, content, autosave, tell, onDone }) {
  const { strings } = own;
  const { kind, lines, data: held, start } = Object(content);
  if (kind !== own.kind || !Array.isArray(lines)) {
    tell(OTHER_FILE);
    return;
  }
  const mine = own.read();
  const { data = own.empty() } = own.restore(held);
  const joined = own.added(mine, data).data;
  const { changes, leftOut, add } = own.lines.incoming(lines, start);
  if (changes.length === 0 && own.isSame(joined, mine)) {
    tell(leftOut.length ? [...leftOut, NO_CHANGE].join(" ") : strings.fileIsSame);
    return;
  }
  const panel = make(own.view, "compare");
  const busyWith = createBusy();
  for (const part of panel.querySelectorAll("[data-way=replace], p:has([data-compare=replace])"))
    part.remove();
  fillList(panel.querySelector("[data-way=add]"), strings, [...changes, ...leftOut]);
  const title = panel.querySelector("[data-focus]");
  title.textContent = strings.fileHolds;
  panel.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-compare]");
    if (button?.dataset.compare === "leave") onDone(strings.left);
    else if (button) busyWith(button, addAll);
  });
  place.replaceChildren(panel);
  title.focus();

  async function addAll() {
    try {
      const sentence = await add();
      if (!own.isSame(joined, mine)) autosave.put(own, own.added(own.read(), data).data);
      onDone(sentence);
    } catch (error) {
      tell(SENTENCES[kindOf(error)]);
    }
  }
}
