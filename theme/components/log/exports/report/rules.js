// How the report looks, on paper and as a file. The page may hold no style of its own, so this is no style sheet of the
// page: it is put in as rules while the report is printed, and stands in the file. No sentence is in here.
import { DIRECTION } from "../../../common/gettext.js";

const RULES = `
.report { font: 10.5pt/1.4 system-ui, sans-serif; color: #000; background: #fff; }
main.report, div.report { padding-inline-end: 0.3mm; }
.report * { box-sizing: border-box; overflow-wrap: anywhere; }
.report :is(h1, h2, h3, p, ul, table) { margin: 0 0 2mm; }
.report h1 { font-size: 18pt; line-height: 1.2; margin-bottom: 3mm; }
.report h2 { font-size: 13pt; margin-top: 6mm; break-after: avoid; }
.report h3 { font-size: 11pt; margin: 0 0 1mm; break-after: avoid; }
.report p { orphans: 3; widows: 3; }
.report :is(p > span, td, del) { white-space: pre-wrap; }
.report table { width: 100%; border-collapse: collapse; font-size: 9.5pt; }
.report caption { padding: 1mm 0; font-weight: 700; text-align: start; }
.report :is(th, td) { padding: 0.8mm 1.5mm; text-align: start; vertical-align: top; border: 0.2mm solid #000; }
.report tr { break-inside: avoid; }
.report th { font-weight: 700; }
.report thead { display: table-header-group; }
.report .report-facts th { width: 28%; }
.report .report-counts :is(th:first-child) { width: 30%; }
.report .report-counts :is(td:nth-child(2)) { width: 12%; }
.report .report-code { font: 700 11pt/1.5 monospace; white-space: normal; }
.report .report-hash { font: 8.5pt/1.4 monospace; white-space: normal; }
.report .report-method { margin-top: 5mm; padding: 2mm 3mm; font-size: 9.5pt; border: 0.2mm solid #000; break-inside: avoid; }
.report .report-method h2 { margin: 0 0 1mm; font-size: 11pt; }
.report .report-method ul { margin: 0; padding-inline-start: 5mm; }
.report .report-page { break-before: page; margin-top: 0; }
.report .report-entry { padding-top: 2mm; margin-bottom: 4mm; border-top: 0.3mm solid #000; }
.report .report-entry p { margin-bottom: 1mm; }
.report .report-recorded { font-size: 9pt; font-style: italic; }
.report del { text-decoration: line-through; }
.report .report-list td:first-child { width: 7%; }
.report .report-short { table-layout: fixed; font-size: 9pt; line-height: 1.25; }
.report .report-short :is(th, td):nth-child(2) { width: 18%; }
.report .report-short :is(th, td):nth-child(3) { width: 14%; }
.report .report-short :is(th, td):nth-child(5) { width: 15%; }
.report .report-short :is(th, td):first-child { width: 7%; }
.report .report-sign { margin-top: 8mm; padding-top: 8mm; border-bottom: 0.2mm solid #000; break-inside: avoid; }
.report .report-custody { font-size: 8pt; }
.report thead th { overflow-wrap: break-word; }
.report .report-files :is(th, td):first-child { width: 34%; }
.report .report-files td:nth-child(2) { white-space: nowrap; }
.report .report-picture { margin: 2mm 0; break-inside: avoid; }
.report .report-picture img { display: block; max-width: 100%; max-height: 190mm; }
.report .report-picture figcaption { font-size: 9pt; }
.report .report-half { max-height: 130mm; }
.report .report-blank { padding-top: 9mm; border-bottom: 0.2mm solid #000; break-before: avoid; }
.report .report-close { font-size: 9.5pt; line-height: 1.3; }
.report .report-close h2 { margin-top: 3mm; }
.report .report-close .report-blank { padding-top: 7mm; }
`;

const ON_PAGE = `
@media screen {
  .report { position: absolute; top: 0; inset-inline-start: 0; width: 0; height: 0; overflow: hidden; visibility: hidden; }
}
@media print {
  .report, .report * { page: report; }
  body:has(> .report) > :not(.report) { display: none; }
}
`;

const IN_FILE = `
:root { color-scheme: only light; }
body { margin: 0; background: #fff; }
@media screen {
  .report { max-width: 190mm; padding: 6mm 4mm; margin: 0 auto; }
  .report .report-page { padding-top: 6mm; margin-top: 10mm; border-top: 1mm solid #000; }
}
@media screen and (max-width: 600px) {
  .report .report-files tr { display: flex; flex-wrap: wrap; }
  .report .report-files :is(th, td) { flex: 1 1 25%; }
  .report .report-files :is(th, td):last-child { flex-basis: 100%; }
}
`;

/**
 * Return all rules. At the edge of each page stand `top`, `bottom`, and a number between `before`, `between` and nothing.
 * @param {{top: string, bottom: string, before: string, between: string, inFile: boolean, direction?: string}} how
 */
export function allRules({ top, bottom, before, between, inFile, direction = DIRECTION }) {
  // Boxes at the edge of a page have no names for the start and the end of a line.
  const [start, end] = direction === "rtl" ? ["right", "left"] : ["left", "right"];
  const page = [
    `@page ${inFile ? "" : "report"} {`,
    "margin: 18mm 15mm 16mm;",
    `@top-${end} { font: 8.5pt system-ui, sans-serif; content: ${cssText(top)}; }`,
    `@bottom-${start} { font: 8.5pt system-ui, sans-serif; content: ${cssText(bottom)}; }`,
    `@bottom-${end} { font: 8.5pt system-ui, sans-serif; white-space: nowrap;`,
    `content: ${cssText(before)} counter(page) ${cssText(between)} counter(pages); }`,
    "}",
  ].join(" ");
  return `${page}${RULES}${inFile ? IN_FILE : ON_PAGE}`;
}

/**
 * Write a text as a string of CSS: no sign of it can end that.
 * @param {string} text
 */
function cssText(text) {
  const escaped = [...text].map((letter) => (/[\w .,:·-]/.test(letter) ? letter : escapedLetter(letter)));
  return ['"', ...escaped, '"'].join("");
}

/** @param {string} letter */
const escapedLetter = (letter) => ["\\", letter.codePointAt(0)?.toString(16), " "].join("");
