// The cases of imports: each is a folder with a file and what is expected of it.
import { readdirSync, readFileSync } from "node:fs";
import { sourceOfBytes } from "../../theme/components/log/imports/sources.js";
import { readImport } from "../../theme/components/log/imports/read-import.js";

const FOLDER = new URL("../cases/log-imports/", import.meta.url);

/** Return each case: its name, the file as a source, and what is expected. */
export function importCases() {
  return readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => importCase(name));
}

/** @param {string} name */
function importCase(name) {
  const folder = new URL(`${name}/`, FOLDER);
  const files = readdirSync(folder).filter((file) => file !== "expected.json");
  if (files.length !== 1) throw new Error(`${name}: one file beside expected.json, not ${files.length}`);
  const bytes = new Uint8Array(readFileSync(new URL(files[0], folder)));
  const expected = JSON.parse(readFileSync(new URL("expected.json", folder), "utf-8"));
  return { name, source: sourceOfBytes(files[0], bytes), expected };
}

/**
 * Read a source whole.
 * @param {import("../../theme/components/log/imports/types.d.ts").Source} source
 * @param {Record<string, string>} answers
 */
export async function readAll(source, answers) {
  const rows = [];
  const skipped = [];
  const outcome = await readImport(source, answers, {
    onRows: (more) => rows.push(...more),
    onSkipped: (more) => skipped.push(...more),
  });
  return { outcome, rows, skipped };
}
