// Run a Python script inside Pyodide under Node, with this machine's files below /host.
//
//   node run.mjs CORE_FOLDER STDLIB_ZIP SCRIPT [ARGUMENT …]
//
// Python sees this process's PYTHON* variables and SOURCE_DATE_EPOCH, and its exit code becomes ours.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

const [core, stdlib, script, ...scriptArguments] = process.argv.slice(2);
const { loadPyodide } = createRequire(import.meta.url)(path.resolve(core, "pyodide.js"));

const inherited = Object.entries(process.env).filter(
  ([name]) => name.startsWith("PYTHON") || name === "SOURCE_DATE_EPOCH",
);
const pyodide = await loadPyodide({
  indexURL: path.resolve(core) + path.sep,
  // Paths, not addresses: Pyodide would look for a folder with a blank in its name under `%20`.
  stdLibURL: path.resolve(stdlib),
  // Without packages of its own: everything Python needs is in the zip or named by the script.
  lockFileContents: { info: await publishedInfo(core), packages: {} },
  packageBaseUrl: path.resolve(core) + path.sep,
  env: Object.fromEntries(inherited),
});
pyodide.FS.mkdirTree("/host");
pyodide.FS.mount(pyodide.FS.filesystems.NODEFS, { root: "/" }, "/host");
pyodide.globals.set("ARGUMENTS", pyodide.toPy([`/host${path.resolve(script)}`, ...scriptArguments]));
process.exitCode = pyodide.runPython(`
def run(arguments):
    import sys
    sys.argv[:] = arguments
    try:
        exec(compile(open(arguments[0]).read(), arguments[0], "exec"), {"__name__": "__main__"})
    except SystemExit as end:
        if isinstance(end.code, str):
            print(end.code, file=sys.stderr)
        return int(bool(end.code))
    except BaseException:
        sys.excepthook(*sys.exc_info())
        return 1
    return 0
run(ARGUMENTS)
`);

async function publishedInfo(folder) {
  return JSON.parse(await readFile(path.join(folder, "pyodide-lock.json"), "utf8")).info;
}
