"""A second build, with nothing of the first, gives the same bytes elsewhere: anybody can check a release."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.another_place import copy_project, files_in, run_elsewhere

FETCHED = ("node_modules", ".cache/pyodide-wheels")
"""What is fetched by its hash."""


@pytest.mark.parametrize(
    "shared",
    [
        pytest.param(("node_modules", ".cache"), id="with caches"),
        pytest.param(FETCHED, id="without", marks=pytest.mark.long),
    ],
)
def test_a_second_build_in_another_place_gives_the_same_bytes(
    site: Path, dist: Path, tmp_path: Path, shared: tuple[str, ...]
) -> None:
    place = copy_project(tmp_path / "another place", shared=shared)
    run_elsewhere(["tools/build", "site"], place)
    run_elsewhere(["tools/dist", "site", "dist"], place)

    for ours in (site, dist, site.with_name("site-hosting")):
        first, second = files_in(ours), files_in(place / ours.name)
        assert first.keys() == second.keys(), ours.name
        assert [name for name, data in first.items() if second[name] != data] == [], ours.name
