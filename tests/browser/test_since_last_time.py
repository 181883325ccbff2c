"""A kept plan that is opened again: what is new since the day that it was kept or saved, and what is next."""

from __future__ import annotations

import re
from datetime import datetime

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.plan_support import expected, go_to, plan, tailored
from tests.browser.plan_vault import keep, passphrase_of, press, state, unlock
from tests.browser.support import PHONE, OpenPage, show_whole
from tests.browser.vault_support import VAULT_SCRIPT

pytest_plugins = ["tests.browser.plan_fixtures"]
BEFORE_ALL = datetime(2026, 3, 1, 12)
AFTER_ALL = datetime(2027, 6, 1, 12)
"""Before, and after, each step was last read against its sources."""
NEXT_IN_PLAN = re.compile(r"^Next in your plan: .*\.$")


@pytest.fixture
def chosen(open_page: OpenPage, quick_vault: str) -> Page:
    """The plan with Python, and one step in it."""
    page = open_page(None, viewport=PHONE)
    page.context.route(
        f"**/{VAULT_SCRIPT}",
        lambda route: route.fulfill(body=quick_vault, content_type="text/javascript"),
    )
    page.clock.set_fixed_time(BEFORE_ALL)
    page.goto("plan.html")
    tailored(page)
    show_whole(page)
    plan(page).locator("[data-mark=mine]").first.evaluate("box => box.click()")
    return page


def line(page: Page) -> Locator:
    return plan(page).locator(".review-due")


def reopen(page: Page, day: datetime) -> None:
    page.clock.set_fixed_time(day)
    page.reload()
    state(page, "locked")
    unlock(page, passphrase_of(page))
    tailored(page)


def test_what_is_new_is_told_without_anything_having_been_pressed(chosen: Page) -> None:
    keep(chosen)
    go_to(chosen, "hub")
    expect(line(chosen)).to_be_hidden()
    reopen(chosen, AFTER_ALL)
    count = len(expected({})["first"])
    expect(line(chosen)).to_have_text(f"Since 1 March 2026, {count} steps are new or were checked again.")
    expect(line(chosen)).to_be_visible()
    expect(plan(chosen).locator(".plan-next span")).to_have_text(NEXT_IN_PLAN)
    expect(plan(chosen).locator(".plan-said")).to_have_text("Your plan is open.")


def test_nothing_new_is_told_too_and_nothing_on_the_day_itself(chosen: Page) -> None:
    chosen.clock.set_fixed_time(AFTER_ALL)
    keep(chosen)
    reopen(chosen, AFTER_ALL)
    expect(plan(chosen).locator(".plan-next span")).to_have_text(NEXT_IN_PLAN)
    expect(line(chosen)).to_be_hidden()
    reopen(chosen, datetime(2027, 7, 1))
    expect(line(chosen)).to_have_text("Since 1 June 2027, no step is new.")


def test_a_look_that_was_noted_later_counts(chosen: Page) -> None:
    keep(chosen)
    reopen(chosen, datetime(2026, 4, 1))
    go_to(chosen, "mine")
    plan(chosen).locator("[data-plan-action=reviewed]").click()
    expect(chosen.locator(".vault-status")).to_have_text("Kept on this device")
    reopen(chosen, AFTER_ALL)
    expect(line(chosen)).to_have_text(
        re.compile(r"\d+ steps are new, or were checked again, since you last looked at your plan\.")
    )


def test_a_locked_plan_tells_nothing_of_it(chosen: Page) -> None:
    keep(chosen)
    reopen(chosen, AFTER_ALL)
    expect(line(chosen)).to_be_visible()
    press(chosen, "Lock now")
    state(chosen, "locked")
    tailored(chosen)
    expect(line(chosen)).to_be_empty()
    assert plan(chosen).locator(".step-new").count() == 0
