/**
 * In place of what `age-encryption` has for keys that this guide neither makes nor opens: post-quantum ones and those on
 * security keys. The vault knows passphrases and X25519 alone.
 */
export const MLKEM768P256 = null;
export const MLKEM768X25519 = null;
export const p256 = null;
