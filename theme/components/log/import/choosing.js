// Which rows to keep: a tick for each person, and days.
import { _, fill, ngettext } from "../../common/gettext.js";
import { make } from "../list.js";
import { buttonOf, labelled } from "./form.js";

const PEOPLE = 50; // shown at first

/**
 * Make the fields. `onChoice({people, from, until})` is called at each change; `people` is null for all of them.
 * @param {{key: string, number: string, name: string, count: number}[]} people
 * @param {(choice: {people: string[] | null, from: string, until: string}) => void} onChoice
 */
export function choosingFields(people, onChoice) {
  const left = new Set(); // keys of those whose rows are left out
  const place = make("fieldset", "log-import-people");
  const boxes = make("div");
  const days = make("p", "log-days");
  const [from, until] = [_("From"), _("Until")].map(dayField);
  days.append(from.label, " ", until.label);
  const more = buttonOf(_("Show all of them"), "importEverybody");
  more.hidden = people.length <= PEOPLE;
  const all = buttonOf(_("Tick all"), "importAll");
  const none = buttonOf(_("Tick none"), "importNone");
  const tools = make("p");
  tools.append(all, " ", none);
  boxes.append(...people.slice(0, PEOPLE).map(boxOf));
  place.append(make("legend", "", _("Whose rows to keep")), tools, boxes, more);

  more.addEventListener("click", () => {
    boxes.append(...people.slice(PEOPLE).map(boxOf));
    more.hidden = true;
    boxes.children[PEOPLE]?.querySelector("input")?.focus();
  });
  all.addEventListener("click", () => tickAll(true));
  none.addEventListener("click", () => tickAll(false));
  for (const part of [place, days]) part.addEventListener("change", tell);
  return [...(people.length > 1 ? [place] : []), days];

  function boxOf(person) {
    const box = make("input");
    box.type = "checkbox";
    box.autocomplete = "off";
    box.dataset.importPerson = person.key;
    box.checked = !left.has(person.key);
    box.addEventListener("change", () => (box.checked ? left.delete(person.key) : left.add(person.key)));
    const words = make("span");
    const name = make("bdi", "", nameOf(person));
    name.translate = false;
    words.append(name, " · ", ngettext("{count} row", "{count} rows", person.count));
    const label = make("label");
    label.append(box, " ", words);
    return label;
  }

  function tickAll(isTicked) {
    left.clear();
    if (!isTicked) for (const { key } of people) left.add(key);
    for (const box of boxes.querySelectorAll("input")) box.checked = isTicked;
    tell();
  }

  function tell() {
    const ticked = left.size ? people.map(({ key }) => key).filter((key) => !left.has(key)) : null;
    onChoice({ people: ticked, from: from.field.value, until: until.field.value });
  }
}

function nameOf({ number, name }) {
  if (number && name) return fill(_("{name} ({number})"), { name, number });
  return name || number || _("No name and no number");
}

function dayField(name) {
  const field = make("input");
  field.type = "date";
  field.autocomplete = "off";
  const label = labelled(name, field).querySelector("label");
  return { field, label };
}
