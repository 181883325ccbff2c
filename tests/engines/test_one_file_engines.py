"""The guide in one file, opened from a folder in three engines, with no network and no host."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pyrage
import pytest

from tests.browser.support import EXTRA, ROOT
from tests.engines.engine import Engine
from tests.engines.plan import is_ticked, keep, open_plan, tick, unlock, vault_is

pytest_plugins = "tests.engines.fixtures"

DIST = Path(os.environ.get("DIST", ROOT / "dist")).resolve()
NAME = EXTRA["pocket_name"]
FOLDER = "Meine Notizen ü 笔记"
FETCHED = """performance.getEntriesByType("resource").map(({ name }) => name)
  .filter((name) => !/^(blob|data):/.test(name))"""


@pytest.fixture(scope="module")
def carried(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both editions, in a folder whose name has spaces and letters of other scripts."""
    if not (DIST / "SHA256SUMS").is_file():
        pytest.fail(f"{DIST} holds no SHA256SUMS; make dist first", pytrace=False)
    folder = tmp_path_factory.mktemp("stick") / FOLDER
    shutil.copytree(DIST, folder)
    return folder


@pytest.fixture
def whole(engine: Engine, carried: Path) -> str:
    """The address of the edition with Python; `engine` shows it."""
    return open_file(engine, carried / f"{NAME}.html")


@pytest.fixture
def small(engine: Engine, carried: Path) -> str:
    return open_file(engine, carried / f"{NAME}-small.html")


def open_file(engine: Engine, file: Path) -> str:
    engine.open(file.as_uri())
    engine.wait_for("html[data-reader=ready]")
    return file.as_uri()


def reads_and_searches(engine: Engine) -> None:
    assert engine.script("document.title") == EXTRA["neutral_title"]
    before = engine.script("[location.href, history.length]")
    engine.click("a[data-open='phone']")
    engine.wait_for("[data-view-id=phone] h1")
    engine.type(".search-field", "photograph tracker")
    engine.click(".search-results a")
    engine.wait_for("[data-view-id=devices] h1")
    assert engine.script("[location.href, history.length]") == before
    assert engine.script(FETCHED) == []


def test_the_whole_edition_reads_and_searches_without_asking_for_anything(engine: Engine, whole: str) -> None:
    reads_and_searches(engine)


def test_the_small_edition_reads_and_searches_without_asking_for_anything(engine: Engine, small: str) -> None:
    reads_and_searches(engine)


def test_python_answers_in_the_whole_edition(engine: Engine, whole: str) -> None:
    open_plan(engine)
    engine.click("details.question-part > summary")
    engine.click("[data-fact] input[value=yes]")
    engine.wait_for("html[data-python=ready]")
    engine.wait_for(lambda: engine.script("document.querySelectorAll('[data-horizon] .reason').length"))
    assert engine.script(FETCHED) == []


def test_the_small_edition_has_the_plan_without_tailoring_and_says_so(engine: Engine, small: str) -> None:
    open_plan(engine)
    tick(engine)
    engine.wait_for("html[data-python=failed]")
    assert engine.text("[data-view-id=plan] .plan-status")


def test_a_plan_is_saved_as_a_file_that_age_opens(engine: Engine, whole: str) -> None:
    open_plan(engine)
    tick(engine)
    engine.script("document.querySelector('[data-file=save]').open = true")
    words = str(engine.wait_for(lambda: engine.text("[data-file=save] .made-words")))
    engine.click("[data-vault=save]")
    assert b"done" in pyrage.passphrase.decrypt(engine.saved("notes.age"), words)


def test_a_plan_is_kept_in_the_browser_and_opens_after_a_restart(engine: Engine, whole: str) -> None:
    open_plan(engine)
    tick(engine)
    passphrase = keep(engine)
    engine.restart()
    engine.open(whole)
    open_plan(engine)
    vault_is(engine, "locked")
    unlock(engine, passphrase)
    assert is_ticked(engine)
    engine.script("document.querySelector('[data-wipe]').open = true")
    engine.click("[data-vault=wipe]")
    vault_is(engine, "off")


def test_a_sheet_is_there_and_prints(engine: Engine, whole: str) -> None:
    engine.click("a[data-open='sheets']")
    engine.click("[data-view-id=sheets] a[data-open='sheet-incident-log']")
    engine.wait_for("[data-view-id=sheet-incident-log] .sheets table")


def test_the_exit_leaves(engine: Engine, whole: str) -> None:
    asked = f"{EXTRA['exit_url'].split('/')[2]}:443"
    engine.click(".exit")
    engine.wait_for(lambda: asked in engine.outside.asked)
    engine.wait_for(lambda: not engine.shows("[data-view-id]"))
