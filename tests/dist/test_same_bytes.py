"""A second build, with nothing of the first, gives the same bytes elsewhere: anybody can check a release."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.another_place import copy_project, files_in, run_elsewhere

SHARED = ("node_modules", ".cache/pyodide-wheels")
"""What is fetched by its hash. All that a build itself caches is made again."""


@pytest.mark.long
def test_a_second_build_in_another_place_gives_the_same_bytes(site: Path, dist: Path, tmp_path: Path) -> None:
    place = copy_project(tmp_path / "another place", shared=SHARED)
    run_elsewhere(["tools/build", "site"], place)
    run_elsewhere(["tools/dist", "site", "dist"], place)

    for ours in (site, dist, site.with_name("site-hosting")):
        first, second = files_in(ours), files_in(place / ours.name)
        assert first.keys() == second.keys(), ours.name
        assert [name for name, data in first.items() if second[name] != data] == [], ours.name
