"""Faults that other logs had are each named by a test that shows ours without them, such as `B2.12`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

TESTS = Path(__file__).parents[1]
ID = re.compile(r"\bB\d+\.\d+\b")
NAMED_IN_NODE = re.compile(r"""\btest\(\s*(?:"([^"\n]+)"|`([^`\n]+)`)""")

LAST = {"B1": 11, "B2": 27, "B3": 37, "B4": 44, "B5": 47, "B6": 51, "B7": 55, "B8": 57}
"""The last number of each group; numbers go on from group to group."""
EXPECTED = [
    f"{group}.{number}"
    for group, before in zip(LAST, [0, *LAST.values()], strict=False)
    for number in range(before + 1, LAST[group] + 1)
]


def test_every_fault_is_named_by_a_test():
    assert len(EXPECTED) == 57
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
