// node shrink_styles.mjs COMMON TARGET < {"theirs": "…", "ours": {NAME: "…"}, "used": {NAME: {"names": […], "scripts": […]}}}
// Prints {NAME: "…"}: our rules whole, and those of Material's that the markup's names or the scripts of that name can use.
// What the style sheet called COMMON holds of Material's is not said again in the others, which are linked after it.
import { readFileSync } from "node:fs";
import { transformSync } from "esbuild";
import postcss from "postcss";
import { PurgeCSS } from "purgecss";

const [common, target] = process.argv.slice(2);
const { theirs, ours, used } = JSON.parse(readFileSync(0, "utf8"));

const quoted = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`/g;
const variable = /var\(\s*(--[\w-]+)/g;
// Lists in lists, sides that our own rules say for every direction, elements that are hidden or aimed at, colours on their
// way to others, and what no text of ours shows.
const unused = /[ou]l.*[ou]l|\[dir|\[type\]|\[hidden\]|:target|(a|__inner):before/;
const noise = /smoothing|transition|tap-highlight|feature-settings|-moz-|-mark-color|-table-color--/;
const bareTable = "table:not([class])"; // the same in styles.py
const words = (text) => text.match(/[\w-]+/g) ?? [];

/** List the words in a script's strings: among them is every class that it sets. */
function namesInScript(script) {
  return (script.match(quoted) ?? []).flatMap(words);
}

async function purge(css, { names, scripts }, options) {
  const [result] = await new PurgeCSS().purge({
    css: [{ raw: css }],
    content: [
      { raw: names.join(" "), extension: "names" },
      ...scripts.map((raw) => ({ raw, extension: "js" })),
    ],
    extractors: [
      { extractor: (text) => text.split(" "), extensions: ["names"] },
      { extractor: namesInScript, extensions: ["js"] },
    ],
    ...options,
  });
  return result.css;
}

/** Keep those of Material's rules that one style sheet's elements can use. */
async function theirsFor(name) {
  const left = await purge(theirs, used[name], {
    // These are styled whole in our own style sheet; Material's rules for folded parts would load a dozen pictures.
    blocklist: ["details", "summary", "code", "keys", "iframe", "hr", "md-header", "md-footer"],
    dynamicAttributes: ["hidden", "open"],
  });
  const { names, scripts } = used[name];
  const hasBare =
    names.includes(bareTable) || scripts.some((script) => namesInScript(script).includes("table"));
  return hasBare ? left : withoutBareTables(left);
}

/** Take out the rules for tables without a class, which no page of these styles has and no script makes. */
function withoutBareTables(css) {
  const root = postcss.parse(css);
  root.walkRules((rule) => {
    if (rule.selectors.every((selector) => selector.includes(bareTable))) rule.remove();
  });
  root.walkAtRules((rule) => void (rule.nodes?.length === 0 && rule.remove()));
  return root.toString();
}

/** Take out of Material's what no text of ours has, and what a rule of ours with the same selector says anew. */
function withoutOverruled(css, own) {
  const said = new Map();
  const rulesOf = (root) => root.nodes.filter(({ type }) => type === "rule");
  for (const rule of rulesOf(postcss.parse(own)))
    for (const selector of rule.selectors) {
      said.set(selector, said.get(selector) ?? new Set());
      rule.each(({ prop }) => said.get(selector).add(prop));
    }
  const root = postcss.parse(css);
  // What esbuild writes is ASCII, and where nothing moves there is no motion to reduce.
  root.walkAtRules(/charset|media/, (rule) => {
    if (rule.name === "charset" || rule.params.includes("reduced-motion")) rule.remove();
  });
  for (const rule of rulesOf(root)) {
    const left = rule.selectors.filter((selector) => !unused.test(selector));
    if (left.length) rule.selectors = left;
    const isSaid = (prop) => left.every((selector) => said.get(selector)?.has(prop));
    for (const declaration of [...rule.nodes]) {
      const { prop } = declaration;
      const whole = prop.replace(/^(margin|padding)-.*/, "$1");
      if (isSaid(prop) || isSaid(whole) || noise.test(prop)) declaration.remove();
    }
    if (!rule.nodes.length) rule.remove();
  }
  return root.toString();
}

/** Take out what the common style sheet says already. */
function without(css, said) {
  const selectors = new Set();
  postcss.parse(said).walkRules((rule) => rule.selectors.forEach((selector) => selectors.add(selector)));
  const root = postcss.parse(css);
  root.walkAtRules(/^(page|charset|font-face)$/, (rule) => rule.remove());
  root.walkRules((rule) => {
    if (rule.parent.name?.endsWith("keyframes")) return;
    const left = rule.selectors.filter((selector) => !selectors.has(selector));
    if (left.length) rule.selectors = left;
    else rule.remove();
  });
  return root.toString();
}

const others = Object.keys(ours).filter((name) => name !== common);
const kept = { [common]: await theirsFor(common) };
for (const name of others) kept[name] = without(await theirsFor(name), kept[common]);
for (const name of Object.keys(kept)) kept[name] = withoutOverruled(kept[name], ours[name]);

const made = {};
// The common style sheet comes last, since it sets what the others use.
for (const name of [...others, common]) {
  const variables = [...Object.values(made).join("\n").matchAll(variable)].map((match) => match[1]);
  // Our own rules stay, since no word in a page shows what scripts set, as `dataset.reader`. Only what no rule uses goes.
  const whole = { safelist: { greedy: [/^/], variables }, keyframes: true, variables: true, fontFace: true };
  const shrunk = await purge(`${kept[name]}\n${ours[name]}`, used[name], whole);
  const options = { loader: "css", minify: true, legalComments: "none", target: target.split(",") };
  made[name] = transformSync(shrunk, options).code;
}
process.stdout.write(JSON.stringify(made));
