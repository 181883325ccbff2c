"""Make a small core of Pyodide: only what answers need is left in it; decision 34 has the reasons.

`core/cut.mjs` takes the functions out that never run, by the list `core/kept.json`, which `make coverage`
writes, and data that only they use, by `core/dropped.json` and `core/texts.json`;
`in_pyodide/shorten_frozen.py` writes the modules shorter that Python starts with;
`hooks/assets/core_proof.py` proves that it did nothing else; binaryen's `wasm-opt` and `core/finish.mjs`
write what is left. That takes half a minute, so it is done once for each state of its inputs. The same
inputs give the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import logging
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from mkdocs.exceptions import Abort

from hooks.assets.core_proof import dropped_by, problems_of_core, shorter_by
from hooks.assets.node import run_in_pyodide
from hooks.cache import key_of, make_folder_once, state_of
from hooks.layers.folders import cache_folder

log = logging.getLogger("mkdocs.hooks.assets.python_core")

SCRIPTS = "hooks/assets/core"
LIST, TEXTS, DROPPED = (f"{SCRIPTS}/{name}.json" for name in ("kept", "texts", "dropped"))
PROOF = "hooks/assets/core_proof.py"
SHORTEN = "hooks/assets/in_pyodide/shorten_frozen.py"
TOOLS = ("acorn", "binaryen", "esbuild")
SCRIPT, MODULE, LOADER = "pyodide.asm.js", "pyodide.asm.wasm", "pyodide.js"
SMALL = (LOADER, SCRIPT, MODULE)
"""The files of the small core. The loader is the published one."""
CUT_SCRIPT, CUT_MODULE, FROZEN = "cut.js", "cut.wasm", "frozen.json"
STDLIB = "python_stdlib.zip"
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
"""What the published module uses of WebAssembly. The small one uses no more."""
FIRST, ALL_BUT = "--inlining", "--skip-pass=inlining-optimizing"
"""Callers of a trap end there, so it is put into them before all else, and once.

That takes half the time, and a thousandth more bytes.
"""
OPTIONS = (*(f"--enable-{name}" for name in USED_BY_PYODIDE), FIRST, "-Oz", ALL_BUT)


def small_core(root: Path, published: Path) -> Path:
    """Return a folder with the files of the small core, made of the published core in another folder.

    Raises Abort where Node or a package is missing, where the list was taken of other files, or where a file
    is not as expected.
    """
    packages = [root / "node_modules" / name / "package.json" for name in TOOLS]
    for package in packages:
        if not package.is_file():
            name = package.parent.name
            raise Abort(f"python_core: {name} is not installed; possible: npm ci --ignore-scripts")
    check_list(root, DROPPED, (MODULE,), published, "find its ranges anew, as tests/core/README.md says")
    for name, files in ((LIST, (SCRIPT, MODULE)), (TEXTS, (MODULE,))):
        check_list(root, name, files, published, "make coverage")
    own = [*(root / SCRIPTS).iterdir(), root / PROOF, root / SHORTEN]
    of_pyodide = [published / name for name in (*SMALL, STDLIB)]
    key = key_of([state_of([*own, *of_pyodide, *packages], root), *OPTIONS])
    folder = cache_folder(root) / "python-core" / key
    return make_folder_once(folder, lambda new: write_core(root, published, new))


def check_list(root: Path, path: str, names: Iterable[str], published: Path, possible: str) -> None:
    """Raise Abort where a list is missing, or was taken of other files than those of the published core."""
    if not (root / path).is_file():
        raise Abort(f"python_core: {path} is missing; possible: {possible}")
    listed = json.loads((root / path).read_text("utf-8"))
    for name in names:
        if listed[name]["sha256"] != hashlib.sha256((published / name).read_bytes()).hexdigest():
            raise Abort(f"python_core: {path}: it was taken of another {name}; possible: {possible}")


def write_core(root: Path, published: Path, out: Path) -> None:
    """Write the small core into an empty folder."""
    log.info("Making a small core of Pyodide, which takes half a minute, once …")
    scripts = root / SCRIPTS
    frozen = write_frozen(root, published, out)
    run_node([str(scripts / "cut.mjs"), *map(str, (published, scripts, frozen, out))])
    if problems := problems_of_core(published, out / CUT_MODULE, dropped_by(scripts), shorter_by(frozen)):
        raise Abort("\n".join(f"python_core: {MODULE}: {problem}" for problem in problems))
    optimizer = root / "node_modules" / "binaryen" / "bin" / "wasm-opt"
    run_node([str(optimizer), str(out / CUT_MODULE), "-o", str(out / MODULE), *OPTIONS])
    loader = published / LOADER
    run_node([str(scripts / "finish.mjs"), *map(str, (out / MODULE, loader, out / CUT_SCRIPT, out / SCRIPT))])
    shutil.copyfile(loader, out / LOADER)
    for name in (CUT_SCRIPT, CUT_MODULE, FROZEN):
        (out / name).unlink()


def write_frozen(root: Path, published: Path, out: Path) -> Path:
    """Write the shorter frozen modules of the published core; return where they are."""
    stdlib = published / STDLIB
    run_in_pyodide(published, stdlib, root / SHORTEN, [out / FROZEN])
    return out / FROZEN


def run_node(arguments: list[str]) -> None:
    node = shutil.which("node")
    if not node:
        raise Abort("python_core: Node is missing; type `make installed`")
    done = subprocess.run([node, *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        name = Path(arguments[0]).name
        raise Abort(f"python_core: {name}: the small core could not be made\n{done.stderr}")
