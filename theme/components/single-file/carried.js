// The files that the page carries, each in a block that is not run. Others ask for them through `../common/files.js`.

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;,=>?@^_`{|}~";
const VALUES = new Uint8Array(128);
for (const [value, digit] of [...DIGITS].entries()) VALUES[digit.charCodeAt(0)] = value;

/** Answer code that asks for a file. */
export function answerForFiles() {
  document.addEventListener("guide:file", ({ detail: { name, resolve, reject } }) =>
    readBlock(name).then(resolve, reject),
  );
}

async function readBlock(name) {
  const { dataset, textContent } = await findBlock(name);
  if (dataset.form === "text") return new TextEncoder().encode(textContent).buffer;
  const packed = /** @type {ReadableStream} */ (new Response(bytesOf(textContent)).body);
  const unpacked = new Response(packed.pipeThrough(new DecompressionStream("gzip")));
  if (dataset.form !== "joined") return unpacked.arrayBuffer();
  const texts = (await unpacked.text()).split("\0");
  return new TextEncoder().encode(texts[String(dataset.file).split(" ").indexOf(name)]).buffer;
}

/** Find the block of a file. Blocks are last in the page, so that it can be read and used before they arrive. */
async function findBlock(name) {
  if (document.readyState === "loading") {
    await new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
  }
  const block = document.querySelector(`script[data-file~="${name}"]`);
  return block ?? Promise.reject(new Error(`${name}: this page does not carry it`));
}

/** Read numbers of five digits to the base 85, each of them four bytes: a sixteenth smaller than base64. */
function bytesOf(text) {
  const missing = (5 - (text.length % 5)) % 5;
  const whole = text + "~".repeat(missing);
  const bytes = new DataView(new ArrayBuffer((whole.length / 5) * 4));
  for (let at = 0; at < whole.length; at += 5) {
    let number = 0;
    for (let next = at; next < at + 5; next++) number = number * 85 + VALUES[whole.charCodeAt(next)];
    bytes.setUint32((at / 5) * 4, number);
  }
  return new Uint8Array(bytes.buffer, 0, bytes.byteLength - missing);
}
