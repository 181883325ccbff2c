// What stands in an HTML file: tags and text, one after the other. Nothing of it is ever shown as HTML. No DOM here, as
// workers have none.

/** @typedef {{name: string, isEnd: boolean, attributes: Record<string, string>}} Tag */
/** @typedef {{tag: Tag, text: ""} | {tag: null, text: string}} Piece */

const MOST_TAG = 4096; // characters
const TAG = /^<(\/?)([a-zA-Z][^\s\x2f<>]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/;
const ATTRIBUTE = /([^\s=\x2f"'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
const REFERENCE = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,6}));/g;
const UNSEEN = new Set(["script", "style", "head", "template", "noscript", "title"]);
const NEW_LINE = new Set([
  "br",
  "p",
  "div",
  "tr",
  "li",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "blockquote",
  "table",
]);

/** @type {Record<string, string>} the names that mail and exports write; any other stays as it is written */
const NAMES = {
  ...{ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0", shy: "\u00ad" },
  ...{ ndash: "–", mdash: "—", lsquo: "‘", rsquo: "’", ldquo: "“", rdquo: "”", hellip: "…", bull: "•" },
  ...{
    euro: "€",
    pound: "£",
    copy: "©",
    reg: "®",
    trade: "™",
    middot: "·",
    deg: "°",
    laquo: "«",
    raquo: "»",
  },
  ...{
    auml: "ä",
    ouml: "ö",
    uuml: "ü",
    Auml: "Ä",
    Ouml: "Ö",
    Uuml: "Ü",
    szlig: "ß",
    ccedil: "ç",
    ntilde: "ñ",
  },
  ...{ eacute: "é", egrave: "è", ecirc: "ê", aacute: "á", agrave: "à", acirc: "â", iacute: "í", oacute: "ó" },
};

/**
 * Yield tags and the text between them; comments and declarations are left out.
 * @param {string} html
 * @returns {Generator<Piece>}
 */
export function* piecesOf(html) {
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    if (open < 0) return yield textPiece(html.slice(at));
    if (open > at) yield textPiece(html.slice(at, open));
    const aside = asideEnd(html, open);
    const tag = aside ? null : TAG.exec(html.slice(open, open + MOST_TAG));
    if (tag) yield tagPiece(tag);
    else if (!aside) yield { tag: null, text: "<" }; // somebody wrote it
    at = aside || open + (tag ? tag[0].length : 1);
  }
  return undefined;
}

/**
 * Return where a comment, a declaration or an instruction ends, or 0.
 * @param {string} html
 * @param {number} at
 */
function asideEnd(html, at) {
  if (html[at + 1] !== "!" && html[at + 1] !== "?") return 0;
  const close = html.startsWith("<!--", at) ? "-->" : ">";
  const end = html.indexOf(close, at + 2);
  return end < 0 ? html.length : end + close.length;
}

/**
 * @param {RegExpExecArray} match
 * @returns {Piece}
 */
function tagPiece([, slash, name, rest]) {
  /** @type {Record<string, string>} */
  const attributes = Object.create(null);
  for (const [, key, ...values] of rest.matchAll(ATTRIBUTE))
    attributes[key.toLowerCase()] ??= referencesRead(values.find((value) => value !== undefined) ?? "");
  return { tag: { name: name.toLowerCase(), isEnd: slash === "/", attributes }, text: "" };
}

/**
 * @param {string} text
 * @returns {Piece}
 */
const textPiece = (text) => ({ tag: null, text: referencesRead(text) });

/**
 * Put letters in place of what stands for them.
 * @param {string} text
 */
function referencesRead(text) {
  if (!text.includes("&")) return text;
  return text.replace(REFERENCE, (written, decimal, hex, name) => {
    if (name) return Object.hasOwn(NAMES, name) ? NAMES[name] : written;
    const code = decimal ? Number(decimal) : parseInt(hex, 16);
    const isLetter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return isLetter ? String.fromCodePoint(code) : "\ufffd";
  });
}

/**
 * Return the text that a reader of the HTML would see, line by line.
 * @param {string} html
 */
export function textOfHtml(html) {
  const parts = [];
  let unseen = "";
  for (const { tag, text } of piecesOf(html)) {
    if (unseen) {
      if (tag?.name === unseen && tag.isEnd) unseen = "";
    } else if (!tag) parts.push(text.replace(/[ \t\r\n\f]+/g, " "));
    else if (UNSEEN.has(tag.name) && !tag.isEnd) unseen = tag.name;
    else if (NEW_LINE.has(tag.name)) parts.push("\n");
  }
  return parts
    .join("")
    .replace(/ *\n */g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
