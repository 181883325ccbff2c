"""Write the list of standard library files that the bundle holds.

`python -m tests.pyodide.trace_stdlib` after a change of the checklist's imports or of Pyodide.
"""

from __future__ import annotations

import ast
import gzip
import io
import json
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hooks.assets.node import run_in_pyodide
from hooks.assets.python_bundle import BUNDLE, STUBS, bundle_files, core_folder
from tests.cases.files import case_files, read_case

ROOT = Path(__file__).resolve().parents[2]
LIST = ROOT / "hooks" / "assets" / "in_pyodide" / "stdlib.txt"
PUBLISHED = core_folder(ROOT) / "python_stdlib.zip"

SAFETY = {"encodings/ascii.py", "encodings/latin_1.py"}
"""Files that no case happens to load: `bytes.decode` and `str.encode` load them."""

PATTERNS = "re/_known.pyc"
"""The patterns that `compile_bundle.py` compiled, which a stub reads."""


def answer_cases(stdlib: Path) -> dict[str, Any]:
    """Run `answer_cases.py` in the published Pyodide with this standard library, and return what it tells."""
    sources = sorted((ROOT / "checklist").glob("*.py"))
    asked = {
        "cases": {path.stem: read_case(path) for path in case_files()},
        "modules": [f"checklist.{path.stem}" for path in sources if path.stem != "__init__"],
        "imports": sorted(checklist_imports()),
    }
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(asked, file)
        file.flush()
        script = Path(__file__).with_name("answer_cases.py")
        told: dict[str, Any] = json.loads(
            run_in_pyodide(core_folder(ROOT), stdlib, script, [ROOT, Path(file.name)])
        )
    return told


def checklist_imports() -> set[str]:
    """Name the modules of other packages that the checklist imports anywhere, also inside functions."""
    return {name for path in (ROOT / "checklist").glob("*.py") for name in imports_of(path)}


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def stubs() -> set[str]:
    folder = ROOT / STUBS
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.py")}


def bundled(name: str) -> bytes:
    """Return one file of the bundle that readers get."""
    bundle = next(path for path in bundle_files(ROOT) if path.name == BUNDLE)
    with zipfile.ZipFile(io.BytesIO(gzip.decompress(bundle.read_bytes()))) as files:
        return files.read(name)


def traced_files() -> set[str]:
    """List the published files that answering every case loads beside the stubs."""
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(PUBLISHED) as published:
        stdlib = Path(folder) / "stdlib.zip"
        with zipfile.ZipFile(stdlib, "w") as mixed:
            for name in set(published.namelist()) - stubs():
                mixed.writestr(name, published.read(name))
            for name in stubs():
                mixed.write(ROOT / STUBS / name, name)
            mixed.writestr(PATTERNS, bundled(PATTERNS))
        return set(answer_cases(stdlib)["stdlib"]) - stubs() - {PATTERNS}


if __name__ == "__main__":
    LIST.write_text("\n".join(sorted(traced_files() | SAFETY)) + "\n", encoding="utf-8")
