"""Check what lies in an organisation's folder, before it is read: nothing of it is left out in silence."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from hooks.layers.folders import PARTS

FOLDERS = ("content", "docs", "public", "languages")
PUBLIC = "public"
"""Its own check names the links in it (`public_files.py`)."""
LIKENESS = 0.85  # of two names, 0 to 1: organization.yml, Docs


def problems_of_folder(own: Path) -> Iterator[str]:
    """Yield names with a slip, files in place of folders, and links, which may publish other files."""
    for path in sorted(own.iterdir()):
        name = path.name
        if name not in PARTS:
            yield from problems_of_name(name)
        elif path.is_symlink():
            yield is_link(name)
        elif path.is_dir() != (name in FOLDERS):
            got, wanted = ("a folder", "a file") if path.is_dir() else ("a file", "a folder")
            yield f"{name}: it is {got}; possible: {wanted} of that name"
        elif path.is_dir() and name != PUBLIC:
            links = (file for file in sorted(path.rglob("*")) if file.is_symlink())
            yield from (is_link(file.relative_to(own).as_posix()) for file in links)


def problems_of_name(name: str) -> Iterator[str]:
    """Yield a name that looks like one that a build reads."""
    alike = [part for part in PARTS if Path(part).suffix == Path(name).suffix.casefold() != ".svg"]
    if near := get_close_matches(name.casefold(), alike, n=1, cutoff=LIKENESS):
        yield f"{name}: nothing reads it; possible: {near[0]}, or another name"


def is_link(name: str) -> str:
    return f"{name}: it is a link to somewhere else; possible: the file itself"
