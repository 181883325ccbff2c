"""What loads when a view is opened, text or styles: without script, with it, by keyboard, when it fails."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.support import SITE, OpenPage, Seen, hold_back, open_with_stopped_clock, stored, until_held
from tests.browser.test_reader import NOTHING, asked, back, choose, is_open, switch_to, traces

NOT_HERE = (
    "This part did not load. You can go back and try again.",
    "Open it on its own page",
    "This page will close. Anything you wrote here and did not keep will be lost.",
)
METHOD = (SITE / "method.html").read_text("utf-8")
IN_FOLDER = ("You opened this guide from a folder, so this part is on a page of its own.", *NOT_HERE[1:])


@pytest.fixture
def page(reopen: OpenPage) -> Page:
    """The first page of the site, in a new document."""
    return reopen()


def words_of(page: Page, view: str) -> list[str]:
    return page.locator(f'[data-view-id="{view}"] p').all_text_contents()


def tick_is_large(page: Page) -> bool:
    """Whether the plan's own styles hold: a box to tick is larger than the browser's."""
    # The first screen of the plan has none to measure; what is computed for one that is hidden is the same.
    width: str = page.locator('[data-view-id="plan"] [data-item] [type="checkbox"]').first.evaluate(
        "box => getComputedStyle(box).width"
    )
    return width.endswith("px") and float(width.removesuffix("px")) > 20


# Without script


def test_a_page_brings_the_styles_of_its_own_view(reopen: OpenPage, seen: Seen, site: str) -> None:
    page = reopen("plan.html", scripts=False)
    assert tick_is_large(page)
    assert site + "assets/plan.css" in seen.requests


def test_a_page_brings_no_styles_of_another_view(reopen: OpenPage, seen: Seen, site: str) -> None:
    reopen(scripts=False)
    reopen("phone.html", scripts=False)
    assert {url.removeprefix(site) for url in seen.requests if url.endswith(".css")} == {"assets/guide.css"}


def test_a_view_that_comes_later_is_a_plain_page(reopen: OpenPage, site: str) -> None:
    page = reopen(scripts=False)
    choose(page, "method")
    expect(page).to_have_url(site + "method.html")
    expect(page.locator("h1")).to_be_visible()


# With script


def test_a_view_is_fetched_when_it_is_opened(page: Page, seen: Seen, site: str) -> None:
    before, count = traces(page), len(asked(seen))
    choose(page, "now")
    page.locator('[data-view-id="now"] .page-sources a').first.click()
    is_open(page, "method")
    expect(page.locator('[data-view-id="method"] :focus')).to_be_in_viewport()
    choose(page, "now")
    choose(page, "method")
    is_open(page, "method")
    assert sorted(asked(seen)[count:]) == [site + "assets/method.css", site + "method.html"]
    page.locator('[data-view-id="method"] a[data-open="now"]').first.click()
    is_open(page, "now")
    assert traces(page) == before
    assert stored(page) == NOTHING


@pytest.mark.parametrize("address", ["index.html", "phone.html", "sheets/incident-log.html", "404.html"])
def test_the_plan_gets_its_styles_before_it_is_shown(
    reopen: OpenPage, seen: Seen, site: str, address: str
) -> None:
    page = reopen(address)
    seen.errors.clear()  # the address that is not there
    held = hold_back(page, "**/assets/plan.css")
    switch_to(page, "plan")
    expect(page.locator("link[href$='assets/plan.css']")).to_have_count(1)
    until_held(page, held)
    expect(page.locator('[data-view-id="plan"]')).to_be_hidden()
    held[0].continue_()
    is_open(page, "plan")
    assert tick_is_large(page)
    switch_to(page, "now")
    switch_to(page, "plan")
    assert seen.requests.count(site + "assets/plan.css") == 1


def test_the_plans_own_page_links_its_styles_once(reopen: OpenPage, seen: Seen, site: str) -> None:
    page = reopen("plan.html")
    switch_to(page, "now")
    is_open(page, "now")
    switch_to(page, "plan")
    is_open(page, "plan")
    assert seen.requests.count(site + "assets/plan.css") == 1


def test_a_sheet_comes_with_its_styles_and_stays_at_the_address(page: Page, seen: Seen, site: str) -> None:
    before, count = traces(page), len(asked(seen))
    choose(page, "sheets")
    page.locator('[data-view-id="sheets"] [data-open="sheet-incident-log"]').first.click()
    is_open(page, "sheet-incident-log")
    assert set(asked(seen)[count:]) >= {site + "sheets/incident-log.html", site + "assets/sheets.css"}
    assert seen.requests.count(site + "assets/sheets.css") == 1
    assert traces(page) == before


def test_a_view_that_takes_long_is_announced_until_it_is_there(page: Page) -> None:
    held = hold_back(page, "**/method.html")
    switch_to(page, "method")
    until_held(page, held)
    status = page.get_by_role("status").filter(has_text="One moment. This part is loading.")
    expect(status).to_be_in_viewport()
    held[0].continue_()
    is_open(page, "method")
    expect(status).to_have_count(0)


def test_a_page_that_was_cut_on_its_way_is_not_shown_as_if_it_were_whole(page: Page, seen: Seen) -> None:
    page.route("**/method.html", lambda route: route.fulfill(body=METHOD[: len(METHOD) // 2]))
    switch_to(page, "method")
    is_open(page, "method")
    assert words_of(page, "method") == list(NOT_HERE)


def test_what_could_lead_away_is_taken_out_of_a_view_that_its_host_changed(
    page: Page, seen: Seen, site: str
) -> None:
    bad = '<meta http-equiv="refresh" content="0; url=about.html"><base href="/elsewhere/"><form>F</form>'
    bad += f"<template>{bad}</template><iframe></iframe><object></object><embed>"
    bad += "<style></style><link><script></script>"
    changed = METHOD.replace("<h1", f"{bad}<h1", 1).replace("</article>", f"{bad}</article>", 1)
    page.route("**/method.html", lambda route: route.fulfill(body=changed, content_type="text/html"))
    switch_to(page, "method")
    is_open(page, "method")
    left = """() => {
      const view = document.querySelector('[data-view-id="method"]');
      const parts = [view, ...[...view.querySelectorAll("template")].map(({ content }) => content)];
      const names = "meta, base, form, iframe, object, embed, style, link, script";
      return [parts.length, parts.map((part) => part.querySelectorAll(names).length)];
    }"""
    assert page.evaluate(left) == [3, [0, 0, 0]]
    page.wait_for_timeout(300)  # a refresh would lead away by now
    assert page.url == site + "index.html"
    assert all("Content Security Policy" in error for error in seen.errors)
    seen.errors.clear()


def test_the_newest_wish_counts_while_a_view_is_on_its_way(page: Page) -> None:
    held = hold_back(page, "**/method.html")
    switch_to(page, "method")
    until_held(page, held)
    switch_to(page, "phone")
    is_open(page, "phone")
    held[0].continue_()
    page.wait_for_timeout(300)
    is_open(page, "phone")


# Keyboard and announcements


def test_the_focus_goes_to_the_heading_of_a_view_that_was_fetched(page: Page) -> None:
    page.locator('#menu [data-open="method"]').focus()
    page.keyboard.press("Enter")
    expect(page.locator('[data-view-id="method"] h1')).to_be_focused()


# Errors


def test_a_view_that_cannot_be_fetched_says_so_and_the_reader_goes_on(page: Page, seen: Seen) -> None:
    switch_to(page, "plan")
    is_open(page, "plan")
    page.context.set_offline(True)
    switch_to(page, "method")
    is_open(page, "method")
    expect(page.locator('[data-view-id="method"] h1')).to_have_text("This part is not here")
    expect(page.locator('[data-view-id="method"] h1')).to_be_focused()
    assert words_of(page, "method") == list(NOT_HERE)
    back(page).click()
    is_open(page, "plan")
    page.context.set_offline(False)
    switch_to(page, "method")
    expect(page.locator('[data-view-id="method"]')).not_to_contain_text("could not be fetched")
    seen.errors.clear()


@pytest.mark.parametrize("answer", [{"status": 503, "body": "Not now"}, {"body": "<title>Sign in</title>"}])
def test_an_answer_that_is_not_the_view_counts_as_none(
    page: Page, seen: Seen, site: str, answer: dict[str, object]
) -> None:
    page.route("**/method.html", lambda route: route.fulfill(**answer))  # type: ignore[arg-type]
    switch_to(page, "method")
    is_open(page, "method")
    assert words_of(page, "method") == list(NOT_HERE)
    page.unroute("**/method.html")
    page.get_by_role("link", name="Open it on its own page").click()
    page.wait_for_url(site + "method.html")
    seen.errors.clear()


def test_a_view_that_never_comes_says_so_after_10_seconds(open_page: OpenPage, site: str) -> None:
    page = open_page(None)
    open_with_stopped_clock(page, site + "index.html")
    page.route("**/method.html", lambda route: None)
    switch_to(page, "method")
    page.clock.run_for(9_900)
    is_open(page, "start")
    page.clock.run_for(200)
    is_open(page, "method")
    assert words_of(page, "method") == list(NOT_HERE)


def test_a_plan_whose_styles_fail_opens_all_the_same_and_asks_again(
    page: Page, seen: Seen, site: str
) -> None:
    page.route("**/assets/plan.css", lambda route: route.abort())
    switch_to(page, "plan")
    is_open(page, "plan")
    assert not tick_is_large(page)
    page.unroute("**/assets/plan.css")
    switch_to(page, "now")
    switch_to(page, "plan")
    is_open(page, "plan")
    assert tick_is_large(page)
    assert seen.requests.count(site + "assets/plan.css") == 2
    seen.errors.clear()


def test_a_plan_whose_styles_never_come_opens_after_3_seconds(open_page: OpenPage, site: str) -> None:
    page = open_page(None)
    open_with_stopped_clock(page, site + "index.html")
    page.route("**/assets/plan.css", lambda route: None)
    switch_to(page, "plan")
    page.clock.run_for(2_900)
    is_open(page, "start")
    page.clock.run_for(200)
    is_open(page, "plan")


def test_leaving_while_a_view_is_on_its_way_is_final(page: Page) -> None:
    held = hold_back(page, "**/method.html")
    switch_to(page, "method")
    until_held(page, held)
    page.evaluate("document.dispatchEvent(new Event('guide:leave'))")
    held[0].continue_()
    page.wait_for_timeout(300)
    is_open(page, "start")


def test_from_a_folder_the_styles_come_and_a_later_view_leads_to_its_own_page(
    browser: Browser, site_folder: Path
) -> None:
    page = browser.new_page()
    page.goto((site_folder / "index.html").as_uri())
    switch_to(page, "plan")
    is_open(page, "plan")
    assert tick_is_large(page)
    switch_to(page, "method")
    is_open(page, "method")
    assert words_of(page, "method") == list(IN_FOLDER)
    page.get_by_role("link", name="Open it on its own page").click()
    page.wait_for_url((site_folder / "method.html").as_uri())
    page.close()
