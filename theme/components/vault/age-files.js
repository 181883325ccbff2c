/** Make and open age files, and tell what is wrong with one that does not open. */
import { armor, Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import {
  DAMAGED,
  LARGEST_FILE,
  NEWER_VERSION,
  NO_MEMORY,
  NOT_OUR_FILE,
  Problem,
  TOO_LARGE,
  WRONG_PASSPHRASE,
} from "./messages.js";

const WORK_FACTOR = 17; // scrypt's N is 2 to this power: 128 MiB
/** 256 MiB, age's own choice; on a computer with memory to spare 1 GiB, which rage and pyrage may choose on a fast one. */
const HIGHEST_WORK_FACTOR = globalThis.navigator?.deviceMemory >= 8 ? 20 : 18;

const VERSION_LINE = "age-encryption.org/v1\n";
const ARMOR_LINE = "-----BEGIN AGE ENCRYPTED FILE-----";
/** The whole header of a file under a passphrase: the format allows nothing beside its one stanza. */
const PASSPHRASE_HEADER =
  /^age-encryption\.org\/v1\n-> scrypt [A-Za-z0-9+/]{22} ([1-9][0-9]*)\n[A-Za-z0-9+/]{43}\n--- [A-Za-z0-9+/]{43}\n/;
const LONGEST_HEADER = 200; // bytes
/** What the library says when no key fits, and only then. */
const NO_MATCH = "no identity matched any of the file's recipients";

export { generateX25519Identity as generateIdentity };

export async function sealForIdentity(bytes, identity) {
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(identity));
  return encrypter.encrypt(bytes);
}

export async function openWithIdentity(file, identity) {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return decrypt(decrypter, file, DAMAGED);
}

export async function sealWithPassphrase(bytes, passphrase) {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(normalize(passphrase));
  encrypter.setScryptWorkFactor(WORK_FACTOR);
  try {
    return await encrypter.encrypt(bytes);
  } catch (error) {
    throw error instanceof RangeError ? new Problem(NO_MEMORY) : error;
  }
}

/** Open a file of ours or of any other age program. All that is read from it is bounded before any work. */
export async function openWithPassphrase(file, passphrase) {
  if (file.length > LARGEST_FILE) throw new Problem(TOO_LARGE);
  const bytes = removeArmor(file);
  checkHeader(bytes);
  const decrypter = new Decrypter();
  decrypter.addPassphrase(normalize(passphrase));
  return decrypt(decrypter, bytes, WRONG_PASSPHRASE);
}

async function decrypt(decrypter, file, kindWithoutMatch) {
  try {
    return await decrypter.decrypt(file);
  } catch (error) {
    if (error instanceof RangeError) throw new Problem(NO_MEMORY);
    throw new Problem(error.message === NO_MATCH ? kindWithoutMatch : DAMAGED);
  }
}

/** The same words are the same bytes on every keyboard. A phone likes to add a space after a word. */
function normalize(passphrase) {
  return passphrase.normalize("NFC").trim();
}

function removeArmor(file) {
  if (!textOf(file, 0, LONGEST_HEADER).trimStart().startsWith(ARMOR_LINE)) return file;
  try {
    return armor.decode(textOf(file, 0, file.length));
  } catch {
    throw new Problem(DAMAGED);
  }
}

function checkHeader(bytes) {
  const head = textOf(bytes, 0, LONGEST_HEADER);
  const header = PASSPHRASE_HEADER.exec(head);
  if (!header) throw new Problem(kindOfStrangeHeader(head));
  if (Number(header[1]) > HIGHEST_WORK_FACTOR) throw new Problem(TOO_LARGE);
}

/** Tell a file that is damaged from one of another version and one that never was a file under a passphrase. */
function kindOfStrangeHeader(head) {
  if (/^age-encryption\.org\/v(?!1\n)[0-9]+\n/.test(head)) return NEWER_VERSION;
  if (!isNearlyVersionLine(head)) return NOT_OUR_FILE;
  const stanza = head.split("\n")[1] ?? "";
  const isForKey = /^-> [\x21-\x7e]+ [\x20-\x7e]+$/.test(stanza);
  const isLikeScrypt = stanza.includes("scrypt") || /^-> \S+ \S{22} \S+$/.test(stanza);
  return isForKey && !isLikeScrypt ? NOT_OUR_FILE : DAMAGED;
}

/** One or two changed bytes, or a file cut off early, are damage; anything else is another kind of file. */
function isNearlyVersionLine(head) {
  const shared = Math.min(head.length, VERSION_LINE.length);
  let different = 0;
  for (let i = 0; i < shared; i++) if (head[i] !== VERSION_LINE[i]) different++;
  return shared > VERSION_LINE.length / 2 && different <= 2;
}

function textOf(bytes, start, end) {
  return new TextDecoder("latin1").decode(bytes.subarray(start, end));
}
