// For scripts of a page that hold what a reader wrote or chose: it goes along when the language changes in place
// (`belongings.js`). What crosses is data alone.

/**
 * Return what came along under this name, once.
 * @param {string} kind
 */
export function takeCarried(kind) {
  const asking = new CustomEvent("guide:carried", { detail: { kind, carried: null } });
  document.dispatchEvent(asking);
  return asking.detail.carried;
}

/**
 * Give what is here when it is asked for: `give(put)` calls `put(kind, data)`, or does nothing.
 * @param {(put: (kind: string, data: unknown) => void) => void} give
 */
export function whenCarried(give) {
  document.addEventListener("guide:carry", (event) => give(/** @type {CustomEvent} */ (event).detail.put));
}
