// What a file is, by how it begins. Its name can say anything. No DOM here.

/** @typedef {{as: "picture" | "sound" | "film", type: string, withMeta?: "jpeg" | "heic" | "png"}} Kind */

/** How many bytes of a file's beginning are looked at. */
export const HEAD = 32;

const PICTURE = "picture";
const SOUND = "sound";
const FILM = "film";

/**
 * What can be shown or played. Lists of addresses (HLS) and drawings that are text (SVG) are not among them: what is shown
 * must hold all that it shows, and ask nothing of a host.
 * @type {[begins: string, kind: Kind][]}
 */
const BEGINNINGS = [
  ["\xff\xd8\xff", { as: PICTURE, type: "image/jpeg", withMeta: "jpeg" }],
  ["\x89PNG\r\n\x1a\n", { as: PICTURE, type: "image/png", withMeta: "png" }],
  ["GIF8", { as: PICTURE, type: "image/gif" }],
  ["RIFF....WEBP", { as: PICTURE, type: "image/webp" }],
  ["....ftyp", { as: FILM, type: "video/mp4" }], // unless its brand says otherwise
  ["\x1aE\xdf\xa3", { as: FILM, type: "video/webm" }],
  ["OggS", { as: SOUND, type: "audio/ogg" }],
  ["RIFF....WAVE", { as: SOUND, type: "audio/wav" }],
  ["ID3", { as: SOUND, type: "audio/mpeg" }],
  ["fLaC", { as: SOUND, type: "audio/flac" }],
  ["#!AMR", { as: SOUND, type: "audio/amr" }],
];
const BRAND = 8; // where it stands
const BRAND_LENGTH = 4;

/** @type {{brands: RegExp, kind: Kind}[]} */
const BRANDS = [
  {
    brands: /^(hei[cxms]|hev[cxms]|mif1|msf1)$/,
    kind: { as: PICTURE, type: "image/heic", withMeta: "heic" },
  },
  { brands: /^avi[fs]$/, kind: { as: PICTURE, type: "image/avif" } },
  { brands: /^(M4A |M4B |M4P )$/, kind: { as: SOUND, type: "audio/mp4" } },
];

/**
 * Return what can be shown or played of a file that begins so, or null.
 * @param {Uint8Array} head
 * @returns {Kind | null}
 */
export function kindOfFile(head) {
  const letters = String.fromCharCode(...head.subarray(0, HEAD));
  if (isMpegAudio(head)) return { as: SOUND, type: "audio/mpeg" };
  const found = BEGINNINGS.find(([begins]) => beginsWith(letters, begins))?.[1] ?? null;
  const brand = letters.slice(BRAND, BRAND + BRAND_LENGTH);
  const branded = found?.type === "video/mp4" && BRANDS.find(({ brands }) => brands.test(brand));
  return branded ? branded.kind : found;
}

/**
 * @param {string} letters
 * @param {string} begins a dot is any letter
 */
const beginsWith = (letters, begins) =>
  letters.length >= begins.length &&
  [...begins].every((letter, at) => letter === "." || letter === letters[at]);

/**
 * MP3 without a head of its own: eleven bits that are set, layer 3.
 * @param {Uint8Array} head
 */
const isMpegAudio = ([first, second]) => first === 0xff && (second & 0xe6) === 0xe2;
