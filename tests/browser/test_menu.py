"""The menu: without script, with it, by keyboard, on paper, and when things go wrong."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.support import DESKTOP, PHONE, OpenPage, drawn_text, until
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


def test_a_link_leads_to_the_menu_after_the_text(reopen: OpenPage) -> None:
    page = reopen("phone.html", scripts=False, viewport=PHONE)
    link(page).click()
    expect(page.locator("#menu")).to_be_in_viewport()
    expect(page.locator('#menu [aria-current="page"]')).to_have_text("Phone")
    expect(button(page)).to_have_count(0)


@pytest.mark.parametrize("scripts", [True, False])
def test_beside_the_menu_of_a_wide_screen_nothing_leads_to_it(reopen: OpenPage, scripts: bool) -> None:
    page = reopen("phone.html", scripts=scripts, viewport=DESKTOP)
    expect(page.locator("#menu")).to_be_in_viewport()
    expect(link(page)).to_be_hidden()
    expect(button(page)).to_have_count(0)


def test_what_is_needed_most_comes_first_and_in_two_columns(reopen: OpenPage) -> None:
    page = reopen(scripts=False, viewport=PHONE)
    links = page.locator("#menu a")
    assert links.evaluate_all("all => all.slice(0, 9).map((link) => link.dataset.open)") == [
        *("start", "now", "is-this-stalking"),
        *("plan", "log", "numbers", "sheets", "reading", "offline"),
    ]
    boxes = [each.bounding_box() for each in links.all()]
    assert all(box and box["height"] >= 44 for box in boxes)
    assert len({round(box["x"]) for box in boxes if box}) == 2, "two columns"


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


def test_on_a_desktop_it_stays_a_column_beside_the_text_under_the_header(reopen: OpenPage) -> None:
    page = reopen("phone.html", viewport=DESKTOP)
    page.locator("#menu [data-open=report]").click()
    until(page, "reader", "ready")
    expect(button(page)).to_be_hidden()
    expect(link(page)).to_be_hidden()
    page.evaluate("scrollTo(0, 900)")
    expect(page.locator("#menu a").first).to_be_in_viewport(ratio=1)
    header, first = page.locator(".md-header").bounding_box(), page.locator("#menu a").first.bounding_box()
    assert header
    assert first
    assert header["y"] == 0
    assert first["y"] >= header["height"]


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
