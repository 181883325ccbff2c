"""Links that lead away: without script, with it, by keyboard, on paper, and when things go wrong."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.support import OpenPage, Seen, drawn_text
from tests.browser.traces import axe_problems


def external(page: Page) -> Locator:
    return page.locator('[data-view-id="numbers"] a[data-external]:visible').first


def note(page: Page) -> Locator:
    return page.locator(".external-note")


@pytest.fixture
def numbers(reopen: OpenPage) -> Page:
    page = reopen()
    page.locator('#menu [data-open="numbers"]').click()
    expect(external(page)).to_be_visible()
    return page


def sentence(host: str | None) -> str:
    return (
        f"This opens {host}. The browser’s history will list it, unless this is a private window. "
        "What you wrote here and did not keep may be lost."
    )


def shown_after(link: Locator) -> str:
    text: str = link.evaluate("link => getComputedStyle(link, '::after').content")
    return text


# Without script


def test_the_host_stands_after_the_link(reopen: OpenPage) -> None:
    link = external(reopen("numbers.html", scripts=False))
    host = link.get_attribute("data-host")
    assert shown_after(link) == f'" (" "{host}" ")"' or shown_after(link) == f'" ({host})"'
    assert link.get_attribute("rel") == "noreferrer noopener"
    assert link.get_attribute("target") is None


# With script


def test_a_line_says_where_the_link_leads_before_it_opens(numbers: Page, seen: Seen, site: str) -> None:
    link = external(numbers)
    host, address = link.get_attribute("data-host"), link.get_attribute("href")
    assert shown_after(link) == "none"
    link.click()
    assert numbers.url == site + "index.html"
    expect(note(numbers).locator("span")).to_have_text(sentence(host))
    opener = numbers.get_by_role("link", name=f"Open {host}", exact=True)
    expect(opener).to_have_attribute("href", address or "")
    expect(opener).to_have_attribute("rel", "noreferrer noopener")
    assert opener.get_attribute("target") is None
    numbers.route(address or "", lambda route: route.fulfill(body="<title>There</title>"))
    opener.click()
    expect(numbers).to_have_title("There")
    sent = [url for url in seen.requests if url.startswith(address or "-")]
    assert sent == [address]
    seen.requests.clear()


def test_only_one_line_stands_at_a_time_and_none_after_another_view_opens(numbers: Page) -> None:
    numbers.locator(".place details").evaluate_all("folds => folds.forEach((fold) => (fold.open = true))")
    links = numbers.locator('[data-view-id="numbers"] a[data-external]')
    links.nth(0).click()
    links.nth(1).click()
    expect(note(numbers)).to_have_count(1)
    numbers.locator('#menu [data-open="now"]').click()
    expect(note(numbers)).to_have_count(0)


def test_it_works_on_the_page_one_arrived_at(reopen: OpenPage, site: str) -> None:
    page = reopen("numbers.html")
    external(page).click()
    expect(note(page)).to_be_visible()
    assert page.url == site + "numbers.html"


def test_a_click_that_asks_for_a_new_tab_is_the_browsers(numbers: Page, site: str) -> None:
    # What a new tab asks for first goes past the driver to the network: so it may not lead far.
    external(numbers).evaluate("(link, address) => { link.href = address }", site + "about.html")
    with numbers.context.expect_page() as opened:
        external(numbers).click(modifiers=["Control"])
    expect(opened.value).to_have_url(site + "about.html")
    expect(note(numbers)).to_have_count(0)


# Keyboard and announcements


@pytest.mark.parametrize("way", ["Escape", "button"])
def test_staying_returns_the_focus_to_the_link(numbers: Page, way: str) -> None:
    link = external(numbers)
    link.focus()
    numbers.keyboard.press("Enter")
    expect(note(numbers)).to_be_focused()
    expect(note(numbers)).to_have_attribute("role", "group")
    expect(note(numbers)).to_have_attribute("aria-label", sentence(link.get_attribute("data-host")))
    numbers.keyboard.press("Tab")
    expect(note(numbers).get_by_role("link")).to_be_focused()
    if way == "Escape":
        numbers.keyboard.press("Escape")
    else:
        numbers.keyboard.press("Tab")
        numbers.keyboard.press("Enter")
    expect(note(numbers)).to_have_count(0)
    expect(link).to_be_focused()


def test_the_line_has_no_barriers(numbers: Page) -> None:
    external(numbers).click()
    assert axe_problems(numbers) == []
    for part in note(numbers).locator("a, button").all():
        box = part.bounding_box()
        assert box
        assert box["height"] >= 44


# Print


def test_paper_names_the_host_and_not_the_question(numbers: Page) -> None:
    host = external(numbers).get_attribute("data-host") or "-"
    external(numbers).click()
    text = drawn_text(numbers.pdf())
    assert f"({host})" in text
    assert "leaves this page" not in text


# Errors


def test_where_the_reader_cannot_be_fetched_the_link_is_followed(open_page: OpenPage, seen: Seen) -> None:
    page = open_page("numbers.html")
    page.route("**/index.html", lambda route: route.abort())
    page.context.route("https://**", lambda route: route.fulfill(body="<title>There</title>"))
    external(page).click()
    expect(page).to_have_title("There")
    seen.errors.clear()
    seen.requests.clear()


def test_a_page_opened_from_a_folder_shows_the_host(browser: Browser, site_folder) -> None:  # type: ignore[no-untyped-def]
    page = browser.new_page()
    page.goto((site_folder / "numbers.html").as_uri())
    assert external(page).get_attribute("data-host") in shown_after(external(page))
    page.close()
