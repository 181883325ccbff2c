"""Documents for contributors name only files that are there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = ("contributing", "hooks", "tests", "theme")
FOR_READERS = ROOT / "tests/cases/organisations"
"""Texts of made-up organisations, which name pages of the guide."""
DOCUMENTS = (
    *ROOT.glob("*.md"),
    *(path for name in FOLDERS for path in (ROOT / name).rglob("*.md") if FOR_READERS not in path.parents),
)
GENERATED = ("assets/", "sheets/", "site/", "dist/", "previews/", ".cache/", ".venv/", "src/core/")
"""What begins a path that the build or another project makes."""
OTHERS = re.compile(
    r"\blog\.|/log/|test_log\.py|^text/|^functions/|^tools/bin/|^docs/house\.md$|languages/CODE/"
)
"""What `adding-a-view.md` and `organisations.md` invent, types of content, and a file on somebody's host."""
PATH = re.compile(r"[\w.-]*(?:/[\w.-]+)+/?|[\w-]+\.(?:py|md|mjs|js|css|html|yml|svg)")
LINK = re.compile(r"\]\(([^)#]+)[^)]*\)")
CODE = re.compile(r"`([^`\n]+)`")


def named_paths(text: str) -> Iterator[str]:
    """List the relative paths that a document links to, or names in backticks."""
    text = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    yield from (link for link in LINK.findall(text) if "://" not in link)
    for code in CODE.findall(text):
        path = code.split(":")[0].strip()
        if PATH.fullmatch(path) and "/" in path and not path.startswith("/"):
            yield path


def exists(path: str, document: Path) -> bool:
    """Tell whether a path is there: from the top, the document's folder, or a folder that sources share."""
    starts = (
        ROOT,
        document.parent,
        ROOT / "theme",
        ROOT / "theme/components",
        ROOT / "hooks",
        ROOT / "hooks/assets",
        ROOT / "contributing",
    )
    return any((start / path).exists() for start in starts)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_path_that_a_document_names_is_there(document: Path) -> None:
    paths = named_paths(document.read_text(encoding="utf-8"))
    named = [path for path in paths if not path.startswith(GENERATED) and not OTHERS.search(path)]

    assert [path for path in named if not exists(path, document)] == []


def test_a_path_is_found_in_links_and_in_backticks_and_not_elsewhere() -> None:
    text = (
        "`hooks/events.py: on_config`, [one](decisions/1.md#top), `a file`, https://a.org/b.html, phone/\n"
        "```\nno/no.py\n```"
    )
    assert list(named_paths(text)) == ["decisions/1.md", "hooks/events.py"]
