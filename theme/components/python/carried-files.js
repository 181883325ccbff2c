/** In the worker: make `files` of bytes that the page carries. Pyodide's scripts come before this one, and have run. */
export function carriedFiles({ base, files }) {
  return {
    base,
    get: async (name, { type = "application/octet-stream" } = {}) =>
      new Response(files[name], { headers: { "Content-Type": type } }),
    runScripts: async () => {},
    failed: new Promise(() => {}),
  };
}
