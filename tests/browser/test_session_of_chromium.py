"""Chromium's session files hold nothing of what is ticked, chosen or written in the plan."""

from __future__ import annotations

import time
from pathlib import Path

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


def test_nothing_of_the_plan_is_saved(
    playwright: Playwright, chromium_path: str, site: str, tmp_path: Path
) -> None:
    browser = RealChromium(playwright, chromium_path, tmp_path)
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
    time.sleep(SESSION_WRITTEN)
    browser.close()
    assert search_profile(tmp_path, [SAVED_FORM, NOTE]) == {}


def test_of_a_careless_page_it_is_saved(playwright: Playwright, chromium_path: str, tmp_path: Path) -> None:
    """So what is looked for above is what Chromium writes."""
    browser = RealChromium(playwright, chromium_path, tmp_path)
    page = browser.open(CARELESS)
    page.locator("textarea").press_sequentially(NOTE)
    page.locator("input").check()
    time.sleep(SESSION_WRITTEN)
    browser.close()
    found = search_profile(tmp_path, [SAVED_FORM, NOTE])
    assert any("Sessions" in name for name in found[SAVED_FORM] & found[NOTE])
