"""Leaving in a browser that keeps pages in memory: Back meets no guide."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.browser.support import EXIT_PAGE, EXIT_URL, FLAGS, CarelessHandler, serve


@pytest.fixture(scope="module")
def plain_page(
    playwright: Playwright, chromium_path: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    """A page of a browser started as a person starts it: a driver switches the back/forward cache off."""
    profile = tmp_path_factory.mktemp("profile")
    flags = [*FLAGS, "--headless=new", "--remote-debugging-port=0", f"--user-data-dir={profile}"]
    process = subprocess.Popen([chromium_path, *flags, "about:blank"], stderr=subprocess.DEVNULL)
    try:
        browser = playwright.chromium.connect_over_cdp(f"http://127.0.0.1:{debugging_port(profile)}")
        yield browser.contexts[0].pages[0]
        browser.close()
    finally:
        process.terminate()
        process.wait()


def debugging_port(profile: Path) -> str:
    told = profile / "DevToolsActivePort"
    for _ in range(600):
        if told.is_file() and "\n" in (text := told.read_text()):
            return text.splitlines()[0]
        time.sleep(0.1)
    raise AssertionError("Chromium did not start")


@pytest.fixture(scope="module")
def careless_site(site_folder: Path) -> Iterator[str]:
    """The site on a host that lets browsers keep pages: those return from memory fastest."""
    yield from serve(site_folder, CarelessHandler)


def do_soon(page: Page, script: str) -> None:
    """Run what leads away from a page, once the driver has its answer."""
    page.evaluate(f"() => void setTimeout(() => {script})")


def go_back(page: Page, title: str) -> str:
    """Go back as a script can, because the driver gets no event for a page from memory; return its result."""
    do_soon(page, "history.back()")
    expect(page).to_have_title(title)
    return str(page.evaluate("location.href"))


def test_back_meets_a_kept_page_after_a_link_but_no_guide_after_leaving(
    plain_page: Page, careless_site: str
) -> None:
    page, site = plain_page, careless_site
    page.goto(site + "about.html")
    page.evaluate("document.title = 'first'")
    page.goto(site + "phone.html")
    page.evaluate("document.title = 'kept'")
    page.goto(site + "home.html")
    assert go_back(page, "kept") == site + "phone.html", "the control: this browser keeps pages"
    page.context.route(EXIT_URL, lambda route: route.fulfill(body=EXIT_PAGE, content_type="text/html"))
    do_soon(page, "document.querySelector('.exit').click()")
    expect(page).to_have_title("Weather today")
    do_soon(page, "history.back()")
    expect(page).not_to_have_title("Weather today")
    assert page.evaluate("location.href") == site + "about.html"
