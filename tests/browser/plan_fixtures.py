"""The plan's page for tests of keeping it: `pytest_plugins` names this module."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.plan_vault import NO_PYTHON, SECRET, OpenPlan, keep, write
from tests.browser.support import PHONE, OpenPage


@pytest.fixture
def open_plan(open_page: OpenPage) -> OpenPlan:
    """Return a function that opens the plan without WebAssembly, in a new context or in that of `beside`."""

    def open_plan(before: str = "", beside: Page | None = None, clock: bool = False) -> Page:
        page = beside.context.new_page() if beside else open_page("404.html", viewport=PHONE)
        page.add_init_script(f"{NO_PYTHON};{before}")
        if clock:
            page.clock.install()
        page.goto((beside or page).url.replace("404.html", "plan.html"))
        expect(page.locator("[data-slot=vault] > *")).to_have_count(1)
        return page

    return open_plan


@pytest.fixture
def kept(open_plan: OpenPlan) -> Page:
    """A plan with one note, kept under `passphrase_of` the page."""
    page = open_plan()
    write(page, 0, SECRET)
    keep(page)
    return page
