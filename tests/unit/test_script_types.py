"""A value without a type can lose what somebody wrote: plans, logs and the vault have none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

COMPONENTS = Path("theme/components")
FOLDERS = ["documents/model", "log/evidence/meta", "log/model", "plan/model", "vault"]
TYPED = [path for folder in FOLDERS for path in sorted((COMPONENTS / folder).rglob("*.?s"))]
# A type stands in braces behind a tag, in a cast too; in a declaration file it stands everywhere.
TAG = re.compile(r"@(?:type|param|returns|typedef|template|property)\s*\{(.*)\}")
# `noImplicitAny` (tsconfig.model.json) refuses what has no type at all, and lets through what asks for none.
NO_TYPE = re.compile(r"\bany\b|^\*$|@ts-")


def types_in(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    if path.name.endswith(".d.ts"):
        return [re.sub(r"//.*|/?\*\*?.*", "", line) for line in lines]
    return [
        *(found for line in lines for found in TAG.findall(line)),
        *(line for line in lines if "@ts-" in line),
    ]


@pytest.mark.parametrize("path", TYPED, ids=lambda path: path.relative_to(COMPONENTS).as_posix())
def test_no_type_is_any(path: Path) -> None:
    assert [found for found in types_in(path) if NO_TYPE.search(found)] == []


@pytest.mark.parametrize(
    "line",
    [
        "/** @type {any} */",
        " * @param {any[]} all",
        "/** @type {{a: any}} */ (b)",
        "/** @type {*} */",
        "// @ts-ignore",
    ],
)
def test_any_is_found(line: str, tmp_path: Path) -> None:
    path = tmp_path / "some.js"
    path.write_text(line, encoding="utf-8")
    assert any(NO_TYPE.search(found) for found in types_in(path))
