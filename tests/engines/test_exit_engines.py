"""Leaving when the everyday page does not load, and what other tabs do, in three engines."""

from __future__ import annotations

import socket
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.browser.support import EXIT_PAGE, EXTRA, Handler
from tests.engines.engine import Engine
from tests.engines.fixtures import NAMES, StartEngine, borrow
from tests.engines.host import Host
from tests.engines.one_file import SMALL, make_stick, open_file

pytest_plugins = "tests.engines.fixtures"

SECOND_PAGE = "<!doctype html><title>Second page</title><h1>Second page</h1>"
BEFORE = "<!doctype html><title>Page before</title><a href='#'>Page before</a>"
EMPTY = "about:blank"
POINT = """(first, second) => {
  for (const link of document.querySelectorAll("[data-quick-exit]")) link.href = first;
  document.querySelector("script[data-second]").dataset.second = second;
}"""
# Four times as fast, where no page is to come. One that is to come takes its time on a busy machine; and
# WebKitGTK, which starts a process for each site, loses it when it is asked for before the first has its own.
HURRY = """() => {
  const wait = setTimeout;
  window.setTimeout = (work, time, ...given) => wait(work, time / 4, ...given);
}"""
# Once the driver has its answer: it waits for a page that was asked for.
LEAVE = "() => void setTimeout(() => document.querySelector('.exit').click(), 200)"
STOP = "() => document.addEventListener('guide:leaving', () => setTimeout(() => stop(), 500))"
"""As the browser's own button to stop does, half a second later."""
OFFLINE = "() => void Object.defineProperty(navigator, 'onLine', { value: false })"
LISTED = """select urls.url, urls.title from visits join urls on urls.id = visits.url
  where visits.transition & 0x20000000 and visits.transition & 0xff not in (3, 4, 10) order by visits.id"""
"""What Chromium lists of its history: the end of each chain of redirects, and no frames."""
PLACES = """select url, moz_places.title from moz_historyvisits join moz_places
  on moz_places.id = place_id where not hidden order by moz_historyvisits.id"""


@pytest.fixture
def hosts(tmp_path: Path) -> Iterator[dict[str, Host]]:
    """The page that was open before, and two everyday pages."""
    hosts = {}
    for name, text in {"before": BEFORE, "second": SECOND_PAGE, "weather": EXIT_PAGE}.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(text, encoding="utf-8")
        hosts[name] = Host(tmp_path / name)
    yield hosts
    for host in hosts.values():
        host.stop()


@pytest.fixture
def pages(hosts: dict[str, Host]) -> Iterator[dict[str, str]]:
    """Their addresses, and that of a host that never answers."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        hangs = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        yield {name: host.address for name, host in hosts.items()} | {"hangs": hangs}


@pytest.fixture
def engines(running: dict[str, Engine], start_engine: StartEngine) -> list[Engine]:
    """All three: what takes its time by the clock, they do at the same time."""
    return [borrow(name, running, start_engine) for name in NAMES]


@pytest.fixture
def nothing_to_show(monkeypatch: pytest.MonkeyPatch, pages: dict[str, str]) -> str:
    """An address that answers without a page: the browser stays where it is."""
    serve = Handler.do_GET

    def answer(handler: Handler) -> None:
        if handler.path == "/nothing":
            handler.send_response(204)
            handler.end_headers()
        else:
            serve(handler)

    monkeypatch.setattr(Handler, "do_GET", answer)
    return pages["weather"] + "nothing"


def leave(engine: Engine, host: Host, pages: dict[str, str], first: str, second: str, *scripts: str) -> None:
    """Come from a page to the guide, and leave it for pages that fail or not."""
    engine.open(pages["before"])
    engine.open(host.address + "phone.html")
    engine.wait_for("html[data-reader=waiting]")
    for script in [HURRY, *scripts] if second == pages["hangs"] else scripts:
        engine.script(script)
    engine.script(POINT, first, second)
    engine.script(LEAVE)


def is_at(engine: Engine, address: str) -> None:
    engine.wait_for(lambda: engine.shown()[1] == address)


def stays_at(engine: Engine, address: str, before: str) -> None:
    """Reload, Back and Forward meet no guide."""
    is_at(engine, address)
    before_reload = engine.shown()
    engine.script("() => void setTimeout(() => location.reload(), 100)")
    engine.wait_for(lambda: engine.shown() != before_reload)
    is_at(engine, address)
    engine.script("() => void setTimeout(() => history.back(), 100)")
    is_at(engine, before)
    engine.script("() => void setTimeout(() => history.forward(), 100)")
    is_at(engine, address)


def test_a_page_that_hangs_is_followed_by_the_second(
    engines: list[Engine], host: Host, pages: dict[str, str]
) -> None:
    for engine in engines:
        leave(engine, host, pages, pages["hangs"], pages["second"])
    for engine in engines:
        stays_at(engine, pages["second"], pages["before"])


def test_a_page_that_is_stopped_on_its_way_is_followed_by_the_second(
    engines: list[Engine], host: Host, pages: dict[str, str]
) -> None:
    for engine in engines:
        leave(engine, host, pages, pages["hangs"], pages["second"], STOP)
    for engine in engines:
        is_at(engine, pages["second"])


def test_an_answer_without_a_page_is_followed_by_the_second(
    engines: list[Engine], host: Host, pages: dict[str, str], nothing_to_show: str, hosts: dict[str, Host]
) -> None:
    """The host reports it: Firefox's driver waits for a page that never loads, and answers nothing else."""
    for engine in engines:
        leave(engine, host, pages, nothing_to_show, f"{pages['second']}?{engine.name}")
    for engine in engines:
        engine.wait_for(lambda engine=engine: f"/?{engine.name}" in hosts["second"].asked)
        if engine.name != "firefox":
            stays_at(engine, f"{pages['second']}?{engine.name}", pages["before"])


