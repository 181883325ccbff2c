// Bytes as text. Which encoding it is is found from the first bytes, and said; no byte is dropped. In a text of UTF-8, a
// byte that is none is read as Windows-1252, and counted.

/** @typedef {"utf-8" | "utf-16le" | "utf-16be" | "windows-1252"} Encoding */

const SAMPLE = 4096; // bytes in which the empty half of UTF-16 is looked for
const WINDOWS = new TextDecoder("windows-1252");
// Node decodes the letters from 80 to 9F (hexadecimal) as control signs.
const WINDOWS_LETTERS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/**
 * Return the encoding of a file, and how many bytes its byte order mark has.
 * @param {Uint8Array} head
 * @returns {{encoding: Encoding, mark: number}}
 */
export function encodingOf(head) {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: "utf-8", mark: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: "utf-16le", mark: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: "utf-16be", mark: 2 };
  const wide = wideEncoding(head.subarray(0, SAMPLE));
  if (wide) return { encoding: wide, mark: 0 };
  const { letters, broken } = lettersOf(head);
  return { encoding: broken > letters ? "windows-1252" : "utf-8", mark: 0 };
}

/**
 * Return what makes text of a file's bytes, piece by piece; `end` gives what was left of the last letter, and `broken` is
 * how many bytes were no letter of the encoding.
 * @param {Uint8Array} head
 */
export function createDecoder(head) {
  const { encoding, mark } = encodingOf(head);
  const decode = encoding === "utf-8" ? utf8Decoder() : plainDecoder(encoding);
  let left = mark; // of the byte order mark
  return {
    encoding,
    get broken() {
      return decode.broken;
    },
    /** @param {Uint8Array} bytes */
    text(bytes) {
      const skipped = Math.min(left, bytes.length);
      left -= skipped;
      return decode.text(bytes.subarray(skipped));
    },
    end: () => decode.end(),
  };
}

/**
 * Decode Windows-1252.
 * @param {Uint8Array} bytes
 */
export const decodeWindows = (bytes) =>
  WINDOWS.decode(bytes).replace(/[\x80-\x9f]/g, (letter) => WINDOWS_LETTERS[letter.charCodeAt(0) - 0x80]);

/** @param {Encoding} encoding */
function plainDecoder(encoding) {
  if (encoding === "windows-1252") return { broken: 0, text: decodeWindows, end: () => "" };
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  let broken = 0;
  /** @param {string} text */
  function counted(text) {
    if (text.includes("\uFFFD")) broken += text.split("\uFFFD").length - 1;
    return text;
  }
  return {
    get broken() {
      return broken;
    },
    /** @param {Uint8Array} bytes */
    text: (bytes) => counted(decoder.decode(bytes, { stream: true })),
    end: () => counted(decoder.decode()),
  };
}

function utf8Decoder() {
  const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  /** @type {Uint8Array} */
  let rest = new Uint8Array(); // of a letter that a piece cut in two
  let broken = 0;

  /** @param {Uint8Array} bytes */
  function decoded(bytes) {
    try {
      return strict.decode(bytes);
    } catch {
      return mixed(bytes);
    }
  }

  /** @param {Uint8Array} bytes */
  function mixed(bytes) {
    let text = "";
    let from = 0;
    for (let at = 0; at < bytes.length;) {
      const length = letterLength(bytes, at);
      if (length) at += length;
      else {
        text += strict.decode(bytes.subarray(from, at)) + decodeWindows(bytes.subarray(at, at + 1));
        from = ++at;
        broken += 1;
      }
    }
    return text + strict.decode(bytes.subarray(from));
  }

  return {
    get broken() {
      return broken;
    },
    /** @param {Uint8Array} bytes */
    text(bytes) {
      const all = rest.length ? joined([rest, bytes], rest.length + bytes.length) : bytes;
      const end = all.length - unfinished(all);
      rest = all.slice(end);
      return decoded(all.subarray(0, end));
    },
    end() {
      const text = mixed(rest);
      rest = new Uint8Array();
      return text;
    },
  };
}

/**
 * @param {Uint8Array[]} parts
 * @param {number} length
 */
export function joined(parts, length) {
  if (parts.length === 1) return parts[0];
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/**
 * Return how many bytes at the end may be the beginning of a letter.
 * @param {Uint8Array} bytes
 */
function unfinished(bytes) {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back];
    if (byte < 0x80) return 0;
    if (byte >= 0xc2) return wanted(byte) > back ? back : 0;
  }
  return 0;
}

/** @param {number} first */
function wanted(first) {
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4) return 0;
  return first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

/**
 * Return how many bytes the letter here has, or 0 where there is none.
 * @param {Uint8Array} bytes
 * @param {number} at
 */
function letterLength(bytes, at) {
  const first = bytes[at];
  const length = wanted(first);
  if (length < 2) return length;
  if (at + length > bytes.length) return 0;
  for (let next = 1; next < length; next++) if ((bytes[at + next] & 0xc0) !== 0x80) return 0;
  const second = bytes[at + 1];
  // Written longer than need be, half of a pair, or beyond the last letter.
  if (first === 0xe0 && second < 0xa0) return 0;
  if (first === 0xed && second > 0x9f) return 0;
  if (first === 0xf0 && second < 0x90) return 0;
  return first === 0xf4 && second > 0x8f ? 0 : length;
}

/**
 * @param {Uint8Array} bytes
 * @returns {Encoding | null}
 */
function wideEncoding(bytes) {
  const empty = [0, 0];
  bytes.forEach((byte, at) => {
    if (byte === 0) empty[at % 2] += 1;
  });
  const half = bytes.length / 2;
  if (empty[1] > half * 0.4 && empty[0] < half * 0.05) return "utf-16le";
  if (empty[0] > half * 0.4 && empty[1] < half * 0.05) return "utf-16be";
  return null;
}

/**
 * Count the letters of UTF-8 that are longer than a byte, and the bytes that are none. A letter that the end cuts is neither.
 * @param {Uint8Array} bytes
 */
function lettersOf(bytes) {
  let letters = 0;
  let broken = 0;
  const end = bytes.length - unfinished(bytes);
  for (let at = 0; at < end;) {
    const length = letterLength(bytes, at);
    if (length > 1) letters += 1;
    if (!length) broken += 1;
    at += length || 1;
  }
  return { letters, broken };
}
