"""Three engines for tests: `pytest_plugins` names this module."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Playwright

from hooks.site.offline import MANIFEST, integrity_of
from tests.browser.support import SITE
from tests.browser.vault_support import VAULT_SCRIPT, quick_to_seal
from tests.engines.chromium import Chromium
from tests.engines.engine import Engine, EngineError, Settings
from tests.engines.firefox import Firefox
from tests.engines.host import Host
from tests.engines.webkit import WebKit

NO_PYTHON = {"/assets/python/worker.js": b"throw new Error()"}
"""What a host sends where Python is not to start."""
NAMES = ("chromium", "firefox", "webkit")
StartEngine = Callable[..., Engine]


@pytest.fixture(scope="session")
def start_engine(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[StartEngine]:
    """Return a function that starts an engine, by its name and its settings, with a profile of its own.

    `whole` is for what only the whole Chromium has, as a history on the disk.
    """
    started: list[Engine] = []

    def start(name: str, settings: Settings = Settings(), *, whole: bool = False) -> Engine:  # noqa: B008 - it is frozen
        profile = tmp_path_factory.mktemp(name)
        if name == "chromium":
            playwright: Playwright = request.getfixturevalue("playwright")
            program: str = request.getfixturevalue("chromium_path" if whole else "profile_path")
            engine: Engine = Chromium(profile, settings, playwright, program)
        else:
            engine = {"firefox": Firefox, "webkit": WebKit}[name](profile, settings)
        started.append(engine)
        return engine

    yield start
    for engine in started:
        engine.end()
        engine.outside.stop()


@pytest.fixture(scope="session")
def running() -> dict[str, Engine]:
    """The engines that tests share."""
    return {}


def borrow(name: str, running: dict[str, Engine], start: StartEngine) -> Engine:
    """Return a shared engine on an empty page, restarted if the last test broke it."""
    if name in running:
        try:
            running[name].open("about:blank")
            assert running[name].script("location.href") == "about:blank"
        except (AssertionError, EngineError):
            running.pop(name).end()
    if name not in running:
        running[name] = start(name)
    running[name].outside.asked.clear()
    return running[name]


@pytest.fixture(params=NAMES)
def engine(request: pytest.FixtureRequest, running: dict[str, Engine], start_engine: StartEngine) -> Engine:
    """Each engine in turn. Its profile is shared: a `host` of its own gives a test an origin of its own."""
    engine = borrow(request.param, running, start_engine)
    request.node.user_properties.append((engine.name, engine.version))  # for compatibility.py
    return engine


@pytest.fixture
def firefox(running: dict[str, Engine], start_engine: StartEngine) -> Engine:
    return borrow("firefox", running, start_engine)


@pytest.fixture
def webkit(running: dict[str, Engine], start_engine: StartEngine) -> Engine:
    return borrow("webkit", running, start_engine)


@pytest.fixture(params=NAMES)
def fresh_engine(request: pytest.FixtureRequest, start_engine: StartEngine) -> Iterator[Engine]:
    """Each engine in turn, with a new profile."""
    engine = start_engine(request.param)
    yield engine
    engine.end()


@pytest.fixture
def host() -> Iterator[Host]:
    """The built site, on an origin that no test had before."""
    if not (SITE / "index.html").is_file():
        pytest.fail(f"{SITE} holds no index.html; make build first", pytrace=False)
    host = Host(SITE)
    yield host
    host.stop()


@pytest.fixture
def quick_host(host: Host) -> Host:
    """The same, for tests that are neither about what a passphrase costs nor about Python."""
    make_quick(host)
    host.instead |= NO_PYTHON
    return host


def make_quick(host: Host) -> None:
    """Let a host of the site send a vault that is `quick_to_seal`, and name it in the list of files."""
    vault = quick_to_seal((SITE / VAULT_SCRIPT).read_text("utf-8")).encode()
    manifest = json.loads((SITE / MANIFEST).read_text("utf-8"))
    for group in ("guide", "more"):
        manifest[group]["files"] = [
            [name, len(vault), integrity_of(vault)] if name == VAULT_SCRIPT else [name, *rest]
            for name, *rest in manifest[group]["files"]
        ]
    host.instead = {f"/{VAULT_SCRIPT}": vault, f"/{MANIFEST}": json.dumps(manifest).encode()}
