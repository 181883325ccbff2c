"""One Chromium and one served site for all browser tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright

from tests.browser.lasting import Lasting, Lend, new_page
from tests.browser.support import FLAGS, QUICK_PYTHON, SITE, OpenPage, Seen, page_names, serve


@pytest.fixture(scope="session")
def site_folder() -> Path:
    if not (SITE / "index.html").is_file():
        pytest.fail(f"{SITE} holds no index.html; make build first", pytrace=False)
    return SITE


@pytest.fixture(scope="session")
def site(site_folder: Path) -> Iterator[str]:
    """The address that the built site is served at."""
    yield from serve(site_folder)


@pytest.fixture(scope="session")
def page_files(site_folder: Path) -> list[str]:
    """Every page of the site, as an address from its start."""
    return page_names(site_folder)


@pytest.fixture(scope="session")
def browser(playwright: Playwright, headless_path: str) -> Iterator[Browser]:
    browser = playwright.chromium.launch(executable_path=headless_path, args=[*FLAGS, QUICK_PYTHON])
    yield browser
    browser.close()


@pytest.fixture
def seen(site: str) -> Iterator[Seen]:
    """What the test's pages did. A test that provokes an error empties `seen.errors` after looking at it."""
    seen = Seen(site)
    yield seen
    assert seen.foreign == []
    assert seen.errors == []


@pytest.fixture
def open_page(browser: Browser, site: str, seen: Seen) -> Iterator[OpenPage]:
    """Return a function that opens an address of the site in a fresh context, on a desktop, with script.

    Without an address the page is empty still: for what must be there before the first page of the guide.
    """
    contexts: list[BrowserContext] = []

    def open_page(address: str | None = "index.html", *, scripts: bool = True, **options: Any) -> Page:
        page = new_page(browser, site, scripts=scripts, **options)
        contexts.append(page.context)
        seen.watch(page.context)
        if address is not None:
            page.goto(site + address)
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def pages_of_the_module(browser: Browser, site: str) -> Iterator[Lasting]:
    pages = Lasting(browser, site)
    yield pages
    pages.close()
    assert (pages.between.foreign, pages.between.errors) == ([], [])
    assert pages.never_reset() == []


@pytest.fixture
def lasting(pages_of_the_module: Lasting, seen: Seen, request: pytest.FixtureRequest) -> Iterator[Lasting]:
    pages_of_the_module.seen = seen
    failed = request.session.testsfailed
    yield pages_of_the_module
    pages_of_the_module.take_back(request.session.testsfailed > failed)


@pytest.fixture
def reopen(lasting: Lasting) -> OpenPage:
    """Return a function like `open_page`, with one page for all tests of a module that give the same options.

    A test gets a new document in it. It may not change what lasts longer: routes, init scripts, the clock,
    permissions, what is stored, all that can be emulated but the medium and the size.
    """
    return lasting.reopen


@pytest.fixture
def lend(lasting: Lasting) -> Lend:
    """Return a function that lends one document to the tests of the module, as `Lasting.lend` says."""
    return lasting.lend


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """The first page of the site, with script, on a desktop."""
    return open_page()
