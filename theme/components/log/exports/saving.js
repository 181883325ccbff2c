// Saving what was made, and opening it again to check that it is there and whole. A browser can fail to save, and says nothing.
import { sha256 } from "@noble/hashes/sha2.js";
import { _, fill } from "../../common/gettext.js";
import { kindOf } from "../../common/known-error.js";
import { pause } from "../../common/time-limit.js";
import { savedAs, saveFile } from "../../common/save-file.js";
import { make } from "../list.js";
import { hexOf } from "../model/chain.js";

const PIECE = 4 * 1024 * 1024; // bytes that are hashed at a time

const BETWEEN = 300; // milliseconds; a browser may take only one of two that come at once

const WHOLE = _(
  "It holds your whole log, but this guide cannot open it again. Save a locked copy of your log as well. A locked copy holds what you wrote, and no files of evidence.",
);
const WAIT = _(
  "Wait until your browser says that it is done. Then check that the file is there. If you leave this page sooner, the file may be lost.",
);
const SAME = _("This is exactly the file that was saved.");
const OTHER = _(
  "This is not the file that was saved. It may be another file, or part of it may be missing. You can save it again.",
);
const UNREADABLE = _("This file could not be read. It may have been moved. You can choose it again.");

/** Set up what is shown after saving; `area` is `.log-saved`. `say(text)` shows the reader a message there. */
export function startSaving(area, say) {
  const input = area.querySelector("[type=file]");
  const list = area.querySelector("ul");
  /** @type {{name: string, blob: Blob, size: number, hash: string}[]} */
  let saved = [];
  let turn = 0;

  input.addEventListener("change", check);
  list.addEventListener("click", ({ target }) => {
    const one = saved[[...list.querySelectorAll("button")].indexOf(target)];
    if (one) pass([one]);
  });
  return { save, clear };

  /**
   * Save files, one after the other, and say so.
   * @param {import("./forms.js").MadeFile[]} files
   * @param {string[]} [more] what else is said
   */
  async function save(files, more = []) {
    clear();
    const mine = turn;
    const made = [];
    for (const { name, blob } of files) made.push({ name, blob, size: blob.size, hash: await hashOf(blob) });
    if (mine !== turn) return;
    saved = made;
    list.replaceChildren(...saved.map(itemOf));
    area.hidden = false;
    await pass(saved, [...more, ...(files.some(({ isWhole }) => isWhole) ? [WHOLE] : [])]);
  }

  /** Pass them to the browser; it may ask once whether several are wanted. */
  async function pass(files, more = []) {
    const mine = turn;
    for (const [at, { name, blob }] of files.entries()) {
      if (at) await pause(BETWEEN);
      if (mine !== turn) return;
      saveFile(blob, name, blob.type);
    }
    say([savedAs(files.map(({ name }) => name).join(_("”, “"))), WAIT, ...more].join(" "));
  }

  async function check() {
    const [file] = input.files;
    const mine = ++turn;
    if (!file) return;
    try {
      const hash = await hashOf(file);
      const isSame = saved.some((one) => one.size === file.size && one.hash === hash);
      if (mine === turn) say(isSame ? SAME : OTHER);
    } catch (error) {
      if (!(error instanceof DOMException)) kindOf(error); // a fault of ours; else the file was moved
      if (mine === turn) say(UNREADABLE);
    }
  }

  function clear() {
    turn += 1;
    saved = [];
    area.hidden = true;
    input.value = "";
    list.replaceChildren();
  }
}

function itemOf({ name, hash }) {
  const item = make("li");
  const button = make("button", "log-small", fill(_("Save “{name}” again"), { name }));
  button.setAttribute("type", "button");
  item.append(button, " ", make("small", "", fill(_("SHA-256: {hash}"), { hash })));
  return item;
}

/**
 * Return the SHA-256 of a file, as 64 hex digits.
 * @param {Blob} blob
 */
export async function hashOf(blob) {
  const hash = sha256.create();
  for (let from = 0; from < blob.size; from += PIECE) {
    hash.update(new Uint8Array(await blob.slice(from, from + PIECE).arrayBuffer()));
    await pause(0);
  }
  return hexOf(new Uint8Array(hash.digest()));
}
