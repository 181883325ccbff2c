// Files that are known and not read as messages or calls, each with what can be done instead.
import { _ } from "../../../common/gettext.js";

/** @import { Format, Head } from "../types.d.ts" */

const KEPT = _("Keep the file where it is safe, and write its name in an entry.");

const TIMED = ["film", "sound", "picture"];

/** @type {Format[]} */
export const REFUSED = [
  refused("pdf", _("PDF file"), (head) => startsWith(head, "%PDF-"), [
    _("A PDF cannot be read here. Open it, copy the lines that you need, and paste them."),
    KEPT,
  ]),
  refused("locations", _("Location history"), isLocations, [
    _("This file shows where you were yourself. It may also hold your new address."),
    _("A log may be shown to other people, so it is not read here."),
    _("Look up the one day that matters, and write what you need of it as an entry."),
  ]),
  refused("film", _("Film or camera clip"), isFilm, [
    _("A film cannot be read here. Keep the file where it is safe, and write its name in an entry."),
    _(
      "The file’s name may contain a time. Find out whether that is the local time at the camera or world time (UTC), and whether its clock was right.",
    ),
  ]),
  refused("sound", _("Voicemail or sound"), isSound, [
    _("A sound cannot be read here. Keep the file where it is safe, and write its name in an entry."),
    _("Write down what you heard as an entry."),
  ]),
  refused("picture", _("Picture"), isPicture, [
    _("A picture cannot be read here. Keep the file where it is safe, and write its name in an entry."),
    _("Write down the number, the day and the time that it shows as an entry."),
  ]),
  refused("database", _("Database"), (head) => startsWith(head, "SQLite format 3\0"), [
    _("A database cannot be read here. Save the messages from the app as a text, CSV or XML file."),
    KEPT,
  ]),
  refused("packed", _("Packed file"), isPacked, [
    _(
      "This file is packed in a way that cannot be read here. Unpack it, and choose the file that was in it.",
    ),
  ]),
];

/** Asked last: text in which nothing can be found. @type {Format} */
export const undated = refused(
  "text",
  _("Text"),
  ({ text, names }) => !names && text !== "" && !text.includes("\0"),
  [_("No line of this file has a date that is known here. So no call or message was found in it."), KEPT],
);

/**
 * @param {string} id
 * @param {string} label
 * @param {(head: Head) => boolean} suits
 * @param {string[]} sentences
 * @returns {Format}
 */
function refused(id, label, suits, sentences) {
  const offersTime = TIMED.includes(id);
  return {
    id,
    label,
    suits,
    refusal: sentences.join(" "),
    offersTime,
    questions: () => [],
    read: async () => {},
  };
}

/**
 * @param {Head} head
 * @param {string} text
 * @param {number} [at]
 */
function startsWith({ bytes }, text, at = 0) {
  return [...text].every((letter, index) => bytes[at + index] === letter.charCodeAt(0));
}

const LOCATIONS =
  /"(semanticSegments|timelineObjects|rawSignals|latitudeE7|placeLocation|timelinePath)"\s*:|"geo:-?\d/;

/** @param {Head} head */
function isLocations({ text, names = [] }) {
  if (
    names.some((name) =>
      /(^|\/)(Location History|Semantic Location History|Records\.json|Timeline\.json)/.test(name),
    )
  )
    return true;
  if (!/^\s*(\[|\{)/.test(text)) return false;
  return LOCATIONS.test(text);
}

/** @param {Head} head */
function isFilm(head) {
  if (startsWith(head, "ftyp", 4))
    return !startsWith(head, "M4A", 8) && !isHeic(head) && !/\.(m4a|aac)$/i.test(head.name);
  return startsWith(head, "\x1A\x45\xDF\xA3") || (startsWith(head, "RIFF") && startsWith(head, "AVI ", 8));
}

/** @param {Head} head */
function isSound(head) {
  const starts = ["#!AMR", "ID3", "OggS", "fLaC", "\xFF\xFB", "\xFF\xF3", "\xFF\xF1", "\xFF\xF9"];
  if (starts.some((start) => startsWith(head, start))) return true;
  if (startsWith(head, "RIFF") && startsWith(head, "WAVE", 8)) return true;
  return startsWith(head, "ftyp", 4) && !isHeic(head) && !isFilm(head);
}

/** @param {Head} head */
function isPicture(head) {
  if (["\x89PNG", "\xFF\xD8\xFF", "GIF8", "II*\0", "MM\0*"].some((start) => startsWith(head, start)))
    return true;
  return isHeic(head) || (startsWith(head, "RIFF") && startsWith(head, "WEBP", 8));
}

/** @param {Head} head */
const isHeic = (head) =>
  startsWith(head, "ftyp", 4) &&
  ["heic", "heix", "mif1", "msf1", "avif"].some((kind) => startsWith(head, kind, 8));

/** @param {Head} head */
function isPacked(head) {
  return ["Rar!", "7z\xBC\xAF", "\x1F\x8B", "BZh", "\xFD7zXZ"].some((start) => startsWith(head, start));
}
