// Write Pyodide's core without the functions that never run and the data that only they use, to be read by wasm-opt and
// finish.mjs.
//
//   node cut.mjs CORE_FOLDER LISTS_FOLDER FROZEN OUT_FOLDER
//
// kept.json has the functions that are kept. In the module, all others trap; in the script, they stop Python for good (guard.js).
// dropped.json and texts.json have the data that is left out. Every pointer into them is moved to where no memory is, so that a read
// through it traps too. FROZEN has shorter code for Python's frozen modules (`../in_pyodide/shorten_frozen.py`).
//
// The published module can load others beside it (side modules). Ours never does. So the addresses that it asks its script
// for are constants, the pointers in its data can be in their place from the start, and whatever it only exports to others
// can be left out, in the module and in the script. Anything that is not as expected stops the build.
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { keptOf } from "./kept.mjs";
import { bodiesIn, catchesIn, countWords, numbersIn, readsIn, replaced } from "./script.mjs";
import { instructions, KINDS, OP, readModule, SECTION, signed, text, unsigned } from "./wasm.mjs";

const RELOCATE = "__wasm_apply_data_relocs";
const MEMORY_FILL = 11;
const GAP = 64; // bytes of zero that are worth a segment of their own behind them
const EXPORT_LINE = /var (_[\w$]+)=Module\["(_[\w$]+)"\]=wasmExports\["([^"]+)"\];/g;

const CLOSURE = "var Module=moduleArg;"; // the first statement of the function that all of Pyodide is in
const REGISTRY = "globalThis.FinalizationRegistry?"; // else Python's objects are freed when the browser collects garbage
const ADDRESS = /var (_[\w$]+)=Module\["(_[\w$]+)"\]=\d+;/g; // of data, for other modules
const MOST = "getHeapMax=()=>4294901760"; // bytes of memory
const MOST_OF_SMALL = "getHeapMax=()=>2147483648";
const TEXT = "UTF8ArrayToString=(heapOrArray,idx=0,maxBytesToRead=NaN)=>{idx>>>=0;";
const TEXT_INSIDE = `${TEXT}if(heapOrArray===HEAPU8)__inside(idx);`;
const AWAY = 0xc0000000; // added to pointers at what is dropped: beyond `MOST_OF_SMALL`, and as far from each other as before
const STOP = "{__stop()}"; // the body of a function that never runs
const TRAP = Buffer.from([0, OP.UNREACHABLE, OP.END]); // a whole body: no variables, one instruction

const [core, lists, frozenPath, out] = process.argv.slice(2);
const published = await readFile(path.join(core, "pyodide.asm.js"));
const wasm = await readFile(path.join(core, "pyodide.asm.wasm"));
const keptInScript = await keptOf(path.join(lists, "kept.json"), "pyodide.asm.js");
const keptInModule = await keptOf(path.join(lists, "kept.json"), "pyodide.asm.wasm");
const { numbers: noAddresses, ranges } = JSON.parse(await readFile(path.join(lists, "dropped.json"), "utf8"));
const texts = JSON.parse(await readFile(path.join(lists, "texts.json"), "utf8"))["pyodide.asm.wasm"].texts;
const frozen = Object.entries(JSON.parse(await readFile(frozenPath, "utf8")));
const dropped = [...ranges, ...rangesOf(texts)];
const guard = await readFile(new URL("guard.js", import.meta.url), "utf8");
const script = shortScript(published.toString());
const loader = await readFile(path.join(core, "pyodide.js"), "utf8");
const module = readModule(wasm);
const globals = module.imports.filter(({ kind }) => kind === "global");
const functions = module.imports.filter(({ kind }) => kind === "func").length;
const words = countWords(script, loader);

const bases = basesIn(script);
const relocate = numberOf(RELOCATE);
const fixed = new Map([...bases].map(([name, { value }]) => [globalNamed(name), value]));
const addresses = addressesSetAtStart();
const known = new Map([...fixed, ...addresses]);
const kept = module.exports.filter(isNeeded);

await writeFile(path.join(out, "cut.wasm"), cutModule());
await writeFile(path.join(out, "cut.js"), withoutExports());

