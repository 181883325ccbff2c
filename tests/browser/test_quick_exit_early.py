"""Leaving while the page is still on its way: the document, or one of its files, stops at many places."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.support import EXIT_PAGE, EXIT_URL, HoldingHandler, OpenPage, Seen, has_left, serve
from tests.engines.one_file import SMALL, find_dist

PLACES = 10
STATE = """() => ({
  isPainted: performance.getEntriesByType("paint").length > 0,
  isArmed: "armed" in document.documentElement.dataset,
  hasExit: [...document.querySelectorAll(".exit")].some((exit) => exit.getClientRects().length > 0),
})"""
FILES = ["assets/guide.css", "assets/first.js", "assets/page.js", "assets/reader.js", "assets/icon.svg"]
A_WHILE = "() => new Promise((done) => setTimeout(done, 100))"
LOOKS = 50  # until the part of a page that arrived must have run, on a busy machine too


@pytest.fixture(scope="module")
def slow_site(site_folder: Path) -> Iterator[str]:
    yield from serve(site_folder, HoldingHandler)


@pytest.fixture
def slow_page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    context.route(EXIT_URL, lambda route: route.fulfill(body=EXIT_PAGE, content_type="text/html"))
    yield context.new_page()
    context.close()
    HoldingHandler.let_go()


def hold(page: Page, site: str, address: str, name: str, size: int, looks: int = LOOKS) -> dict[str, bool]:
    """Open a page of which, or of one of whose files, only so many bytes arrive; return how far it is.

    Nothing is painted, at any look, before it can be left.
    """
    HoldingHandler.let_go()
    page.goto(site + "about.html")
    HoldingHandler.held[name] = size
    page.goto(site + address, wait_until="commit")
    found: dict[str, bool] = {}
    for _ in range(looks):
        page.evaluate(A_WHILE)
        found = page.evaluate(STATE)
        assert found["isArmed"] or not found["isPainted"], (name, size)
        if found["isArmed"]:
            break
    return found


def leave(page: Page, by_click: bool) -> None:
    if by_click:
        page.locator(".exit").click(no_wait_after=True)
    else:
        for _ in range(3):
            page.keyboard.press("Shift")


def leaves_for_good(page: Page, site: str, by_click: bool) -> None:
    entries = page.evaluate("history.length")
    leave(page, by_click)
    has_left(page)
    assert page.evaluate("history.length") == entries
    HoldingHandler.let_go()
    page.go_back()
    expect(page).to_have_url(site + "about.html")


@pytest.mark.parametrize("address", ["index.html", "phone.html"])
def test_a_document_that_stops_anywhere_can_be_left_as_soon_as_anything_is_seen(
    slow_page: Page, site_folder: Path, slow_site: str, address: str
) -> None:
    can_be_left_anywhere(slow_page, slow_site, address, (site_folder / address).stat().st_size)


def test_the_one_file_can_be_left_where_a_host_sends_it_slowly(
    slow_page: Page, site_folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "about.html").symlink_to(site_folder / "404.html")
    (tmp_path / SMALL).symlink_to(find_dist() / SMALL)
    for site in serve(tmp_path, HoldingHandler):
        can_be_left_anywhere(slow_page, site, SMALL, (tmp_path / SMALL).stat().st_size)


def can_be_left_anywhere(page: Page, site: str, address: str, size: int) -> None:
    """Let the document stop at ten places, and leave each time: armed before anything is seen."""
    seen = []
    for place in range(1, PLACES + 1):
        state = hold(page, site, address, address, size * place // PLACES - 1)
        if place == PLACES:
            expect(page.locator(".exit")).to_be_visible()
        if state["isArmed"]:
            leaves_for_good(page, site, by_click=place == PLACES or (state["hasExit"] and place % 2 == 0))
            seen.append(place)
    assert len(seen) >= PLACES - 1


@pytest.mark.parametrize("address", ["index.html", "plan.html"])
def test_while_a_file_is_on_its_way_the_page_can_be_left_or_is_not_there_yet(
    slow_page: Page, site_folder: Path, slow_site: str, address: str
) -> None:
    page = slow_page
    for name in FILES:
        for size in (0, (site_folder / name).stat().st_size // 2):
            waits = name in ("assets/guide.css", "assets/first.js")
            state = hold(page, slow_site, address, name, size, looks=1 if waits else LOOKS)
            assert state["isArmed"] != waits, name
            if not waits:
                leaves_for_good(page, slow_site, by_click=True)


def test_where_the_first_script_fails_the_exit_is_a_plain_link(
    open_page: OpenPage, site: str, seen: Seen
) -> None:
    page = open_page()
    page.context.route("**/assets/first.js", lambda route: route.abort())
    page.goto(site + "phone.html")
    expect(page.locator(".leave-keys")).to_be_hidden()
    page.locator(".exit").click()
    has_left(page)
    seen.errors.clear()
