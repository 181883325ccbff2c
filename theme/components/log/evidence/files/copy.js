// A copy of a photo without what the camera wrote beside it. No DOM here.
import { _, fill } from "../../../common/gettext.js";
import { withoutPlace } from "../meta/without-place.js";

/**
 * Return the copy as a file, or null where none can be made.
 * @param {Blob} blob
 * @param {string} name
 */
export async function copyOf(blob, name) {
  const pieces = withoutPlace(new Uint8Array(await blob.arrayBuffer()));
  return pieces && new File(pieces, name, { type: "image/jpeg", lastModified: Date.now() });
}

/**
 * Return the name of the copy, which says what it is.
 * @param {string} name
 */
export function copyName(name) {
  const [, stem, ending] = /^(.*?)(\.[a-z\d]{1,10})?$/is.exec(name) ?? ["", name, ""];
  return `${fill(_("{name}, copy without place"), { name: stem })}${ending ?? ""}`;
}
