"""Faults that other logs had are each named by a test that shows ours without them, such as `B2.12`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

TESTS = Path(__file__).parents[1]
ID = re.compile(r"\bB\d+\.\d+\b")
NAMED_IN_NODE = re.compile(r"""\btest\(\s*(?:"([^"\n]+)"|`([^`\n]+)`)""")

WRONG_TIMES_AND_EDITS = [f"B1.{number}" for number in range(1, 6)]
LOST_DATA = [f"B2.{number}" for number in (*range(12, 25), 27)]
FILES = ["B3.28", "B3.29", "B3.32", "B8.57"]
TIME = [f"B4.{number}" for number in range(38, 45)]
EXPECTED = [*WRONG_TIMES_AND_EDITS, *LOST_DATA, *FILES, *TIME]


def test_every_fault_is_named_by_a_test():
    named = {id for name in names() for id in ID.findall(name)}
    assert [id for id in EXPECTED if id not in named] == []


def names() -> Iterator[str]:
    """Yield the names of tests in Node, and of others what their docstrings say."""
    for path in TESTS.rglob("*.test.js"):
        for found in NAMED_IN_NODE.finditer(path.read_text(encoding="utf-8")):
            yield found[1] or found[2]
    for path in TESTS.rglob("test_*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                yield ast.get_docstring(node) or ""
