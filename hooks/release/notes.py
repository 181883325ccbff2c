"""Print the notes of a release, which the changelog has: `python -m hooks.release.notes`."""

from __future__ import annotations

import sys

from hooks.release.version import CHANGELOG, ROOT, SECTION
from hooks.version import VERSION


def notes_of(text: str, version: str) -> str:
    """Return a version's part of the changelog without its heading; empty where there is none."""
    sections = list(SECTION.finditer(text))
    ends = [section.start() for section in sections[1:]] + [len(text)]
    found = (
        text[section.end() : end].strip() + "\n"
        for section, end in zip(sections, ends, strict=True)
        if section["name"] == version
    )
    return next(found, "")


if __name__ == "__main__":
    sys.stdout.write(notes_of((ROOT / CHANGELOG).read_text(encoding="utf-8"), VERSION))
