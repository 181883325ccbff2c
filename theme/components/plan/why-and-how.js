// "Why and how" inside the card of a step: while it is open, the card holds a copy of the item's own text. The text comes
// from its topic in this document, or else from the topic's page. Without script, and in the one file, it is a link.
import { _, fill } from "../common/gettext.js";
import { base, isCarried, readText } from "../common/files.js";
import { inTime } from "../common/time-limit.js";
import { isWhole, parse, readdress } from "../reader/pages.js";

const LONGEST_WAIT = 10_000; // milliseconds for a page to arrive
const WAITING = _("One moment. This part is loading.");
const FAILED = _("This part did not load. You can close it and try again, or read the whole topic.");

const panelOf = (button) => button.nextElementSibling;

/** Open and close the text at its button. The focus stays there. */
export function startWhyAndHow(view) {
  view.addEventListener("click", ({ target }) => {
    const button = target.closest(".why-button");
    if (button && panelOf(button).hidden) open(button);
    else if (button) close(button);
  });
}

/** Put a button in place of a step's link, which moves to the end of the text. */
export function addWhyButton(view, link, action) {
  if (isCarried) return;
  const [button, panel] = view.querySelector("#plan-why").content.cloneNode(true).children;
  button.setAttribute("aria-label", fill(_("Why and how: {action}"), { action }));
  link.replaceWith(button, panel);
  link.textContent = _("Read the whole topic");
  link.setAttribute("aria-label", fill(_("Read the whole topic: {action}"), { action }));
  panel.lastElementChild.append(link);
}

/** Close all: nothing on the page then tells what the reader has read. */
export function closeAll(view) {
  for (const button of view.querySelectorAll(".why-button[aria-expanded=true]")) close(button);
}

function close(button) {
  button.setAttribute("aria-expanded", "false");
  panelOf(button).hidden = true;
  panelOf(button).firstElementChild.replaceChildren();
}

async function open(button) {
  const panel = panelOf(button);
  const text = panel.firstElementChild;
  button.setAttribute("aria-expanded", "true");
  panel.hidden = false;
  text.textContent = WAITING;
  const found = await textOf(panel.querySelector("a").href);
  // Closed, or left, while the page was on its way.
  if (panel.hidden || !panel.isConnected) return;
  text.replaceChildren(...found);
}

/** Return the item's text as elements; where it cannot be had, one sentence that says so. */
async function textOf(address) {
  const [page, id] = address.slice(base.length).split("#");
  const here = document.getElementById(id);
  if (here) return copiesFrom(here);
  // Without a connection, and from a folder, which may not be fetched from, nothing arrives.
  const arrived = await inTime(readText(page), LONGEST_WAIT).catch(() => "");
  const topic = parse(arrived);
  if (!isWhole(topic)) return [FAILED];
  readdress(topic, base + page);
  return copiesFrom(topic.getElementById(id));
}

/**
 * Copy what belongs to an item: all up to the next heading, and where its topic comes from. Its caution is in the card
 * already. Anchors stay with the topic.
 */
function copiesFrom(heading) {
  const found = [];
  let next = heading.nextElementSibling;
  while (next && !next.matches("h1, h2, h3, .page-sources")) {
    found.push(next);
    next = next.nextElementSibling;
  }
  if (found[0]?.matches(".caution")) found.shift();
  found.push(...heading.parentElement.querySelectorAll(".page-sources"));
  return found.map(copyOf);
}

function copyOf(part) {
  const copy = part.cloneNode(true);
  for (const element of [copy, ...copy.querySelectorAll("[id]")]) element.removeAttribute("id");
  return copy;
}
