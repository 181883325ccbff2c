// A copy of a photo without what the camera wrote beside it. No DOM here.
import { _, fill } from "../../../common/gettext.js";
import { readMeta } from "../meta/read-meta.js";
import { withoutPlace } from "../meta/without-place.js";

/**
 * Return the copy as a file, or null where none can be made that says nothing.
 * @param {Blob} blob
 * @param {string} name
 */
export async function copyOf(blob, name) {
  const pieces = withoutPlace(new Uint8Array(await blob.arrayBuffer()));
  if (!pieces) return null;
  const copy = new File(pieces, name, { type: "image/jpeg", lastModified: Date.now() });
  return (await readMeta(copy)).missing ? copy : null;
}

/**
 * Return the name of the copy, which says what it is.
 * @param {string} name
 */
export function copyName(name) {
  const [, stem, ending] = /^(.*?)(\.[a-z\d]{1,10})?$/is.exec(name) ?? ["", name, ""];
  return `${fill(_("{name}, copy without place"), { name: stem })}${ending ?? ""}`;
}
