// What is handed on as a small tree of parts, from which the page makes elements and a file its text. No DOM is needed to
// make one, and nobody's words become markup.

/** @typedef {{name: string, attributes: Record<string, string>, children: (Part | string)[]}} Part */

const VOID = ["meta", "img"];
const FORBIDDEN = /[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu; // what HTML cannot hold, also half of a letter

/**
 * Make one part.
 * @param {string} name
 * @param {string | Record<string, string>} [attributes] or a class alone
 * @param {...(Part | string | (Part | string)[])} children
 * @returns {Part}
 */
export function part(name, attributes = {}, ...children) {
  const own = typeof attributes === "string" ? { class: attributes } : attributes;
  const filled = Object.fromEntries(Object.entries(own).filter(([, value]) => value));
  return { name, attributes: filled, children: children.flat() };
}

/**
 * Words of the reader: they keep their lines, and a service that translates pages leaves them alone.
 * @param {string} text
 * @param {string} [name]
 * @param {string} [className]
 */
export const ownPart = (text, name = "span", className = "") =>
  part(name, { class: className, translate: "no", dir: "auto" }, text);

/**
 * Write a part as HTML.
 * @param {Part | string} one
 * @returns {string}
 */
export function htmlOf(one) {
  if (typeof one === "string") return escaped(one);
  const attributes = Object.entries(one.attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  const start = `<${one.name}${attributes.join("")}>`;
  return VOID.includes(one.name) ? start : `${start}${one.children.map(htmlOf).join("")}</${one.name}>`;
}

/**
 * Make elements of a part.
 * @param {Part | string} one
 * @returns {Element | string}
 */
export function elementOf(one) {
  if (typeof one === "string") return one;
  const element = document.createElement(one.name);
  for (const [name, value] of Object.entries(one.attributes)) element.setAttribute(name, value);
  element.append(...one.children.map(elementOf));
  return element;
}

/** @param {string} text */
function escaped(text) {
  const shown = text.replace(FORBIDDEN, "\ufffd");
  return shown.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
