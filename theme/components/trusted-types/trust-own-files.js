// Under the page's policy a browser runs no text and no address of a script but what this lets through.

import { isCarried, scriptFor } from "../common/files.js";

/** The folder of the guide that is in this document now: it may have been written over one in another language. */
const folder = () => new URL("..", /** @type {HTMLScriptElement} */ (scriptFor("/page.js")).src);

/** What may become a script's address, by who asks; workers start from a `blob:` of the page's own making. */
const scripts = {
  "Worker constructor": (url) => url.startsWith("blob:"),
  "HTMLScriptElement src": (url) => !isCarried && url.startsWith(`${folder()}assets/`),
  "ServiceWorkerContainer register": (url) => url === `${folder()}worker.js`,
};

/** Let through what the guide does itself, and nothing else. Browsers without Trusted Types need no permission. */
export function trustOwnFiles() {
  // A document that is written over another one has its policy.
  if (self.trustedTypes?.defaultPolicy) return;
  self.trustedTypes?.createPolicy("default", {
    createScriptURL: (url, _, sink) => (scripts[sink]?.(url) ? url : null),
    // A page that is only parsed runs nothing.
    createHTML: (text, _, sink) => (sink === "DOMParser parseFromString" ? text : null),
    // The policy names the hash of each script that the one file carries.
    createScript: (text) => (isCarried ? text : null),
  });
}
