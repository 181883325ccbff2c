"""When a publication was made, as one number that rises from each to the next: seconds since 1970.

It is taken from the content, not from the clock, so that the same source gives the same bytes.
"""

from __future__ import annotations

import subprocess
from datetime import UTC, date, datetime, time
from pathlib import Path

import yaml

from hooks.layers.folders import own_folder
from hooks.site.pages import OutputError

SOURCE = "content/publication.yml"
UNFILLED = "$Format"
POSSIBLE = "possible: day: 2026-11-28, and archive: as it came"


def publication_time(root: Path) -> int:
    """Return when the project in this folder was published, with what is laid over it. Raises OutputError."""
    found = [*read_publication((root / SOURCE).read_text("utf-8")), time_of_commit(root)]
    if own := own_folder(root):
        found.append(time_of_newest(own, "."))
    return max(seconds for seconds in found if seconds is not None)


def read_publication(text: str) -> list[int | None]:
    """Read the day, and the time that an archive was made of. Raises OutputError."""
    data = yaml.load(text, yaml.BaseLoader)
    if not isinstance(data, dict) or data.keys() != {"archive", "day"}:
        raise OutputError([f"{SOURCE}: it must hold a day and an archive's time; {POSSIBLE}"])
    try:
        day = datetime.combine(date.fromisoformat(data["day"]), time(), UTC)
        filled = not data["archive"].startswith(UNFILLED)
        archive = datetime.fromisoformat(data["archive"].replace("Z", "+00:00")) if filled else None
        if archive is not None and archive.tzinfo is None:
            raise ValueError
    except ValueError as error:
        raise OutputError([f"{SOURCE}: there is no such day or time; {POSSIBLE}"]) from error
    return [int(day.timestamp()), int(archive.timestamp()) if archive else None]


def time_of_commit(root: Path) -> int | None:
    """Return the time of the newest commit, or None where this is no repository or git is not there."""
    return time_of_newest(root) if (root / ".git").exists() else None


def time_of_newest(folder: Path, *paths: str) -> int | None:
    """Return the time of the newest commit, or of the newest that changed one of the paths in a folder."""
    command = ["git", "-c", "safe.directory=*", "-C", str(folder), "log", "-1", "--format=%ct", "--", *paths]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return int(done.stdout) if done.stdout.strip() else None
