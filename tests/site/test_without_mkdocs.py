"""The guide can be built without MkDocs and Material: a stand-in for both gives the same bytes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from hooks.hosting.compress import SUFFIXES
from tests.site.conftest import ROOT

NOT_COMPARED = {"sitemap.xml", "bom.cdx.json"}
"""What MkDocs alone makes, and what lists that."""


def test_a_stand_in_for_mkdocs_builds_the_same_bytes(site: Path, tmp_path: Path) -> None:
    command = [sys.executable, "tests/standin/build.py", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    ours, theirs = files_in(tmp_path), files_in(site)

    assert theirs.keys() - ours.keys() == NOT_COMPARED
    assert [name for name, data in ours.items() if theirs.get(name) != data] == []


def files_in(folder: Path) -> dict[str, bytes]:
    """Read all but the compressed files, which are made of the others."""
    paths = (path for path in folder.rglob("*") if path.is_file() and path.suffix not in SUFFIXES)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
