"""The one-document reader: without script, with it, by keyboard, on paper, and when things go wrong."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from pypdf import PdfReader

from tests.browser.support import DESKTOP, EXTRA, PHONE, OpenPage, Seen, stored

TOPICS = ["phone", "devices", "now", "home", "travel", "work", "law", "record", "keep", "people"]
NOTHING = {"local": [], "session": [], "databases": [], "caches": [], "workers": [], "cookies": []}
LEAVE = "document.dispatchEvent(new Event('guide:leave'))"


def choose(page: Page, view: str) -> None:
    """Follow the menu's link to a view."""
    page.locator(f'#menu [data-open="{view}"]').click()


def is_open(page: Page, view: str) -> None:
    expect(page.locator("html")).to_have_attribute("data-view", view)
    expect(page.locator("main > [data-view-id]:visible")).to_have_count(1)
    expect(page.locator(f'main > [data-view-id="{view}"]')).to_be_visible()


def traces(page: Page) -> list[Any]:
    """What the browser could keep of the way through the guide."""
    found: list[Any] = page.evaluate("[location.href, history.length, history.state, document.title]")
    return found


def asked(seen: Seen) -> list[str]:
    """What was asked for, but for the icon, which browsers ask for when they please."""
    return [url for url in seen.requests if not url.endswith("icon.svg")]


def back(page: Page) -> Any:
    return page.locator("main > .back")


# Without script


def test_the_first_page_shows_only_its_own_view(open_page: OpenPage) -> None:
    page = open_page(scripts=False)
    assert page.locator("[data-view-id]").count() > 20
    expect(page.locator("[data-view-id]:visible")).to_have_count(1)
    expect(page.locator('[data-view-id="start"]')).to_be_visible()
    expect(back(page)).to_have_count(0)


def test_a_link_is_a_plain_link_to_a_page(open_page: OpenPage, site: str) -> None:
    page = open_page(scripts=False)
    choose(page, "phone")
    assert page.url == site + "phone.html"
    page.locator('#menu [aria-current="page"]').click()
    assert page.url == site + "phone.html"


# With script


