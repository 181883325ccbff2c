"""Chromium's session files hold nothing of what is ticked, chosen or written in the plan."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from playwright.sync_api import Playwright, expect

from tests.browser.plan_vault import NO_PYTHON
from tests.browser.profile_search import search_profile
from tests.browser.support import show_whole
from tests.browser.vault_support import RealChromium

SAVED_FORM = "Blink serialized form state"
"""With these words begins what Chromium saves of the fields of a page."""
NOTE = "Marmeladenfuchs um halb sieben"
SESSION_WRITTEN = 6  # seconds until Chromium has written a session's state
CARELESS = "data:text/html,<title>Careless</title><textarea></textarea><input type=checkbox>"


@pytest.fixture(scope="module")
def profiles(
    playwright: Playwright, chromium_path: str, site: str, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    """The profile of a browser with the plan, and of one with a careless page, written at the same time."""
    profiles = {name: tmp_path_factory.mktemp(name) for name in ("plan", "careless")}
    browsers = {name: RealChromium(playwright, chromium_path, path) for name, path in profiles.items()}
    fill_in_careless_page(browsers["careless"])
    fill_in_plan(browsers["plan"], site)
    time.sleep(SESSION_WRITTEN)
    for browser in browsers.values():
        browser.close()
    return profiles


def fill_in_plan(browser: RealChromium, site: str) -> None:
    browser.context.add_init_script(NO_PYTHON)
    page = browser.open(site + "plan.html")
    show_whole(page)
    expect(page.locator("[data-slot=vault] > *")).to_have_count(1)
    for box in page.locator("[data-item] input[type=checkbox]:visible").all()[:3]:
        box.check()
    page.locator("[data-fact]:visible summary, .questions summary").first.click()
    page.locator("[data-fact] input[type=radio]:visible").first.check()
    details = page.locator("[data-item] details:has(textarea)").first
    details.locator("summary").click()
    details.locator("textarea").press_sequentially(NOTE)


def fill_in_careless_page(browser: RealChromium) -> None:
    page = browser.open(CARELESS)
    page.locator("textarea").press_sequentially(NOTE)
    page.locator("input").check()


def test_nothing_of_the_plan_is_saved(profiles: dict[str, Path]) -> None:
    assert search_profile(profiles["plan"], [SAVED_FORM, NOTE]) == {}


def test_of_a_careless_page_it_is_saved(profiles: dict[str, Path]) -> None:
    """So what is looked for above is what Chromium writes."""
    found = search_profile(profiles["careless"], [SAVED_FORM, NOTE])
    assert any("Sessions" in name for name in found[SAVED_FORM] & found[NOTE])
