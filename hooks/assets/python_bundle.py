"""Put Python into the site: Pyodide's core files, a small core made of them, and one zip with byte code.

Each file is published under a name that holds its hash, which `manifest.json` tells: `files` has all that
Python needs with the published core, `slim` what is other with the small one. The zip is in gzip.

`python -m hooks.assets.python_bundle` makes the bundle without building the site.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import logging
import os
import posixpath
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from hooks.assets.node import run, run_in_pyodide
from hooks.assets.python_core import SMALL, small_core
from hooks.assets.ready import packages_folder, ready_python
from hooks.cache import made_once, make_folder_once, put_in_place
from hooks.languages.folders import ENGLISH, language_of_build
from hooks.layers.folders import cache_folder

log = logging.getLogger("mkdocs.hooks.assets.python_bundle")

FOLDER = "assets/python"
CORE = "GUIDE_CORE"
"""Set to `published`, it makes a site without the small core: `make coverage` runs where there is none."""
CORE_FILES = ("pyodide.js", "pyodide.asm.js", "pyodide.asm.wasm")
SLIM = "slim"
"""The small core's key in the manifest, and its folder in what an installed guide carries."""
BUNDLE = "python.bin"
CATALOGUE = "catalogue.json"
LOCK = "pyodide-lock.json"
MANIFEST = "manifest.json"
SHARED = f"../../../{FOLDER}/"
"""Where a language finds the Python of the guide in English, from its own folder of Python."""
PYTHON_OF_PYODIDE = "3.13"
STUBS = "hooks/assets/in_pyodide/stubs"
"""Files that take the place of published ones; the README there says why."""

CHECKLIST: dict[str, Any] = {
    "project": {"name": "quiet-guide", "version": "0.1.0"},
    "tool": {"hatch": {"build": {"targets": {"wheel": {"packages": ["checklist"]}}}}},
}
"""How the checklist is packed for the browser. Its version is in Pyodide's lock, where nobody reads it."""


def python_files(published: Mapping[str, bytes], config: MkDocsConfig) -> list[File]:
    """Return the files that this build publishes itself: those of `SHARED` are in the folder of English."""
    return [
        File.generated(config, f"{FOLDER}/{name}", content=data)
        for name, data in published.items()
        if not name.startswith(SHARED)
    ]


