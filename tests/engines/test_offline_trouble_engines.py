"""Keeping the guide when something goes wrong, in three engines: all or nothing, and the page says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from threading import Event

import pytest

from tests.browser.offline_support import Host, cut_after, flip, hold, hosted, portal
from tests.engines.engine import Engine, Settings
from tests.engines.fixtures import StartEngine
from tests.engines.offline import (
    CHANGED,
    DONE,
    NEW_TEXT,
    NO_ANSWER,
    NO_ROOM,
    NOT_OURS,
    NOTHING_KEPT,
    keep_guide,
    kept_files,
    large_text,
    nothing_is_kept,
    open_view,
    press,
    said,
    state,
)

pytest_plugins = "tests.engines.fixtures"
pytestmark = pytest.mark.one_engine("webkit")

GO_ON = "What has loaded so far stays in this browser. You can go on later, or remove it."
OLD_PAGE = "This page is older than the files on the site. Load the page again, then try once more."
REFUSED = "This browser does not let this page keep files. A private window may be the reason."
UNFINISHED = (
    "This browser has part of the guide, but does not use it yet. Press the same button again to get the "
    "rest. Or you can remove it."
)
REFUSALS = (
    "CacheStorage.prototype.keys = () => Promise.reject(new DOMException('', 'SecurityError'))",
    "delete Navigator.prototype.serviceWorker",
    "delete window.caches",
)
OPEN = "(view) => document.querySelector(`#menu a[data-open=${view}]`).click()"
NOTE_STATES = """() => {
  const root = document.documentElement;
  window.states = [];
  new MutationObserver(() => window.states.push(root.dataset.offlineState))
    .observe(root, { attributeFilter: ["data-offline-state"] });
}"""
NEEDS_SCRIPTS = (
    "The buttons for it need JavaScript. Without it you can print pages, or save them with your browser."
)
IN_FIREFOX = (
    "If you switch JavaScript off in Firefox, a kept guide no longer opens at this address, "
    "with or without a network."
)
WRONG_CLOCK = """
  const day = new Date("%s");
  Date = class extends Date {
    constructor(...given) { super(...(given.length ? given : [day])); }
    static now() { return Number(day); }
  }"""
NO_LISTS = {
    b"{}": NOT_OURS,
    b"\xff\xfe": NOT_OURS,
    b'{"format": 1, "version": "x"}': NOT_OURS,
    b'{"format": 1, "version": "0123456789abcdef", "guide": null}': NOT_OURS,
    b'{"format": 2}': OLD_PAGE,
}


@pytest.fixture
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    with hosted(tmp_path_factory.mktemp("host") / "site") as host:
        yield host


def test_cut_at_every_tenth_it_is_never_used_and_goes_on_where_it_was(engine: Engine, host: Host) -> None:
    """Interrupted at every tenth, a copy is never used, and resumes where it stopped."""
    open_view(engine, host.address)
    for tenth in range(10):
        host.answer = cut_after(tenth / 10, host, "guide")
        engine.script("() => { document.documentElement.dataset.offlineState = 'not yet' }")
        press(engine, "guide")
        state(engine, "failed")
        names = {name for names in kept_files(engine).values() for name in names}
        said(engine, f"{NO_ANSWER} {GO_ON if names else NOTHING_KEPT}")
        assert "kept" not in names, tenth
        if tenth == 9:
            break
        if names:
            press(engine, "remove")
            state(engine, "off")
    host.answer = None
    host.asked.clear()
    press(engine, "guide")
    state(engine, "kept")
    assert names
    assert names & set(host.asked) == set()


def test_an_unfinished_copy_is_told_of_the_next_time_and_can_be_removed(engine: Engine, host: Host) -> None:
    """An unfinished copy is reported the next time, and can be removed."""
    open_view(engine, host.address)
    host.answer = cut_after(0.5, host, "guide")
    press(engine, "guide")
    state(engine, "failed")
    host.answer = None
    open_view(engine, host.address)
    state(engine, "failed")
    assert engine.text(".offline-is") == UNFINISHED
    press(engine, "remove")
    state(engine, "off")
    assert kept_files(engine) == {}


@pytest.mark.every_engine
def test_a_byte_flipped_on_the_way_fails_it_and_leaves_nothing(engine: Engine, host: Host) -> None:
    """A byte flipped in transit makes keeping fail and leaves nothing behind."""
    open_view(engine, host.address)
    host.answer = flip("assets/plan.js")
    press(engine, "guide")
    state(engine, "failed")
    said(engine, f"{CHANGED} {NOTHING_KEPT}")
    assert nothing_is_kept(engine)
    host.answer = None
    press(engine, "guide")
    state(engine, "kept")


def test_a_list_of_another_version_fails_it(engine: Engine, host: Host) -> None:
    """A file list of another version makes keeping fail."""
    open_view(engine, host.address)
    older = (host.folder / "files.json").read_bytes()
    host.publish(phone_html=NEW_TEXT)
    host.answer = lambda path, body: older if path == "files.json" else body
    press(engine, "guide")
    state(engine, "failed")
    said(engine, f"{CHANGED} {NOTHING_KEPT}")
    assert nothing_is_kept(engine)


def test_a_worker_of_another_version_is_not_started(engine: Engine, host: Host) -> None:
    open_view(engine, host.address)
    version = host.manifest()["version"].encode()
    host.answer = lambda path, body: body.replace(version, b"0" * 16) if path == "worker.js" else body
    press(engine, "guide")
    state(engine, "failed")
    said(engine, re.compile("All the files are here, but this browser did not start the part .*"))
    host.answer = None
    press(engine, "guide")
    state(engine, "kept")


def test_a_list_that_is_none_is_told(engine: Engine, host: Host) -> None:
    """Something that is no file list is reported."""
    for sent, sentence in NO_LISTS.items():
        host.answer = lambda path, body, sent=sent: sent if path == "files.json" else body
        open_view(engine, host.address)
        said(engine, f"{sentence} {NOTHING_KEPT}")
        assert engine.script("document.querySelector('[data-offline=guide]').disabled")
        state(engine, "off")


def test_a_network_that_answers_with_its_own_page_is_told(engine: Engine, host: Host) -> None:
    """A network that answers with its own page is reported."""
    open_view(engine, host.address)
    host.answer = portal
    press(engine, "guide")
    state(engine, "failed")
    said(engine, f"{NOT_OURS} {NOTHING_KEPT}")


def test_without_the_site_there_is_nothing_to_choose(engine: Engine, host: Host) -> None:
    open_view(engine, host.address)
    host.stop()
    for view in ("phone", "offline"):
        engine.script(OPEN, view)
    said(engine, "To keep the guide, the browser must reach this site once. You can try again later.")
    assert engine.script("document.querySelector('[data-offline=guide]').disabled")


def test_a_browser_that_refuses_is_told(engine: Engine, host: Host) -> None:
    """A browser that refuses to store is reported."""
    for before in REFUSALS:
        open_view(engine, host.address, before)
        said(engine, f"{REFUSED} {NOTHING_KEPT}")
        assert engine.script("document.querySelector('[data-offline=guide]').disabled")
        state(engine, "off")


def test_a_choice_made_while_the_page_still_asks_for_the_list_is_carried_out(
    engine: Engine, host: Host
) -> None:
    open_view(engine, host.address)
    come = Event()
    host.answer = hold("files.json", come)
    for view in ("phone", "offline"):
        engine.script(OPEN, view)
    press(engine, "guide")
    state(engine, "installing")
    engine.script(NOTE_STATES)
    come.set()
    state(engine, "kept")
    said(engine, DONE)
    assert engine.script("window.states") == ["kept"]


def test_stopping_it_keeps_nothing(engine: Engine, host: Host) -> None:
    """Stopping leaves nothing kept."""
    open_view(engine, host.address)
    host.answer = hold("phone.html", Event())
    press(engine, "guide")
    state(engine, "installing")
    press(engine, "cancel")
    said(engine, "Stopped. Nothing was kept.")
    state(engine, "off")
    assert nothing_is_kept(engine)


def test_a_full_browser_is_told_and_nothing_half_is_left(
    engine: Engine, host: Host, start_engine: StartEngine
) -> None:
    """A full browser is reported, and nothing incomplete is left."""
    full = start_engine(engine.name, Settings(room=400_000))
    try:
        host.publish(phone_html=large_text())
        open_view(full, host.address)
        press(full, "guide")
        state(full, "failed")
        said(full, f"{NO_ROOM} {NOTHING_KEPT}")
        assert nothing_is_kept(full)
    finally:
        full.end()


def test_a_wrong_clock_changes_nothing(engine: Engine, host: Host) -> None:
    for day in ("1999-01-01", "2049-06-30"):
        open_view(engine, host.address, WRONG_CLOCK % day)
        press(engine, "guide")
        state(engine, "kept")
        said(engine, DONE)
        host.stop()
        engine.open(host.address)
        state(engine, "kept")
        host.start()
        open_view(engine, host.address, WRONG_CLOCK % day)
        press(engine, "remove")
        state(engine, "off")


def test_without_scripts_the_page_says_what_the_buttons_need(
    engine: Engine, host: Host, start_engine: StartEngine
) -> None:
    plain = start_engine(engine.name, Settings(scripts=False))
    try:
        plain.open(f"{host.address}offline.html")
        assert plain.text(".offline-needs") == NEEDS_SCRIPTS
        assert not plain.shows("[data-offline]")
        assert plain.shows(".exit")
    finally:
        plain.end()


def test_scripts_switched_off_later_a_kept_guide_opens_or_the_page_has_said_otherwise(
    host: Host, fresh_engine: Engine
) -> None:
    """With scripts switched off later, a kept guide opens, or the page said beforehand that it would not."""
    keep_guide(fresh_engine, host.address)
    if fresh_engine.name == "firefox":  # it starts no worker then, and waits for one for ever
        assert IN_FIREFOX in fresh_engine.text("main")
        return
    fresh_engine.settings = Settings(scripts=False)
    fresh_engine.restart()
    host.stop()
    fresh_engine.open(f"{host.address}phone.html")
    assert fresh_engine.text("h1") == "Your phone"
    assert fresh_engine.shows(".exit")
