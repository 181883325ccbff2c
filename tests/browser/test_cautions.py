"""Cautions, which the one document holds once: no step stands without its own."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.support import OpenPage
from tests.browser.test_reader import choose, is_open


def caution_of_each_step(page: Page) -> dict[str, str]:
    found: dict[str, str] = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll("[data-item]")].map((step) =>
             [step.dataset.item, step.querySelector(":scope > .caution")?.textContent ?? ""]))"""
    )
    return found


@pytest.mark.parametrize("address", ["index.html", "phone.html"])
def test_every_step_of_the_plan_stands_with_its_caution(open_page: OpenPage, address: str) -> None:
    on_its_own_page = caution_of_each_step(open_page("plan.html", scripts=False))
    page = open_page(address)
    choose(page, "plan")
    is_open(page, "plan")
    assert caution_of_each_step(page) == on_its_own_page
    assert sum(caution != "" for caution in on_its_own_page.values()) > 50
