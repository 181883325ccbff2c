"""Find the case files and read them as plain data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent
RELEASED = FOLDER / "imports" / "released"
"""Real plans of every released format, as `<format>-<name>.json`. They are never changed."""


def case_files() -> list[Path]:
    """List every case that `runner.run_case` can run."""
    return sorted(path for folder in ("log", "plans", "rules") for path in FOLDER.glob(f"{folder}/*.yml"))


def read_case(path: Path) -> dict[str, Any]:
    case: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return case
