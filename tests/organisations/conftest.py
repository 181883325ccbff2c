"""The copies of three made-up organisations, each built once, and a Chromium that opens them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page, Playwright

from tests.browser.support import DESKTOP, EXIT_PAGE, FLAGS, QUICK_PYTHON, Seen, serve
from tests.conftest import ROOT
from tests.organisations.build_copy import CASES

SHELTER, UNIVERSITY, HELPLINE = "irish-shelter", "us-university", "helpline-sub-path"
COPIES = (SHELTER, UNIVERSITY, HELPLINE)
BELOW = {HELPLINE: "notes/"}
"""The path of the address at which a copy is published, where it has one."""
CopyOf = Callable[[str], Path]
OpenCopy = Callable[..., Page]


def settings_of(name: str) -> dict[str, Any]:
    """Return what an organisation sets, each value as it is written."""
    text = (CASES / name / "organisation.yml").read_text(encoding="utf-8")
    settings: dict[str, Any] = yaml.load(text, yaml.BaseLoader)
    return settings


@pytest.fixture(scope="session")
def copy_of(tmp_path_factory: pytest.TempPathFactory) -> CopyOf:
    """Return a function that gives the built site of an organisation: the shelter's with its PDFs."""
    built: dict[str, Path] = {}

    def copy_of(name: str) -> Path:
        if name not in built:
            out = tmp_path_factory.mktemp(name) / BELOW.get(name, "site")
            quick = [] if name == SHELTER else ["--quick"]
            command = [sys.executable, "-m", "tests.organisations.build_copy", name, str(out), *quick]
            done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stdout + done.stderr
            built[name] = out
        return built[name]

    return copy_of


@pytest.fixture(scope="session")
def browser(playwright: Playwright, headless_path: str) -> Iterator[Browser]:
    browser = playwright.chromium.launch(executable_path=headless_path, args=[*FLAGS, QUICK_PYTHON])
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def homes(copy_of: CopyOf) -> Iterator[Callable[[str], str]]:
    """Return a function that gives the address that a copy is served at, below a path where it has one."""
    found: dict[str, str] = {}
    with ExitStack() as servers:

        def home_of(name: str) -> str:
            if name not in found:
                site = copy_of(name)
                folder = site.parent if name in BELOW else site
                found[name] = servers.enter_context(contextmanager(serve)(folder)) + BELOW.get(name, "")
            return found[name]

        yield home_of


@pytest.fixture
def open_copy(browser: Browser, homes: Callable[[str], str]) -> Iterator[OpenCopy]:
    """Return a function that opens an address of a copy in a fresh context; nothing else may be asked for."""
    with ExitStack() as contexts:

        def open_copy(
            name: str, address: str = "index.html", *, scripts: bool = True, **options: Any
        ) -> Page:
            exits = [settings_of(name)["exit_url"], settings_of(name).get("second_exit_url", "")]
            seen = Seen(homes(name))
            context = browser.new_context(java_script_enabled=scripts, **{"viewport": DESKTOP, **options})
            contexts.callback(refuse_others, seen, exits)
            contexts.callback(context.close)
            seen.watch(context)
            context.route(exits[0], lambda route: route.fulfill(body=EXIT_PAGE, content_type="text/html"))
            page = context.new_page()
            page.goto(homes(name) + address)
            return page

        yield open_copy


def refuse_others(seen: Seen, exits: list[str]) -> None:
    """Fail where a page asked another host, other than the exits, or broke its policy."""
    assert [url for url in seen.foreign if url not in exits] == []
    assert seen.errors == []
