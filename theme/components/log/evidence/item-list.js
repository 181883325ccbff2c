// The list of evidence: what the reader has, what is still needed, what somebody else has.
import { _, ngettext } from "../../common/gettext.js";
import { make, ownWords, removedWords } from "../list.js";
import { groupOfItem, sharedNumbers } from "../model/items.js";
import { fileWords, GROUPS, itemName } from "./item-words.js";

/** Show the items in `place`. */
export function showItems(place, items, { stateOf }) {
  const present = items.filter(({ removed }) => !removed);
  const shared = sharedNumbers(items).map((one) => make("p", "log-mark", sharedWords(one)));
  const blocks = Object.entries(GROUPS).flatMap(([group, label]) => {
    const own = present.filter((item) => groupOfItem(item) === group);
    return own.length ? [blockOf(group, `${label} (${own.length})`, own, stateOf)] : [];
  });
  const removed = items.filter((item) => item.removed);
  if (removed.length) blocks.push(removedFold(removed, stateOf));
  if (!items.length) blocks.push(make("p", "", _("Nothing is on the list yet.")));
  place.replaceChildren(...shared, ...blocks);
}

const sharedWords = ({ number, count }) =>
  ngettext(
    "{count} item has the number {number}.",
    "{count} items have the number {number}. An entry that names it names all of them. You can correct one and give it another number.",
    count,
    { number },
  );

function blockOf(group, title, items, stateOf) {
  const block = make("section", "log-day log-items");
  block.dataset.itemGroup = group;
  block.append(make("h3", "", title), listOf(items, stateOf));
  return block;
}

function removedFold(items, stateOf) {
  const fold = make("details", "log-day");
  const words = ngettext("{count} item was removed", "{count} items were removed", items.length);
  fold.append(make("summary", "", words), listOf(items, stateOf));
  return fold;
}

function listOf(items, stateOf) {
  const list = make("ul");
  list.append(...items.map((item) => cardOf(item, stateOf(item))));
  return list;
}

function cardOf(item, state) {
  const card = make("li");
  Object.assign(card.dataset, { item: item.id, seq: item.number, logState: state });
  const link = make("a", "log-open", itemName(item));
  link.href = "#log-item";
  link.dataset.itemAction = "open";
  card.append(link);
  const {
    thing = "",
    holder = "",
    report_number: report = "",
  } = { ...item.fields, ...item.apart?.line.fields };
  if (item.removed) card.append(make("p", "log-mark", removedWords(item)));
  else if (thing) {
    const what = ownWords(thing);
    what.id = `log-thing-${item.id}`;
    link.setAttribute("aria-describedby", what.id);
    card.append(what);
  }
  const marks = item.removed ? [] : [fileWords(item), holder, report];
  const own = [...marks, state !== "kept" && _("Only in this page, not kept")].filter(Boolean);
  if (own.length) card.append(ownWords(own.join(" · "), "p", "log-mark"));
  return card;
}
