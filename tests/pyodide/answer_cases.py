"""Run every case inside Pyodide, and tell what of the standard library that took.

Arguments: the project's folder, and a JSON file of `cases` by name, `modules` of the checklist, and
`imports` that stand in their source. Prints JSON: `differences`, by the name of the case; `checklist`,
where the package was loaded from; `stdlib`, the files that were loaded; `not_found`, the imports that fail.

It imports nothing but what the checklist does: all else would count as needed.
"""

from __future__ import annotations

import json
import sys


def main(project: str, request: str) -> None:
    # Last, so that a checklist in the bundle comes before its source.
    sys.path.append(project)
    with open(request, encoding="utf-8") as file:  # noqa: PTH123  # pathlib is not in the bundle
        asked = json.load(file)
    for name in asked["modules"]:
        __import__(name)
    from tests.cases.runner import run_case

    told = {
        "differences": {name: run_case(case) for name, case in asked["cases"].items()},
        "checklist": sys.modules["checklist"].__file__,
        "stdlib": loaded_stdlib(),
        "not_found": [name for name in asked["imports"] if not found(name)],
    }
    print(json.dumps(told))


def loaded_stdlib() -> list[str]:
    """List the loaded files of the zip that Pyodide was given as its standard library."""
    modules = list(sys.modules.values())
    # Frozen ones name a file, but came with Python itself.
    read = (module for module in modules if getattr(module.__spec__, "origin", None) != "frozen")
    files = (getattr(module, "__file__", None) or "" for module in read)
    return sorted({name.split(".zip/", 1)[1] for name in files if ".zip/" in name})


def found(name: str) -> bool:
    try:
        __import__(name)
    except ModuleNotFoundError:
        return False
    return True


if __name__ == "__main__":
    main(*sys.argv[1:])
