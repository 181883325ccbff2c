// Write Pyodide's published core so that each function notes that it ran.
//
//   node mark.mjs CORE_FOLDER OUT_FOLDER
//
// A function of the module writes a 1 into the far end of the stack, which nothing reaches; one of the script, into an array.
// probe.js reads both.
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { bodiesIn, replaced } from "../../hooks/assets/core/script.mjs";
import { KINDS, OP, readModule, SECTION, signed, unsigned } from "../../hooks/assets/core/wasm.mjs";

const RELOCATE = "__wasm_apply_data_relocs";
const STORE = [0x3a, 0, 0]; // i32.store8
const APART = 64; // bytes from the end of the stack

const [core, out] = process.argv.slice(2);
const script = await readFile(path.join(core, "pyodide.asm.js"), "utf8");
const module = readModule(await readFile(path.join(core, "pyodide.asm.wasm")));
const [, low] = script.match(/var ___stack_low=(\d+);/);
const place = Number(low) + APART;
const imported = module.imports.filter(({ kind }) => kind === KINDS[0]).length;
const first = new Set([module.start, module.exports.find(({ name }) => name === RELOCATE).index]); // before there is a stack

const bodies = bodiesIn(script);
const numbers = { place, functions: module.code.length, bodies: bodies.length };
await writeFile(path.join(out, "pyodide.asm.wasm"), markedModule());
await writeFile(path.join(out, "pyodide.asm.js"), markedScript());
await writeFile(path.join(out, "marks.json"), JSON.stringify(numbers));

function markedScript() {
  const marks = bodies.map(({ first: at }, number) => ({ start: at, end: at, text: `;__ran[${number}]=1;` }));
  const strict = '"use strict";';
  if (!script.startsWith(strict)) throw new Error("pyodide.asm.js: it begins in another way");
  const begin = {
    start: strict.length,
    end: strict.length,
    text: `globalThis.__ran=new Uint8Array(${bodies.length});`,
  };
  return replaced(script, [begin, ...marks]);
}

function markedModule() {
  const chunks = [module.bytes.subarray(0, 8)];
  for (const { id, start, end } of module.sections) {
    const content = id === SECTION.CODE ? markedCode() : module.bytes.subarray(start, end);
    chunks.push(Buffer.from([id, ...unsigned(content.length)]), content);
  }
  return Buffer.concat(chunks);
}

function markedCode() {
  const made = module.code.map((body, number) => {
    const mark = [OP.I32_CONST, ...signed(place + number), OP.I32_CONST, 1, ...STORE];
    const content = Buffer.concat([
      module.bytes.subarray(body.start, body.instructions),
      Buffer.from(first.has(number + imported) ? [] : mark),
      module.bytes.subarray(body.instructions, body.end),
    ]);
    return Buffer.concat([Buffer.from(unsigned(content.length)), content]);
  });
  return Buffer.concat([Buffer.from(unsigned(made.length)), ...made]);
}
