"""Find the case files and read them as plain data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent
RELEASED = FOLDER / "imports" / "released"
"""Real plans of every released format, as `<format>-<name>.json`. They are never changed."""


def case_files() -> list[Path]:
    """List every case that `runner.run_case` can run."""
    return sorted([*FOLDER.glob("rules/*.yml"), *FOLDER.glob("plans/*.yml")])


def read_case(path: Path) -> dict[str, Any]:
    """Read a case; one that names a `released` plan opens that one."""
    case: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    if "released" in case:
        case["open"] = json.loads((RELEASED / case["released"]).read_text(encoding="utf-8"))
    return case
