// The boxes with which the reader chooses what goes on a sheet or to a friend.
import { block, ownText } from "./paper.js";

const ofAnEntry = /\.\d+\./;

/** Show picks `{key, group, label, text, usual}` in `box`, and remember what was ticked. */
export function createCheckboxes(box) {
  let ticks = new Map();
  let isUsualTicked = true;

  box.addEventListener("change", ({ target }) => ticks.set(target.value, target.checked));
  return { isTicked, offer, forget, forgetEntries };

  function isTicked({ key, usual = false }) {
    return ticks.get(key) ?? (usual && isUsualTicked);
  }

  function offer(picks) {
    const active = /** @type {HTMLInputElement} */ (document.activeElement);
    const focused = box.contains(active) && active.value;
    const groups = new Map();
    for (const pick of picks) {
      if (!groups.has(pick.group)) {
        const group = document.createElement("fieldset");
        const legend = block("legend", "", pick.group);
        group.append(legend);
        legend.translate = !pick.text; // where there is text, it contains a name
        groups.set(pick.group, group);
      }
      groups.get(pick.group).append(labelOf(pick));
    }
    box.replaceChildren(...groups.values());
    if (focused) [...box.querySelectorAll("input")].find(({ value }) => value === focused)?.focus();
  }

  function labelOf(pick) {
    const words = block("span", "", pick.text ? `${pick.label}: ` : pick.label);
    if (pick.text) words.append(ownText(pick.text));
    const label = document.createElement("label");
    const input = document.createElement("input");
    Object.assign(input, { type: "checkbox", value: pick.key, checked: isTicked(pick), autocomplete: "off" });
    label.append(input, words);
    return label;
  }

  // A tick belongs to an entry by its number: after entries were added or removed it could belong to another one.
  function forgetEntries() {
    const own = [...ticks.keys()].filter((key) => ofAnEntry.test(key));
    if (own.length) isUsualTicked = false;
    for (const key of own) ticks.delete(key);
  }

  function forget() {
    ticks = new Map();
    isUsualTicked = true;
    box.replaceChildren();
  }
}
