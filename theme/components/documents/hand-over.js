import { _ } from "../common/gettext.js";
import { kindOf } from "../common/known-error.js";
import { takeCarried, whenCarried } from "../languages/along.js";

const NOT_LOADED = _(
  "A part of this page did not load, so nothing can be kept here now. You can write, read and print. Load the page again to try once more.",
);

/**
 * Hand a document over to what keeps documents (`keeping/keeping.js`), a bundle of its own that is loaded first. What was written in
 * another language of the guide, in this page, is shown before that.
 */
export function handOver(own) {
  const carried = takeCarried(own.kind);
  if (carried) return showCarried(own, carried).finally(() => own.view.isConnected && hand(own));
  return hand(own);
}

function hand(own) {
  whenCarried((put) => carry(own, put));
  const handing = new CustomEvent("guide:document", { detail: own, cancelable: true });
  if (!document.dispatchEvent(handing)) return; // taken
  const words = Object.assign(document.createElement("p"), { className: "vault", textContent: NOT_LOADED });
  own.view.querySelector("[data-slot=vault]").replaceChildren(words);
}

/** Give what is in this page alone to `../languages/language.js`, before it writes another document over this one. */
function carry({ kind, read, empty, isSame, lines }, put) {
  const data = read();
  const texts = lines ? [...lines.inMemory(), ...lines.waiting()] : [];
  if (texts.length || !isSame(data, empty())) put(kind, { data, texts, start: lines?.start() });
}

async function showCarried(own, { data, texts, start }) {
  try {
    own.show(own.open(data).data ?? data);
    if (texts.length) await own.lines.incoming(texts, start).add();
  } catch (error) {
    kindOf(error); // a fault of ours must not keep the rest from opening
  }
}
