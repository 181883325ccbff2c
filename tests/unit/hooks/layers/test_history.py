"""On which day a text of the guide got its present words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hooks.layers.history import DAYS, changed_on, text_days, text_with_hash
from hooks.layers.text_hash import text_hash
from hooks.release.guide import write_days
from tests.unit.hooks.layers.guides import GUIDE, PAGE, STEP, commit, edit, git, write


def guide_with_history(root: Path) -> Path:
    write(root, GUIDE)
    commit(root, "2026-11-22")
    edit(root, STEP, "Pick a new one.", "Pick a new code.")
    commit(root, "2026-11-24")
    edit(root, STEP, "reviewed: 2026-11-22", "reviewed: 2026-11-26")
    edit(root, STEP, "guards your messages", "guards\nyour messages")
    commit(root, "2026-11-26")
    return root


def test_a_text_changed_when_its_words_did_and_not_its_lines_or_the_day_of_its_review(tmp_path: Path) -> None:
    root = guide_with_history(tmp_path)
    assert changed_on(root, STEP) == date(2026, 11, 24)
    assert changed_on(root, PAGE) == date(2026, 11, 22)
    assert changed_on(root, "docs/none.md") is None


def test_words_that_returned_changed_when_they_returned(tmp_path: Path) -> None:
    root = guide_with_history(tmp_path)
    edit(root, STEP, "Pick a new code.", "Pick a new one.")
    commit(root, "2026-11-27")
    assert changed_on(root, STEP) == date(2026, 11, 27)
    (root / PAGE).unlink()
    commit(root, "2026-11-28")
    write(root, {PAGE: GUIDE[PAGE]})
    commit(root, "2026-11-29")
    assert changed_on(root, PAGE) == date(2026, 11, 29)


def test_words_that_a_merge_brings_changed_on_the_day_of_the_merge(tmp_path: Path) -> None:
    root = guide_with_history(tmp_path)
    git(root, "checkout", "-q", "-b", "other")
    edit(root, PAGE, "summary: Keep it close.", "summary: Keep it near.")
    commit(root, "2026-11-27")
    git(root, "checkout", "-q", "main")
    git(root, "merge", "-q", "--no-ff", "-m", "merge", "other", day="2026-11-28")
    assert changed_on(root, PAGE) == date(2026, 11, 28)


def test_of_words_that_are_not_committed_nobody_knows_the_day(tmp_path: Path) -> None:
    root = guide_with_history(tmp_path)
    edit(root, STEP, "Pick a new code.", "Pick one.")
    assert changed_on(root, STEP) is None
    assert changed_on(root, PAGE) == date(2026, 11, 22)


def test_a_history_that_is_cut_off_says_nothing_of_what_is_older(tmp_path: Path) -> None:
    guide_with_history(tmp_path / "whole")
    git(tmp_path, "clone", "-q", "--depth", "2", f"file://{tmp_path}/whole", "cut")
    assert changed_on(tmp_path / "cut", STEP) is None
    edit(tmp_path / "cut", STEP, "Pick a new code.", "Pick one.")
    commit(tmp_path / "cut", "2026-11-28")
    assert changed_on(tmp_path / "cut", STEP) == date(2026, 11, 28)
    assert changed_on(tmp_path / "cut", PAGE) is None


def test_without_a_history_of_its_own_a_guide_knows_no_day(tmp_path: Path) -> None:
    root = write(tmp_path / "inner", GUIDE)
    commit(tmp_path, "2026-11-22")
    assert changed_on(root, STEP) is None
    assert text_days(root) == {}


def test_all_days_at_once_are_those_of_each_text_and_what_an_installed_guide_reads(tmp_path: Path) -> None:
    root = guide_with_history(tmp_path / "guide")
    days = text_days(root)
    assert days[STEP] == "2026-11-24"
    assert days == {
        name: str(changed_on(root, name)) for name in GUIDE if name.endswith(".md") and "/" in name
    }
    installed = write(tmp_path / "installed", GUIDE)
    write_days(root, installed / DAYS)
    commit(installed, "2026-11-30")
    assert changed_on(installed, STEP) == date(2026, 11, 24)
    assert changed_on(installed, "docs/none.md") is None


def test_an_earlier_text_is_found_by_its_hash(tmp_path: Path) -> None:
    root = guide_with_history(tmp_path)
    assert text_with_hash(root, STEP, text_hash(STEP, GUIDE[STEP])) == GUIDE[STEP]
    assert text_with_hash(root, STEP, "00000000") is None
