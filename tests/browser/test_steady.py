"""Nothing moves under a finger: while a page loads, and when search and the menu are opened."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.support import DESKTOP, TOUCH, OpenPage, until

MOST = 0.01
"""A tenth of what counts as good elsewhere (cumulative layout shift)."""
WATCH = """
  globalThis.moved = 0
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) moved += entry.value
  }).observe({ type: 'layout-shift', buffered: true })
"""
FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(moved))))"


@pytest.mark.parametrize("options", [TOUCH, {"viewport": DESKTOP}], ids=["phone", "desktop"])
@pytest.mark.parametrize("name", ["index", "phone", "now", "numbers", "plan"])
def test_nothing_moves_while_a_page_loads_nor_when_search_and_menu_open(
    open_page: OpenPage, name: str, options: dict[str, object]
) -> None:
    page = open_page(None, timezone_id="UTC", locale="eo", **options)
    page.add_init_script(WATCH)
    page.goto(f"{name}.html")
    page.wait_for_load_state("networkidle")
    if options is TOUCH:
        page.locator("[data-search-open]").tap()
        expect(page.get_by_role("searchbox")).to_be_focused()
        until(page, "reader", "ready")
        page.locator("[data-search-open]").tap()
        page.locator("header button", has_text="Menu").tap()
        expect(page.locator("#menu")).to_be_focused()
    else:
        page.get_by_role("searchbox").fill("gps")
        expect(page.locator(".search-results a").first).to_be_visible()
    assert moved(page) <= MOST


@pytest.mark.parametrize("options", [TOUCH, {"viewport": DESKTOP}], ids=["phone", "desktop"])
@pytest.mark.parametrize("view", ["now", "numbers"])
def test_a_country_that_the_clock_suggests_moves_nothing_that_is_seen(
    open_page: OpenPage, view: str, options: dict[str, object]
) -> None:
    page = open_page(None, timezone_id="America/Chicago", locale="en-US", **options)
    page.add_init_script(WATCH)
    page.goto(f"{view}.html")
    expect(page.locator("[data-here]")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert moved(page) <= MOST


def moved(page: Page) -> float:
    value: float = page.evaluate(FRAMES)
    return value
