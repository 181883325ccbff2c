"""The guide in one file, opened from a folder in three engines, with no network and no host."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.plan_vault import WRONG
from tests.browser.support import EXTRA
from tests.engines.engine import Engine
from tests.engines.one_file import (
    CANNOT_TAILOR,
    QUICK,
    SMALL,
    WHOLE,
    asked_for,
    make_quick,
    make_stick,
    open_file,
    python_answers,
    reads_and_searches,
)
from tests.engines.plan import is_ticked, keep, open_plan, tick, unlock, vault_is
from tests.patient_pyrage import decrypt

pytest_plugins = "tests.engines.fixtures"
pytestmark = pytest.mark.one_engine("firefox")

SavedPlan = tuple[Path, str]
"""An encrypted file of a plan with a tick, and its passphrase."""


@pytest.fixture(scope="module")
def carried(tmp_path_factory: pytest.TempPathFactory) -> Path:
    stick = make_stick(tmp_path_factory.mktemp("stick"))
    make_quick(stick)
    return stick


@pytest.fixture
def whole(engine: Engine, carried: Path) -> str:
    """The address of the edition with Python; `engine` shows it."""
    return open_file(engine, carried / WHOLE)


@pytest.fixture
def quick(engine: Engine, carried: Path) -> str:
    """The same, where Python and what a passphrase costs are not the matter."""
    return open_file(engine, carried / QUICK)


@pytest.fixture
def small(engine: Engine, carried: Path) -> str:
    return open_file(engine, carried / SMALL)


@pytest.fixture(scope="module")
def saved_plans() -> dict[str, SavedPlan]:
    """The plan that each engine saved."""
    return {}


@pytest.fixture
def saved_plan(engine: Engine, quick: str, carried: Path, saved_plans: dict[str, SavedPlan]) -> SavedPlan:
    """A plan that `engine` saved next to the one file; `engine` shows the plan's page as it is at first."""
    open_plan(engine)
    if engine.name not in saved_plans:
        tick(engine)
        engine.click("[data-file=save] > summary")
        words = str(engine.wait_for(lambda: engine.text("[data-file=save] .made-words")))
        engine.click("[data-vault=save]")
        path = carried / f"{engine.name}.age"
        path.write_bytes(engine.saved("notes.age"))
        saved_plans[engine.name] = path, words
        open_file(engine, carried / QUICK)
        open_plan(engine)
    assert not is_ticked(engine)
    return saved_plans[engine.name]


def choose(engine: Engine, path: Path) -> None:
    engine.click("[data-file=open] > summary")
    engine.wait_for("[data-file=open] [type=file]")
    engine.choose_file("[data-file=open] [type=file]", path)


def try_to_open(engine: Engine, path: Path, passphrase: str) -> None:
    choose(engine, path)
    is_told(engine, "This file is locked. You can open it with its passphrase.")
    engine.type("[data-file=open] [data-passphrase]", passphrase)
    engine.click("[data-vault=open]")


def is_told(engine: Engine, sentence: str) -> None:
    engine.wait_for(lambda: engine.text("[data-file=open] .said") == sentence)


@pytest.mark.every_engine
def test_the_whole_edition_reads_and_searches_without_asking_for_anything(engine: Engine, whole: str) -> None:
    """The whole edition reads and searches without any request."""
    reads_and_searches(engine)


def test_the_small_edition_reads_and_searches_without_asking_for_anything(engine: Engine, small: str) -> None:
    """The small edition reads and searches without any request."""
    reads_and_searches(engine)


def test_python_answers_in_the_whole_edition(engine: Engine, whole: str) -> None:
    open_plan(engine)
    python_answers(engine)
    assert asked_for(engine) == []


def test_the_small_edition_has_the_plan_without_tailoring_and_says_so(engine: Engine, small: str) -> None:
    open_plan(engine)
    tick(engine)
    engine.wait_for("html[data-python=failed]")
    assert engine.text("[data-view-id=plan] .plan-status") == CANNOT_TAILOR


def test_a_plan_is_saved_as_a_file_that_age_opens(engine: Engine, saved_plan: SavedPlan) -> None:
    path, words = saved_plan
    assert b"done" in decrypt(path.read_bytes(), words)


def test_a_saved_plan_opens_again(engine: Engine, saved_plan: SavedPlan) -> None:
    path, words = saved_plan
    try_to_open(engine, path, words)
    engine.click("[data-compare=replace]")
    is_told(engine, "Your plan is now the one you chose.")
    assert is_ticked(engine)


def test_a_wrong_passphrase_is_told_and_changes_nothing(engine: Engine, saved_plan: SavedPlan) -> None:
    """A wrong passphrase is reported and changes nothing."""
    path, _ = saved_plan
    tick(engine)
    try_to_open(engine, path, "not these five words here")
    is_told(engine, WRONG)
    assert is_ticked(engine)


def test_a_file_that_is_no_plan_is_told_and_changes_nothing(
    engine: Engine, quick: str, tmp_path: Path
) -> None:
    """A file that is not a plan is reported and changes nothing."""
    letter = tmp_path / "Brief für Ána.txt"
    letter.write_text("Dear Ána", encoding="utf-8")
    open_plan(engine)
    tick(engine)
    choose(engine, letter)
    is_told(engine, "This is not a plan from this guide. Nothing was changed.")
    assert is_ticked(engine)


@pytest.mark.every_engine
def test_a_plan_is_kept_in_the_browser_and_opens_after_a_restart(engine: Engine, quick: str) -> None:
    open_plan(engine)
    tick(engine)
    passphrase = keep(engine)
    engine.restart()
    engine.open(quick)
    open_plan(engine)
    vault_is(engine, "locked")
    unlock(engine, passphrase)
    assert is_ticked(engine)
    engine.click("[data-wipe] > summary")
    engine.click("[data-vault=wipe]")
    vault_is(engine, "off")


def test_a_sheet_is_there_and_prints(engine: Engine, whole: str) -> None:
    """A sheet is available and prints."""
    engine.click("a[data-open='sheets']")
    engine.click("[data-view-id=sheets] a[data-open='sheet-incident-log']")
    engine.wait_for("[data-view-id=sheet-incident-log] .sheets table")


@pytest.mark.twin("tests/dist/test_one_file.py::TestLeaving::test_leaving_takes_its_place_in_the_history")
@pytest.mark.every_engine
def test_the_exit_leaves(engine: Engine, whole: str) -> None:
    asked = f"{EXTRA['exit_url'].split('/')[2]}:443"
    engine.click(".exit")
    engine.wait_for(lambda: asked in engine.outside.asked)
    engine.wait_for(lambda: not engine.shows("[data-view-id]"))
