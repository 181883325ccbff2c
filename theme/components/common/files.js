// How the page's scripts load the site's files: from the page itself if it carries them, otherwise from their address.
import { inTime, pause } from "./time-limit.js";

const { documentElement: root } = document;
const currentScript = /** @type {HTMLScriptElement} */ (document.currentScript);
const LONGEST_LOAD = 60_000; // milliseconds for a script to arrive

/** The address of the site's folder, ending in a slash. For a page that carries its files: the folder that it is in. */
export const base = currentScript.src
  ? new URL("..", currentScript.src).href
  : new URL(".", document.baseURI).href;

/** Return whether this page carries its files, as the single file does. Such a page loads none from an address. */
export const isCarried = "pocket" in root.dataset;

/**
 * Return the bytes of a file that the page carries; `name` is its path in the site's folder.
 * @param {string} name
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export function fileFromPage(name) {
  return new Promise((resolve, reject) => {
    // Answered by `../single-file/carried.js`, so that a site's pages need not know how files are packed.
    document.dispatchEvent(new CustomEvent("guide:file", { detail: { name, resolve, reject } }));
  });
}

/**
 * Return a page or another text, as it is now and not from the browser's cache.
 * @param {string} name
 * @returns {Promise<string>}
 */
export async function readText(name) {
  if (isCarried) return new TextDecoder().decode(await fileFromPage(name));
  const answer = await fetch(base + name, { cache: "no-store" });
  return answer.ok ? answer.text() : Promise.reject(new Error(`${name}: ${answer.status}`));
}

/**
 * Run a script of the site, and return its element. The policy of a page that carries it names its hash.
 * @param {string} name
 * @returns {Promise<HTMLScriptElement>}
 */
export async function runScript(name) {
  if (!isCarried) {
    return inTime(load(name), LONGEST_LOAD, () => {
      scriptFor(name)?.remove();
      throw new Error(`${name}: late`);
    });
  }
  const script = document.createElement("script");
  script.textContent = await readText(name);
  const refused = new Promise((_, reject) => script.addEventListener("securitypolicyviolation", reject));
  document.head.append(script); // which runs it, unless it was damaged or changed on the way
  await Promise.race([refused, pause(0)]);
  return script;
}

/**
 * Load a script from its address, unless the page has loaded it or is loading it. There is no time limit.
 * @param {string} name
 */
export async function loadOnce(name) {
  if (!scriptFor(name)) await load(name);
}

/**
 * Return the element that loads a script from its address; a page that carries its files has none.
 * @param {string} name
 * @returns {HTMLScriptElement | null}
 */
export function scriptFor(name) {
  return /** @type {HTMLScriptElement | null} */ (document.querySelector(`script[src$='${name}']`));
}

/**
 * @param {string} name
 * @returns {Promise<HTMLScriptElement>}
 */
function load(name) {
  const script = document.createElement("script");
  document.head.append(script);
  return new Promise((resolve, reject) => {
    script.onload = () => resolve(script);
    script.onerror = () => reject(script.remove());
    script.src = base + name;
  });
}