def test_ten_views_leave_no_trace_of_the_way(page: Page, seen: Seen, site: str) -> None:
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
        """() => [...document.querySelectorAll("a[href]:not([data-external], [data-quick-exit], [target])")]
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
    choose(page, "plan")
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
        choose(page, view)
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
    page.mouse.wheel(0, 60)
    page.wait_for_timeout(200)
    top = page.evaluate("scrollY")
    assert top > 0
    link.click()
    is_open(page, "devices")
    assert page.evaluate("scrollY") == 0
    page.evaluate("scrollTo(0, 900)")
    expect(back(page)).to_have_text("Back to “Phone”")
    back(page).click()
    is_open(page, "phone")
    assert page.evaluate("scrollY") == top
    expect(link).to_be_focused()
    expect(back(page)).to_have_text("Back to “Start”")
    back(page).click()
    is_open(page, "start")
    expect(page.locator('[data-view-id="start"] h1')).to_be_focused()
    expect(back(page)).to_be_hidden()


@pytest.mark.parametrize("modifier", ["Control", "Shift"])
def test_a_click_that_asks_for_a_new_tab_gets_the_page(page: Page, site: str, modifier: str) -> None:
    with page.context.expect_page() as opened:
        page.locator('#menu [data-open="phone"]').click(modifiers=[modifier])  # type: ignore[list-item]
    assert opened.value.url == site + "phone.html"
    is_open(page, "start")


def test_the_middle_button_opens_a_tab_too(page: Page, site: str) -> None:
    with page.context.expect_page() as opened:
        page.locator('#menu [data-open="phone"]').click(button="middle")
    assert opened.value.url == site + "phone.html"
    is_open(page, "start")


def test_it_works_with_the_network_cut(page: Page, seen: Seen) -> None:
    page.wait_for_load_state("networkidle")
    count = len(asked(seen))
    page.context.set_offline(True)
    for view in TOPICS:
        choose(page, view)
        is_open(page, view)
    back(page).click()
    is_open(page, TOPICS[-2])
    page.locator(".search-field").fill("tracker")
    page.locator(".search-results a").first.click()
    is_open(page, "devices")
    assert asked(seen)[count:] == []
    seen.errors.clear()  # the icon


def test_a_second_click_while_the_reader_loads_counts(open_page: OpenPage, seen: Seen) -> None:
    held: list[Route] = []
    page = open_page("phone.html")
    page.route("**/index.html", lambda route: held.append(route))
    choose(page, "now")
    choose(page, "home")
    page.wait_for_timeout(200)
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
    choose(page, "phone")
    page.locator(".skip-link").focus()
    page.keyboard.press("Enter")
    expect(page.locator('[data-view-id="phone"] h1')).to_be_focused()
    assert traces(page) == before


@pytest.mark.parametrize("link", [".skip-link", '.md-header a[href="#menu"]'])
def test_links_to_the_frame_leave_no_trace_on_other_pages(open_page: OpenPage, link: str) -> None:
    page = open_page("phone.html")
    before = traces(page)
    page.locator(link).focus()
    page.keyboard.press("Enter")
    expect(page.locator('[data-reader="ready"]')).to_have_count(1)
    expect(page.locator('[data-view-id="phone"] h1:focus, #menu:focus')).to_have_count(1)
    assert traces(page) == before


def test_back_is_a_button_that_says_where_to(page: Page) -> None:
    choose(page, "now")
    button = page.get_by_role("button", name="Back to “Start”")
    button.focus()
    page.keyboard.press("Enter")
    is_open(page, "start")


@pytest.mark.parametrize("size", [PHONE, DESKTOP])
def test_back_stays_in_sight_and_off_the_exit(open_page: OpenPage, size: dict[str, int]) -> None:
    page = open_page("phone.html", viewport=size)
    page.locator('[data-view-id="phone"] a[data-open="devices"]').first.click()
    is_open(page, "devices")
    page.evaluate("scrollTo(0, 2000)")
    box, exit = back(page).bounding_box(), page.locator(".exit").bounding_box()
    assert box
    assert exit
    assert box["height"] >= 44
    assert 0 <= box["y"] < 20
    assert box["y"] + box["height"] < exit["y"] or box["x"] + box["width"] < exit["x"]


# Print


def test_only_the_open_view_is_printed(page: Page) -> None:
    choose(page, "phone")
    paper = PdfReader(io.BytesIO(page.pdf()))
    text = "\n".join(sheet.extract_text() for sheet in paper.pages)
    assert "Check whether your phone shows where you are" in text
    for unwanted in [
        "Back to",
        "Search this guide",
        "Menu",
        EXTRA["exit_label"] + "\n",
        "How this guide treats",
    ]:
        assert unwanted not in text


# Errors


@pytest.mark.parametrize("broken", ["**/index.html", "**/assets/reader.js"])
def test_where_the_reader_cannot_be_fetched_the_link_is_followed(
    open_page: OpenPage, seen: Seen, site: str, broken: str
) -> None:
    page = open_page("phone.html")
    page.route(broken, lambda route: route.abort())
    choose(page, "now")
    page.wait_for_url(site + "now.html")
    seen.errors.clear()


@pytest.mark.parametrize(
    "answer",
    [
        {"status": 503, "body": "Not now"},
        {"body": "<title>Sign in to this network</title>", "content_type": "text/html"},
    ],
)
def test_an_answer_that_is_not_the_guide_counts_as_none(
    open_page: OpenPage, seen: Seen, site: str, answer: dict[str, Any]
) -> None:
    page = open_page("phone.html")
    page.route("**/index.html", lambda route: route.fulfill(**answer))
    choose(page, "now")
    page.wait_for_url(site + "now.html")
    seen.errors.clear()


def test_a_reader_that_never_comes_does_not_hold_the_link_for_long(open_page: OpenPage, site: str) -> None:
    page = open_page()
    page.clock.install()
    page.goto(site + "phone.html")
    page.route("**/index.html", lambda route: None)
    choose(page, "now")
    page.clock.run_for(9_900)
    assert page.url == site + "phone.html"
    page.clock.run_for(200)
    page.wait_for_url(site + "now.html")


@pytest.mark.parametrize("end", ["abort", "continue_"])
def test_leaving_while_the_reader_loads_is_final(
    open_page: OpenPage, seen: Seen, site: str, end: str
) -> None:
    page = open_page("phone.html")
    held: list[Route] = []
    page.route("**/index.html", lambda route: held.append(route))
    choose(page, "now")
    page.wait_for_timeout(200)
    page.evaluate(LEAVE)
    getattr(held[0], end)()
    page.wait_for_timeout(300)
    is_open(page, "phone")
    assert page.locator("[data-view-id]").count() == 1
    assert page.url == site + "phone.html"
    seen.errors.clear()


def test_leaving_drops_the_way(page: Page) -> None:
    choose(page, "phone")
    choose(page, "now")
    page.evaluate(LEAVE)
    choose(page, "home")
    expect(back(page)).to_have_text("Back to “In danger now”")
    back(page).click()
    expect(back(page)).to_be_hidden()


def test_a_page_opened_from_a_folder_keeps_plain_links(browser: Browser, site_folder: Path) -> None:
    page = browser.new_page()
    page.goto((site_folder / "phone.html").as_uri())
    expect(page.locator(".search-field")).to_have_count(0)
    choose(page, "now")
    page.wait_for_url((site_folder / "now.html").as_uri())
    page.close()


def test_the_reader_itself_works_from_a_folder(browser: Browser, site_folder: Path) -> None:
    page = browser.new_page()
    page.goto((site_folder / "index.html").as_uri())
    choose(page, "phone")
    is_open(page, "phone")
    assert page.url == (site_folder / "index.html").as_uri()
    page.close()


# Cautions, which the one document holds once


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
