"""An organisation installs one wheel and builds its copy: no Node, no npm, no make, no compiler."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from hooks.release.wheel import make_wheel
from hooks.version import VERSION
from tests.another_place import files_in
from tests.engines.one_file import find_dist
from tests.wheel.conftest import EPOCH, ROOT, Installed

OWN_PAGE = """\
---
view: house
title: Our house
summary: Where we are.
---
# Our house { #our-house }

| Day | Open |
| --- | --- |
| Monday | Yes |

> Come as you are.
"""


def test_the_same_source_gives_the_same_wheel(wheel: Path, site: Path, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")

    again = make_wheel(ROOT, site, tmp_path)

    assert again.name == wheel.name == f"quiet_guide-{VERSION}-py3-none-any.whl"
    assert again.read_bytes() == wheel.read_bytes()


def test_the_wheel_holds_what_a_build_reads_and_no_more(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    tops = {name.removeprefix("quiet_guide/guide/").split("/")[0] for name in files if "/guide/" in name}

    assert tops == {
        *("checklist", "content", "docs", "hooks", "languages", "theme", "ready"),
        *("CHANGELOG.md", "mkdocs.yml", "package-lock.json", "text-days.json"),
    }
    assert {name.split("/")[0] for name in files} == {"quiet_guide", f"quiet_guide-{VERSION}.dist-info"}
    assert [name for name in files if name.endswith(".pyc") or "/hooks/release/" in name] == []
    assert [name for name, data in files.items() if str(ROOT).encode() in data] == []
    about = files[f"quiet_guide-{VERSION}.dist-info/METADATA"].decode()
    assert "Requires-Dist: mkdocs==1.6.1" in about


@pytest.mark.parametrize(
    "kind",
    [
        pytest.param("installed", id="with this environment's packages and caches"),
        pytest.param("installed_whole", id="from nothing", marks=pytest.mark.long),
    ],
)
def test_a_copy_that_changes_nothing_is_the_same_byte_for_byte(
    kind: str, site: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    command: Installed = request.getfixturevalue(kind)
    before = {name: data for name, data in files_in(command.guide).items() if not name.endswith(".pyc")}
    folder = new_folder(command, tmp_path, shares_cache=kind == "installed")
    with (folder / "organisation.yml").open("a", encoding="utf-8") as settings:
        settings.write("languages: [es]\n")

    built = command.run("dist", "copy", cwd=tmp_path)

    assert built.returncode == 0, built.stdout + built.stderr
    for folder in (site, site.with_name("site-hosting"), find_dist()):
        ours, theirs = files_in(folder), files_in(tmp_path / "copy" / folder.name)
        names = {name for name in ours if not name.endswith(".whl")}
        assert names == theirs.keys(), folder.name
        assert [name for name in names if theirs[name] != ours[name]] == [], folder.name
    after = {name: data for name, data in files_in(command.guide).items() if not name.endswith(".pyc")}
    assert before == after, "an installed guide is not written to"


def test_a_page_of_ones_own_gets_the_rules_that_no_page_of_the_guide_needs(
    installed: Installed, site: Path, tmp_path: Path
) -> None:
    folder = new_folder(installed, tmp_path, shares_cache=True)
    (folder / "docs").mkdir()
    (folder / "docs/house.md").write_text(OWN_PAGE, encoding="utf-8")
    with (folder / "organisation.yml").open("a", encoding="utf-8") as settings:
        settings.write("menu: {People: [house.md]}\n")

    built = installed.run("build", "copy", "--out", "out/notes", cwd=tmp_path)

    assert built.returncode == 0, built.stdout + built.stderr
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"notes", "notes-hosting"}
    name = "assets/guide.css"
    theirs, ours = (site / name).read_text("utf-8"), (tmp_path / "out/notes" / name).read_text("utf-8")
    assert "blockquote" not in theirs
    assert "blockquote" in ours
    assert "table:not([class])" in ours


def test_a_problem_stops_the_build_with_a_sentence_and_leaves_the_last_good_site(
    installed: Installed, tmp_path: Path
) -> None:
    folder = new_folder(installed, tmp_path, shares_cache=True)
    (folder / "organisation.yml").write_text("exit_url: http://example.org/\n", encoding="utf-8")
    (folder / "site").mkdir()
    (folder / "site/files.json").write_text("{}", encoding="utf-8")

    built = installed.run("build", "copy", cwd=tmp_path)

    assert built.returncode == 1
    assert "exit_url: got 'http://example.org/'" in built.stderr
    assert "Traceback" not in built.stdout + built.stderr
    assert files_in(folder / "site") == {"files.json": b"{}"}
    assert [path.name for path in folder.glob(".quiet-guide-*")] == []


def new_folder(command: Installed, place: Path, *, shares_cache: bool) -> Path:
    """Make a folder that changes nothing; what this checkout has in its cache need not be made again."""
    made = command.run("new", "copy", "--defaults", cwd=place)
    assert made.returncode == 0, made.stdout + made.stderr
    if shares_cache:
        (place / "copy/.cache").symlink_to(ROOT / ".cache")
    return place / "copy"
