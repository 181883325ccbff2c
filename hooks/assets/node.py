"""Run programs that make Python for the browser: Node, and Python scripts in Pyodide under it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

from mkdocs.exceptions import Abort

FIXED = {"PYTHONHASHSEED": "0", "PYTHONOPTIMIZE": "2", "SOURCE_DATE_EPOCH": "315532800"}
"""So that the same inputs give the same bytes; 2 means without asserts and docstrings."""


def run_in_pyodide(core: Path, stdlib: Path, script: Path, arguments: Iterable[Path]) -> str:
    """Run a Python script inside Pyodide under Node and return what it prints.

    Paths become paths below `/host`, where the script finds this machine's files.
    """
    node = shutil.which("node")
    if not node:
        raise Abort("Node is missing; type `make installed`")
    runner = Path(__file__).with_name("in_pyodide") / "run.mjs"
    command = [node, str(runner), str(core), str(stdlib), str(script)]
    command += [f"/host{argument.resolve().as_posix()}" for argument in arguments]
    return run(command, f"python_bundle: {script.name}: failed inside Pyodide", os.environ | FIXED)


def run(command: list[str], failure: str, environment: Mapping[str, str] = os.environ) -> str:
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Abort(f"{failure}\n{done.stdout}{done.stderr}")
    return done.stdout
