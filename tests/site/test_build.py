"""The same tree gives the same bytes anywhere, and a broken tree leaves the last good site alone."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

LINKED = (
    ".git",  # its newest commit tells the time of the publication
    "theme", "languages", "hooks", "checklist", "contributing", "tools", "node_modules", ".cache",
    "mkdocs.yml", "pyproject.toml", "requirements-pyodide.txt", "tests",
)  # fmt: skip
EPOCH = "315532800"  # as the Makefile sets it


@pytest.fixture(scope="module")
def project(root, tmp_path_factory) -> Path:
    """Lay out the project in another folder, with content of its own to change."""
    folder = tmp_path_factory.mktemp("project")
    for name in LINKED:
        (folder / name).symlink_to(root / name)
    for name in ("content", "docs"):
        shutil.copytree(root / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def built(project) -> Path:
    done = build(project)
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


def test_two_builds_of_the_same_tree_are_the_same_byte_for_byte(site, built):
    """`site/` and one build more, in another folder and under another path."""
    first, second = files_of(site), files_of(built)

    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_broken_content_stops_the_build_with_all_problems_and_leaves_the_last_good_site(project, built):
    before = files_of(built)
    (project / "content/advice/phone/a-broken-item.md").write_text(
        "---\naction: Do a thing\nhorizon: soon\ncolour: red\nwhen: {any_of: [no-such-fact]}\n"
        "sources: [source-advice]\nreviewed: yesterday\n---\nText.\n"
    )
    with (project / "docs/home.md").open("a") as page:
        page.write("\n<!-- advice: no-such-item -->\n")

    done = build(project)

    assert done.returncode == 1
    output = done.stdout + done.stderr
    for problem in (
        "content/advice/phone/a-broken-item.md: horizon: got 'soon'; possible: now, today, this-week, later",
        "content/advice/phone/a-broken-item.md: reviewed: got 'yesterday'; write a day as YYYY-MM-DD",
        "content/advice/phone/a-broken-item.md: colour: no such field; possible: ",
        "docs/home.md: advice: there is no item no-such-item; possible: a file's name in content/advice",
    ):
        assert problem in output
    assert "Traceback" not in output
    assert files_of(built) == before


def test_a_broken_link_stops_the_build_too(project, built):
    before = files_of(built)
    shutil.rmtree(project / "docs")
    shutil.rmtree(project / "content")
    shutil.copytree(Path(__file__).parents[2] / "docs", project / "docs")
    shutil.copytree(Path(__file__).parents[2] / "content", project / "content")
    with (project / "docs/home.md").open("a") as page:
        page.write("\n[A page](nowhere.md) and [an anchor](phone.md#nowhere).\n")

    done = build(project)

    assert done.returncode == 1
    assert "nowhere.md" in done.stdout + done.stderr
    assert "nowhere" in done.stdout + done.stderr
    assert files_of(built) == before


def build(project: Path) -> subprocess.CompletedProcess[str]:
    """Run what `make build` runs."""
    environment = os.environ | {"SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1"}
    environment["PATH"] = f"{Path(__file__).parents[2] / '.venv' / 'bin'}{os.pathsep}{environment['PATH']}"
    return subprocess.run(
        ["tools/build", "site"], cwd=project, env=environment, capture_output=True, text=True, check=False
    )


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }
