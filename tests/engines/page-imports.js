/** Read files of messages and calls in a page, as the worker of the guide does. */
import { readImport } from "../../theme/components/log/imports/read-import.js";
import { sourceOfBytes } from "../../theme/components/log/imports/sources.js";

window.readCases = (cases) => Promise.all(cases.map(readCase));

async function readCase([name, bytes, answers]) {
  const source = sourceOfBytes(name, Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0)));
  const [rows, skipped] = [[], []];
  const out = { onRows: (more) => rows.push(...more), onSkipped: (more) => skipped.push(...more) };
  const asked = await readImport(source, {}, { onRows() {}, onSkipped() {} });
  const outcome = await readImport(source, answers, out);
  return { questions: asked.questions.map(({ id }) => id), outcome, rows, skipped };
}
