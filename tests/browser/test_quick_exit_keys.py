"""Leaving by keys: three times Shift, counted aloud, and what does not count."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.support import TOUCH, OpenPage, has_left, open_with_stopped_clock

ONCE = "Shift pressed once. Twice more to leave."
TWICE = "Shift pressed twice. Once more to leave."
LATE = "Shift was not pressed again in time. Press it three times to leave."


def test_the_exit_is_first_in_the_tab_order_and_then_seen(open_page: OpenPage) -> None:
    page = open_page("phone.html", scripts=False)
    first = page.locator(".exit-first")
    assert page.evaluate("getComputedStyle(document.querySelector('.exit-first')).clipPath") == "inset(50%)"
    page.keyboard.press("Tab")
    expect(first).to_be_focused()
    expect(first).to_be_in_viewport(ratio=1)
    assert first.evaluate("link => getComputedStyle(link).clipPath") == "none"


def test_the_line_on_leaving_names_the_keys_only_where_they_work(open_page: OpenPage) -> None:
    keys = ".leave-keys"
    expect(open_page(scripts=False).locator(keys)).to_be_hidden()
    expect(open_page().locator(keys)).to_be_visible()
    expect(open_page(**TOUCH).locator(keys)).to_be_hidden()


def test_three_shifts_are_counted_aloud_and_leave(page: Page) -> None:
    status = page.get_by_role("status").and_(page.locator(".exit-status"))
    expect(status).to_have_text("")
    page.keyboard.press("Shift")
    expect(status).to_have_text(ONCE)
    expect(status).to_be_in_viewport(ratio=1)
    page.keyboard.press("Shift")
    expect(status).to_have_text(TWICE)
    page.keyboard.press("Shift")
    has_left(page)


def test_both_shift_keys_count_even_when_pressed_together(page: Page) -> None:
    page.keyboard.down("ShiftLeft")
    page.keyboard.down("ShiftRight")
    page.keyboard.up("ShiftLeft")
    page.keyboard.up("ShiftRight")
    expect(page.locator(".exit-status")).to_have_text(TWICE)
    page.keyboard.press("ShiftRight")
    has_left(page)


@pytest.mark.parametrize(
    "keys", ["Shift+A", "Shift+Tab", "Control+Shift", "Alt+Shift", "Shift+Alt", "Escape"]
)
def test_shift_with_another_key_does_not_count(page: Page, keys: str) -> None:
    for _ in range(4):
        page.keyboard.press(keys)
    expect(page.locator(".exit-status")).to_have_text("")
    expect(page.locator("h1").first).to_be_visible()


def test_shift_with_the_mouse_does_not_count(page: Page) -> None:
    for _ in range(4):
        page.locator("h1").first.click(modifiers=["Shift"])
    expect(page.locator(".exit-status")).to_have_text("")


def test_another_key_starts_the_count_anew(page: Page) -> None:
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.keyboard.press("x")
    expect(page.locator(".exit-status")).to_have_text("")
    page.keyboard.press("Shift")
    expect(page.locator(".exit-status")).to_have_text(ONCE)


def test_a_key_held_down_is_one_press(page: Page) -> None:
    for _ in range(5):
        page.keyboard.down("Shift")
    page.keyboard.up("Shift")
    expect(page.locator(".exit-status")).to_have_text(ONCE)


def test_five_seconds_between_presses_are_enough_and_more_are_too_late(page: Page, site: str) -> None:
    open_with_stopped_clock(page, site)
    status = page.locator(".exit-status")
    page.keyboard.press("Shift")
    page.clock.run_for(4900)
    page.keyboard.press("Shift")
    expect(status).to_have_text(TWICE)
    page.clock.run_for(4900)
    expect(status).to_have_text(TWICE)
    page.clock.run_for(200)
    expect(status).to_have_text(LATE)
    page.keyboard.press("Shift")
    expect(status).to_have_text(ONCE)
    page.clock.run_for(5100)
    expect(status).to_have_text(LATE)
    page.clock.run_for(5000)
    expect(status).to_have_text("")


def test_in_a_text_field_shift_counts_on_a_keyboard_but_not_on_a_screen(open_page: OpenPage) -> None:
    add_field = "document.querySelector('h1').append(document.createElement('textarea'))"
    for options, said in (({}, ONCE), (TOUCH, "")):
        page = open_page("phone.html", **options)
        page.evaluate(add_field)
        page.locator("h1 textarea").focus()
        page.keyboard.press("Shift")
        expect(page.locator(".exit-status")).to_have_text(said)
