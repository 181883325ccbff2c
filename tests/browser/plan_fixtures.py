"""The plan's page for tests of keeping it: `pytest_plugins` names this module."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.plan_vault import NO_PYTHON, SECRET, OpenPlan, keep, write
from tests.browser.support import PHONE, OpenPage, show_whole
from tests.browser.vault_support import VAULT_SCRIPT, quick_to_seal, with_quick_vault


@pytest.fixture(scope="session")
def quick_vault(site_folder: Path) -> str:
    """The vault's script, for tests that are not about what a passphrase costs."""
    return quick_to_seal((site_folder / VAULT_SCRIPT).read_text(encoding="utf-8"))


@pytest.fixture
def open_plan(open_page: OpenPage, quick_vault: str) -> OpenPlan:
    """Return a function that opens the plan without WebAssembly, in a new context or in that of `beside`."""

    open_quick = with_quick_vault(open_page, quick_vault)

    def open_plan(before: str = "", beside: Page | None = None, clock: bool = False) -> Page:
        page = beside.context.new_page() if beside else open_quick(None, viewport=PHONE)
        page.add_init_script(f"{NO_PYTHON};{before}")
        if clock:
            page.clock.install()
        page.goto(beside.url if beside else "plan.html")
        expect(page.locator("[data-slot=vault] > *")).to_have_count(1)
        show_whole(page)
        return page

    return open_plan


@pytest.fixture
def kept(open_plan: OpenPlan) -> Page:
    """A plan with one note, kept under `passphrase_of` the page."""
    page = open_plan()
    write(page, 0, SECRET)
    keep(page)
    return page
