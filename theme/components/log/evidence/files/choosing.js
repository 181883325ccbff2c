// Choosing files and adding them: what is chosen is told with its size first, and nothing is read before the reader says so.
import { kindOf } from "../../../common/known-error.js";
import { oneAtATime } from "../../one-at-a-time.js";
import { addOne } from "./add-one.js";
import {
  afterOthers,
  isWhole,
  keptWords,
  noRoomWords,
  reasonNotAdded,
  sameAs,
  sameWords,
  stoppedWords,
} from "./adding.js";
import { createChosenFiles } from "./chosen-files.js";
import { roomWords } from "./form.js";
import * as WORDS from "./strings.js";
import { deviceSays } from "./words.js";

/** @import { KeptFile } from "../../model/types.d.ts" */

/**
 * `whenDropped(words)` says that a file was not added as the log locked, and returns whether it did.
 * @param {import("./files.js").FileParts} parts
 * @param {{getFiles: () => KeptFile[], whenDropped: (words: string) => boolean}} how
 */
export function createChoosing(parts, { getFiles, whenDropped }) {
  const chosen = createChosenFiles();
  const { form } = chosen;
  const { element } = form;
  /** @type {AbortController | null} */
  let adding = null;
  let turn = 0; // counts up when the screen is put away
  let isDropped = false; // a file was on its way then, and that was not told yet
  const once = oneAtATime(chosen.showBusy);

  element.addEventListener("change", choose);
  // The second press of two at once does nothing, also where the first is done by then.
  form.add.addEventListener("click", ({ detail }) => detail > 1 || once(add));
  form.cancel.addEventListener("click", () => adding?.abort());
  return {
    element,
    /** @param {boolean} isFirst whether there is no file yet */
    show(isFirst) {
      if (isFirst) form.hint.open = true;
      if (isDropped) parts.say(WORDS.DROPPED, element);
      isDropped = false;
      tellRoom();
    },
    clear() {
      turn += 1;
      adding?.abort();
      chosen.set([]);
    },
  };

  async function tellRoom() {
    const mine = turn;
    const room = await roomOf(parts);
    if (mine === turn) form.room.textContent = roomWords(room);
    return room;
  }

  async function choose() {
    const mine = turn;
    const files = chosen.take();
    parts.say("", element);
    const room = await tellRoom();
    if (mine !== turn || chosen.files !== files || room === null || sizeOf(files) <= room) return;
    parts.say(noRoomWords(files, room), element);
    chosen.set([]);
  }

  async function add() {
    if (!chosen.files.length) {
      parts.say(WORDS.NOTHING_CHOSEN, element);
      return;
    }
    const mine = turn;
    const isOpen = () => mine === turn && parts.isStill();
    const { signal } = (adding = new AbortController());
    const onProgress = (/** @type {number} */ part) => (form.progress.value = part);
    /** @type {KeptFile[]} */
    const kept = [];
    parts.say(WORDS.ADDING, element);
    try {
      const words = await addAll({ parts, chosen, getFiles, kept, signal, isOpen, onProgress });
      if (words && mine === turn) parts.say(words, element);
    } catch (error) {
      if (!isOpen()) isDropped = !whenDropped(WORDS.DROPPED);
      else tellNotAdded(error, signal.aborted, kept);
    } finally {
      adding = null;
    }
  }

  /**
   * @param {unknown} error
   * @param {boolean} isStopped by the reader
   * @param {KeptFile[]} before
   */
  function tellNotAdded(error, isStopped, before) {
    const words = isStopped ? stoppedWords(deviceSays(chosen.files[0]).name) : reasonNotAdded(error);
    parts.say(afterOthers(words, before), element);
    if (!isStopped) return;
    chosen.set([]);
    form.add.focus(); // the other button goes away
  }
}

/** Add what is chosen, one file after the other; resolves with what to say, or with "" where the reader was told. */
async function addAll({ parts, chosen, getFiles, kept, signal, isOpen, onProgress }) {
  const told = [];
  while (chosen.files.length) {
    const [file, ...others] = chosen.files;
    const same = await keptAlready(parts.attachments, file, [...getFiles(), ...kept]);
    if (!isOpen()) throw new DOMException("put away", "AbortError");
    signal.throwIfAborted();
    if (same) told.push(sameWords(same, deviceSays(file).name));
    else {
      const added = await addOne(parts.attachments, file, { signal, onProgress });
      if (!isOpen()) throw new DOMException("put away", "AbortError");
      if (!(await parts.onAdded(added))) return "";
      kept.push(added);
    }
    if (isOpen()) chosen.set(others);
  }
  return [...(kept.length ? [keptWords(kept)] : []), ...told].join(" ");
}

/** Return the kept file that is the same, or null where there is none that opens. */
async function keptAlready(attachments, file, others) {
  const same = await sameAs(file, others);
  return same && (await isWhole(attachments, same)) ? same : null;
}

/** @param {File[]} files */
const sizeOf = (files) => files.reduce((all, { size }) => all + size, 0);

/**
 * @param {import("./files.js").FileParts} parts
 * @returns {Promise<number | null>}
 */
async function roomOf({ attachments }) {
  try {
    return (await attachments?.room()) ?? null;
  } catch (error) {
    kindOf(error); // what adds files tells it
    return null;
  }
}
