// With a kept guide, and only then: ask the site whether this version was withdrawn, or is no longer the newest.
import { isOlder } from "./list.js";
import { bytesOf, filesOf } from "./manifest.js";
import * as strings from "./strings.js";

const VIEW = "offline";

/** Return whether the site has an older version than one that is kept: it is never offered or fetched. */
export function isBehind({ whole }, manifest) {
  return Boolean(manifest) && whole.some((mark) => isOlder(manifest, mark));
}

/** How many bytes a newer version would fetch for this reader; null when what is kept is the newest. */
export function bytesNewer({ whole, isWaiting }, manifest) {
  if (!whole.length || !manifest || isBehind({ whole }, manifest)) return null;
  const isHere = whole.some(({ version }) => version === manifest.version);
  if (isHere && (isWaiting || whole.length === 1)) return null;
  const files = filesOf(manifest, whole.at(-1).choice);
  return bytesOf(files.filter(([path, , hash]) => whole.every(({ kept }) => kept[path] !== hash)));
}

/** List what must not be relied on among the copies, as the site says now, or as a mark says that it once said. */
export function withdrawnOf({ whole }, manifest) {
  const told = manifest?.withdrawn ?? [];
  return whole
    .map(({ version, withdrawn }) => ({
      version,
      why: told.find((entry) => entry.version === version)?.why ?? withdrawn,
    }))
    .filter(({ why }) => typeof why === "string");
}

/** Put one line above the text: about a withdrawn version as plainly as possible, about a newer one quietly. */
export function showUpdateNotice(copies, manifest) {
  document.querySelector(".offline-note")?.remove();
  const withdrawn = withdrawnOf(copies, manifest);
  const isNewer = bytesNewer(copies, manifest) !== null;
  if (!withdrawn.length && !isNewer) return;
  const note = document.createElement("div");
  note.className = "offline-note md-content__inner md-typeset";
  const line = note.appendChild(document.createElement("p"));
  if (withdrawn.length) {
    note.setAttribute("role", "alert");
    line.className = "caution";
    const next = copies.isWaiting && !isNewer ? strings.READY : "";
    const text = [strings.WITHDRAWN, ...withdrawn.map(({ why }) => why), next];
    line.append(`${text.filter(Boolean).join(" ")} `);
  }
  if (isNewer)
    line.append(linkToView(withdrawn.length ? strings.WITHDRAWN_NEXT.get : strings.WITHDRAWN_NEXT.see));
  /** @type {HTMLElement} */ (document.querySelector("main")).prepend(note);
}

function linkToView(text) {
  const link = document.createElement("a");
  link.href = /** @type {HTMLAnchorElement} */ (document.querySelector(`#menu [data-open=${VIEW}]`)).href;
  link.dataset.open = VIEW;
  link.textContent = text;
  return link;
}
