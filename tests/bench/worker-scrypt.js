/** Nothing but scrypt as the vault asks it, by the same library: what unlocking cannot be faster than. */
import { scrypt } from "@noble/hashes/scrypt.js";
import { answerWith } from "../../theme/components/worker/answer.js";

const salt = new Uint8Array(44).fill(7);

answerWith(
  {
    ready: () => true,
    scrypt: (passphrase) => scrypt(passphrase, salt, { N: 2 ** 17, r: 8, p: 1, dkLen: 32 }).length,
  },
  () => "failed",
);
