"""Leaving by keys: three times Shift, counted aloud, and what does not count."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.lasting import Lend
from tests.browser.support import TOUCH, OpenPage, has_left, open_with_stopped_clock

TWICE = "Shift pressed twice. Once more to leave."
LATE = "Shift was not pressed again in time. Press it three times to leave."


def test_the_exit_is_first_in_the_tab_order_and_then_seen(reopen: OpenPage) -> None:
    page = reopen("phone.html", scripts=False)
    first = page.locator(".exit-first")
    assert page.evaluate("getComputedStyle(document.querySelector('.exit-first')).clipPath") == "inset(50%)"
    page.keyboard.press("Tab")
    expect(first).to_be_focused()
    expect(first).to_be_in_viewport(ratio=1)
    assert first.evaluate("link => getComputedStyle(link).clipPath") == "none"


def test_the_line_on_leaving_names_the_keys_only_where_they_work(reopen: OpenPage) -> None:
    keys = ".leave-keys"
    expect(reopen(scripts=False).locator(keys)).to_be_hidden()
    expect(reopen().locator(keys)).to_be_visible()
    expect(reopen(**TOUCH).locator(keys)).to_be_hidden()


@pytest.fixture
def page(reopen: OpenPage) -> Page:
    """The first page of the site, in a new document."""
    return reopen()


@pytest.fixture
def staying(lend: Lend) -> Page:
    """The first page of the site, which no test leaves, with no press of Shift counted."""
    return lend(first_page, forget_presses)


def first_page(open_page: OpenPage) -> Page:
    return open_page()


def forget_presses(page: Page) -> None:
    """Press another key, which restarts the count, as a test below proves on a page of its own."""
    page.evaluate("document.activeElement.blur(); getSelection().empty(); scrollTo(0, 0)")
    page.keyboard.press("x")
    assert page.evaluate("[document.querySelector('.exit-status').textContent, scrollY]") == ["", 0]


def press_lightly(page: Page, times: int) -> None:
    """Press Shift, and check that nothing on the screen shows it after only one press."""
    for _ in range(times):
        page.keyboard.press("Shift")
    expect(page.locator(".exit-status")).to_have_text(TWICE if times == 2 else "")


def dispatch(page: Page, *events: str) -> None:
    """Send the events of keys and pointers as browsers do; a driver cannot press all of these."""
    page.evaluate(f"() => {{ {''.join(f'document.body.dispatchEvent({event});' for event in events)} }}")


def key(kind: str, key: str = "Shift", code: str = "ShiftLeft", more: str = "") -> str:
    return f"new KeyboardEvent('{kind}', {{ key: '{key}', code: '{code}', bubbles: true, {more} }})"


def test_three_shifts_leave_and_the_second_says_how_many_are_left(page: Page) -> None:
    status = page.get_by_role("status").and_(page.locator(".exit-status"))
    press_lightly(page, 1)
    page.keyboard.press("Shift")
    expect(status).to_have_text(TWICE)
    expect(status).to_be_in_viewport(ratio=1)
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
def test_shift_with_another_key_does_not_count(staying: Page, keys: str) -> None:
    for _ in range(4):
        staying.keyboard.press(keys)
    expect(staying.locator(".exit-status")).to_have_text("")
    expect(staying.locator("h1").first).to_be_visible()


def test_shift_with_the_mouse_does_not_count(staying: Page) -> None:
    for _ in range(4):
        staying.locator("h1").first.click(modifiers=["Shift"])
    expect(staying.locator(".exit-status")).to_have_text("")


def test_another_key_starts_the_count_anew(page: Page) -> None:
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.keyboard.press("x")
    expect(page.locator(".exit-status")).to_have_text("")
    press_lightly(page, 2)


def test_a_key_held_down_is_one_press(staying: Page) -> None:
    for _ in range(5):
        staying.keyboard.down("Shift")
    staying.keyboard.up("Shift")
    staying.keyboard.press("Shift")
    expect(staying.locator(".exit-status")).to_have_text(TWICE)


def test_five_seconds_between_presses_are_enough_and_more_are_too_late(
    open_page: OpenPage, site: str
) -> None:
    page = open_page(None)
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
    page.clock.run_for(5100)
    expect(status).to_have_text("")


def test_a_single_press_that_is_not_repeated_is_forgotten_without_a_word(
    open_page: OpenPage, site: str
) -> None:
    page = open_page(None)
    open_with_stopped_clock(page, site)
    press_lightly(page, 1)
    page.clock.run_for(5100)
    press_lightly(page, 2)


def test_in_a_text_field_shift_counts_on_a_keyboard_but_not_on_a_screen(reopen: OpenPage) -> None:
    add_field = "document.querySelector('h1').append(document.createElement('textarea'))"
    for options, said in (({}, TWICE), (TOUCH, "")):
        page = reopen("phone.html", **options)
        page.evaluate(add_field)
        page.locator("h1 textarea").focus()
        page.keyboard.press("Shift")
        page.keyboard.press("Shift")
        expect(page.locator(".exit-status")).to_have_text(said)


def test_shift_with_the_wheel_does_not_count(staying: Page) -> None:
    for _ in range(4):
        staying.keyboard.down("Shift")
        staying.mouse.wheel(0, 20)
        staying.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
        staying.keyboard.up("Shift")
    expect(staying.locator(".exit-status")).to_have_text("")
    expect(staying.locator("h1").first).to_be_visible()


@pytest.mark.parametrize(
    "use",
    [
        "new WheelEvent('wheel', { bubbles: true, shiftKey: true })",
        "new PointerEvent('pointerdown', { bubbles: true, pointerType: 'pen' })",
        "new PointerEvent('pointerup', { bubbles: true, pointerType: 'touch' })",
        "new DragEvent('dragstart', { bubbles: true })",
        "new CompositionEvent('compositionstart', { bubbles: true })",
        "new Event('blur', { bubbles: true })",
        key("keydown", "Process", "KeyK"),
        "new PointerEvent('pointerdown', { bubbles: true, pointerType: 'mouse' })"
        ");document.body.dispatchEvent(" + key("keydown", more="repeat: true"),
        key("keydown", "a", "KeyA") + ");document.body.dispatchEvent(" + key("keydown", more="repeat: true"),
    ],
)
def test_shift_that_is_used_for_something_else_does_not_count(staying: Page, use: str) -> None:
    for _ in range(4):
        dispatch(staying, key("keydown"), use, key("keyup"))
    expect(staying.locator(".exit-status")).to_have_text("")
    expect(staying.locator("h1").first).to_be_visible()


def test_a_shift_that_came_down_in_another_window_does_not_count(staying: Page) -> None:
    for _ in range(4):
        dispatch(staying, key("keyup"))
    expect(staying.locator(".exit-status")).to_have_text("")


@pytest.mark.parametrize("name", ["GroupPrevious", "CapsLock", "Unidentified"])
def test_shift_that_comes_up_under_another_name_counts(page: Page, name: str) -> None:
    for _ in range(2):
        dispatch(page, key("keydown"), key("keyup", name))
    expect(page.locator(".exit-status")).to_have_text(TWICE)
    dispatch(page, key("keydown"), key("keyup", name))
    has_left(page)


def test_shift_counts_on_a_page_whose_links_to_leave_were_taken_away(page: Page) -> None:
    page.evaluate("document.querySelectorAll('[data-quick-exit]').forEach((link) => link.remove())")
    for _ in range(3):
        page.keyboard.press("Shift")
    has_left(page)
