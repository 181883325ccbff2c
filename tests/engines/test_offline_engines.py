"""The kept guide in three engines: no network, a restarted browser, a login portal in between."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.support import EXTRA, SEARCHED, SITE
from tests.engines.engine import Engine
from tests.engines.fixtures import make_quick
from tests.engines.host import PORTAL, Host
from tests.engines.plan import is_ticked, keep, open_plan, tick, unlock, vault_is

pytest_plugins = "tests.engines.fixtures"
pytestmark = pytest.mark.one_engine("webkit")

RESTARTED = "tests/browser/test_offline_restart.py"
LARGE = 180  # seconds: about 5 MB, each file checked
FETCH = """(address) => fetch(address).then(async (answer) =>
  [answer.status, new TextDecoder("latin1").decode(await answer.arrayBuffer()).slice(0, 5)])"""
LEFT = """async () => [
  (await navigator.serviceWorker.getRegistrations()).length,
  await caches.keys(),
  await indexedDB.databases(),
]"""


@pytest.fixture(scope="module")
def hosts() -> Iterator[dict[str, Host]]:
    """The host whose guide each engine keeps."""
    hosts: dict[str, Host] = {}
    yield hosts
    for host in hosts.values():
        host.stop()


@pytest.fixture
def kept(engine: Engine, hosts: dict[str, Host]) -> Host:
    """The host of a guide that `engine` keeps with all its parts; it is gone."""
    if engine.name not in hosts:
        host = Host(SITE)
        make_quick(host)
        keep_guide(engine, host, "all")
        hosts[engine.name] = host
        host.stop()
        engine.restart()
    host = hosts[engine.name]
    host.stop()
    host.portal = None
    engine.open(host.address)
    engine.wait_for("html[data-reader=ready]")
    return host


def keep_guide(engine: Engine, host: Host, choice: str) -> None:
    engine.open(host.address + "offline.html")
    engine.wait_for("html[data-offline-state=off]")
    engine.click(f"[data-offline={choice}]")
    engine.wait_for("html:is([data-offline-state=kept], [data-offline-state=failed])", LARGE)
    assert engine.text(".offline-said") == "Done. The guide is now kept in this browser."


@pytest.mark.every_engine
def test_a_visit_keeps_nothing(engine: Engine, host: Host) -> None:
    engine.open(host.address + "offline.html")
    engine.wait_for("[data-offline=all]")
    engine.wait_for("html[data-offline-state=off]")
    assert engine.script(LEFT) == [0, [], []]


@pytest.mark.twin(f"{RESTARTED}::test_it_opens_and_so_does_a_part")
@pytest.mark.every_engine
def test_it_opens_after_a_restart_without_a_network(engine: Engine, kept: Host) -> None:
    assert engine.script("document.title") == EXTRA["neutral_title"]
    engine.wait_for("html[data-offline-state=kept]")
    engine.click("a[data-open='phone']")
    engine.wait_for("[data-view-id=phone] h1")


def test_every_kind_of_page_opens(engine: Engine, kept: Host) -> None:
    for address in ("phone.html", "plan.html?from=elsewhere", "sheets/incident-log.html"):
        engine.open(kept.address + address)
        assert engine.shows("h1")
        assert engine.shows(".exit")


def test_a_missing_page_is_the_guides_own_and_has_the_exit(engine: Engine, kept: Host) -> None:
    """A missing address shows the guide's own page, with the exit."""
    engine.open(kept.address + "there-is-no-such-page.html")
    own = engine.text("h1")
    engine.open(kept.address + "404.html")
    assert engine.text("h1") == own
    assert engine.shows(".exit")


def test_search_finds(engine: Engine, kept: Host) -> None:
    engine.type(".search-field", SEARCHED)
    engine.click(".search-results a")
    engine.wait_for("[data-view-id=devices] h1")


def test_python_answers(engine: Engine, kept: Host) -> None:
    open_plan(engine)
    engine.click("details.question-part > summary")
    engine.click("[data-fact] input[value=yes]")
    engine.wait_for("html[data-python=ready][data-python-core=published]")
    engine.wait_for(lambda: engine.script("document.querySelectorAll('[data-horizon] .reason').length"))


@pytest.mark.twin(f"{RESTARTED}::test_the_plan_is_fitted_kept_locked_and_opened_and_nothing_is_reported")
@pytest.mark.every_engine
def test_a_plan_is_kept_and_opened_again(engine: Engine, kept: Host) -> None:
    open_plan(engine)
    tick(engine)
    passphrase = keep(engine)
    engine.open(kept.address)
    open_plan(engine)
    vault_is(engine, "locked")
    unlock(engine, passphrase)
    assert is_ticked(engine)


def test_a_sheet_and_its_files_are_there(engine: Engine, kept: Host) -> None:
    """A sheet and its files are available."""
    engine.open(kept.address + "sheets/incident-log.html")
    assert engine.shows(".sheets table")
    assert engine.script(FETCH, "incident-log-a4.pdf") == [200, "%PDF-"]


@pytest.mark.twin(f"{RESTARTED}::test_the_exit_leaves")
@pytest.mark.every_engine
def test_the_exit_leaves(engine: Engine, kept: Host) -> None:
    asked = f"{EXTRA['exit_url'].split('/')[2]}:443"
    engine.outside.asked.clear()
    engine.click(".exit")
    engine.wait_for(lambda: asked in engine.outside.asked)
    engine.wait_for(lambda: not engine.shows("[data-view-id]"))


def test_a_network_that_answers_with_its_own_page_harms_nothing(engine: Engine, kept: Host) -> None:
    """A network that answers with its own page does no harm."""
    kept.start()
    kept.portal = PORTAL
    engine.restart()
    engine.open(kept.address)
    engine.wait_for("html[data-offline-state=kept]")
    assert engine.script("document.title") == EXTRA["neutral_title"]
    test_python_answers(engine, kept)
    kept.stop()
    engine.open(kept.address + "phone.html")
    assert engine.shows("[data-view-id=phone] h1")


@pytest.mark.every_engine
def test_it_is_removed_without_a_trace_in_storage(engine: Engine, host: Host) -> None:
    keep_guide(engine, host, "guide")
    engine.click("[data-offline=remove]")
    engine.wait_for("html[data-offline-state=off]")
    engine.wait_for(lambda: engine.script(LEFT) == [0, [], []])
    host.stop()
    engine.restart()
    engine.open(host.address)
    engine.wait_for(lambda: not engine.shows(".exit"))
