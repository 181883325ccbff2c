"""Put the guide's folder together, as the wheel carries it."""

from __future__ import annotations

import json
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from mkdocs.config import load_config

from hooks.assets.ready import FOLDER
from hooks.content.load import content_of
from hooks.layers.history import DAYS, text_days
from hooks.release.ready_assets import write_ready
from hooks.site.publication import SOURCE, UNFILLED, time_of_commit

CARRIED = (
    "checklist",
    "content",
    "docs",
    "hooks",
    "languages",
    "theme",
    "CHANGELOG.md",
    "mkdocs.yml",
    "package-lock.json",
)
"""What a build reads."""
LEFT_OUT = ("hooks/release/", "hooks/assets/core/", "hooks/assets/in_pyodide/", "README.md", ".d.ts")
"""What only a checkout uses, by how its path begins or ends."""


def write_guide(root: Path, site: Path, folder: Path) -> None:
    """Write what a build reads, and ready-made what it would need Node or git for."""
    for name in carried_files(root):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / name, folder / name)
    write_time(root, folder / SOURCE)
    write_days(root, folder / DAYS)
    content = content_of(load_config(str(root / "mkdocs.yml"), hooks=[]))
    write_ready(root, site, content, folder / FOLDER)


def carried_files(root: Path) -> list[str]:
    """List the project's own files that are carried, and none that lies here by chance."""
    command = [
        "git",
        "-c",
        "safe.directory=*",
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
    ]
    listed = subprocess.run([*command, "--", *CARRIED], cwd=root, capture_output=True, text=True, check=True)
    names = sorted({name for name in listed.stdout.split("\0") if name and (root / name).is_file()})
    return [name for name in names if not name.startswith(LEFT_OUT) and not name.endswith(LEFT_OUT)]


def write_time(root: Path, path: Path) -> None:
    """Write when the newest commit was made where `git archive` would: an installed guide has no git."""
    seconds = time_of_commit(root)
    text = path.read_text(encoding="utf-8")
    if seconds is not None and (start := text.find(UNFILLED)) >= 0:
        unfilled = text[start:].partition("\n")[0]
        path.write_text(text.replace(unfilled, datetime.fromtimestamp(seconds, UTC).isoformat()), "utf-8")


def write_days(root: Path, path: Path) -> None:
    """Write on which day each text got its present words: an installed guide has no git."""
    path.write_text(json.dumps(text_days(root), indent=1) + "\n", encoding="utf-8")
