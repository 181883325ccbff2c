/** Make and open age files, and say what is wrong with one that does not open. */
import { armor, Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import { armorIn, HEAD, kindOfHeader } from "./age-header.js";
import { DAMAGED, LARGEST_FILE, NO_MEMORY, KnownError, TOO_LARGE, WRONG_PASSPHRASE } from "./protocol.js";
import { exact, spellings } from "./passphrase/typed.js";

/** @import { Bytes, Problem } from "./types.d.ts" */

const WORK_FACTOR = 17; // scrypt's N is 2 to this power: 128 MiB
const MOST_KEYS = 20; // refused in a row
/** What the library says when no key fits, and only then. */
const NO_MATCH = "no identity matched any of the file's recipients";

export { identityToRecipient as recipientOf };

/** Return a new identity, one that this browser can use. */
export function generateIdentity() {
  return withAnyKey(async () => {
    const identity = await generateX25519Identity();
    await identityToRecipient(identity);
    return identity;
  });
}

/**
 * Encrypt to this recipient, so that only its identity can open it. The recipient is no secret: it opens nothing.
 * @param {Bytes} bytes
 * @param {string} recipient
 * @returns {Promise<Bytes>}
 */
export async function sealForRecipient(bytes, recipient) {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return withAnyKey(() => /** @type {Promise<Bytes>} */ (encrypter.encrypt(bytes)));
}

/**
 * WebKitGTK refuses one secret key in 256, each that begins with a zero. Work that makes a key is done again with another.
 * @template T
 * @param {() => Promise<T>} work
 */
export async function withAnyKey(work) {
  for (let left = MOST_KEYS; ; left--) {
    try {
      return await work();
    } catch (error) {
      if (!left || !(error instanceof DOMException) || error.name !== "DataError") throw error;
    }
  }
}

/**
 * @param {Bytes} bytes
 * @param {string} identity
 */
export async function sealForIdentity(bytes, identity) {
  return sealForRecipient(bytes, await identityToRecipient(identity));
}

/**
 * Open with whichever of these it is for.
 * @param {Bytes} file
 * @param {...string} identities
 */
export async function openWithIdentity(file, ...identities) {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  return decrypt(decrypter, file, DAMAGED);
}

/**
 * @param {Bytes} bytes
 * @param {string} passphrase
 * @returns {Promise<Bytes>}
 */
export async function sealWithPassphrase(bytes, passphrase) {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(exact(passphrase));
  encrypter.setScryptWorkFactor(WORK_FACTOR);
  try {
    return /** @type {Bytes} */ (await encrypter.encrypt(bytes));
  } catch (error) {
    throw error instanceof RangeError ? new KnownError(NO_MEMORY) : error;
  }
}

/**
 * Open a file of ours or of any other age program. Everything that is read from it is bounded before any work. A passphrase
 * that does not open it is tried as other keyboards would have typed it.
 * @param {Bytes} file
 * @param {string} passphrase
 */
export async function openWithPassphrase(file, passphrase) {
  if (file.length > LARGEST_FILE) throw new KnownError(TOO_LARGE);
  const bytes = removeArmor(file);
  const kind = kindOfHeader(new TextDecoder("latin1").decode(bytes.subarray(0, HEAD)));
  if (kind) throw new KnownError(kind);
  for (const spelling of spellings(passphrase)) {
    const content = await openOrNull(bytes, spelling);
    if (content) return content;
  }
  throw new KnownError(WRONG_PASSPHRASE);
}

/**
 * Return what is inside, or null if the passphrase is wrong.
 * @param {Bytes} file
 * @param {string} passphrase
 */
async function openOrNull(file, passphrase) {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return await decrypt(decrypter, file, WRONG_PASSPHRASE);
  } catch (problem) {
    if (/** @type {Problem} */ (problem).kind === WRONG_PASSPHRASE) return null;
    throw problem;
  }
}

/**
 * @param {Decrypter} decrypter
 * @param {Bytes} file
 * @param {string} kindWithoutMatch
 * @returns {Promise<Bytes>}
 */
async function decrypt(decrypter, file, kindWithoutMatch) {
  try {
    return await wholeOf(await decrypter.decrypt(streamOf(file)));
  } catch (error) {
    if (error instanceof RangeError) throw new KnownError(NO_MEMORY);
    if (!isOfFile(error)) throw error;
    throw new KnownError(/** @type {Error} */ (error).message === NO_MATCH ? kindWithoutMatch : DAMAGED);
  }
}

/**
 * @param {Bytes} bytes
 * @returns {ReadableStream<Bytes>}
 */
function streamOf(bytes) {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
}

/**
 * Read a stream whole. The library would do it by a `Response`, in which browsers turn every error into a `TypeError`.
 * @param {ReadableStream<Uint8Array>} stream
 * @returns {Promise<Bytes>}
 */
async function wholeOf(stream) {
  const reader = stream.getReader();
  const parts = [];
  let size = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    parts.push(read.value);
    size += read.value.length;
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * Return whether an error says something of a file: the library throws plain errors, and passes on those of the browser's
 * cryptography. A `TypeError` or the like is a fault of ours, which must never make anybody throw a whole file away.
 * @param {unknown} error
 */
export function isOfFile(error) {
  return error instanceof DOMException || /** @type {Error | undefined} */ (error)?.name === "Error";
}

/** @param {Bytes} file */
function removeArmor(file) {
  const text = armorIn(file);
  if (text === null) return file;
  try {
    return /** @type {Bytes} */ (armor.decode(text));
  } catch (error) {
    throw isOfFile(error) ? new KnownError(DAMAGED) : error;
  }
}
