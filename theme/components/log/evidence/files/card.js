// One kept file in the list: what is known of it, and what can be done with it.
import { _, fill } from "../../../common/gettext.js";
import { buttonOf } from "../../import/form.js";
import { make, ownWords } from "../../list.js";
import { nameTimePart } from "./name-time.js";
import { SHOW } from "./showing.js";
import * as WORDS from "./strings.js";
import { bytesWords, dateWords, grouped, sizeWords } from "./words.js";

/** @import { KeptFile } from "../../model/types.d.ts" */

/**
 * Make the card of a file.
 * @param {KeptFile} file
 */
export function cardOf(file) {
  const card = make("li", "log-file");
  card.dataset.evidenceKept = file.file;
  const tools = make("p", "log-tools");
  tools.append(
    small(SHOW, "evidenceShow"),
    small(_("Save a copy"), "evidenceSave"),
    small(_("Remove from this item"), "evidenceAskRemove"),
  );
  const name = ownWords(file.name, "strong", "");
  name.id = `log-file-name-${file.file}`;
  for (const button of tools.children) button.setAttribute("aria-describedby", name.id);
  const size = make("small", "", sizeWords(file.bytes));
  card.append(
    name,
    " ",
    size,
    tools,
    make("p", "said"),
    removalOf(),
    make("div", "log-file-view"),
    moreOf(file),
  );
  return card;
}

function removalOf() {
  const place = make("div", "log-file-remove");
  place.hidden = true;
  const tools = make("p", "log-tools");
  tools.append(
    buttonOf(_("Remove this file"), "evidenceRemove"),
    buttonOf(_("Leave it there"), "evidenceLeave"),
  );
  place.append(make("p", "", WORDS.REMOVING), tools);
  return place;
}

/** @param {KeptFile} file */
function moreOf(file) {
  const fold = make("details");
  const list = make("dl");
  const add = (/** @type {string} */ label, /** @type {string} */ value, note = "") => {
    const place = ownWords(value, "dd", "");
    if (note) place.append(make("small", "", note));
    list.append(make("dt", "", label), place);
  };
  add(_("Size"), bytesWords(file.bytes));
  add(_("The device’s date of the file"), dateWords(file.dated), WORDS.ABOUT_DATE);
  add("SHA-256", grouped(file.sha256), _("It tells whether another file is the same, byte for byte."));
  const camera = make("div", "log-file-camera");
  camera.tabIndex = -1;
  camera.setAttribute("role", "group");
  camera.setAttribute("aria-label", _("What the camera wrote"));
  camera.append(small(_("What the camera wrote"), "evidenceCamera"));
  fold.append(make("summary", "", _("More about this file")), list, camera, ...nameTimePart(file));
  return fold;
}

/**
 * Show what the camera wrote, in the card. `canCopy` says whether a copy without a place can be kept: also where none was found, as
 * one can be where this page does not look.
 * @param {Element} camera
 * @param {import("../meta/read-meta.js").Meta} meta
 * @param {boolean} canCopy
 */
export function showCamera(camera, { kind, taken, hasPlace }, canCopy) {
  const time = taken ? [takenWords(taken), ...(taken.offset ? [] : [WORDS.NO_ZONE])] : [WORDS.NO_TIME];
  const lines = kind ? [...time, hasPlace ? WORDS.HAS_PLACE : WORDS.NO_PLACE] : [WORDS.CANNOT_TELL];
  camera.replaceChildren(...lines.map((text) => make("p", "", text)));
  if (hasPlace) camera.append(small(_("Show where it was taken"), "evidencePlace"));
  if (canCopy && kind === "jpeg")
    camera.append(make("p", "", WORDS.ABOUT_COPY), small(_("Keep a copy without the place"), "evidenceCopy"));
}

/** @param {import("../meta/read-meta.js").Taken} taken */
function takenWords({ wall, offset }) {
  const [day, time] = wall.split("T");
  const words = { day: dateWords(day), time, offset: offset ?? "" };
  return offset
    ? fill(_("The camera wrote: {day}, {time}. Its clock was {offset} from UTC."), words)
    : fill(_("The camera wrote: {day}, {time}."), words);
}

/**
 * Show the place of a picture.
 * @param {Element} camera
 * @param {import("../meta/read-meta.js").Place} place
 */
export function showPlace(camera, { latitude, longitude }) {
  const words = fill(_("Latitude {latitude}, longitude {longitude}"), {
    latitude: latitude.toFixed(5),
    longitude: longitude.toFixed(5),
  });
  camera
    .querySelector("[data-evidence-place]")
    ?.replaceWith(ownWords(words, "p", ""), make("p", "", WORDS.ABOUT_PLACE));
}

function small(words, name) {
  const button = buttonOf(words, name);
  button.className = "log-small";
  return button;
}
