"""The one-document reader: without script, with it, by keyboard, on paper, and when things go wrong."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.support import (
    DESKTOP,
    EXTRA,
    PHONE,
    OpenPage,
    Seen,
    drawn_text,
    hold_back,
    show_whole,
    stored,
    until,
    until_held,
)

TOPICS = ["phone", "devices", "now", "home", "travel", "work", "report", "contact", "support", "people"]
NOTHING = {"local": [], "session": [], "databases": [], "caches": [], "workers": [], "cookies": []}
SHOWN = """() => [...document.querySelectorAll("main > [data-view-id]")]
  .filter((view) => view.offsetHeight > 0 && getComputedStyle(view).visibility === "visible")
  .map((view) => view.dataset.viewId)"""
LEAVE = "document.dispatchEvent(new Event('guide:leave'))"


def choose(page: Page, view: str) -> None:
    """Follow the menu's link to a view."""
    page.locator(f'#menu [data-open="{view}"]').click()


def switch_to(page: Page, view: str) -> None:
    """Do as `choose` at less cost, where it is not the claim that the link can be hit."""
    page.locator(f'#menu [data-open="{view}"]').evaluate("link => link.click()")


def is_open(page: Page, view: str) -> None:
    until(page, "view", view)  # it says so when all views are shown or hidden
    assert page.evaluate(SHOWN) == [view]


def traces(page: Page) -> list[Any]:
    """What the browser could keep of the way through the guide."""
    found: list[Any] = page.evaluate("[location.href, history.length, history.state, document.title]")
    return found


def asked(seen: Seen) -> list[str]:
    """What was asked for, but for the icon, which browsers ask for when they please."""
    return [url for url in seen.requests if not url.endswith("icon.svg")]


def back(page: Page) -> Any:
    return page.locator(".bar > .back")


@pytest.fixture
def page(reopen: OpenPage) -> Page:
    """The first page of the site, in a new document."""
    return reopen()


# Without script


def test_the_first_page_shows_only_its_own_view(reopen: OpenPage) -> None:
    page = reopen(scripts=False)
    expect(page.locator("[data-view-id]")).to_have_count(1)
    expect(page.locator('[data-view-id="start"]')).to_be_visible()
    expect(back(page)).to_have_count(0)


def test_a_link_is_a_plain_link_to_a_page(reopen: OpenPage, site: str) -> None:
    page = reopen(scripts=False)
    choose(page, "phone")
    expect(page).to_have_url(site + "phone.html")
    page.locator('#menu [aria-current="page"]').click()
    expect(page).to_have_url(site + "phone.html")


# With script


@pytest.mark.every_language
def test_ten_views_leave_no_trace_of_the_way(open_page: OpenPage, seen: Seen, site: str) -> None:
    page = open_page()
    before, count = traces(page), len(asked(seen))
    for view in TOPICS:
        choose(page, view)
        is_open(page, view)
        expect(page.locator("#menu [aria-current]")).to_have_attribute("data-open", view)
    assert traces(page) == before == [site + "index.html", 2, None, EXTRA["neutral_title"]]
    assert asked(seen)[count:] == []
    assert stored(page) == NOTHING


def test_every_view_opens_from_the_menu(page: Page) -> None:
    views = page.locator("#menu [data-open]").evaluate_all("all => all.map(link => link.dataset.open)")
    assert len(views) > 20
    for view in [*views[1:], views[0]]:
        choose(page, view)
        is_open(page, view)


def test_every_link_inside_a_view_names_a_view_and_an_anchor_that_are_there(page: Page) -> None:
    wrong = page.evaluate(
        """() => [...document.querySelectorAll("a[href]")]
          .filter((link) => !link.matches("[data-external], [data-quick-exit], [target], [hreflang]"))
          .filter((link) => link.protocol === "http:" && !["#content", "#menu"].includes(link.hash))
          .filter(({ dataset: { open, anchor } }) => {
            const view = document.querySelector(`main > [data-view-id="${open}"]`);
            const there = () => "empty" in view.dataset || view.querySelector("#" + CSS.escape(anchor));
            return !view || (anchor && !there());
          })
          .map((link) => link.outerHTML)"""
    )
    assert wrong == []


def test_a_link_to_an_anchor_opens_its_view_there(page: Page) -> None:
    link = page.locator('[data-view-id="plan"] a[data-anchor="keep-your-phone-within-reach"]').first
    switch_to(page, "plan")
    show_whole(page)
    page.get_by_role(
        "button", name="Why and how: Keep a charged phone within reach, at night too"
    ).first.click()
    link.click()
    is_open(page, "phone")
    heading = page.locator("#keep-your-phone-within-reach")
    expect(heading).to_be_in_viewport()
    expect(heading).to_be_focused()
    box = heading.bounding_box()
    assert box
    assert box["y"] < 100


@pytest.mark.parametrize("address", ["phone.html", "sheets/incident-log.html", "404.html", "no-such-page"])
def test_arriving_at_another_page_stays_at_its_address(
    open_page: OpenPage, seen: Seen, site: str, address: str
) -> None:
    page = open_page(address)
    seen.errors.clear()  # the address that is not there
    before = traces(page)
    for view in ["now", "phone", "sheets", "start"]:
        switch_to(page, view)
        is_open(page, view)
    page.locator('[data-view-id="start"] a[data-open="plan"]').first.click()
    is_open(page, "plan")
    assert traces(page) == before
    assert page.url == site + address
    assert sum(url.endswith("/index.html") for url in seen.requests) == 1
    assert stored(page) == NOTHING


