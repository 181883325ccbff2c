// Leave out of the small core's script what its module does not ask for, and write it short.
//
//   node finish.mjs MODULE LOADER SCRIPT OUT_FILE
//
// What only stands in the script's own lists is left out: a name of which no other place speaks, also in no text.
import { readFile, writeFile } from "node:fs/promises";
import { transform } from "esbuild";
import { countWords, nodesIn, replaced } from "./script.mjs";

const [modulePath, loaderPath, scriptPath, out] = process.argv.slice(2);
const module = new WebAssembly.Module(await readFile(modulePath));
const wanted = new Set(WebAssembly.Module.imports(module).map(({ name }) => name));
const loader = await readFile(loaderPath, "utf8");

let script = withoutImports(await readFile(scriptPath, "utf8"));
for (let before = ""; before !== script;) {
  before = script;
  script = withoutUnused(script);
}
const { code } = await transform(script, { minify: true, target: "es2022", legalComments: "inline" });
await writeFile(out, code);

/** Leave out what the script offers to the module, and the module does not take. */
function withoutImports(source) {
  const lists = nodesIn(source).filter((node) => node.id?.name === "wasmImports");
  if (lists.length !== 1) throw new Error("pyodide.asm.js: wasmImports was not found");
  const [{ init }] = lists;
  const kept = init.properties.filter(({ key }) => wanted.has(key.name ?? key.value));
  const text = `{${kept.map(({ start, end }) => source.slice(start, end)).join()}}`;
  return replaced(source, [{ start: init.start, end: init.end, text }]);
}

/** Leave out the functions of which only their own lines speak: `function f(){…}`, `f.sig="…"`, `Module["f"]=f`. */
function withoutUnused(source) {
  const all = nodesIn(source);
  const own = new Map();
  for (const node of all)
    for (const name of namesOwnedBy(node)) own.set(name, [...(own.get(name) ?? []), node]);
  const words = countWords(source, loader);
  const unused = [...own].filter(([name, places]) => {
    const spoken = places.reduce((sum, { start, end }) => sum + timesIn(source.slice(start, end), name), 0);
    return places.some(isDefinition) && spoken === words.get(name);
  });
  const places = unused.flatMap(([, found]) => found).map(({ start, end }) => ({ start, end, text: ";" }));
  return replaced(source, outermost(places));
}

/** Whether leaving it out changes nothing but that its name is gone: no work is done where it stands. */
function isDefinition({ type, kind, declarations }) {
  if (type === "FunctionDeclaration") return true;
  if (type !== "VariableDeclaration" || kind !== "var" || declarations.length !== 1) return false;
  return ["FunctionExpression", "ArrowFunctionExpression", "Identifier", "Literal"].includes(
    declarations[0].init?.type,
  );
}

/** Name the function that a statement is only about. */
function namesOwnedBy(node) {
  if (isDefinition(node)) return [node.id?.name ?? node.declarations[0].id.name];
  if (node.type !== "ExpressionStatement" || node.expression.type !== "AssignmentExpression") return [];
  const { left, right } = node.expression;
  if (left.type !== "MemberExpression" || left.object.type !== "Identifier") return [];
  if (!left.computed && left.property.name === "sig" && right.type === "Literal") return [left.object.name];
  const isAlias =
    left.object.name === "Module" && right.type === "Identifier" && left.property.value === right.name;
  return isAlias ? [right.name] : [];
}

function timesIn(text, name) {
  return countWords(text).get(name);
}

function outermost(places) {
  const sorted = places.toSorted((one, other) => one.start - other.start);
  return sorted.filter((one, at) => !sorted.slice(0, at).some((other) => one.end <= other.end));
}
