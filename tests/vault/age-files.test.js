import assert from "node:assert/strict";
import { test } from "node:test";
import { armor, Decrypter, Encrypter } from "age-encryption";
import { lookAtHead } from "../../theme/components/vault/age-header.js";
import {
  generateIdentity,
  openWithIdentity,
  openWithPassphrase,
  recipientOf,
  sealForIdentity,
  sealForRecipient,
  sealWithPassphrase,
} from "../../theme/components/vault/age-files.js";

const PASSPHRASE = "correct horse battery staple";
const bytes = (text) => new TextEncoder().encode(text);
const text = (array) => new TextDecoder("latin1").decode(array);
const flipped = (file, at, mask) => file.map((byte, i) => (i === at ? byte ^ mask : byte));

/** A file as quick to open as can be. */
async function quickFile(content = bytes("[]"), workFactor = 2) {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(PASSPHRASE);
  encrypter.setScryptWorkFactor(workFactor);
  return encrypter.encrypt(content);
}

async function kindOf(opening) {
  return opening.then(
    () => "opened",
    (problem) => problem.kind ?? assert.fail(problem),
  );
}

const opening = (file, passphrase = PASSPHRASE) => kindOf(openWithPassphrase(file, passphrase));

test("what is sealed with a passphrase opens with it, and asks 2^17 of scrypt", async () => {
  const file = await sealWithPassphrase(bytes('{"a": 1}'), PASSPHRASE);
  assert.match(text(file), /^age-encryption\.org\/v1\n-> scrypt \S{22} 17\n/);
  assert.equal(text(await openWithPassphrase(file, PASSPHRASE)), '{"a": 1}');
});

test("a wrong passphrase is a wrong passphrase", async () => {
  assert.equal(await opening(await quickFile(), "correct horse battery stable"), "wrong-passphrase");
});

test("a passphrase is the same however a keyboard spells it, and with a space after it", async () => {
  const file = await sealWithPassphrase(bytes("[]"), "caf\u00e9 na\u00efve");
  assert.equal(await opening(file, "cafe\u0301 nai\u0308ve "), "opened");
});

test("an armored file opens", async () => {
  const lines = armor.encode(await quickFile());
  assert.equal(await opening(bytes(lines)), "opened");
  assert.equal(await opening(bytes(`\r\n${lines}`)), "opened");
  assert.equal(await opening(bytes(lines.replace(/\w{8}\n/, "!\n"))), "damaged");
});

test("one changed byte anywhere is never opened, and is told as damage wherever that can be known", async () => {
  const file = await quickFile();
  const header = text(file).slice(0, text(file).indexOf("---"));
  const salt = header.indexOf("scrypt ") + 7;
  const factor = salt + 23;
  const body = header.indexOf("\n", factor) + 1;
  const allowed = (at, mask) => {
    if (at === header.indexOf("v1") + 1 && mask !== 0x80) return /^(damaged|newer-version)$/; // the digit of the version
    if (at >= salt && at < salt + 22) return /^(damaged|wrong-passphrase)$/;
    if (at === factor) return /^(damaged|wrong-passphrase|work-too-high)$/;
    if (at >= body && at < body + 43) return /^(damaged|wrong-passphrase)$/;
    return /^damaged$/;
  };
  for (let at = 0; at < file.length; at++) {
    for (const mask of [0x01, 0x02, 0x20, 0x80]) {
      assert.match(
        await opening(flipped(file, at, mask)),
        allowed(at, mask),
        `byte ${at} of ${file.length}, mask ${mask}`,
      );
    }
  }
});

test("one changed byte in each place of a padded text is damage", async () => {
  const file = await quickFile(new Uint8Array(4096).fill(0x20));
  const payload = text(file).indexOf("---") + 48;
  for (let at = payload; at < file.length; at++) assert.equal(await opening(flipped(file, at, 1)), "damaged");
});

