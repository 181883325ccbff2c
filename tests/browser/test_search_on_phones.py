"""Search behind its button, where the header has no room for the field: by touch, by key, with large text."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.support import DESKTOP, PHONE, OpenPage, until
from tests.browser.traces import axe_problems

OVER_THE_EXIT = """() => {
  const exit = document.querySelector('.exit').getBoundingClientRect()
  const panel = document.querySelector('.search-panel').getBoundingClientRect()
  return panel.bottom > exit.top
}"""


def button(page: Page) -> Locator:
    return page.get_by_role("button", name="Search", exact=True)


def field(page: Page) -> Locator:
    return page.get_by_role("searchbox", name="Search this guide")


def results(page: Page) -> Locator:
    return page.locator(".search-results a")


@pytest.fixture
def phone(reopen: OpenPage) -> Page:
    page = reopen(viewport=PHONE)
    until(page, "reader", "ready")
    return page


def open_with(page: Page, words: str) -> None:
    button(page).click()
    field(page).fill(words)
    expect(results(page).first).to_be_visible()


# Without script


@pytest.mark.parametrize("size", [PHONE, DESKTOP])
def test_there_is_no_dead_button(reopen: OpenPage, size: dict[str, int]) -> None:
    page = reopen(scripts=False, viewport=size)
    expect(page.locator("[data-search-open]")).to_have_count(0)


# With script


def test_the_button_shows_the_field_and_a_second_press_hides_it(phone: Page) -> None:
    expect(field(phone)).to_be_hidden()
    expect(button(phone)).to_have_attribute("aria-expanded", "false")
    button(phone).click()
    expect(field(phone)).to_be_focused()
    expect(button(phone)).to_have_attribute("aria-expanded", "true")
    button(phone).click()
    expect(field(phone)).to_be_hidden()
    expect(button(phone)).to_have_attribute("aria-expanded", "false")
    expect(phone.locator(".home")).to_be_visible()


def test_from_far_down_the_field_and_the_results_are_in_sight_and_nothing_moves(phone: Page) -> None:
    phone.evaluate("scrollTo(0, 700)")
    button(phone).evaluate("(button) => button.click()")  # Playwright would scroll to what it clicks
    expect(field(phone)).to_be_focused()
    phone.keyboard.type("tracker")
    expect(results(phone).first).to_be_visible()
    assert phone.evaluate("scrollY") == 700
    expect(field(phone)).to_be_in_viewport(ratio=1)
    expect(results(phone).first).to_be_in_viewport(ratio=1)
    assert not phone.evaluate(OVER_THE_EXIT)
    results(phone).last.focus()
    expect(results(phone).last).to_be_in_viewport(ratio=1)
    assert not phone.evaluate(OVER_THE_EXIT)
    phone.keyboard.press("Escape")
    expect(button(phone)).to_be_focused()
    assert phone.evaluate("scrollY") == 700


def test_a_result_opens_its_view_and_the_header_is_as_before(phone: Page) -> None:
    open_with(phone, "photograph tracker")
    results(phone).first.click()
    until(phone, "view", "devices")
    expect(phone.locator("h3:focus")).to_have_text("Photograph a tracker before you move it")
    expect(field(phone)).to_be_hidden()
    expect(button(phone)).to_have_attribute("aria-expanded", "false")
    expect(phone.locator(".back")).to_be_visible()


def test_the_text_can_be_used_while_results_are_shown_and_they_go(phone: Page) -> None:
    open_with(phone, "xyz tracker")
    phone.evaluate("document.querySelector('main').click()")
    expect(results(phone)).to_have_count(0)
    expect(field(phone)).to_be_hidden()


def test_on_another_page_it_loads_the_reader_when_it_is_opened(reopen: OpenPage) -> None:
    page = reopen("phone.html", viewport=PHONE)
    open_with(page, "tracker")
    until(page, "reader", "ready")
    assert page.url.endswith("phone.html")


@pytest.mark.parametrize("size", [{"width": 320, "height": 256}, PHONE])
def test_at_400_percent_and_with_large_text_results_can_be_read(
    reopen: OpenPage, size: dict[str, int]
) -> None:
    page = reopen(viewport=size)
    until(page, "reader", "ready")
    page.evaluate("(large) => (document.documentElement.style.fontSize = large)", "250%" * (size == PHONE))
    open_with(page, "tracker")
    expect(field(page)).to_be_in_viewport(ratio=1)
    expect(results(page).first).to_be_in_viewport()
    assert not page.evaluate(OVER_THE_EXIT)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_on_a_desktop_the_field_is_there_without_a_button(reopen: OpenPage) -> None:
    page = reopen(viewport=DESKTOP)
    expect(field(page)).to_be_visible()
    expect(button(page)).to_be_hidden()
    field(page).fill("tracker")
    expect(results(page).first).to_be_visible()
    top = page.locator("h1:visible").bounding_box()
    page.keyboard.press("Escape")
    expect(results(page)).to_have_count(0)
    expect(field(page)).to_be_focused()
    assert page.locator("h1:visible").bounding_box() == top


# Keyboard and announcements


def test_escape_hides_the_field_and_returns_to_the_button(phone: Page) -> None:
    for last in ("Tab", "ArrowDown"):
        button(phone).focus()
        phone.keyboard.press("Enter")
        expect(field(phone)).to_be_focused()
        phone.keyboard.type("tracker")
        expect(results(phone).first).to_be_visible()
        phone.keyboard.press(last)
        phone.keyboard.press("Escape")
        expect(button(phone)).to_be_focused()
        expect(field(phone)).to_be_hidden()
        expect(field(phone)).to_have_count(0)
        expect(results(phone)).to_have_count(0)


def test_who_tabs_on_to_the_text_finds_it_uncovered(phone: Page) -> None:
    open_with(phone, "photograph tracker")
    results(phone).last.focus()
    phone.keyboard.press("Tab")
    expect(results(phone)).to_have_count(0)
    expect(phone.locator("main :focus")).to_have_count(1)
    expect(button(phone)).to_have_attribute("aria-expanded", "false")


def test_the_open_field_has_no_barriers(phone: Page) -> None:
    open_with(phone, "tracker")
    assert axe_problems(phone) == []
    phone.emulate_media(color_scheme="dark")
    assert axe_problems(phone) == []
