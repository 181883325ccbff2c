"""The menu: without script, with it, by keyboard, on paper, and when things go wrong."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.support import DESKTOP, PHONE, OpenPage, drawn_text
from tests.browser.traces import axe_problems


def button(page: Page) -> Locator:
    return page.locator(".md-header").get_by_role("button", name="Menu")


def link(page: Page) -> Locator:
    return page.locator(".md-header").get_by_role("link", name="Menu")


def menu_is_above(page: Page) -> bool:
    menu, text = page.locator("#menu").bounding_box(), page.locator("main").bounding_box()
    return bool(menu and text and menu["y"] < text["y"])


@pytest.fixture
def phone(reopen: OpenPage) -> Page:
    return reopen(viewport=PHONE)


# Without script


@pytest.mark.parametrize("size", [PHONE, DESKTOP])
def test_a_link_leads_to_the_menu_after_the_text(reopen: OpenPage, size: dict[str, int]) -> None:
    page = reopen("phone.html", scripts=False, viewport=size)
    link(page).click()
    expect(page.locator("#menu")).to_be_in_viewport()
    expect(page.locator('#menu [aria-current="page"]')).to_have_text("Phone")
    expect(button(page)).to_have_count(0)


# With script


def test_on_a_phone_the_menu_comes_above_the_text_and_a_second_tap_puts_it_back(phone: Page) -> None:
    expect(link(phone)).to_be_hidden()
    phone.evaluate("scrollTo(0, 30)")
    assert not menu_is_above(phone)
    button(phone).evaluate("button => button.click()")
    assert menu_is_above(phone)
    expect(phone.locator("#menu")).to_be_in_viewport()
    expect(button(phone)).to_be_in_viewport(ratio=1)
    expect(phone.locator(".exit")).to_be_in_viewport(ratio=1)
    button(phone).click()
    assert not menu_is_above(phone)
    assert phone.evaluate("scrollY") == 30


def test_a_choice_closes_it(phone: Page, site: str) -> None:
    button(phone).click()
    phone.locator('#menu [data-open="now"]').click()
    expect(phone.locator('[data-view-id="now"] h1')).to_be_focused()
    assert not menu_is_above(phone)
    expect(button(phone)).to_have_attribute("aria-expanded", "false")
    assert phone.url == site + "index.html"
    assert phone.evaluate("scrollY") == 0


def test_on_a_phone_it_opens_from_the_page_one_arrived_at(reopen: OpenPage, site: str) -> None:
    page = reopen("phone.html", viewport=PHONE)
    link(page).click()
    expect(button(page)).to_have_attribute("aria-expanded", "true")
    assert menu_is_above(page)
    assert page.url == site + "phone.html"


def test_on_a_desktop_it_stays_a_column_beside_the_text(page: Page) -> None:
    expect(button(page)).to_be_hidden()
    expect(page.locator("#menu")).to_be_in_viewport()
    link(page).click()
    expect(page.locator("main")).to_be_visible()
    expect(page.locator("#menu")).to_be_focused()


# Keyboard and announcements


def test_escape_closes_it_and_returns_to_the_button(phone: Page) -> None:
    button(phone).focus()
    expect(button(phone)).to_have_attribute("aria-expanded", "false")
    expect(button(phone)).to_have_attribute("aria-controls", "menu")
    phone.keyboard.press("Enter")
    expect(button(phone)).to_have_attribute("aria-expanded", "true")
    expect(phone.locator("#menu")).to_be_focused()
    phone.keyboard.press("Tab")
    expect(phone.locator("#menu a").first).to_be_focused()
    phone.keyboard.press("Escape")
    expect(button(phone)).to_be_focused()
    expect(button(phone)).to_have_attribute("aria-expanded", "false")
    assert not menu_is_above(phone)


def test_the_open_menu_has_no_barriers(phone: Page) -> None:
    button(phone).click()
    assert axe_problems(phone) == []


# Print


def test_an_open_menu_is_not_printed_and_the_text_is(phone: Page) -> None:
    heading = phone.locator('[data-view-id="start"] h1').inner_text()
    button(phone).click()
    text = drawn_text(phone.pdf())
    assert heading in text
    assert "Describe the person" not in text


# Errors


def test_a_window_made_wide_shows_text_and_menu(phone: Page) -> None:
    button(phone).click()
    phone.set_viewport_size({"width": 1280, "height": 800})
    expect(phone.locator("main")).to_be_visible()
    expect(phone.locator("#menu")).to_be_visible()
