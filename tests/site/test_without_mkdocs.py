"""The guide can be built without MkDocs and Material: a stand-in for both gives the same bytes.

It builds in another folder, time zone, language and umask, so that none of these can decide a byte either.
"""

from __future__ import annotations

import sys
from pathlib import Path

from hooks.hosting.compress import SUFFIXES
from hooks.languages.folders import codes
from tests.another_place import ROOT, copy_project, files_in, run_elsewhere

NOT_COMPARED = {"sitemap.xml", "bom.cdx.json"}
"""What MkDocs alone makes, and what lists that."""

LANGUAGES = tuple(f"{code}/" for code in codes(ROOT))
"""Each is built by itself (`tools/build`)."""


def test_a_stand_in_for_mkdocs_builds_the_same_bytes_in_another_place(site: Path, tmp_path: Path) -> None:
    place = copy_project(tmp_path / "another place", shared=("node_modules", ".cache"))
    run_elsewhere([sys.executable, "tests/standin/build.py", "built"], place)
    ours = files_in(place / "built")
    published = {name: data for name, data in files_in(site).items() if not name.startswith(LANGUAGES)}
    theirs = {name: data for name, data in published.items() if not name.endswith(SUFFIXES)}

    assert theirs.keys() - ours.keys() == NOT_COMPARED
    assert [name for name, data in ours.items() if theirs.get(name) != data] == []
