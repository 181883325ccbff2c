"""What the table beside other logs says that this guide can do is shown by tests that exist."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from tests.unit.test_log_fault_ids import NAMED_IN_NODE

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "contributing/beside-others.md").read_text(encoding="utf-8")
OURS = 1
ROWS = [[cell.strip() for cell in line.strip("|").split("|")] for line in PAGE.splitlines() if "|" in line][
    2:
]
SHOWN = {
    number: re.findall(r"`([^`]+)`", names)
    for number, names in re.findall(r"^(\d+)\. (.+)$", PAGE, re.MULTILINE)
}


def test_every_yes_of_this_guide_names_tests() -> None:
    said = [re.fullmatch(r"yes \((\d+)\)", row[OURS]) for row in ROWS]
    assert [row[0] for row, found in zip(ROWS, said, strict=True) if not found] == []
    assert [found[1] for found in said if found] == list(SHOWN)
    assert [number for number, names in SHOWN.items() if not names] == []


def test_every_test_that_is_named_exists() -> None:
    named = [name for names in SHOWN.values() for name in names]
    assert [name for name in named if not is_there(*name.partition("::")[::2])] == []


def is_there(file: str, name: str) -> bool:
    """Tell whether a file has a test of this name."""
    path = ROOT / file
    if not path.exists():
        return False
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".js":
        return name in {found[1] or found[2] for found in NAMED_IN_NODE.finditer(text)}
    tests = {
        node.name
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }
    return name in tests