/** Return the script with functions that never run as calls of guard.js, which `catch` does not stop. */
function shortScript(source) {
  refuseUnless(source.split(CLOSURE).length === 2, "its closure");
  refuseUnless(source.split(REGISTRY).length === 2, "its registry");
  refuseUnless(source.split(MOST).length === 2, "its most memory");
  refuseUnless(source.split(TEXT).length === 2, "its reader of text");
  const left = leftOut(source);
  const isLeft = ({ start }) => left.some((body) => body.start <= start && start < body.end);
  const caught = catchesIn(source).filter((one) => !isLeft(one));
  const at = source.indexOf(CLOSURE);
  const made = replaced(source, [
    ...left.map((body) => ({ ...body, text: STOP })),
    ...caught.map(({ start, at: end, name = "__error" }) => ({
      start,
      end,
      text: `catch(${name}){__check(${name});`,
    })),
    ...readsIn(source)
      .filter((one) => !isLeft(one))
      .flatMap(checkedRead),
    { start: at, end: at, text: guard },
  ]);
  return made.replace(REGISTRY, "false?").replace(MOST, MOST_OF_SMALL).replace(TEXT, TEXT_INSIDE);
}

/** Write `HEAP8[at]` as `__read(HEAP8,at)`, which stops where no memory is. */
function checkedRead({ start, bracket, end }) {
  return [
    { start, end: start, text: "__read(" },
    { start: bracket, end: bracket + 1, text: "," },
    { start: end - 1, end, text: ")" },
  ];
}

/** Return the bodies that never run, but for those within another one, and those that are as short as what takes their place. */
function leftOut(source) {
  const left = [];
  for (const [number, body] of bodiesIn(source).entries())
    if (
      !keptInScript.has(number) &&
      body.end - body.start > STOP.length &&
      body.start >= (left.at(-1)?.end ?? 0)
    )
      left.push(body);
  return left;
}

/** Return by name what the script gives the module as its addresses. */
function basesIn(source) {
  const made =
    /var _(__(?:memory_base|table_base|stack_pointer))=new WebAssembly\.Global\(\{value:"i32",mutable:(true|false)\},(\d+)\)/g;
  const found = [...source.matchAll(made)].map(([, name, mutable, value]) => [
    name,
    { mutable: mutable === "true", value: Number(value) },
  ]);
  if (found.length !== 3) throw new Error("pyodide.asm.js: its addresses were not found");
  return new Map(found.filter(([, { mutable }]) => !mutable));
}

function globalNamed(name) {
  const index = globals.findIndex((one) => one.name === name && !one.mutable);
  if (index < 0) throw new Error(`no constant ${name}`);
  return index;
}

/** Return the place of an exported function in the code. */
function numberOf(name) {
  return module.exports.find((one) => one.name === name && one.kind === "func").index - functions;
}

/** Return by its index what each global of the module is set to when it starts: nothing sets it again. */
function addressesSetAtStart() {
  const found = new Map();
  const stack = [];
  const start = module.start - functions;
  for (const [opcode, , , value] of instructions(module.bytes, module.code[start])) {
    if (opcode === OP.GLOBAL_SET && value >= globals.length) found.set(value, stack.pop());
    else if (opcode === OP.EXTENDED && value === MEMORY_FILL)
      refuseUnless(stack.splice(-3)[1] === 0, "a fill");
    else if (opcode !== OP.END) evaluate(opcode, value, stack, fixed);
  }
  const exported = ({ kind, index }) => kind === "global" && found.has(index);
  refuseUnless(!module.exports.some(exported), "a global that is set at the start and exported");
  for (const [number, body] of module.code.entries())
    for (const [opcode, , , value] of number === start ? [] : instructions(module.bytes, body))
      refuseUnless(opcode !== OP.GLOBAL_SET || !found.has(value), `global ${value}: it is set again`);
  return found;
}

function evaluate(opcode, value, stack, values) {
  if (opcode === OP.GLOBAL_GET && values.has(value)) stack.push(values.get(value));
  else if (opcode === OP.I32_CONST) stack.push(value);
  else if (opcode === OP.I32_ADD) stack.push((stack.pop() + stack.pop()) | 0);
  else if (opcode === OP.I32_SUB) stack.push((-stack.pop() + stack.pop()) | 0);
  else throw new Error(`not expected: instruction ${opcode}`);
}

