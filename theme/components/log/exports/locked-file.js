// Any of the files, locked with a passphrase that is chosen for it.
import { _ } from "../../common/gettext.js";
import { MOST_LOCKED, TOO_LARGE_TO_LOCK } from "./reading.js";

const LATE = _("Files cannot be locked just now. Nothing was changed. You can try again in a moment.");
const PASSPHRASE = _("Passphrase for the file");
const AGE_FILE = "application/octet-stream";

/** Set up choosing the passphrase; `area` is the fold, `button` saves. */
export function startLocking(area, { lines, say, button }) {
  /** @type {any} */
  let passphrase = null;

  area.addEventListener("toggle", () => (area.open ? offer() : clear()));
  return { lock, clear, form: () => area.querySelector("select").value };

  function offer() {
    const { keeper } = lines.given();
    passphrase ??= keeper?.newPassphrase(area.querySelector("[data-place=choice]"), {
      say: (text) => say(text, area),
      button,
      name: PASSPHRASE,
    });
    passphrase?.offer();
    if (!passphrase) say(LATE, area);
  }

  /**
   * Return the files locked, or null where the reader was told why they are not.
   * @param {import("./forms.js").MadeFile[]} files
   */
  async function lock(files) {
    const { keeper } = lines.given();
    if (!keeper || !passphrase) {
      say(LATE, area);
      return null;
    }
    if (files.some(({ blob }) => blob.size > MOST_LOCKED)) {
      say(TOO_LARGE_TO_LOCK, area);
      return null;
    }
    const words = await passphrase.read();
    if (!words) return null;
    const locked = [];
    for (const { name, blob, isWhole } of files) {
      const bytes = await keeper.sealFile(words, new Uint8Array(await blob.arrayBuffer()));
      locked.push({ name: `${name}.age`, blob: new Blob([bytes], { type: AGE_FILE }), isWhole });
    }
    return locked;
  }

  function clear() {
    passphrase?.clear();
    area.open = false;
  }
}
