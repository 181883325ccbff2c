/**
 * Return letters of a file, one for each byte; none where it is shorter.
 * @param {DataView} view
 * @param {number} at
 * @param {number} length
 */
export function lettersAt(view, at, length) {
  if (at + length > view.byteLength) return "";
  return String.fromCharCode(...new Uint8Array(view.buffer, view.byteOffset + at, length));
}