def test_back_returns_to_the_link_and_the_place(page: Page) -> None:
    expect(back(page)).to_be_hidden()
    choose(page, "phone")
    link = page.locator('[data-view-id="phone"] a[data-open="devices"]').first
    link.scroll_into_view_if_needed()
    page.evaluate("scrollBy(0, 60)")
    top = page.evaluate("scrollY")
    assert top > 0
    link.click()
    is_open(page, "devices")
    assert page.evaluate("scrollY") == 0
    page.evaluate("scrollTo(0, 900)")
    expect(back(page)).to_have_text("Back")
    expect(back(page)).to_have_accessible_name("Back to “Phone”")
    back(page).click()
    is_open(page, "phone")
    assert page.evaluate("scrollY") == top
    expect(link).to_be_focused()
    expect(back(page)).to_have_accessible_name("Back to “Start”")
    back(page).click()
    is_open(page, "start")
    expect(page.locator('[data-view-id="start"] h1')).to_be_focused()
    expect(back(page)).to_be_hidden()


@pytest.mark.parametrize("modifier", ["Control", "Shift"])
def test_a_click_that_asks_for_a_new_tab_gets_the_page(page: Page, site: str, modifier: str) -> None:
    with page.context.expect_page() as opened:
        page.locator('#menu [data-open="phone"]').click(modifiers=[modifier])  # type: ignore[list-item]
    expect(opened.value).to_have_url(site + "phone.html")
    is_open(page, "start")


def test_the_middle_button_opens_a_tab_too(page: Page, site: str) -> None:
    with page.context.expect_page() as opened:
        page.locator('#menu [data-open="phone"]').click(button="middle")
    expect(opened.value).to_have_url(site + "phone.html")
    is_open(page, "start")


def test_it_works_with_the_network_cut(open_page: OpenPage, seen: Seen) -> None:
    page = open_page()
    until(page, "reader", "ready")
    count = len(asked(seen))
    page.context.set_offline(True)
    for view in TOPICS:
        switch_to(page, view)
        is_open(page, view)
    back(page).click()
    is_open(page, TOPICS[-2])
    page.locator(".search-field").fill("gps")
    page.locator(".search-results a").first.click()
    is_open(page, "devices")
    assert asked(seen)[count:] == []
    seen.errors.clear()  # the icon


def test_a_second_click_while_the_reader_loads_counts(open_page: OpenPage, seen: Seen) -> None:
    page = open_page("phone.html")
    held = hold_back(page, "**/index.html")
    choose(page, "now")
    choose(page, "home")
    until_held(page, held)
    is_open(page, "phone")
    held[0].continue_()
    is_open(page, "home")
    assert len(held) == 1


# Keyboard and announcements


def test_the_focus_goes_to_the_heading_of_the_new_view(page: Page) -> None:
    page.locator('#menu [data-open="phone"]').focus()
    page.keyboard.press("Enter")
    heading = page.locator('[data-view-id="phone"] h1')
    expect(heading).to_be_focused()
    assert heading.evaluate("heading => heading.matches(':focus-visible')")
    page.keyboard.press("Tab")
    expect(page.locator('[data-view-id="phone"] :focus')).to_have_count(1)


def test_the_skip_link_leads_to_the_open_view_and_leaves_no_trace(page: Page) -> None:
    before = traces(page)
    switch_to(page, "phone")
    page.locator(".skip-link").focus()
    page.keyboard.press("Enter")
    expect(page.locator('[data-view-id="phone"] h1')).to_be_focused()
    assert traces(page) == before


@pytest.mark.parametrize("link", [".skip-link", '.md-header a[href="#menu"]'])
def test_links_to_the_frame_leave_no_trace_on_other_pages(open_page: OpenPage, link: str) -> None:
    page = open_page("phone.html", viewport=PHONE)
    before = traces(page)
    page.locator(link).focus()
    page.keyboard.press("Enter")
    expect(page.locator('[data-reader="ready"]')).to_have_count(1)
    expect(page.locator('[data-view-id="phone"] h1:focus, #menu:focus')).to_have_count(1)
    assert traces(page) == before


def test_back_is_a_button_that_says_where_to(page: Page) -> None:
    switch_to(page, "now")
    button = page.get_by_role("button", name="Back to “Start”")
    button.focus()
    page.keyboard.press("Enter")
    is_open(page, "start")


@pytest.mark.parametrize("size", [PHONE, DESKTOP])
def test_back_stays_in_sight_and_off_the_exit(reopen: OpenPage, size: dict[str, int]) -> None:
    page = reopen("phone.html", viewport=size)
    page.locator('[data-view-id="phone"] a[data-open="devices"]').first.click()
    is_open(page, "devices")
    page.evaluate("scrollTo(0, 2000)")
    box, exit = back(page).bounding_box(), page.locator(".exit").bounding_box()
    assert box
    assert exit
    assert box["height"] >= 44
    assert 0 <= box["y"] < 20, "the header stays where one reads"
    assert box["y"] + box["height"] < exit["y"] or box["x"] + box["width"] < exit["x"]


# Print


def test_only_the_open_view_is_printed(page: Page) -> None:
    switch_to(page, "phone")
    text = drawn_text(page.pdf())
    assert "Check whether your phone shows where you are" in text
    for unwanted in [
        "Back",
        "Search this guide",
        "Menu",
        EXTRA["exit_label"],
        "How this guide treats",
    ]:
        assert unwanted not in text
