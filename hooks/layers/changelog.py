"""Read `CHANGELOG.md`: which lines concern somebody who publishes, since a version."""

from __future__ import annotations

import re
from pathlib import Path

FILE = "CHANGELOG.md"
UNRELEASED = "Unreleased"
RELEASE = re.compile(r"## \[?(?P<version>[^\]\s]+)\]?(?: - .*)?")


def read_changelog(root: Path) -> dict[str, dict[str, list[str]]]:
    """Return each version, the newest first, to its sections, as "Advice", and their points."""
    path = root / FILE
    versions: dict[str, dict[str, list[str]]] = {}
    points: list[str] = []
    for line in path.read_text("utf-8").splitlines() if path.is_file() else ():
        if release := RELEASE.fullmatch(line.strip()):
            sections = versions.setdefault(release["version"], {})
        elif line.startswith("### ") and versions:
            points = sections.setdefault(line.removeprefix("### ").strip(), [])
        elif line.startswith("- "):
            points.append(line.removeprefix("- ").strip())
        elif line.startswith("  ") and points:
            points[-1] += f" {line.strip()}"
    return versions


def unreleased_lines(root: Path) -> list[str]:
    """Return the points that belong to no release yet."""
    return [point for points in read_changelog(root).get(UNRELEASED, {}).values() for point in points]


def is_newer(version: str, than: str) -> bool:
    """Return whether a version, as 0.10.0, comes after another; what is not released, after every one."""
    return _order(version) > _order(than)


def _order(version: str) -> tuple[float, ...]:
    if version == UNRELEASED:
        return (float("inf"),)
    return tuple(int(part) for part in re.findall(r"\d+", version))
