// `document.write` would run whatever it is given, so the page's policy asks for a permission of this name. It is given to
// the one text that `other-page.js` made of a page of this guide, and to scripts of that guide's own folder.

/** The one text that may be written. */
let page = "";
/** Where the scripts of the other language are. */
let scripts = "";

const rules = {
  createHTML: (/** @type {string} */ text) => (text && text === page ? text : null),
  createScriptURL: (/** @type {string} */ address) =>
    scripts && address.startsWith(scripts) ? address : null,
};

/** Made once: a second policy of this name is refused, also in the document that is written. */
const policy = self.trustedTypes?.createPolicy("language", rules) ?? rules;

/** @param {string} text made by `other-page.js` */
export function allowPage(text) {
  page = text;
  return /** @type {string} */ (policy.createHTML?.(text));
}

/**
 * @param {string} folder of the other language
 * @param {string} address
 */
export function allowScript(folder, address) {
  scripts = `${folder}assets/`;
  return /** @type {string} */ (policy.createScriptURL?.(address));
}
