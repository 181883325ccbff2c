"""On which day a text of the guide got the words it has now.

`text-days.json` next to `content/` says it where there is one: `make wheel` writes it, as an installed guide
has no history. Else git does. A text counts as changed when its hash changed (`text_hash`), so that neither a
new `reviewed` nor another line break counts. The days are those of the first-parent history: the day of a
merge is the day on which its words arrived.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hooks.layers.text_hash import text_hash

DAYS = "text-days.json"
TEXTS = ("content/advice", "docs")
"""The folders whose Markdown files are texts that a layer can change."""
COMMIT = "commit "
NO_BLOB = "0"
"""What git writes, many times, where a commit took the file away."""


@dataclass(frozen=True)
class PastText:
    """A file as one commit of the main line left it. `text` is empty where the commit took it away."""

    day: date
    text: str
    is_cut_off: bool
    """Whether the repository holds nothing older than this commit, though there is more elsewhere."""


def changed_on(root: Path, name: str) -> date | None:
    """Return the day on which the text called `name`, a path from `root`, got its present hash.

    None where neither `text-days.json` nor the history of git says it, as for words that are not committed.
    """
    if (root / DAYS).is_file():
        day = json.loads((root / DAYS).read_text("utf-8")).get(name)
        return date.fromisoformat(day) if day else None
    return _first_day(root, name, versions(root, name).get(name, []))


def text_days(root: Path) -> dict[str, str]:
    """Return the name of each text to the day it got its present hash, as `text-days.json` holds them."""
    found = versions(root, *TEXTS)
    days = {name: _first_day(root, name, found[name]) for name in sorted(found)}
    return {name: day.isoformat() for name, day in days.items() if day}


def text_with_hash(root: Path, name: str, hash: str) -> str | None:
    """Return a text as it was when it had this hash, or None where the history does not hold it."""
    past = (then.text for then in versions(root, name).get(name, []))
    return next((text for text in past if text and text_hash(name, text) == hash), None)


def versions(root: Path, *paths: str) -> dict[str, list[PastText]]:
    """Return each Markdown file below these paths to its versions, the newest first; no history, no files."""
    if not (root / ".git").exists():
        return {}
    try:
        is_shallow = _git(root, "rev-parse", "--is-shallow-repository").strip() == b"true"
        found = list(_changes(root, paths))
        texts = _texts(root, {blob for _, _, blob, _ in found if blob.strip(NO_BLOB)})
    except (OSError, subprocess.CalledProcessError):
        return {}
    by_name: dict[str, list[PastText]] = {}
    for day, is_first, blob, name in found:
        then = PastText(day, texts.get(blob, ""), is_first and is_shallow)
        by_name.setdefault(name, []).append(then)
    return by_name


def _first_day(root: Path, name: str, past: list[PastText]) -> date | None:
    path = root / name
    if not path.is_file():
        return None
    present, day = text_hash(name, path.read_text("utf-8")), None
    for then in past:
        if not then.text or text_hash(name, then.text) != present:
            return day
        day = None if then.is_cut_off else then.day
    return day


def _changes(root: Path, paths: tuple[str, ...]) -> Iterator[tuple[date, bool, str, str]]:
    """Yield of each change to a Markdown file: day, whether the commit has no parent, blob, name."""
    form = f"--format={COMMIT}%cs %P"
    options = ("--first-parent", "-m", "--root", "--raw", "--no-abbrev", "--no-renames", form)
    day, is_first = date.min, False
    for line in _git(root, "log", *options, "--", *paths).decode().splitlines():
        if line.startswith(COMMIT):
            written, _, parents = line.removeprefix(COMMIT).partition(" ")
            day, is_first = date.fromisoformat(written), not parents
        elif line.endswith(".md"):
            fields, name = line.split("\t")
            yield day, is_first, fields.split()[3], name


def _texts(root: Path, blobs: set[str]) -> dict[str, str]:
    """Return each blob to its text. Raises OSError where one is missing, as in a partial clone."""
    names = sorted(blobs)
    output = _git(root, "cat-file", "--batch", sent="\n".join([*names, ""]).encode())
    texts, at = {}, 0
    for name in names:
        head, _, _ = output[at : at + 200].partition(b"\n")
        start = at + len(head) + 1
        if head.endswith(b" missing"):
            raise OSError(f"git has no {name} here")
        size = int(head.split()[2])
        texts[name] = output[start : start + size].decode("utf-8", "replace")
        at = start + size + 1
    return texts


def _git(root: Path, *command: str, sent: bytes = b"") -> bytes:
    """Run git, and let it fetch nothing. Raises OSError or CalledProcessError."""
    full = ["git", "-c", "safe.directory=*", "-c", "core.quotePath=off", "-C", str(root), *command]
    quiet = {**os.environ, "GIT_NO_LAZY_FETCH": "1"}
    return subprocess.run(full, input=sent, capture_output=True, check=True, env=quiet).stdout
