// The time that the name of a film or recording holds: only an offer, as nobody knows whose clock it was.
import { _, fill } from "../../../common/gettext.js";
import { timeInName } from "../../imports/time-in-name.js";
import { make } from "../../list.js";
import { zoneHere } from "../../model/zones.js";
import { ABOUT_NAME } from "./strings.js";
import { dateWords, dayHere } from "./words.js";

const OWN = "own";
const UTC = "utc";
const UNKNOWN = "unknown";

/**
 * Make what asks about the time in a name; nothing where there is none.
 * @param {import("../../model/types.d.ts").KeptFile} kept
 */
export function nameTimePart({ file, name }) {
  const found = timeInName(name);
  if (!found) return [];
  const [day, time] = found.wall.split("T");
  const place = make("div", "log-file-name");
  if (!time) {
    place.append(make("p", "", fill(_("The name holds a day: {day}."), { day: dateWords(day) })));
    return [place];
  }
  const told = make("p", "log-note");
  told.setAttribute("aria-live", "polite");
  place.append(make("p", "", holdsWords(day, time, found.offset)));
  if (found.offset) return [place]; // the name says whose clock it was
  place.append(question(`log-file-clock-${file}`), told);
  place.addEventListener("change", ({ target }) => {
    const { value } = /** @type {HTMLInputElement} */ (target);
    const words = value === UNKNOWN ? _("That is fine. Then it only helps you to remember.") : "";
    told.textContent = `${words || answerWords(value, found.wall)} ${ABOUT_NAME}`;
  });
  return [place];
}

function holdsWords(day, time, offset = "") {
  const words = { day: dateWords(day), time, offset };
  return offset
    ? fill(_("The name holds a time: {day}, {time}, and {offset} from UTC."), words)
    : fill(_("The name holds a time: {day}, {time}."), words);
}

/** @param {string} name of the choices, as no two questions may share one */
function question(name) {
  const field = make("fieldset");
  field.append(make("legend", "", _("Is this the camera’s own time or UTC?")));
  for (const [value, words] of [
    [OWN, _("The camera’s own time")],
    [UTC, _("UTC, the same all over the world")],
    [UNKNOWN, _("I do not know")],
  ]) {
    const radio = make("input");
    Object.assign(radio, { type: "radio", name, value, autocomplete: "off" });
    const label = make("label");
    label.append(radio, ` ${words}`);
    field.append(label);
  }
  return field;
}

function answerWords(value, wall) {
  const [day, time] = value === UTC ? dayHere(Date.parse(`${wall}Z`)) : wall.split("T");
  const words = { day: dateWords(day), time, zone: zoneHere() };
  return value === UTC
    ? fill(_("Then it was {day}, {time} in {zone}."), words)
    : fill(_("Then it was {day}, {time} where the camera was."), words);
}