function refuseUnless(expected, what) {
  if (!expected) throw new Error(`not expected: ${what}`);
}

/** What the scripts name anywhere but in the line of an export itself, or what the module asks them for. */
function isNeeded({ name, kind }) {
  if (globals.some((one) => one.name === name)) return true;
  if (kind === "global") return false; // addresses of data, which the script has as numbers
  if (kind !== "func" || name === RELOCATE) return true;
  const line = `var _${name}=Module["_${name}"]=wasmExports["${name}"];`;
  const [underscored, plain] = script.includes(line) ? [2, 1] : [0, 0];
  return (words.get(`_${name}`) ?? 0) > underscored || (words.get(name) ?? 0) > plain;
}

function withoutExports() {
  const names = new Set(kept.map(({ name }) => name));
  const all = new Set(module.exports.map(({ name }) => name));
  const made = script
    .replace(EXPORT_LINE, (line, own, outer, name) =>
      own === outer && own === `_${name}` && all.has(name) && !names.has(name) ? "" : line,
    )
    .replace(ADDRESS, (line, own, outer) => (own === outer && words.get(own) === 2 ? "" : line));
  for (const number of numbersIn(made))
    refuseUnless(!isDropped(number) || noAddresses.includes(number), `${number}: an address of data`);
  return made;
}

function cutModule() {
  const sections = {
    [SECTION.EXPORT]: () =>
      list(kept.map((one) => [...text(one.name), KINDS.indexOf(one.kind), ...unsigned(one.index)])),
    [SECTION.START]: null,
    [SECTION.ELEMENT]: () =>
      list([
        [
          ...activeAt(module.table.base, 0),
          ...unsigned(module.table.content.length),
          ...module.table.content.flatMap(unsigned),
        ],
      ]),
    [SECTION.CODE]: () => list(module.code.map((_, number) => sized(bodyOf(number)))),
    [SECTION.DATA]: () => list(dataSegments()),
    [SECTION.DATA_COUNT]: null, // nothing copies a segment: wasm.mjs would refuse it
  };
  const chunks = [module.bytes.subarray(0, 8)];
  for (const { id, start, end } of module.sections) {
    const write = sections[id];
    if (write === null) continue;
    chunks.push(Buffer.from([id]), sized(write ? write() : module.bytes.subarray(start, end)));
  }
  return Buffer.concat(chunks);
}

function list(entries) {
  return Buffer.concat([Buffer.from(unsigned(entries.length)), ...entries.map((one) => Buffer.from(one))]);
}

function sized(bytes) {
  return Buffer.concat([Buffer.from(unsigned(bytes.length)), bytes]);
}

/** Begin an active segment at a constant place. */
function activeAt(base, offset) {
  return [0, OP.I32_CONST, ...signed(fixed.get(base) + offset), OP.END];
}

function isKept(number) {
  return keptInModule.has(number) || number === module.start - functions || number === relocate;
}

/** Return a body with constants in place of addresses. What was done at the start is done. */
function bodyOf(number) {
  const { start, instructions: first, end } = module.code[number];
  if (!isKept(number)) return TRAP;
  if (number === module.start - functions) return Buffer.from([0, OP.END]);
  if (number === relocate)
    return Buffer.concat([module.bytes.subarray(start, first), ...lateRelocations(), Buffer.from([OP.END])]);
  return Buffer.concat([module.bytes.subarray(start, first), ...folded(first, end)]);
}

function folded(first, end) {
  const chunks = [];
  let last = first;
  for (const [opcode, from, to, value] of instructions(module.bytes, { instructions: first, end }))
    if (opcode === OP.GLOBAL_GET && known.has(value)) {
      chunks.push(
        module.bytes.subarray(last, from),
        Buffer.from([OP.I32_CONST, ...signed(known.get(value))]),
      );
      last = to;
    }
  return [...chunks, module.bytes.subarray(last, end)];
}

