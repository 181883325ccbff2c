"""Locking, deleting and leaving a kept plan; keeping it by keyboard, on small screens and in the reader."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.plan_vault import (
    EVERYTHING,
    SECRET,
    VALUES,
    OpenPlan,
    ask,
    fill_plan,
    keep,
    made_words,
    note,
    passphrase_of,
    press,
    said,
    state,
    status,
    unlock,
    vault,
    write,
)
from tests.browser.support import (
    PHONE,
    OpenPage,
    Seen,
    databases,
    stored,
    told_when_leaving,
    until,
)
from tests.browser.traces import FEW_STEPS, Traces, axe_problems

IDS_THERE_TWICE = """() => [...document.querySelectorAll("[id]")].map(({ id }) => id)
  .filter((id, at, all) => all.indexOf(id) !== at)"""
pytest_plugins = ["tests.browser.plan_fixtures"]

MINUTE = 60_000
LOCKED = "Locked. What you wrote is kept, and no part of it is on this page any more."


@pytest.fixture
def page(open_plan: OpenPlan) -> Page:
    return open_plan()


class TestLocking:
    def test_lock_now_leaves_nothing_of_the_plan_in_the_page(self, page: Page) -> None:
        fill_plan(page)
        keep(page)
        press(page, "Lock now")
        state(page, "locked")
        said(page, LOCKED)
        expect(vault(page).locator("[data-focus]")).to_be_focused()
        assert page.evaluate(VALUES) == {}
        everything = page.evaluate(EVERYTHING)
        assert not [
            text
            for text in (SECRET, "bold", "right to left", "Sam", "Ana", "2026-12-24")
            if text in everything
        ]

    def test_undo_brings_nothing_back(self, kept: Page) -> None:
        note(kept, 0).press_sequentially(" and more")
        status(kept, "Kept on this device")
        press(kept, "Lock now")
        state(kept, "locked")
        note(kept, 0).evaluate("field => { field.closest('details').open = true }")
        note(kept, 0).focus()
        for _ in range(3):
            kept.keyboard.press("Control+z")
        assert kept.evaluate(VALUES) == {}

    def test_it_locks_after_the_chosen_time_without_use(self, open_plan: OpenPlan) -> None:
        page = open_plan(clock=True)
        write(page, 0, SECRET)
        words = keep(page)
        vault(page).get_by_text("When it locks by itself").click()
        vault(page).get_by_label("1 minute").check()
        page.clock.run_for(3000)
        status(page, "Kept on this device")
        page.clock.fast_forward(61_000)
        state(page, "locked")
        said(page, LOCKED)
        assert SECRET not in page.evaluate(EVERYTHING)
        unlock(page, words)
        expect(vault(page).get_by_label("1 minute")).to_be_checked()
        page.clock.fast_forward(61_000)
        state(page, "locked")

    def test_a_keystroke_just_before_it_goes_out_of_sight_is_kept(self, open_plan: OpenPlan) -> None:
        page = open_plan(clock=True)
        words = keep(page)
        write(page, 0, SECRET)
        page.evaluate(
            """() => {
              Object.defineProperty(document, 'hidden', { configurable: true, value: true })
              document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
            }"""
        )
        status(page, "Kept on this device")
        page.clock.fast_forward(61_000)
        state(page, "locked")
        page.reload()
        unlock(page, words)
        expect(note(page, 0)).to_have_value(SECRET)

    def test_leaving_drops_everything_at_once(self, kept: Page) -> None:
        vault(kept).locator("[data-change] > summary").click()
        expect(vault(kept).locator(".made-words")).not_to_be_empty()
        told = told_when_leaving(
            kept,
            """(() => {
              const view = document.querySelector('[data-view-id=plan]')
              const slot = document.querySelector('[data-slot=vault]')
              return () => [
                document.documentElement.dataset.vault, view.childNodes.length, slot.childNodes.length,
                document.documentElement.textContent.includes('Blue')]
            })()""",
        )
        assert told == ["locked", 0, 0, False]

    def test_delete_everything_leaves_no_database_and_says_what_may_remain(
        self, kept: Page, seen: Seen
    ) -> None:
        vault(kept).locator("[data-wipe] > summary").click()
        press(kept, "Delete everything now")
        state(kept, "off")
        said(kept, re.compile("^All that you kept here is deleted, and this page is cleared. Locked data "))
        expect(vault(kept).locator("summary")).to_be_focused()
        assert {kind: found for kind, found in stored(kept).items() if found} == {}
        assert SECRET not in kept.evaluate(EVERYTHING)
        seen.errors.clear()  # the browser's own line on the missing address

    def test_it_can_be_deleted_without_the_passphrase(self, kept: Page, seen: Seen) -> None:
        press(kept, "Lock now")
        vault(kept).locator("[data-wipe] > summary").click()
        press(kept, "Delete everything now")
        state(kept, "off")
        assert databases(kept) == []
        seen.errors.clear()


class TestForEveryone:
    def test_it_goes_by_keyboard_alone(self, page: Page) -> None:
        keys = page.keyboard
        vault(page).locator("summary").focus()
        keys.press("Enter")
        tab_to(page, vault(page).get_by_role("button", name="Choose a passphrase"))
        keys.press("Enter")
        words = made_words(vault(page))
        expect(vault(page).get_by_label("Six words made for you")).to_be_focused()
        tab_to(page, vault(page).get_by_role("button", name="Keep it on this device"))
        keys.press("Enter")
        state(page, "unlocked")
        expect(vault(page).locator("[data-focus]")).to_be_focused()
        tab_to(page, vault(page).get_by_role("button", name="Lock now"))
        keys.press("Enter")
        state(page, "locked")
        tab_to(page, vault(page).get_by_label("Passphrase"))
        keys.type(words)
        keys.press("Enter")
        state(page, "unlocked")

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_axe_finds_nothing_and_nothing_is_wider_than_320_pixels(self, page: Page, scheme: Any) -> None:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.set_viewport_size({"width": 320, "height": 640})
        look(page)
        ask(page)
        look(page)
        vault(page).get_by_label("Words of your own").check()
        vault(page).get_by_label("Show what I type").uncheck()
        look(page)
        vault(page).get_by_label("Six words made for you").check()
        write(page, 0, SECRET)
        press(page, "Keep it on this device")
        state(page, "unlocked")
        for summary in vault(page).locator("summary").all():
            summary.click()
        expect(vault(page).locator(".made-words")).not_to_be_empty()
        vault(page).locator(".vault-newer, .vault-problem, .vault-reminder").evaluate_all(
            "all => all.forEach((block) => { block.hidden = false })"
        )
        look(page)
        press(page, "Lock now")
        state(page, "locked")
        for summary in vault(page).locator("summary").all():
            summary.click()
        look(page)

    def test_no_trace_is_left_anywhere_but_in_the_one_database(self, page: Page, site: str) -> None:
        traces = Traces(page.context, site)
        page.goto(page.url)
        write(page, 0, SECRET)
        keep(page)
        press(page, "Lock now")
        unlock(page, passphrase_of(page))
        assert traces.left(page) == {"databases": ["notes:/"]}

    def test_it_works_inside_the_reader_with_python_and_is_not_waited_for(self, open_page: OpenPage) -> None:
        page = open_page(viewport=PHONE)
        page.locator("#menu a[data-open='plan']").evaluate("link => link.click()")
        state(page, "off")
        write(page, 0, SECRET)
        words = keep(page)
        press(page, "Lock now")
        unlock(page, words)
        expect(note(page, 0)).to_have_value(SECRET)
        until(page, "python", "ready", timeout=90_000)
        vault(page).get_by_role("button", name="Lock now").click()
        state(page, "locked")
        assert page.url.endswith("/index.html")


def tab_to(page: Page, goal: Locator) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        if goal.evaluate("element => element === document.activeElement"):
            return
    expect(goal).to_be_focused()


def look(page: Page) -> None:
    page.evaluate(
        "Promise.allSettled(document.getAnimations().map(({ finished }) => finished)).then(() => null)"
    )
    page.evaluate("scrollTo(0, 0)")  # a target that the header covers in part is small to axe
    assert axe_problems(page, aside=FEW_STEPS) == []
    assert page.evaluate(IDS_THERE_TWICE) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    small = vault(page).locator(
        "button:visible, summary:visible, label:has(:is([type=checkbox], [type=radio])):visible"
    )
    sizes = small.evaluate_all(
        "all => all.map((e) => [e.textContent.trim(), e.getBoundingClientRect().height])"
    )
    assert [size for size in sizes if size[1] < 43.5] == []