def test_where_both_hang_an_empty_page_is_the_end(
    engines: list[Engine], host: Host, pages: dict[str, str]
) -> None:
    for engine in engines:
        leave(engine, host, pages, pages["hangs"], pages["hangs"])
    for engine in engines:
        stays_at(engine, EMPTY, pages["before"])


def test_without_a_network_an_empty_page_comes_at_once(
    engine: Engine, host: Host, pages: dict[str, str]
) -> None:
    leave(engine, host, pages, pages["hangs"], pages["hangs"], OFFLINE)
    stays_at(engine, EMPTY, pages["before"])


def test_what_the_history_lists_after_the_second_page(
    start_engine: StartEngine, host: Host, pages: dict[str, str]
) -> None:
    guide = [host.address + "phone.html", EXTRA["exit_title"]]
    second = [pages["second"], "Second page"]
    engines = [start_engine(name, whole=True) for name in ("chromium", "firefox")]
    for engine in engines:
        leave(engine, host, pages, pages["hangs"], pages["second"])
    for engine in engines:
        is_at(engine, pages["second"])
        engine.close()
    chromium, firefox = engines
    assert listed(chromium, "Default/History", LISTED) == [[pages["before"], "Page before"], second]
    assert listed(firefox, "places.sqlite", PLACES) == [[pages["before"], "Page before"], guide, second]


def listed(engine: Engine, file: str, query: str) -> list[list[str]]:
    with closing(sqlite3.connect(engine.profile / file)) as history:
        return [list(row) for row in history.execute(query)]


# Other tabs


def leave_in_second_tab(engine: Engine, address: str) -> None:
    with engine.second_tab():
        engine.open(address)
        engine.wait_for(".exit")
        engine.wait_for(lambda: engine.script("document.documentElement.dataset.reader !== undefined"))
        engine.script(LEAVE)
        engine.wait_for(lambda: engine.shown()[1] != address)


def hides_and_comes_back(engine: Engine) -> None:
    engine.wait_for("html[data-hidden] .front h1")
    assert not engine.shows("main, header, nav, footer p:not(.exit-status)")
    assert engine.shows("a.exit[data-quick-exit]")
    assert engine.script("document.title") == EXTRA["neutral_title"]
    engine.click(".front button")
    engine.wait_for("html:not([data-hidden]) main h1")


def test_another_tab_hides(engine: Engine, host: Host, pages: dict[str, str]) -> None:
    host.exit_url = pages["weather"]
    engine.open(host.address + "phone.html")
    engine.wait_for("html[data-reader=waiting]")
    leave_in_second_tab(engine, host.address)
    hides_and_comes_back(engine)


@pytest.mark.parametrize("engine", ["chromium", "firefox"], indirect=True)
def test_another_tab_of_the_one_file_hides(
    engine: Engine, tmp_path_factory: pytest.TempPathFactory, pages: dict[str, str]
) -> None:
    address = open_file(engine, make_stick(tmp_path_factory.mktemp("stick")) / SMALL)
    leave_in_second_tab(engine, address)
    hides_and_comes_back(engine)


@pytest.mark.parametrize("engine", ["chromium", "firefox"], indirect=True)
def test_a_page_that_is_kept_for_back_is_not_shown_as_it_was(
    engine: Engine, host: Host, pages: dict[str, str]
) -> None:
    """It hides, or the browser has dropped it and loads it again."""
    host.exit_url = pages["weather"]
    engine.open(host.address + "phone.html")
    engine.wait_for("html[data-reader=waiting]")
    engine.script("() => void (window.isOld = true)")
    engine.open(pages["before"])
    leave_in_second_tab(engine, host.address)
    engine.script("() => void setTimeout(() => history.back(), 100)")
    is_at(engine, host.address + "phone.html")
    as_it_was = "Boolean(window.isOld && document.documentElement.dataset.hidden === undefined)"
    engine.wait_for(lambda: engine.script(f"[{as_it_was}]") == [False])
