"""A copy of the built guide whose ways out lead to this machine: a test cannot ask for the real ones."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from hooks.site.offline import MANIFEST, SOURCE, WORKER, write_offline
from tests.audit.hosts import ELSEWHERE, EVERYDAY, SECOND
from tests.browser.offline_support import WHOLE_ONLY
from tests.browser.support import EXIT_URL, EXTRA, ROOT, SECOND_URL, SITE

OUTWARD = "https://www.stalkingawareness.org/risk-and-safety/"
"""A link of the guide to another site, which leads to this machine in the copy."""


def publish(folder: Path, port: int, exit_port: int, sizes: dict[str, int]) -> Path:
    """Copy the site for hosts on these ports. Files that name no way out are the same files, not copies."""
    changes = loopback(port, exit_port)
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(SITE, folder, copy_function=os.link)
    for path in folder.rglob("*.html"):
        replace_in(path, path, changes)
    for name in (MANIFEST, WORKER):
        (folder / name).unlink()
    write_offline(folder, (ROOT / SOURCE).read_text("utf-8"), larger=WHOLE_ONLY, order=1, sizes=sizes)
    return folder


def publish_file(folder: Path, port: int, exit_port: int) -> Path:
    """Copy the guide in one file, with the same ways out."""
    file = folder / f"{EXTRA['single_file_name']}.html"
    replace_in(ROOT / "dist" / file.name, file, loopback(port, exit_port))
    return file


def loopback(port: int, exit_port: int) -> dict[str, str]:
    return {
        EXIT_URL: f"http://{EVERYDAY}:{exit_port}/weather",
        SECOND_URL: f"http://{SECOND}:{exit_port}/",
        OUTWARD: f"http://{ELSEWHERE}:{port}/",
    }


def replace_in(source: Path, target: Path, changes: dict[str, str]) -> None:
    text = source.read_text(encoding="utf-8")
    for before, after in changes.items():
        text = text.replace(before, after)
    target.unlink(missing_ok=True)
    target.write_text(text, encoding="utf-8")
