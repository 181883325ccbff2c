// Look at a file that the reader offers: its size first, then its first bytes, then the rest. No DOM here.
import { kindOf } from "../../common/known-error.js";
import { HEAD, lookAtHead } from "../../vault/age-header.js";
import { LARGEST_FILE, NOT_OUR_FILE, TOO_LARGE, UNREADABLE_FILE } from "../../vault/protocol.js";
import { SENTENCES } from "../../vault/strings.js";
import { EMPTY_FILE } from "./strings.js";

const LARGEST_TEXT = 8 * 1024 * 1024; // bytes; what an encrypted file may hold, too

/** Return `{isLocked: true}`, `{text}`, or `{problem}`: a sentence. `strings` are the document's. */
export async function readFile(file, strings) {
  if (file.size === 0) return { problem: EMPTY_FILE };
  if (file.size > LARGEST_FILE) return { problem: SENTENCES[TOO_LARGE] };
  try {
    const found = lookAtHead(new Uint8Array(await file.slice(0, HEAD).arrayBuffer()));
    if (found?.kind) return { problem: SENTENCES[found.kind] };
    if (found || /\.age$/i.test(file.name)) return { isLocked: true };
    if (file.size > LARGEST_TEXT) return { problem: strings.largeFile };
    const bytes = await file.arrayBuffer();
    return textOf(bytes);
  } catch (error) {
    return { problem: SENTENCES[error instanceof DOMException ? UNREADABLE_FILE : kindOf(error)] };
  }
}

/** PowerShell and Notepad write UTF-16, and say so in the first two bytes. Nothing is guessed without them. */
function encodingOf(bytes) {
  const [first, second] = new Uint8Array(bytes);
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

function textOf(bytes) {
  try {
    return { text: new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes) };
  } catch {
    return { problem: SENTENCES[NOT_OUR_FILE] };
  }
}
