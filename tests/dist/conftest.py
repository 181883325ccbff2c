"""The files that can be carried, and a Chromium that opens them from a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from lxml.html import HtmlElement
from playwright.sync_api import Browser, BrowserContext, Page, Playwright

from tests.browser.support import DESKTOP, EXIT_PAGE, EXIT_URL, FLAGS, QUICK_PYTHON, SITE
from tests.engines.one_file import SMALL, WHOLE, find_dist, leave_out_python, make_quick, make_stick

NO_PYTHON = "no-python.html"
"""The whole edition but for Python, which a test of the plan's other tools need not start."""


@pytest.fixture(scope="session")
def dist() -> Path:
    return find_dist()


@pytest.fixture(scope="session")
def site() -> Path:
    return SITE


@pytest.fixture(params=[WHOLE, SMALL])
def one_file(request: pytest.FixtureRequest) -> str:
    """The name of each edition in turn."""
    return str(request.param)


@pytest.fixture
def text(dist: Path, one_file: str) -> str:
    return (dist / one_file).read_text(encoding="utf-8")


@pytest.fixture
def document(text: str) -> HtmlElement:
    return html.document_fromstring(text)


@pytest.fixture(scope="session")
def browser(playwright: Playwright, headless_path: str) -> Iterator[Browser]:
    browser = playwright.chromium.launch(executable_path=headless_path, args=[*FLAGS, QUICK_PYTHON])
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def stick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files, as on a stick; a small one whose passphrases cost little, a whole one without Python."""
    stick = make_stick(tmp_path_factory.mktemp("stick"))
    make_quick(stick, SMALL)
    leave_out_python(stick, NO_PYTHON)
    return stick


OpenFile = Callable[..., Page]


@pytest.fixture
def did() -> Iterator[list[str]]:
    """What pages asked for beyond their own file, and errors: violations of the policy among them.

    A test that provokes one empties it after looking at it.
    """
    did: list[str] = []
    yield did
    assert did == []


@pytest.fixture
def open_file(browser: Browser, stick: Path, did: list[str]) -> Iterator[OpenFile]:
    """Return a function that opens a file of the stick in a fresh browser context, with no network."""
    contexts: list[BrowserContext] = []

    def open_file(
        file: str | Path = WHOLE, *, scripts: bool = True, before: str = "", **options: Any
    ) -> Page:
        context = browser.new_context(java_script_enabled=scripts, **{"viewport": DESKTOP, **options})
        contexts.append(context)
        context.add_init_script(before)
        page = context.new_page()
        address = (stick / file).as_uri()
        near = (address, EXIT_URL, "data:", "blob:")
        context.on("request", lambda asked: None if asked.url.startswith(near) else did.append(asked.url))
        context.on("weberror", lambda error: did.append(str(error.error)))
        context.on("console", lambda line: did.append(line.text) if line.type == "error" else None)
        context.route(EXIT_URL, lambda route: route.fulfill(body=EXIT_PAGE, content_type="text/html"))
        page.goto(address)
        return page

    yield open_file
    for context in contexts:
        context.close()
