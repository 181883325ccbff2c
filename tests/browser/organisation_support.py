"""Build the guide with an organisation's folder over it, for tests of what a browser shows of it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.browser.support import ROOT
from tests.site.test_build import EPOCH, LINKED


def built_copy(folder: Path, files: Mapping[str, str]) -> Path:
    """Build it strictly, with `files` in the organisation's folder; return the built site.

    `folder`: a new one, which has the guide's own files as links, and so its cache.
    """
    for name in {"content", "docs", *LINKED}:
        (folder / name).symlink_to(ROOT / name)
    for name, text in files.items():
        path = folder / "organisation" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    environment = os.environ | {"SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1"}
    environment["PATH"] = f"{ROOT / '.venv/bin'}{os.pathsep}{environment['PATH']}"
    done = subprocess.run(
        ["mkdocs", "build", "--strict"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"
