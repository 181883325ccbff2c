"""The guide in Chromium, Firefox and WebKitGTK: reading, leaving, searching, the plan, keeping it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.support import BELOW, EXIT_PAGE, EXTRA, SEARCHED
from tests.engines.engine import Engine
from tests.engines.fixtures import NO_PYTHON
from tests.engines.host import Host
from tests.engines.plan import is_ticked, keep, open_plan, tick, unlock, vault_is
from tests.patient_pyrage import decrypt

STEP = "paso" if BELOW == "es/" else "step"
pytest_plugins = "tests.engines.fixtures"
ONE = pytest.mark.one_engine("webkit")

STORED = """async () => ({
  local: localStorage.length,
  session: sessionStorage.length,
  cookies: document.cookie,
  databases: (await indexedDB.databases()).length,
  caches: (await caches.keys()).length,
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
NOTHING = {"local": 0, "session": 0, "cookies": "", "databases": 0, "caches": 0, "workers": 0}
TRACES = "[location.href, history.length, history.state, document.title]"


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Host]:
    """The page that readers leave to."""
    (tmp_path / "index.html").write_text(EXIT_PAGE, encoding="utf-8")
    elsewhere = Host(tmp_path)
    yield elsewhere
    elsewhere.stop()


def test_it_opens_under_a_neutral_title_and_keeps_nothing(engine: Engine, host: Host) -> None:
    engine.open(host.address)
    assert engine.script("document.title") == EXTRA["neutral_title"]
    engine.wait_for("html[data-reader=ready]")
    assert engine.shows("h1")
    assert engine.shows(".exit")
    assert engine.script(STORED) == NOTHING


@ONE
def test_nothing_is_said_of_missing_files(engine: Engine, host: Host) -> None:
    """No message about missing files appears."""
    for page in ("index.html", "phone.html", "sheets/incident-log.html"):
        engine.open(host.address + page)
        assert not engine.shows(".alone")


def test_topics_open_without_a_trace(engine: Engine, host: Host) -> None:
    engine.open(host.address)
    engine.wait_for("html[data-reader=ready]")
    before = engine.script(TRACES)
    for view in ("phone", "now", "home"):
        engine.click(f"a[data-open='{view}']")
        engine.wait_for(f"[data-view-id={view}] h1")
    assert engine.script(TRACES) == before
    assert engine.script(STORED) == NOTHING


@ONE
def test_a_topic_on_its_own_page_opens_the_others_in_place(engine: Engine, host: Host) -> None:
    engine.open(host.address + "phone.html")
    engine.wait_for("html[data-reader=waiting]")
    before = engine.script(TRACES)
    engine.click("a[data-open='now']")
    engine.wait_for("[data-view-id=now] h1")
    assert engine.script(TRACES) == before


def test_a_tap_leaves_and_takes_the_place_in_the_history(engine: Engine, host: Host, elsewhere: Host) -> None:
    """A tap leaves, and the everyday page replaces the guide in the history."""
    open_to_leave(engine, host, elsewhere)
    before = engine.script("history.length")
    engine.click(".exit")
    has_left(engine, elsewhere, before)


def test_shift_three_times_leaves(engine: Engine, host: Host, elsewhere: Host) -> None:
    """Pressing Shift three times leaves."""
    open_to_leave(engine, host, elsewhere)
    before = engine.script("history.length")
    engine.press("Shift")
    engine.press("Shift")
    engine.wait_for(lambda: engine.text(".exit-status") == "Shift pressed twice. Once more to leave.")
    engine.press("Shift")
    has_left(engine, elsewhere, before)


def open_to_leave(engine: Engine, host: Host, elsewhere: Host) -> None:
    host.exit_url = elsewhere.address
    engine.open(host.address)
    engine.wait_for("html[data-reader=ready]")


def has_left(engine: Engine, elsewhere: Host, entries: int) -> None:
    engine.wait_for(lambda: engine.script("document.title") == "Weather today")
    assert engine.script("[location.href, history.length]") == [elsewhere.address, entries]


def test_the_exit_asks_for_the_page_that_the_guide_names(engine: Engine, host: Host) -> None:
    """The exit requests the page that the guide names."""
    engine.open(host.address)
    engine.wait_for("html[data-reader=ready]")
    engine.click(".exit")
    name = EXTRA["exit_url"].split("/")[2]
    engine.wait_for(lambda: f"{name}:443" in engine.outside.asked)


@ONE
def test_search_finds_and_opens(engine: Engine, host: Host) -> None:
    engine.open(host.address)
    engine.wait_for("html[data-reader=ready]")
    before = engine.script(TRACES)
    engine.type(".search-field", f"{SEARCHED[:-2]}{SEARCHED[-1]}")  # a letter is missing
    engine.wait_for(".search-results a")
    engine.click(".search-results a")
    engine.wait_for("[data-view-id=devices] h1")
    assert SEARCHED.split()[1] in engine.script("document.activeElement.textContent")
    assert engine.script(TRACES) == before


def test_python_answers_on_the_plan(engine: Engine, host: Host) -> None:
    engine.open(host.address)
    open_plan(engine)
    engine.click("details.question-part > summary")
    engine.click("[data-fact] input[value=yes]")
    engine.wait_for("html[data-python=ready][data-python-core=slim]")
    engine.wait_for(lambda: STEP in engine.text("[data-view-id=plan] .plan-status"))
    assert engine.script("document.querySelectorAll('[data-horizon] .reason').length")
    assert engine.script(STORED) == NOTHING


def test_a_kept_plan_is_there_after_a_restart(engine: Engine, host: Host) -> None:
    """A kept plan is still there after a restart.

    The passphrase at its real cost, in each engine; Python, which is not claimed here, does not start.
    """
    host.instead = NO_PYTHON
    engine.open(host.address)
    open_plan(engine)
    tick(engine)
    passphrase = keep(engine)
    engine.restart()
    engine.open(host.address)
    open_plan(engine)
    vault_is(engine, "locked")
    assert not is_ticked(engine)
    unlock(engine, passphrase)
    assert is_ticked(engine)


@ONE
def test_a_plan_is_saved_as_plain_files(engine: Engine, quick_host: Host) -> None:
    engine.open(quick_host.address)
    open_plan(engine)
    tick(engine)
    for button in ("text", "json"):
        engine.script(f"document.querySelector('[data-take={button}]').closest('details').open = true")
    engine.click("[data-take=text]")
    assert EXTRA["neutral_title"].encode() in engine.saved("notes.txt")
    engine.click("[data-take=json]")
    assert "done" in json.dumps(json.loads(engine.saved("notes.json")))


def test_a_plan_is_saved_as_a_file_that_age_opens(engine: Engine, quick_host: Host) -> None:
    engine.open(quick_host.address)
    open_plan(engine)
    tick(engine)
    engine.script("document.querySelector('[data-file=save]').open = true")
    words = str(engine.wait_for(lambda: engine.text("[data-file=save] .made-words")))
    engine.click("[data-vault=save]")
    opened = decrypt(engine.saved("notes.age"), words)
    assert b"done" in opened
