"""Make Pyodide's core smaller without changing what it means; decision 34 has the reasons.

`core/fold.mjs` writes a module that needs no other beside it, and binaryen's `wasm-opt` makes it shorter.
That takes minutes, so it is done once for each state of its inputs. The same inputs give the same bytes.
"""

from __future__ import annotations

import logging
import shutil
import subprocess
from pathlib import Path

from mkdocs.exceptions import Abort

from hooks.cache import key_of, make_folder_once, state_of
from hooks.layers.folders import cache_folder

log = logging.getLogger("mkdocs.hooks.assets.python_core")

SCRIPTS = "hooks/assets/core"
OPTIMIZER = "binaryen"
MODULE = "pyodide.asm.wasm"
AS_PUBLISHED = ("package.json", "pyodide.js", "pyodide-lock.json")
FOLDED = "folded.wasm"
USED_BY_PYODIDE = (
    "bulk-memory",
    "bulk-memory-opt",
    "exception-handling",
    "multivalue",
    "mutable-globals",
    "nontrapping-float-to-int",
    "reference-types",
    "sign-ext",
)
"""What the published module uses of WebAssembly. The smaller one uses no more."""
OPTIONS = (*(f"--enable-{name}" for name in USED_BY_PYODIDE), "-Oz")


def smaller_core(root: Path, published: Path) -> Path:
    """Return a folder with all that Pyodide needs to start, made of the published core in another folder.

    Raises Abort where Node or binaryen is missing, or the published files are not as expected.
    """
    package = optimizer(root) / "package.json"
    if not package.is_file():
        raise Abort("python_core: binaryen is not installed; possible: npm ci --ignore-scripts")
    core = [published / name for name in ("pyodide.asm.js", MODULE, *AS_PUBLISHED)]
    key = key_of([state_of([*(root / SCRIPTS).glob("*.mjs"), *core, package], root), *OPTIONS])
    folder = cache_folder(root) / "python-core" / key
    return make_folder_once(folder, lambda new: write_core(root, published, new))


def optimizer(root: Path) -> Path:
    return root / "node_modules" / OPTIMIZER


def write_core(root: Path, published: Path, out: Path) -> None:
    """Write the smaller core into an empty folder."""
    log.info("Making Pyodide's core smaller, which takes minutes, once …")
    run_node([str(root / SCRIPTS / "fold.mjs"), str(published), str(out)])
    folded, made = out / FOLDED, out / MODULE
    run_node([str(optimizer(root) / "bin" / "wasm-opt"), str(folded), "-o", str(made), *OPTIONS])
    folded.unlink()
    for name in AS_PUBLISHED:
        shutil.copyfile(published / name, out / name)


def run_node(arguments: list[str]) -> None:
    node = shutil.which("node")
    if not node:
        raise Abort("python_core: Node is missing; type `make installed`")
    done = subprocess.run([node, *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        name = Path(arguments[0]).name
        raise Abort(f"python_core: {name}: Pyodide's core could not be made smaller\n{done.stderr}")