test("a record of the store with one changed byte is damaged", async () => {
  const identity = await generateIdentity();
  const file = await sealForIdentity(bytes("[]"), identity);
  assert.equal(text(await openWithIdentity(file, identity)), "[]");
  for (let at = 0; at < file.length; at++) {
    assert.equal(await kindOf(openWithIdentity(flipped(file, at, 1), identity)), "damaged", `byte ${at}`);
  }
});

test("a record for another key is damaged", async () => {
  const file = await sealForIdentity(bytes("[]"), await generateIdentity());
  assert.equal(await kindOf(openWithIdentity(file, await generateIdentity())), "damaged");
});

test("a file cut off anywhere is damaged, or says nothing of what it was", async () => {
  const file = await quickFile(new Uint8Array(200_000).fill(0x20));
  const header = text(file).indexOf("---") + 48;
  for (let end = 0; end <= header + 40; end++) {
    assert.equal(await opening(file.slice(0, end)), end <= 11 ? "not-our-file" : "damaged", `cut at ${end}`);
  }
  for (let end = 4096; end < file.length; end += 4096) {
    assert.equal(await opening(file.slice(0, end)), "damaged", `cut at ${end}`);
  }
  // Between two chunks of the payload a cut leaves nothing broken but the end.
  assert.equal(await opening(file.slice(0, header + 16 + 65552)), "damaged");
});

test("a file with more at its end is damaged", async () => {
  assert.equal(await opening(new Uint8Array([...(await quickFile()), 0])), "damaged");
});

test("what is no file under a passphrase is not ours", async () => {
  const binary = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256);
  const plan = bytes('{"kind": "plan", "version": 1}');
  for (const file of [bytes(""), bytes(" "), binary, plan, bytes("a".repeat(500))]) {
    assert.equal(await opening(file), "not-our-file", text(file).slice(0, 40));
  }
});

test("a file for a key is told as one, before anybody is asked for a passphrase", async () => {
  const forKey = await sealForIdentity(bytes("[]"), await generateIdentity());
  const header = "age-encryption.org/v1\n";
  const rest = `${"a".repeat(43)}\n`;
  const stanzas = [
    `-> ssh-ed25519 abcdef ${rest}`,
    `-> ssh-rsa abcdef\n${"b".repeat(64)}\n`,
    `-> mlkem768x25519 ${"c".repeat(1452)}\n${rest}`,
    "-> J%-grease\n\n",
    `-> 9~Zq-grease a !b ${"d".repeat(22)} 17x\n${rest}`,
    `-> X25519 ${rest}${rest}-> piv-p256 abcdef ${rest}${rest}`,
  ].map((stanza) => bytes(`${header}${stanza}--- ${rest}`));
  for (const file of [forKey, bytes(armor.encode(forKey)), ...stanzas]) {
    assert.equal(await opening(file), "for-a-key", text(file).slice(0, 60));
    assert.deepEqual(lookAtHead(file), { kind: "for-a-key" });
  }
});

test("an armored file opens with blanks before it, with a mark of its encoding, and in UTF-16", async () => {
  const lines = armor.encode(await quickFile());
  const utf16 = new Uint8Array([
    0xff,
    0xfe,
    ...new Uint8Array(Uint16Array.from(lines, (c) => c.charCodeAt(0)).buffer),
  ]);
  const swapped = utf16.map((_, at) => utf16[at ^ 1]);
  const marked = new Uint8Array([0xef, 0xbb, 0xbf, ...bytes(lines)]);
  for (const file of [
    bytes(`\n \t\n${lines}\n\n`),
    marked,
    utf16,
    swapped,
    bytes(lines.replaceAll("\n", "\r\n")),
  ]) {
    assert.deepEqual(lookAtHead(file), { kind: null });
    assert.equal(await opening(file), "opened");
  }
});

