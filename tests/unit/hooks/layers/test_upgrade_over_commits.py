"""Over many commits, the report names each change of an overridden text once, and nothing conflicts."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from mkdocs.config import load_config

from hooks.content.load import load_guide
from hooks.layers.change import change, keep_as_it_is, keep_was
from hooks.layers.changed import changed_texts
from hooks.layers.copy_of_guide import copy_of
from hooks.layers.folders import VARIABLE
from hooks.layers.layer import read_texts
from hooks.layers.snapshot import is_text
from hooks.layers.text_hash import text_hash
from hooks.layers.upgrade import finish, remember, report, write_merges
from tests.conftest import ROOT
from tests.unit.hooks.layers.guides import GUIDE, PAGE, PLACE, STEP, commit, edit, write

FIRST, LAST = "0a0cd4b9", "8d54407f"
"""A stretch of this repository's history: 22 commits after the first changed 51 texts."""
CHECKED = "a455a11e^..f98db7c7"
"""25 commits whose files the present checks can read; of older ones they miss proofs, layer or not."""
SHELTER = "content/advice/support/contact-a-shelter-or-support-service.md"
VERSION, TODAY = "0.1.0", date(2026, 12, 1)
SETTINGS = "name: Casa Clara\ncountries: [ie]\nleave_out: [travel]\nmenu: {People: [house.md]}\n"
HOUSE = """---
view: house
title: Our house
summary: How to reach Casa Clara, and what happens when you come.
---
# Our house { #our-house }

You can come to us at any hour. Ring the bell at the green door.
"""
NUMBERS = """helplines:
  - id: casa-clara
    name: Casa Clara
    number: ["1800 000 111"]
    hours: Day and night.
    source: ie-112
    checked: "yes"
    day: 2026-11-28
  - {id: womens-aid, how: Say that Casa Clara sent you.}
"""
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
    return ROOT, real_commits(f"{FIRST}^..{LAST}")


def real_commits(revisions: str) -> list[str]:
    """Return commits of this repository. A clone without its history fails: this proves nothing there."""
    if not (commits := commits_of(ROOT, revisions)):
        pytest.fail(
            f"this clone does not hold the history {revisions}; possible: git fetch --unshallow",
            pytrace=False,
        )
    return commits


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


def part(number: int, text: str) -> str:
    """Return one numbered part of a report, without its heading. Texts in it can have headings too."""
    after = f"\n\n## {number + 1}. " if number < 6 else "\n\n## Then\n"
    return text.partition(f"\n## {number}. ")[2].partition("\n\n")[2].partition(after)[0]


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
        shown = report(root, own, VERSION, TODAY)
        expected = {name for name in before if name in after and before[name] != after[name]}
        overridden = sorted(name for name in expected if (own / name).is_file())
        assert sorted(found["file"] for found in NAMED.finditer(part(2, shown))) == overridden, one
        came_or_went = before.keys() ^ after.keys()
        assert [name for name in came_or_went if f"`{name}`" not in part(3, shown)] == [], one
        take_note(root, own)
        shown = report(root, own, VERSION, TODAY)
        assert (part(2, shown), part(3, shown)) == (CALM, "Nothing."), one
        for name in overridden:
            assert "We say this first." in (own / name).read_text("utf-8"), f"{one}: {name}"
        changes += len(overridden)
        before = after
    assert changes >= 5


def make_shelter(root: Path, own: Path) -> None:
    """Let a shelter change a step and a number, have a page and a number of its own, and show one country."""
    write(own, {"organisation.yml": SETTINGS, "docs/house.md": HOUSE})
    change(root, own, Path(SHELTER).stem)
    edit(own, SHELTER, "\n---\n", "\n---\nCasa Clara is near you. You can come at any hour.\n\n")
    write(own, {PLACE: NUMBERS})
    remember(root, own, VERSION)


@pytest.fixture(params=["made-up", pytest.param("real", marks=pytest.mark.long)])
def guides(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """The guide at one commit after another, with all that its check reads."""
    if request.param == "real":
        return (check_out(ROOT, one, tmp_path / one) for one in real_commits(CHECKED))
    return changed_guides(tmp_path)


def changed_guides(folder: Path) -> Iterator[Path]:
    """Yield the present guide, then one of which what the shelter changed is changed too."""
    for number in (0, 1):
        root = folder / f"guide-{number}"
        root.mkdir()
        for name in ("content", "docs"):
            shutil.copytree(ROOT / name, root / name)
        for name in ("theme", "tests", "checklist", "mkdocs.yml", "CHANGELOG.md"):
            (root / name).symlink_to(ROOT / name)
        if number:
            body = (root / SHELTER).read_text("utf-8")
            (root / SHELTER).write_text(f"{body}\nYou can ask a friend to call for you.\n", "utf-8")
        yield root


def test_a_shelters_copy_has_no_problem_and_no_conflict_at_any_commit(
    guides: Iterator[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own, conflicts, told = tmp_path / "own", 0, 0
    for root in guides:
        if not own.exists():
            make_shelter(root, own)
        before = {path: path.read_bytes() for path in own.rglob("*") if path.is_file()}
        monkeypatch.delenv(VARIABLE, raising=False)
        plain = problems_of(root)
        monkeypatch.setenv(VARIABLE, str(own))
        assert [problem for problem in problems_of(root) if problem not in plain] == [], root.name
        told += len(changed_texts(copy_of(root, own)))
        conflicts += sum(len(text.both) for text in changed_texts(copy_of(root, own)))
        assert before == {path: path.read_bytes() for path in own.rglob("*") if path.is_file()}
        take_note(root, own)
        assert "Casa Clara is near you." in (own / SHELTER).read_text("utf-8")
    assert conflicts == 0
    assert told == (1 if root.name == "guide-1" else 0)


def problems_of(root: Path) -> list[str]:
    config = load_config(str(root / "mkdocs.yml"), hooks=[], watch=[])
    return load_guide(config)[1]
