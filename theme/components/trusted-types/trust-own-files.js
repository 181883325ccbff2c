// Under the page's policy a browser runs no text and no address of a script but what this lets through.

import { base, isCarried } from "../common/files.js";

/** What may become a script's address, by who asks; workers start from a `blob:` of the page's own making. */
const scripts = {
  "Worker constructor": (url) => url.startsWith("blob:"),
  "HTMLScriptElement src": (url) => !isCarried && url.startsWith(`${base}assets/`),
  "ServiceWorkerContainer register": (url) => url === `${base}worker.js`,
};

/** Let through what the guide does itself, and nothing else. Browsers without Trusted Types need no permission. */
export function trustOwnFiles() {
  self.trustedTypes?.createPolicy("default", {
    createScriptURL: (url, _, sink) => (scripts[sink]?.(url) ? url : null),
    // A page that is only parsed runs nothing.
    createHTML: (text, _, sink) => (sink === "DOMParser parseFromString" ? text : null),
    // The policy names the hash of each script that the one file carries.
    createScript: (text) => (isCarried ? text : null),
  });
}
