// Drawings: small, without anything to press, and not read aloud. The table beside each says the same.

const NAMESPACE = "http://www.w3.org/2000/svg";
export const WIDTH = 320; // units, so that letters have their size on the narrowest screen

/**
 * Make one element of a drawing.
 * @param {string} name
 * @param {Record<string, string | number>} [attributes]
 * @param {string} [text]
 */
export function draw(name, attributes = {}, text = "") {
  const element = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  if (text) element.textContent = text;
  return element;
}

/**
 * Make a drawing of this height, with its parts.
 * @param {number} height
 * @param {Iterable<Element>} parts
 */
export function drawing(height, parts) {
  const svg = draw("svg", { viewBox: `0 0 ${WIDTH} ${height}`, "aria-hidden": "true", focusable: "false" });
  svg.append(...parts);
  return svg;
}

/**
 * Write into a drawing; `anchor` is `start`, `middle` or `end`.
 * @param {number} x
 * @param {number} y
 * @param {string | number} text
 * @param {string} [anchor]
 */
export function write(x, y, text, anchor = "middle") {
  return draw("text", { x: rounded(x), y: rounded(y), "text-anchor": anchor }, String(text));
}

/**
 * @param {number} x
 * @param {number} y
 * @param {number} width
 * @param {number} height
 */
export function bar(x, y, width, height) {
  const [left, top, wide, high] = [x, y, width, height].map(rounded);
  return draw("rect", { x: left, y: top, width: wide, height: high });
}

/**
 * @param {number} x1
 * @param {number} y1
 * @param {number} x2
 * @param {number} y2
 * @param {string} [name] a class
 */
export function line(x1, y1, x2, y2, name = "") {
  const ends = { x1: rounded(x1), y1: rounded(y1), x2: rounded(x2), y2: rounded(y2) };
  return draw("line", { ...ends, ...(name && { class: name }) });
}

/** @param {number} number */
const rounded = (number) => Math.round(number * 100) / 100;
