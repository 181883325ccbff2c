"""Over many commits, the report names each change of an overridden text once, and nothing conflicts."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from mkdocs.config import load_config

from hooks.content.load import load_guide, read_files
from hooks.layers.changed import changed_texts
from hooks.layers.copy_of_guide import copy_of
from hooks.layers.change import change, keep_as_it_is, keep_was
from hooks.layers.folders import VARIABLE
from hooks.layers.lay_over import lay_over
from hooks.layers.layer import read_layer, read_texts
from hooks.layers.snapshot import is_text, key_of, records_of
from hooks.layers.text_hash import text_hash
from hooks.layers.upgrade import finish, remember, report, write_merges
from tests.conftest import ROOT
from tests.unit.hooks.layers.guides import GUIDE, PAGE, PLACE, STEP, commit, edit, write

FIRST, LAST = "984cc3fd", "5395d8b8"
"""A stretch of this repository's history, in which 83 texts changed and a step and a page came."""
SHELTER = "content/advice/support/contact-a-shelter-or-support-service.md"
VERSION, TODAY = "0.1.0", date(2026, 12, 1)
SETTINGS = "name: Casa Clara\ncountries: [ie]\nleave_out: [travel]\n"
HOUSE = (
    "---\nview: house\ntitle: Our house\nsummary: How to reach Casa Clara, and what happens when you come.\n---\n"
    "# Our house { #our-house }\n\nYou can come to us at any hour. Ring the bell at the green door.\n"
)
NAMED = re.compile(r"^### (?P<title>.+)\n\n`(?P<file>[^`]+)`\.", re.MULTILINE)
CALM = "Nothing: the guide did not change what you changed."


def commits_of(repository: Path, *revisions: str) -> list[str]:
    """Return the commits that touched texts, the oldest first; none where the history is not there."""
    command = ["git", "-C", str(repository), "log", "--first-parent", "--reverse", "--format=%h", *revisions]
    done = subprocess.run([*command, "--", "content", "docs"], capture_output=True, text=True, check=False)
    return done.stdout.split()


def check_out(repository: Path, commit: str, folder: Path, *parts: str) -> Path:
    """Write a commit's files into a folder, without a history, as an installed guide has none."""
    command = ["git", "-C", str(repository), "archive", commit, *parts]
    archive = subprocess.run(command, capture_output=True, check=True).stdout
    folder.mkdir()
    subprocess.run(["tar", "-x", "-C", str(folder)], input=archive, check=True)
    return folder


def made_up(folder: Path) -> tuple[Path, list[str]]:
    """Make a repository whose commits change each text, bring one, take one, and change a number."""
    root = write(folder / "made-up", GUIDE)
    commit(root, "2026-11-01")
    for day, (name, old, new) in enumerate(
        [
            (STEP, "guards your messages", "guards all your messages"),
            (STEP, "reviewed: 2026-11-22", "reviewed: 2026-11-24"),
            (STEP, "Pick a new one.", "Choose a new one."),
            (PLACE, "how: Day and night.", "how: At any hour."),
            (PAGE, "\nKeep it close.\n", "\nKeep it\nclose.\n"),
            (PAGE, "summary: Keep it close.", "summary: Keep it near."),
            ("content/advice/now/call.md", "Say where you are.", "Say your street."),
            ("content/advice/travel/look.md", "\nLook.\n", "\nLook below.\n"),
        ],
        start=2,
    ):
        edit(root, name, old, new)
        commit(root, f"2026-11-{day:02}")
    write(root, {"content/advice/phone/lock.md": "---\naction: Lock it\n---\nPress.\n"})
    (root / "content/advice/travel/look.md").unlink()
    commit(root, "2026-11-20")
    return root, commits_of(root)


@pytest.fixture(params=["made-up", pytest.param("real", marks=pytest.mark.long)])
def history(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, list[str]]:
    """A repository, and its commits in order."""
    if request.param == "made-up":
        return made_up(tmp_path)
    commits = commits_of(ROOT, f"{FIRST}..{LAST}")
    if len(commits) < 20:
        pytest.skip(f"this clone does not hold the history from {FIRST}; possible: git fetch --unshallow")
    return ROOT, commits


def override_all(root: Path, own: Path) -> None:
    """Let an organisation change every text of the guide, each at its beginning."""
    for name, text in read_texts(root).files.items():
        if is_text(name):
            body = text.partition("\n---\n")[2]
            write(
                own, {name: f"---\nof: {text_hash(name, text)}\n---\nWe say this first.\n\n{body.lstrip()}"}
            )
            keep_was(root, own, name)
    write(own, {"organisation.yml": SETTINGS})
    remember(root, own, VERSION)


def hashes(root: Path) -> dict[str, str]:
    return {name: text_hash(name, text) for name, text in read_texts(root).files.items() if is_text(name)}


def changed_part(root: Path, own: Path) -> str:
    return report(root, own, VERSION, TODAY).partition("\n## 2. ")[2].partition("\n## 3. ")[0]


def came_and_went(root: Path, own: Path) -> str:
    return report(root, own, VERSION, TODAY).partition("\n## 3. ")[2].partition("\n## 4. ")[0]


def take_note(root: Path, own: Path) -> None:
    """Do what the report says: merge, keep the rest as it is, remove what is gone, and remember."""
    write_merges(root, own)
    for text in changed_texts(copy_of(root, own)):
        keep_as_it_is(root, own, text.name)
    present = read_texts(root).files
    for name in read_texts(own).files:
        if is_text(name) and name not in present and "of:" in (own / name).read_text("utf-8"):
            (own / name).unlink()
    finish(root, own, VERSION)


def test_each_change_of_an_overridden_text_is_named_once(
    history: tuple[Path, list[str]], tmp_path: Path
) -> None:
    repository, commits = history
    own = tmp_path / "own"
    root = check_out(repository, commits[0], tmp_path / commits[0], "content", "docs", "CHANGELOG.md")
    override_all(root, own)
    before, changes = hashes(root), 0
    for one in commits[1:]:
        root = check_out(repository, one, tmp_path / one, "content", "docs", "CHANGELOG.md")
        after = hashes(root)
        told = [found["file"] for found in NAMED.finditer(changed_part(root, own))]
        expected = {name for name in before if name in after and before[name] != after[name]}
        overridden = {name for name in expected if (own / name).is_file()}
        assert sorted(told) == sorted(overridden), one
        moved = came_and_went(root, own)
        assert {name for name in before.keys() ^ after.keys() if f"`{name}`" not in moved} == set(), one
        take_note(root, own)
        assert CALM in changed_part(root, own), one
        assert "## 3. New and gone\n\nNothing." in report(root, own, VERSION, TODAY), one
        for name in overridden:
            assert "We say this first." in (own / name).read_text("utf-8"), f"{one}: {name}"
        changes += len(overridden)
        before = after
    assert changes >= 5
