"""Check that a release says everywhere which one it is: `python -m hooks.release.version`."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

from hooks.site.publication import SOURCE
from hooks.version import VERSION

ROOT = Path(__file__).resolve().parents[2]
CHANGELOG = "CHANGELOG.md"
UNRELEASED = "Unreleased"
SECTION = re.compile(r"^## (?P<name>.+?)(?: - (?P<day>\d{4}-\d\d-\d\d))?$", re.MULTILINE)


def problems_of_release(root: Path) -> list[str]:
    """Return what keeps the checkout in `root` from being released."""
    text = (root / CHANGELOG).read_text(encoding="utf-8")
    day = yaml.load((root / SOURCE).read_text(encoding="utf-8"), yaml.BaseLoader)["day"]
    return [*problems_of_changelog(text, VERSION, day), *problems_of_tree(root)]


def problems_of_changelog(text: str, version: str, day: str) -> Iterator[str]:
    """Yield what the changelog lacks for a version that is published on a day."""
    sections = list(SECTION.finditer(text))
    ends = [section.start() for section in sections[1:]] + [len(text)]
    for section, end in zip(sections, ends, strict=True):
        if section["name"] == UNRELEASED and re.search(r"^- ", text[section.end() : end], re.MULTILINE):
            yield f"{CHANGELOG}: {UNRELEASED}: it has entries; move them below ## {version} - {day}"
    released = [section for section in sections if section["name"] != UNRELEASED]
    newest = released[0] if released else None
    if newest is None or newest["name"] != version:
        found = newest["name"] if newest else "none"
        yield f"{CHANGELOG}: the newest release: got {found}; hooks/version.py says {version}"
    elif newest["day"] != day:
        yield f"{CHANGELOG}: {version}: got the day {newest['day']}; {SOURCE} says {day}"


def problems_of_tree(root: Path) -> Iterator[str]:
    command = ["git", "-c", "safe.directory=*", "-C", str(root), "status", "--porcelain"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode or done.stdout:
        yield "the checkout: it has changes that are in no commit; possible: git commit"


def main() -> int:
    problems = problems_of_release(ROOT)
    print("\n".join(problems) or f"This is {VERSION}, and the changelog says what it changed.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
