// `document.write` would run whatever it is given, so the page's policy asks for a permission of this name. It is given to
// the one text that `other-page.js` made of a page of this guide, and to the one script that goes before it.

/** @type {string | null} */
let page = null;
/** @type {string | null} */
let script = null;

const rules = {
  createHTML: (/** @type {string} */ text) => (text === page ? text : null),
  createScriptURL: (/** @type {string} */ address) => (address === script ? address : null),
};

/** Made once: a second policy of this name is refused, also in the document that is written. */
const policy = self.trustedTypes?.createPolicy("language", rules) ?? rules;

/** @param {string} text made by `other-page.js` */
export function allowPage(text) {
  page = text;
  return policy.createHTML(text);
}

/** @param {string} address */
export function allowScript(address) {
  script = address;
  return policy.createScriptURL(address);
}