/** Return the relocations of addresses that only the script knows; the others are in the data already. */
function lateRelocations() {
  const chunks = [];
  let from = module.code[relocate].instructions;
  let isLate = false;
  for (const [opcode, , to, value] of instructions(module.bytes, module.code[relocate])) {
    if (opcode === OP.GLOBAL_GET && !known.has(value)) isLate = true;
    if (opcode !== OP.I32_STORE) continue;
    if (isLate) chunks.push(...folded(from, to));
    from = to;
    isLate = false;
  }
  return chunks;
}

/** Read `"16-32 64-80"` as the places from 16 up to 32, and from 64 up to 80. */
function rangesOf(listed) {
  return listed.split(" ").map((range) => {
    const [from, to] = range.split("-").map(Number);
    return { from, to };
  });
}

function isDropped(address) {
  return dropped.some(({ from, to }) => from <= address && address < to);
}

/** Yield `{place, value}` of each pointer that the relocations write; of those that only the script knows, `value` is NaN. */
function* pointers() {
  const values = new Map(globals.map((_, index) => [index, NaN]).concat([...known]));
  const stack = [];
  for (const [opcode, , , value] of instructions(module.bytes, module.code[relocate])) {
    if (opcode === OP.I32_STORE) {
      const written = stack.pop();
      yield { place: stack.pop() + value, value: written };
    } else if (opcode !== OP.END) evaluate(opcode, value, stack, values);
  }
}

/** Put shorter code in place of frozen modules. Python's table of them has a pointer at each one, and its size behind that. */
function withShorterModules(data) {
  const start = fixed.get(module.data.base);
  const view = new DataView(data.buffer);
  const sizes = new Set(frozen.map(([, { size }]) => size));
  const places = new Map();
  for (const { place, value } of pointers()) {
    const size = place + 8 <= start + data.length ? view.getInt32(place + 4 - start, true) : 0;
    if (sizes.has(size))
      places.set(digestOf(data.subarray(value - start, value - start + size)), value - start);
  }
  for (const [name, { sha256, size, code }] of frozen) {
    const at = places.get(sha256);
    refuseUnless(at !== undefined, `the frozen module ${name}: it was not found`);
    data.fill(0, at, at + size);
    data.set(Buffer.from(code, "base64"), at);
  }
  return data;
}

function digestOf(bytes) {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Leave out what is dropped, and move the pointers into it to where no memory is. */
function withoutDropped(data) {
  const start = fixed.get(module.data.base);
  const view = new DataView(data.buffer);
  for (const { place, value } of pointers())
    if (isDropped(value)) view.setUint32(place - start, value + AWAY, true);
  for (const { from, to } of dropped) data.fill(0, from - start, to - start);
  return data;
}

/** Return the data as it is once its pointers are in their place, in segments between long gaps of zeros. */
function dataSegments() {
  const data = withoutDropped(withShorterModules(relocatedData()));
  const segments = [];
  for (let at = 0; at < data.length;) {
    if (!data[at]) {
      at += 1;
      continue;
    }
    let end = at;
    for (let look = at; look < data.length && look - end < GAP; look += 1) if (data[look]) end = look + 1;
    segments.push([...activeAt(module.data.base, at), ...unsigned(end - at), ...data.subarray(at, end)]);
    at = end;
  }
  return segments;
}

/** Run the module's own relocations, with imports that do nothing, and return its data. */
function relocatedData() {
  const memory = new WebAssembly.Memory(limitsOf("memory"));
  const given = {};
  for (const one of module.imports) (given[one.module] ??= {})[one.name] = valueFor(one, memory);
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(module.bytes), given);
  exports[RELOCATE]();
  const start = fixed.get(module.data.base);
  return new Uint8Array(memory.buffer).slice(start, start + module.data.content.length);
}

function valueFor({ name, kind, mutable }, memory) {
  if (kind === "memory") return memory;
  if (kind === "func")
    return () => {
      throw new Error(`${name}: called by the relocations`);
    };
  if (kind === "tag") return new WebAssembly.Tag({ parameters: ["i32"] });
  if (kind === "global")
    return new WebAssembly.Global({ value: "i32", mutable }, bases.get(name)?.value ?? 0);
  const { base, content } = module.table;
  return new WebAssembly.Table({ element: "anyfunc", initial: fixed.get(base) + content.length });
}

function limitsOf(wanted) {
  const { initial, maximum } = module.imports.find(({ kind }) => kind === wanted);
  return { initial, maximum };
}