test("the first look tells an age file from another, and what a passphrase cannot open", async () => {
  const file = text(await quickFile());
  const latin = (string) => Uint8Array.from(string, (c) => c.charCodeAt(0));
  const lines = armor.encode(latin(file));
  const looks = [
    [latin(file), { kind: null }],
    [latin(file.replace("encryption", "encrYPtion")), { kind: "damaged" }],
    [latin(file.replace("v1\n", "v2\n")), { kind: "newer-version" }],
    [latin(file.replace(" 2\n", " 22\n")), { kind: "work-too-high" }],
    [latin(lines.replace("BEGIN", "BEGUN")), { kind: "damaged" }],
    [latin(lines.replace(/^(?=.)/gm, "> ")), { kind: "in-a-text" }],
    [latin(`From: someone\n\nHere it is:\n\n${lines}`), { kind: "in-a-text" }],
    [latin(JSON.stringify({ kind: "plan", notes: { a: lines } })), null],
    [latin("Hello"), null],
    [latin(""), null],
    [latin("age-enc"), null],
  ];
  for (const [start, found] of looks) assert.deepEqual(lookAtHead(start), found, text(start).slice(0, 60));
});

test("a file of a later version of age is from a newer version", async () => {
  assert.equal(await opening(bytes("age-encryption.org/v2\n-> scrypt x 17\n")), "newer-version");
  assert.equal(await opening(bytes("age-encryption.org/v12\n-> scrypt x 17\n")), "newer-version");
});

test("work beyond the bound is refused before any is done", async (t) => {
  const file = text(await quickFile());
  const decrypt = t.mock.method(Decrypter.prototype, "decrypt");
  for (const factor of ["19", "20", "22", "30", "99", "1000000000"]) {
    const changed = Uint8Array.from(file.replace(" 2\n", ` ${factor}\n`), (c) => c.charCodeAt(0));
    assert.equal(await opening(changed), "work-too-high");
  }
  assert.equal(decrypt.mock.callCount(), 0);
  assert.equal(await opening(await quickFile()), "opened");
  assert.equal(decrypt.mock.callCount(), 1);
});

test("the highest work factor allowed is age’s own", async () => {
  assert.equal(await opening(await quickFile(bytes("[]"), 18)), "opened");
});

test("a file of more than 16 MB is refused unread", async () => {
  assert.equal(await opening(new Uint8Array(16 * 1024 * 1024 + 1)), "too-large");
});

test("no memory is no memory", async (t) => {
  const file = await quickFile(bytes("[]"), 17);
  const RealArray = globalThis.Uint8Array;
  t.after(() => (globalThis.Uint8Array = RealArray));
  globalThis.Uint8Array = class extends RealArray {
    constructor(...given) {
      if (given[0] >= 2 ** 27) throw new RangeError("Array buffer allocation failed");
      super(...given);
    }
  };
  assert.equal(await opening(file), "no-memory");
  assert.equal(await kindOf(sealWithPassphrase(bytes("[]"), PASSPHRASE)), "no-memory");
});

test("where a browser refuses some secret keys, as WebKitGTK does, others are made", async (context) => {
  const { importKey } = crypto.subtle;
  let left = 0;
  context.mock.method(crypto.subtle, "importKey", async (format, ...rest) => {
    if (format === "pkcs8" && left-- > 0) throw new DOMException("no", "DataError");
    return importKey.call(crypto.subtle, format, ...rest);
  });
  left = 3;
  const identity = await generateIdentity();
  assert.ok(left < 0);
  const recipient = await recipientOf(identity);
  left = 3;
  const file = await sealForRecipient(bytes("[]"), recipient);
  assert.ok(left < 0);
  assert.equal(text(await openWithIdentity(file, identity)), "[]");
  left = Infinity;
  await assert.rejects(sealForRecipient(bytes("[]"), recipient), { name: "DataError" });
});

test("a fault of ours is not told as a damaged file, so that nobody throws a whole one away", async (context) => {
  const identity = await generateIdentity();
  const file = await sealForIdentity(bytes("[]"), identity);
  context.mock.method(Decrypter.prototype, "decrypt", async () => null.x);
  await assert.rejects(openWithIdentity(file, identity), { name: "TypeError" });
  await assert.rejects(openWithPassphrase(await quickFile(), PASSPHRASE), { name: "TypeError" });
});
