// The files that the page carries, each in a block that is not run. Others ask for them through `../common/files.js`.
import { bunzip } from "./bunzip.js";

const unpacked = new WeakMap(); // what was in blocks that hold several files, which are asked for one by one

/** Answer code that asks for a file. */
export function answerForFiles() {
  document.addEventListener("guide:file", ({ detail: { name, resolve, reject } }) =>
    readBlock(name).then(resolve, reject),
  );
}

async function readBlock(name) {
  const block = await findBlock(name);
  const { dataset, textContent } = block;
  if (dataset.form === "text") return new TextEncoder().encode(textContent).buffer;
  if (dataset.form === "gzip") {
    const packed = /** @type {ReadableStream} */ (new Response(bytesOf(textContent)).body);
    return new Response(packed.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
  }
  if (!unpacked.has(block)) unpacked.set(block, bunzip(bytesOf(textContent)));
  if (dataset.form !== "joined") return unpacked.get(block).arrayBuffer();
  const texts = (await unpacked.get(block).text()).split("\0");
  const names = /** @type {string} */ (dataset.file).split(" ");
  return new TextEncoder().encode(texts[names.indexOf(name)]).buffer;
}

/** Find the block of a file. Blocks are last in the page, so that it can be read and used before they arrive. */
async function findBlock(name) {
  if (document.readyState === "loading") {
    await new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
  }
  const block = document.querySelector(`script[data-file~="${name}"]`);
  return block ?? Promise.reject(new Error(`${name}: this page does not carry it`));
}

/** Read what `hooks/single_file/digits.py` wrote: pairs of digits to the base 94, of 13 or 14 bits each. */
function bytesOf(text) {
  const bytes = new Uint8Array(text.length);
  let [length, waiting, bits] = [0, 0, 0];
  for (let at = 0; at + 1 < text.length; at += 2) {
    const pair = valueAt(text, at) + 94 * valueAt(text, at + 1);
    waiting |= pair << bits;
    bits += (pair & 8191) < 94 * 94 - 8192 ? 14 : 13;
    for (; bits > 7; bits -= 8) {
      bytes[length++] = waiting;
      waiting >>>= 8;
    }
  }
  if (text.length % 2) bytes[length++] = waiting | (valueAt(text, text.length - 1) << bits);
  return bytes.subarray(0, length);
}

/** A digit is a sign from the space on; "~" stands for "<", which could end a script. */
function valueAt(text, at) {
  const code = text.charCodeAt(at);
  return (code === 126 ? 60 : code) - 32;
}
