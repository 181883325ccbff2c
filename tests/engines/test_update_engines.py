"""A kept guide and a newer version, in three engines: offered, loaded completely or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from threading import Event

import pytest

from hooks.content.records import Withdrawn
from tests.browser.offline_support import Answer, Host, flip, hold, hosted, portal
from tests.engines.engine import Engine, Settings
from tests.engines.fixtures import StartEngine
from tests.engines.offline import (
    CHANGED,
    NEW_TEXT,
    NO_ANSWER,
    NO_ROOM,
    NOT_OURS,
    STILL_WORKS,
    UPDATED,
    keep_guide,
    kept_files,
    large_text,
    nothing_is_kept,
    open_newer,
    open_view,
    press,
    said,
    shows_newer,
    state,
)
from tests.engines.plan import is_ticked, keep, open_plan, tick, unlock

pytest_plugins = "tests.engines.fixtures"
pytestmark = pytest.mark.one_engine("webkit")

LISTS = {"files.json", "worker.js"}
PYTHON = "assets/python/"  # not part of this copy of the site
UPDATE_NOW = """async () => {
  const registration = await navigator.serviceWorker.getRegistration()
  await registration.update().catch(() => {})
  const worker = registration.installing
  if (worker) await new Promise((resolve) => (worker.onstatechange = resolve))
  return [registration.installing, registration.waiting]
}"""
PARTS = len("notes:/:")


@pytest.fixture
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    with hosted(tmp_path_factory.mktemp("host") / "site") as host:
        yield host


def fetched(host: Host) -> set[str]:
    return {path for path in host.asked if path not in LISTS and not path.startswith(PYTHON)}


def versions(engine: Engine) -> list[str]:
    return [name[PARTS:] for name in kept_files(engine)]


def test_it_is_offered_fetches_what_changed_and_waits_for_the_next_opening(
    engine: Engine, host: Host
) -> None:
    """It is offered, fetches what changed, and waits until the guide is opened again."""
    engine.open(host.address)
    open_plan(engine)
    tick(engine)
    passphrase = keep(engine)
    keep_guide(engine, host.address)
    with engine.second_tab() as (first, second):
        engine.open(host.address)
        open_plan(engine)
        host.publish(phone_html=NEW_TEXT)
        host.asked.clear()

        engine.turn_to(first)
        engine.open(f"{host.address}phone.html")
        engine.wait_for(".offline-note")
        assert engine.text(".offline-note") == "Newer version of the kept guide"
        assert not shows_newer(engine)
        open_view(engine, host.address)
        sentence = re.compile(r"There is a newer version of the guide. At most \d+ kB to download.")
        assert sentence.fullmatch(engine.text(".offline-newer p"))
        assert fetched(host) == set()
        press(engine, "update")
        said(engine, UPDATED)
        assert fetched(host) == {"phone.html"}

        # What is open stays as it is, and so does all that it asks for.
        engine.turn_to(second)
        unlock(engine, passphrase)
        assert is_ticked(engine)
        engine.turn_to(first)
        engine.open(f"{host.address}phone.html")
        assert not shows_newer(engine)
        engine.turn_to(second)
    host.stop()
    open_newer(engine, f"{host.address}phone.html")
    assert versions(engine) == [host.manifest()["version"]]
    engine.open(host.address)
    open_plan(engine)
    unlock(engine, passphrase)
    assert is_ticked(engine)


def test_no_browser_brings_it_by_itself(engine: Engine, host: Host) -> None:
    """No browser installs it by itself."""
    keep_guide(engine, host.address)
    before = kept_files(engine)
    host.publish(phone_html=NEW_TEXT)
    assert engine.script(UPDATE_NOW) == [None, None]
    engine.open("about:blank")
    engine.open(f"{host.address}phone.html")
    state(engine, "kept")
    assert not shows_newer(engine)
    assert kept_files(engine) == before


def test_the_older_copy_stays_whole_whatever_happens(engine: Engine, host: Host) -> None:
    """The older copy stays whole, whatever happens.

    One after the other, and last what leaves parts of the newer version behind.
    """
    keep_guide(engine, host.address)
    (before,) = kept_files(engine).items()
    host.publish(phone_html=NEW_TEXT, law_html=NEW_TEXT)
    stopped = "Stopped. The copy that you had still works."
    troubles: list[tuple[Answer, str]] = [
        (flip("phone.html"), f"{CHANGED} {STILL_WORKS}"),
        (portal, f"{NOT_OURS} {STILL_WORKS}"),
        (hold("phone.html", Event()), stopped),
        (lambda path, body: None if path == "phone.html" else body, f"{NO_ANSWER} {STILL_WORKS}"),
    ]
    for answer, sentence in troubles:
        open_view(engine, host.address)
        host.answer = answer
        press(engine, "update")
        if sentence == stopped:
            state(engine, "installing")
            press(engine, "cancel")
        else:
            state(engine, "failed")
        said(engine, sentence)
        still_works(engine, host, before, parts=NO_ANSWER in sentence)
        host.answer = None
        host.start()


def test_the_older_copy_stays_whole_when_there_is_no_room(
    engine: Engine, host: Host, start_engine: StartEngine
) -> None:
    full = start_engine(engine.name, Settings(room=2_500_000))
    try:
        keep_guide(full, host.address)
        (before,) = kept_files(full).items()
        host.publish(phone_html=large_text())
        open_view(full, host.address)
        press(full, "update")
        state(full, "failed")
        said(full, f"{NO_ROOM} {STILL_WORKS}")
        still_works(full, host, before, parts=False)
    finally:
        full.end()


def still_works(engine: Engine, host: Host, before: tuple[str, list[str]], *, parts: bool) -> None:
    """Expect the copy as it was, with or without parts of a newer one, and that it answers."""
    kept = kept_files(engine)
    assert kept[before[0]] == before[1]
    assert len(kept) == 1 + parts
    host.stop()
    engine.open(f"{host.address}phone.html")
    state(engine, "kept")
    assert not shows_newer(engine)


def test_two_versions_later_the_newest_comes(engine: Engine, host: Host) -> None:
    """Two versions later, the newest is installed."""
    keep_guide(engine, host.address)
    for page in ("law_html", "phone_html"):
        host.publish(**{page: NEW_TEXT})
        open_view(engine, host.address)
        press(engine, "update")
        said(engine, UPDATED)
    host.stop()
    open_newer(engine, f"{host.address}phone.html")
    assert versions(engine) == [host.manifest()["version"]]


def test_two_tabs_one_does_it_and_the_other_says_so_and_sees_the_end(engine: Engine, host: Host) -> None:
    """With two tabs, one updates, and the other says so and sees when it is done."""
    open_view(engine, host.address)
    with engine.second_tab() as (first, second):
        open_view(engine, host.address)
        come = Event()
        host.answer = hold("phone.html", come)
        engine.turn_to(first)
        press(engine, "guide")
        state(engine, "installing")
        engine.turn_to(second)
        press(engine, "guide")
        said(engine, "Another tab of this guide is doing this now.")
        come.set()
        for tab in (first, second):
            engine.turn_to(tab)
            state(engine, "kept")
        assert host.asked.count("about.html") == 1


def test_two_tabs_removing_in_one_ends_the_work_of_the_other(engine: Engine, host: Host) -> None:
    """With two tabs, removing in one stops the work of the other."""
    keep_guide(engine, host.address)
    host.publish(phone_html=NEW_TEXT)
    open_view(engine, host.address)
    with engine.second_tab() as (first, second):
        open_view(engine, host.address)
        come = Event()
        host.answer = hold("phone.html", come)
        press(engine, "update")
        state(engine, "installing")
        engine.turn_to(first)
        press(engine, "remove")
        for tab in (first, second):
            engine.turn_to(tab)
            state(engine, "off")
        come.set()
        engine.wait_for(lambda: nothing_is_kept(engine))
        engine.pause()
        assert nothing_is_kept(engine)


@pytest.mark.every_engine
def test_a_withdrawn_version_is_told_plainly_to_who_keeps_it_and_to_nobody_else(
    engine: Engine, host: Host, start_engine: StartEngine
) -> None:
    """People who keep a withdrawn version are told plainly, and nobody else is."""
    keep_guide(engine, host.address)
    why = "The number for Ireland was wrong. Call 112 instead."
    withdrawn = Withdrawn(version=host.manifest()["version"], day="2026-11-22", why=why)
    host.publish([withdrawn], phone_html=NEW_TEXT)
    engine.open(f"{host.address}now.html")
    engine.wait_for("[role=alert]")
    assert engine.text("[role=alert]") == (
        "Please do not rely on the copy of the guide in this browser. "
        f"{why} You can get the newer version here."
    )
    engine.click("[role=alert] a")
    engine.wait_for("html[data-view=offline]")
    press(engine, "update")
    said(engine, UPDATED)
    engine.open(f"{host.address}now.html")
    engine.wait_for("[role=alert]")
    assert "Close this guide in all tabs, then open it again." in engine.text("[role=alert]")
    host.asked.clear()
    open_newer(engine, f"{host.address}phone.html")
    press_and_forget(engine, host)


def press_and_forget(engine: Engine, host: Host) -> None:
    """Remove the guide; then nothing is said of versions, nor asked for."""
    open_view(engine, host.address)
    press(engine, "remove")
    state(engine, "off")
    host.asked.clear()
    engine.open(f"{host.address}now.html")
    engine.wait_for("h1")
    assert not engine.shows(".offline-note")
    assert "files.json" not in host.asked


def test_a_withdrawn_version_is_not_spoken_of_without_a_network(engine: Engine, host: Host) -> None:
    """Without a network, a withdrawn version is not mentioned."""
    keep_guide(engine, host.address)
    host.stop()
    engine.open(f"{host.address}now.html")
    state(engine, "kept")
    assert not engine.shows(".offline-note")
