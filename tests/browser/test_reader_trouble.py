"""The reader that cannot be fetched, loads late, or is opened from a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.support import OpenPage, Seen, hold_back, open_with_stopped_clock, until_held
from tests.browser.test_reader import LEAVE, back, choose, is_open


@pytest.mark.parametrize("broken", ["**/index.html", "**/assets/reader.js"])
def test_where_the_reader_cannot_be_fetched_the_link_is_followed(
    open_page: OpenPage, seen: Seen, site: str, broken: str
) -> None:
    page = open_page("phone.html")
    page.route(broken, lambda route: route.abort())
    choose(page, "now")
    page.wait_for_url(site + "now.html")
    seen.errors.clear()


@pytest.mark.parametrize(
    "answer",
    [
        {"status": 503, "body": "Not now"},
        {"body": "<title>Sign in to this network</title>", "content_type": "text/html"},
    ],
)
def test_an_answer_that_is_not_the_guide_counts_as_none(
    open_page: OpenPage, seen: Seen, site: str, answer: dict[str, Any]
) -> None:
    page = open_page("phone.html")
    page.route("**/index.html", lambda route: route.fulfill(**answer))
    choose(page, "now")
    page.wait_for_url(site + "now.html")
    seen.errors.clear()


def test_a_reader_that_never_comes_does_not_hold_the_link_for_long(open_page: OpenPage, site: str) -> None:
    page = open_page()
    open_with_stopped_clock(page, site + "phone.html")
    page.route("**/index.html", lambda route: None)
    choose(page, "now")
    page.clock.run_for(9_900)
    assert page.url == site + "phone.html"
    page.clock.run_for(200)
    page.wait_for_url(site + "now.html")


@pytest.mark.parametrize("end", ["abort", "continue_"])
def test_leaving_while_the_reader_loads_is_final(
    open_page: OpenPage, seen: Seen, site: str, end: str
) -> None:
    page = open_page("phone.html")
    held = hold_back(page, "**/index.html")
    choose(page, "now")
    until_held(page, held)
    page.evaluate(LEAVE)
    getattr(held[0], end)()
    page.wait_for_timeout(300)
    is_open(page, "phone")
    assert page.locator("[data-view-id]").count() == 1
    assert page.url == site + "phone.html"
    seen.errors.clear()


def test_leaving_drops_the_way(page: Page) -> None:
    choose(page, "phone")
    choose(page, "now")
    page.evaluate(LEAVE)
    choose(page, "home")
    expect(back(page)).to_have_accessible_name("Back to “In danger now”")
    back(page).click()
    expect(back(page)).to_be_hidden()


def test_a_page_opened_from_a_folder_keeps_plain_links(browser: Browser, site_folder: Path) -> None:
    page = browser.new_page()
    page.goto((site_folder / "phone.html").as_uri())
    expect(page.locator(".search-field")).to_have_count(0)
    choose(page, "now")
    page.wait_for_url((site_folder / "now.html").as_uri())
    page.close()


def test_the_reader_itself_works_from_a_folder(browser: Browser, site_folder: Path) -> None:
    page = browser.new_page()
    page.goto((site_folder / "index.html").as_uri())
    choose(page, "phone")
    is_open(page, "phone")
    assert page.url == (site_folder / "index.html").as_uri()
    page.close()
