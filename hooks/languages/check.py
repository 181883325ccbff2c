"""Check a language as a build in it does, without building."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.config import load_config

from checklist.translation import use_words
from hooks.content.load import load_guide
from hooks.content.model import Content
from hooks.languages.folders import ENGLISH, VARIABLE


@contextmanager
def in_language(folder: Path | None) -> Iterator[None]:
    """Say everything in the language of a folder meanwhile; None for English."""
    before = os.environ.get(VARIABLE, "")
    os.environ[VARIABLE] = str(folder.resolve()) if folder else ENGLISH
    try:
        yield
    finally:
        os.environ[VARIABLE] = before
        use_words({})


def guide_in(root: Path, folder: Path | None) -> tuple[Content, list[str]]:
    """Return the guide in the language of a folder, and every problem of it; None for English."""
    with in_language(folder):
        return load_guide(load_config(str(root / "mkdocs.yml"), hooks=[]))


def problems_of_language(root: Path, folder: Path) -> list[str]:
    return guide_in(root, folder)[1]
