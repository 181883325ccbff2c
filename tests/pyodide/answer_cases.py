"""Run every case inside Pyodide, and tell what of the standard library that took.

Arguments: the project's folder, and a JSON file of names and cases. Prints JSON:
`differences`, by the name of the case; `checklist`, where the package was loaded from;
`stdlib`, the files that were loaded; `not_found`, what an import of the checklist names in vain.
"""

from __future__ import annotations

import ast
import importlib
import importlib.util
import json
import sys
from collections.abc import Iterator
from pathlib import Path


def main(project: str, cases: str) -> None:
    # Last, so that a checklist in the bundle comes before its source.
    sys.path.append(project)
    import checklist

    sources = sorted(Path(project, "checklist").glob("*.py"))
    for path in sources:
        if path.stem != "__init__":
            importlib.import_module(f"checklist.{path.stem}")
    from tests.cases.runner import run_case

    named = json.loads(Path(cases).read_text("utf-8"))
    told = {
        "differences": {name: run_case(case) for name, case in named.items()},
        "checklist": checklist.__file__,
        "stdlib": loaded_stdlib(),
        # Also what stands inside a function that no case calls. Looked for last: looking loads packages.
        "not_found": sorted(name for path in sources for name in imports_of(path) if not found(name)),
    }
    print(json.dumps(told))


def loaded_stdlib() -> list[str]:
    """List the loaded files of the zip that Pyodide was given as its standard library."""
    files = (getattr(module, "__file__", None) or "" for module in list(sys.modules.values()))
    return sorted({name.split(".zip/", 1)[1] for name in files if ".zip/" in name})


def imports_of(path: Path) -> Iterator[str]:
    """Yield the names of other packages' modules that a file imports anywhere."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def found(name: str) -> bool:
    try:
        return name in sys.modules or importlib.util.find_spec(name) is not None
    except ModuleNotFoundError:
        return False


if __name__ == "__main__":
    main(*sys.argv[1:])