def shared_files(published: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files that a language takes from the folder of English, by their path from its own."""
    there = posixpath.join(FOLDER, SHARED)
    return {
        f"{posixpath.normpath(there)}/{name.removeprefix(SHARED)}": data
        for name, data in published.items()
        if name.startswith(SHARED)
    }


def published_files(root: Path, catalogue: str) -> dict[str, bytes]:
    """Return the files of `assets/python/` by the names under which they are published.

    A host may let browsers keep each of them but the manifest: a changed file has another name.
    """
    *paths, lock = bundle_files(root)
    files = {path.name: path.read_bytes() for path in paths} | {CATALOGUE: catalogue.encode()}
    slim = {path.name: path.read_bytes() for path in slim_files(root)}
    manifest = make_manifest(files, json.loads(lock.read_text("utf-8"))) | {
        "slim": entries_of(slim),
        "larger": sum(size_on_the_way(root, files[name]) for name in slim if files[name] != slim[name]),
    }
    named = {place_of(name, data): data for group in (files, slim) for name, data in group.items()}
    return named | {MANIFEST: manifest_text(manifest).encode()}


def size_on_the_way(root: Path, data: bytes) -> int:
    """Return how many bytes a file has in gzip, which most hosts send."""
    known, inputs = cache_folder(root) / "python-sizes", [hashlib.sha256(data).hexdigest()]
    return int(made_once(known, inputs, lambda: str(len(gzip.compress(data, 9, mtime=0)))))


def manifest_text(manifest: Mapping[str, Any]) -> str:
    return json.dumps(manifest, indent=1, sort_keys=True) + "\n"


def published_name(name: str, data: bytes) -> str:
    """Put the beginning of its hash into a file's name."""
    stem, _, kind = name.rpartition(".")
    return f"{stem}.{hashlib.sha256(data).hexdigest()[:16]}.{kind}"


def place_of(name: str, data: bytes) -> str:
    """Return where a file is published, from the folder of Python: languages share all but the catalogue."""
    is_shared = language_of_build() != ENGLISH and name != CATALOGUE
    return f"{SHARED if is_shared else ''}{published_name(name, data)}"


def addresses_of(manifest: bytes) -> dict[str, str]:
    """Return where each file is published, as the manifest says, by its path from the guide's folder."""
    return {name: address_of(entry) for name, entry in json.loads(manifest)["files"].items()}


def places_of(manifest: bytes) -> dict[str, list[str]]:
    """Return the same with the files of the slim core beside those of the published one."""
    data = json.loads(manifest)
    entries = [*data["files"].items(), *data.get("slim", {}).items()]
    places: dict[str, list[str]] = {}
    for name, entry in entries:
        if (address := address_of(entry)) not in places.setdefault(name, []):
            places[name].append(address)
    return places


def only_slim(manifest: bytes) -> set[str]:
    """Return where the files are that the slim core alone has: no kept copy and no single file holds them."""
    slim = json.loads(manifest).get("slim", {}).values()
    return {address_of(entry) for entry in slim} - {*addresses_of(manifest).values()}


def address_of(entry: Mapping[str, Any]) -> str:
    return posixpath.normpath(posixpath.join(FOLDER, entry["name"]))


def bundle_files(root: Path) -> list[Path]:
    """Return Pyodide's core files, the bundle and its lock, rebuilt only when an input has changed."""
    if ready := ready_python(root):
        return [ready / name for name in (*CORE_FILES, BUNDLE, LOCK)]
    core, folder = core_folder(root), compiled_folder(root)
    return [*(core / name for name in CORE_FILES), folder / BUNDLE, folder / LOCK]


def slim_files(root: Path) -> list[Path]:
    """Return the files of the core that a reader gets over the network."""
    ready = ready_python(root)
    if os.environ.get(CORE) == "published":
        folder = core_folder(root)
    else:
        folder = ready / SLIM if ready else small_core(root, core_folder(root))
    return [folder / name for name in SMALL]


def compiled_folder(root: Path) -> Path:
    """Return the folder with the bundle and its lock, and make it where an input has changed."""
    folder = cache_folder(root) / "python-bundle" / key_of(input_files(root), root)
    return make_folder_once(folder, lambda new: write_bundle(root, new))


def input_files(root: Path) -> list[Path]:
    """List every file that decides what the bundle holds."""
    return [
        *sorted((root / "checklist").rglob("*.py")),
        *sorted((root / "hooks" / "assets" / "in_pyodide").glob("*.*")),
        *sorted((root / STUBS).rglob("*.py")),
        *(core_folder(root) / name for name in (*CORE_FILES, LOCK, "python_stdlib.zip")),
        root / "hooks" / "assets" / "python_bundle.py",
        root / "requirements-pyodide.txt",
    ]


def key_of(paths: Iterable[Path], root: Path) -> str:
    """Name a state of the inputs by their paths and contents."""
    lines = (f"{path.relative_to(root).as_posix()} {sha256(path)}\n" for path in paths)
    return hashlib.sha256("".join(lines).encode()).hexdigest()[:16]


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def core_folder(root: Path) -> Path:
    """Return the folder of Pyodide as published."""
    return packages_folder(root) / "pyodide"


def write_bundle(root: Path, out: Path) -> None:
    """Write the bundle, and the lock that Pyodide reads in place of its own, into an empty folder."""
    log.info("Compiling Python for the browser …")
    core = core_folder(root)
    with tempfile.TemporaryDirectory() as scratch:
        wheel = build_wheel(root, Path(scratch))
        run_in_pyodide(
            core,
            core / "python_stdlib.zip",
            root / "hooks" / "assets" / "in_pyodide" / "compile_bundle.py",
            [
                fetch_wheels(root),
                core / LOCK,
                core / "python_stdlib.zip",
                root / "hooks" / "assets" / "in_pyodide" / "stdlib.txt",
                root / STUBS,
                wheel,
                out,
            ],
        )


def make_manifest(files: Mapping[str, bytes], lock: dict[str, Any]) -> dict[str, Any]:
    """Say under which name each file is published, its size and hash, and carry the lock."""
    return {"files": entries_of(files), "lock": lock}


def entries_of(files: Mapping[str, bytes]) -> dict[str, dict[str, Any]]:
    return {
        name: {
            "name": place_of(name, data),
            "size": len(data),
            "sha256": hashlib.sha256(data).hexdigest(),
        }
        for name, data in files.items()
    }


def build_wheel(root: Path, into: Path) -> Path:
    """Pack the checklist alone: Pyodide's lock wants a wheel."""
    from hatchling.builders.wheel import WheelBuilder  # a build from ready assets has no hatchling

    builder = WheelBuilder(str(root), config=CHECKLIST)
    return Path(next(builder.build(directory=str(into), versions=["standard"])))


def fetch_wheels(root: Path) -> Path:
    """Return the folder with pyodide-build's wheels, fetched once for each state of their lock."""
    requirements = root / "requirements-pyodide.txt"
    folder = cache_folder(root) / "pyodide-wheels" / sha256(requirements)[:16]
    if not folder.exists():
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent) as scratch:
            new = Path(scratch) / "new"
            options = "--quiet --disable-pip-version-check --no-deps --require-hashes --only-binary :all:"
            command = [sys.executable, "-m", "pip", "download", *options.split()]
            command += ["--python-version", PYTHON_OF_PYODIDE, "-r", str(requirements), "-d", str(new)]
            run(command, "python_bundle: requirements-pyodide.txt: its packages could not be fetched")
            put_in_place(new, folder)
    return folder


if __name__ == "__main__":
    ROOT = Path(__file__).resolve().parents[2]
    for made in (*bundle_files(ROOT), *slim_files(ROOT)):
        print(made)
