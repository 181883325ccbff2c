// The site's files, as the page's scripts ask for them: out of the page itself where it carries them, else from their address.

const { currentScript, documentElement: root } = document;
const LOAD_TIMEOUT = 60_000; // milliseconds for a script to arrive

/** The address of the site's folder, ending in a slash; of the folder it lies in for a page that carries its files. */
export const base = currentScript.src
  ? new URL("..", currentScript.src).href
  : new URL(".", document.baseURI).href;

/** Tell whether this page carries its files, as the pocket edition does. Such a page asks for none by an address. */
export const isCarried = "pocket" in root.dataset;

/** Return the bytes of a file that the page carries; `name` is its path in the site's folder. */
export function fileFromPage(name) {
  return new Promise((resolve, reject) => {
    // Answered by `../pocket/carried.js`, so that a site's pages need not know how files are packed.
    document.dispatchEvent(new CustomEvent("guide:file", { detail: { name, resolve, reject } }));
  });
}

/** Return a page or another text, as it is now and not from the browser's cache. */
export async function readText(name) {
  if (isCarried) return new TextDecoder().decode(await fileFromPage(name));
  const answer = await fetch(base + name, { cache: "no-store" });
  return answer.ok ? answer.text() : Promise.reject(new Error(`${name}: ${answer.status}`));
}

/** Run a script of the site, and return its element. The policy of a page that carries it names its hash. */
export async function runScript(name) {
  const script = document.createElement("script");
  if (isCarried) {
    script.textContent = await readText(name);
    const refused = new Promise((_, reject) => script.addEventListener("securitypolicyviolation", reject));
    document.head.append(script); // which runs it, unless it was damaged or changed on its way
    await Promise.race([refused, new Promise((resolve) => setTimeout(resolve))]);
    return script;
  }
  const ran = new Promise((resolve, reject) => {
    setTimeout(reject, LOAD_TIMEOUT);
    script.addEventListener("load", resolve);
    script.addEventListener("error", reject);
  });
  script.src = base + name;
  document.head.append(script);
  await ran.catch((error) => {
    script.remove();
    throw error;
  });
  return script;
}
