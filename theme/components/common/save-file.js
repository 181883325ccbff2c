// Pass a text to the browser as a file to save.
import { _, fill } from "./gettext.js";

const addressStays = 60_000; // milliseconds; some browsers ask where to save before they read it

/** The words for a file that is being saved. */
export const savedAs = (name) => fill(_("Your browser is saving “{name}”. It may ask you where."), { name });

/**
 * Save `text` under `name`. Nothing is sent: the address exists in this page alone.
 * @param {string | Blob} text
 * @param {string} name
 * @param {string | null} type
 */
export function saveFile(text, name, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  const drop = () => URL.revokeObjectURL(link.href);
  setTimeout(drop, addressStays);
  document.addEventListener("guide:leave", drop, { once: true });
}
