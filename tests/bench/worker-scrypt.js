/** Nothing but scrypt as the vault asks it, by the same library: what unlocking cannot be faster than. */
import { scrypt } from "@noble/hashes/scrypt.js";
import { respondWith } from "../../theme/components/worker/respond.js";

const salt = new Uint8Array(44).fill(7);

respondWith(
  {
    ready: () => true,
    scrypt: (passphrase) => scrypt(passphrase, salt, { N: 2 ** 17, r: 8, p: 1, dkLen: 32 }).length,
  },
  () => "failed",
);
