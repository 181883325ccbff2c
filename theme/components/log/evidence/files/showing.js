// A kept file on the screen, only when the reader asks: a picture, sound or film, by an address that dies with the page. It goes when the
// log locks, when the reader leaves, and with the screen.
import { _ } from "../../../common/gettext.js";
import { make } from "../../list.js";
import { HEAD, kindOfFile } from "../meta/kind-of-file.js";
import { CANNOT_SHOW, MAY_NOT_PLAY } from "./strings.js";

/** More than this is not put into a page. */
export const MOST_SHOWN = 256 * 1024 * 1024; // bytes

/** Return what shows one file at a time. */
export function createShowing() {
  /** @type {(() => void) | null} */
  let hide = null;
  let turn = 0; // counts up when what is being shown no longer matters
  document.addEventListener("guide:lock", clear);
  document.addEventListener("guide:leave", clear);

  /**
   * Show a file in `place`. Resolves with what to say: why it is not there, or what is to be known of it. `onHidden()` is called when it is taken
   * away again.
   * @param {Blob} blob
   * @param {string} name
   * @param {Element} place
   * @param {() => void} onHidden
   */
  async function show(blob, name, place, onHidden) {
    clear();
    const mine = turn;
    const kind = kindOfFile(new Uint8Array(await blob.slice(0, HEAD).arrayBuffer()));
    if (mine !== turn) return "";
    if (!kind) return CANNOT_SHOW;
    const { element, came, words } = kind.as === "picture" ? pictureOf(name) : playerOf(kind.as, name);
    const address = URL.createObjectURL(blob.slice(0, blob.size, kind.type));
    const hidden = new Promise((resolve) => {
      hide = () => {
        element.removeAttribute("src"); // a player goes on until it has nothing to play
        if (element instanceof HTMLMediaElement) element.load();
        element.remove();
        URL.revokeObjectURL(address);
        onHidden();
        resolve("");
      };
    });
    const failed = happens(element, "error", CANNOT_SHOW);
    const shown = happens(element, came, words);
    element.src = address;
    place.append(element);
    const said = await Promise.race([shown, failed, hidden]);
    if (said === CANNOT_SHOW) clear();
    return said;
  }

  function clear() {
    turn += 1;
    const end = hide;
    hide = null;
    end?.();
  }

  return { show, clear };
}

/**
 * @param {Element} element
 * @param {string} event
 * @param {string} words
 * @returns {Promise<string>}
 */
const happens = (element, event, words) =>
  new Promise((resolve) => element.addEventListener(event, () => resolve(words), { once: true }));

/** @param {string} name */
function pictureOf(name) {
  const element = make("img", "log-file-shown");
  element.alt = name;
  return { element, came: "load", words: "" };
}

/**
 * @param {"sound" | "film"} as
 * @param {string} name
 */
function playerOf(as, name) {
  const element = make(as === "sound" ? "audio" : "video", "log-file-shown");
  // On no other device, and in no window that stays when this one goes.
  Object.assign(element, { disableRemotePlayback: true, disablePictureInPicture: true, playsInline: true });
  Object.assign(element, { controls: true, preload: "metadata" });
  element.setAttribute("controlslist", "nodownload noremoteplayback");
  element.setAttribute("aria-label", name);
  return { element, came: "loadedmetadata", words: MAY_NOT_PLAY };
}

/** The words of the button that shows a file. */
export const SHOW = _("Show or play it");
export const HIDE = _("Hide it");
