// node shrink_styles.mjs FOLDER TARGET < {"theirs": "…", "ours": "…"} > guide.css
// Keeps our rules, and those of Material's that the folder's pages or the scripts in its assets/ can use; then shortens all.
import { readFileSync } from "node:fs";
import { transformSync } from "esbuild";
import { PurgeCSS } from "purgecss";

const [folder, target] = process.argv.slice(2);
const { theirs, ours } = JSON.parse(readFileSync(0, "utf8"));

const tag = /<([a-z][^\s>]*)((?:[^>"]|"[^"]*")*)>/g;
const attribute = /([^\s="]+)(?:="([^"]*)")?/g;
const quoted = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`/g;
const words = (text) => text.match(/[\w-]+/g) ?? [];
const prose = new Set(["href", "src", "content", "aria-label", "data-host", "data-item"]);

/** List the names in a page's tags; the words of its text would keep rules that only sound like them. */
function namesInPage(page) {
  return [...page.matchAll(tag)].flatMap(([, name, attributes]) => [
    name,
    ...[...attributes.matchAll(attribute)].flatMap(([, key, value = ""]) => [
      key,
      ...(prose.has(key) ? [] : words(value)),
    ]),
  ]);
}

/** List the words in a script's strings: among them is every class that it sets. */
function namesInScript(script) {
  return (script.match(quoted) ?? []).flatMap(words);
}

async function purge(css, options) {
  const [result] = await new PurgeCSS().purge({
    css: [{ raw: css }],
    content: [`${folder}/**/*.html`, `${folder}/assets/*.js`],
    extractors: [
      { extractor: namesInPage, extensions: ["html"] },
      { extractor: namesInScript, extensions: ["js"] },
    ],
    ...options,
  });
  return result.css;
}

// Folded parts are styled whole in our own sheet; Material's rules for them bring a dozen pictures.
const kept = await purge(theirs, {
  blocklist: ["details", "summary"],
  dynamicAttributes: ["hidden", "open"],
});
// Our own rules stay, since no word in a page shows what scripts set, as `dataset.reader`. Only what no rule uses goes.
const whole = { safelist: { greedy: [/^/] }, keyframes: true, variables: true, fontFace: true };
const css = await purge(`${kept}\n${ours}`, whole);
process.stdout.write(
  transformSync(css, { loader: "css", minify: true, legalComments: "none", target: target.split(",") }).code,
);
