// Making elements for the choice and the cover.

/**
 * Return a new element with these properties and children.
 * @param {string} tag
 * @param {object} properties
 * @param {...(Node | string)} children
 */
export function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}
