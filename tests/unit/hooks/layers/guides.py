"""Small guides and organisations' folders, with a history where a test needs one."""

from __future__ import annotations

import subprocess
from pathlib import Path

STEP = "content/advice/phone/change-your-code.md"
PAGE = "docs/phone.md"
PLACE = "content/places/ie.yml"

GUIDE = {
    STEP: """---
action: Change your code
words: [pin, passcode]
horizon: this-week
reaction: "yes"
caution: "The person may notice: plan first."
sources: [techsafety]
reviewed: 2026-11-22
---
The code guards your messages.

Pick a new one.

- Not a birthday.
- Not an old one.

You can also leave it.
""",
    "content/advice/now/call.md": "---\naction: Call\nhorizon: now\n---\nSay where you are.\n",
    "content/advice/travel/look.md": "---\naction: Look into the car\nhorizon: later\n---\nLook.\n",
    PAGE: "---\nview: phone\ntitle: Phone\nsummary: Keep it close.\n---\n# Your phone\n\nKeep it close.\n",
    PLACE: """country: Ireland
helplines:
  - id: womens-aid
    name: Women's Aid
    number: ["1800 341 900"]
    how: Day and night.
    day: 2026-11-28
""",
    "content/sheets.yml": "- {id: log, title: Log}\n",
    "content/withdrawn.yml": "[]\n",
    "CHANGELOG.md": "# Changelog\n\n## 0.1.0 - 2026-11-28\n\n### Advice\n- The first guide.\n",
}


def write(folder: Path, files: dict[str, str]) -> Path:
    """Write files by their path from a folder, and return the folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def edit(folder: Path, name: str, old: str, new: str) -> None:
    """Replace words that are in a file once."""
    text = (folder / name).read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} is {text.count(old)} times in {name}"
    (folder / name).write_text(text.replace(old, new), "utf-8")


def commit(root: Path, day: str) -> None:
    """Commit all that is in a folder, at noon of a day."""
    if not (root / ".git").exists():
        git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-q", "--allow-empty", "-m", day, day=day)


def git(root: Path, *command: str, day: str = "2026-11-20") -> str:
    who = ("-c", "user.name=A", "-c", "user.email=a@b.c", "-c", "commit.gpgsign=false")
    at = f"{day}T12:00:00+0000"
    env = {
        "GIT_COMMITTER_DATE": at,
        "GIT_AUTHOR_DATE": at,
        "GIT_CONFIG_GLOBAL": "/dev/null",
        "PATH": "/usr/bin:/bin:/usr/local/bin",
    }
    done = subprocess.run(
        ["git", "-C", str(root), *who, *command], capture_output=True, text=True, check=True, env=env
    )
    return done.stdout
