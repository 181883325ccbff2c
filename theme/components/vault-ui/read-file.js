// Look at a file that the reader offers: its size first, then its first bytes, then the rest. No DOM here.
import { LARGEST_FILE, NOT_OUR_FILE, SENTENCES, TOO_LARGE } from "../vault/messages.js";
import { EMPTY_FILE, LARGE_FILE, UNREADABLE_FILE } from "./words.js";

const LARGEST_TEXT = 8 * 1024 * 1024; // bytes; what an encrypted file may hold, too
const HEAD = 64; // bytes
const FIRST_WORDS = ["age-encryption.org/v", "-----BEGIN AGE ENCRYPTED"];
const MOST_WRONG = 2; // letters of a file that is damaged, and still one of ours

/** Return `{isLocked: true}`, `{text}`, or `{problem}`: a sentence. */
export async function readFile(file) {
  if (file.size === 0) return { problem: EMPTY_FILE };
  if (file.size > LARGEST_FILE) return { problem: SENTENCES[TOO_LARGE] };
  try {
    const head = new TextDecoder("latin1").decode(await file.slice(0, HEAD).arrayBuffer());
    if (isAge(head) || /\.age$/i.test(file.name)) return { isLocked: true };
    if (file.size > LARGEST_TEXT) return { problem: LARGE_FILE };
    const bytes = await file.arrayBuffer();
    return textOf(bytes);
  } catch {
    return { problem: UNREADABLE_FILE };
  }
}

function isAge(head) {
  return FIRST_WORDS.some((words) => {
    const wrong = [...words].filter((letter, index) => letter !== head[index]).length;
    return wrong <= MOST_WRONG;
  });
}

function textOf(bytes) {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { problem: SENTENCES[NOT_OUR_FILE] };
  }
}
