"""The numbers of all countries: those for danger first, then each country's helplines and law in a fold."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from hooks.languages.folders import ENGLISH, language_of_build
from tests.browser.support import PHONE, TOUCH, OpenPage, Seen, country_called, drawn_text, until

NOWHERE = {"timezone_id": "UTC", "locale": "eo"}
LONDON = {"timezone_id": "Europe/London", "locale": "en-GB"}
HELPLINE = "National Stalking Helpline"
ORDER = "restraining order" if language_of_build() == ENGLISH else "orden"
ROOM = 1 if language_of_build() == ENGLISH else 1.15
"""How much more room the words of another language may take."""


def country(page: Page, name: str) -> Locator:
    return page.locator(".place").filter(has=page.get_by_role("heading", level=2, name=name)).first


def height(page: Page) -> int:
    pixels: int = page.evaluate("document.documentElement.scrollHeight")
    return pixels


def open_folds(page: Page) -> list[str]:
    names: list[str] = page.locator(".countries [open] > summary").all_inner_texts()
    return names


# Without script


def test_on_a_phone_the_numbers_fill_the_first_screen_and_the_rest_is_folded(reopen: OpenPage) -> None:
    page = reopen("numbers.html", scripts=False, **TOUCH)
    numbers = page.locator(".call-now").bounding_box()
    assert numbers
    assert numbers["y"] + numbers["height"] <= PHONE["height"]
    for link in page.locator(".call-now > li > .dial").all():
        box = link.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 36
    assert open_folds(page) == []
    assert height(page) <= 4_200


@pytest.mark.every_language
def test_a_country_opens_with_its_numbers_then_its_helplines_and_its_law_in_a_fold(reopen: OpenPage) -> None:
    page = reopen("numbers.html", scripts=False, **TOUCH)
    place = country(page, "United Kingdom")
    place.locator("summary").first.tap()
    headings = place.locator(":is(h3, h2)").all_inner_texts()
    assert headings == [
        "United Kingdom",
        *(
            "In danger: United Kingdom",
            "People to talk to: United Kingdom",
            "What the law says: United Kingdom",
        ),
    ]
    expect(place.get_by_role("heading", name=HELPLINE, exact=True)).to_be_visible()
    law = place.get_by_text("The law is not the same in England and Wales")
    expect(law).to_be_hidden()
    place.locator("details details summary").tap()
    expect(law).to_be_visible()
    assert open_folds(page) == ["United Kingdom", "What the law says: United Kingdom"]


def test_what_is_open_is_printed_and_every_number_for_danger(reopen: OpenPage) -> None:
    page = reopen("numbers.html", scripts=False, **LONDON)
    country(page, "United Kingdom").locator("summary").first.click()
    text = drawn_text(page.pdf())
    assert HELPLINE in text
    canada = country_called("CA")
    assert f"{canada}:" in text
    assert f"People to talk to: {canada}" not in text


# With script


def test_the_country_of_the_devices_clock_comes_first_and_open(open_page: OpenPage) -> None:
    page = open_page("numbers.html", **LONDON, **TOUCH)
    expect(page.locator("[data-here] p").first).to_contain_text("999")
    assert open_folds(page) == ["United Kingdom"]
    assert page.locator(".place h2").first.inner_text() == "United Kingdom"
    heading = page.get_by_role("heading", level=2, name="United Kingdom").bounding_box()
    assert heading
    assert heading["y"] + heading["height"] < PHONE["height"] * ROOM
    assert height(page) <= 9_500 * ROOM


def test_what_was_closed_stays_closed_when_the_reader_comes(open_page: OpenPage) -> None:
    page = open_page("numbers.html", **LONDON, **TOUCH)
    country(page, "United Kingdom").locator("summary").first.tap()
    country(page, "Canada").locator("summary").first.tap()
    page.locator("[data-search-open]").tap()
    until(page, "reader", "ready")
    assert open_folds(page) == ["Canada"]


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("anchor", ["place-uk", "place-uk-helplines", "place-uk-law", "every-country"])
def test_an_address_with_an_anchor_shows_what_it_names(reopen: OpenPage, anchor: str, scripts: bool) -> None:
    page = reopen(f"numbers.html#{anchor}", scripts=scripts, **NOWHERE, **TOUCH)
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()
    if scripts:
        expect(
            page.locator(f"details[open] > summary > #{anchor}, details[open] > h3#{anchor}")
        ).to_be_visible()


def test_in_the_reader_a_link_opens_the_folds_around_what_it_leads_to(reopen: OpenPage) -> None:
    page = reopen(**NOWHERE, **TOUCH)
    page.evaluate(
        """() => {
          const link = document.querySelector('[data-view-id=home] a[data-open=now]')
          link.dataset.open = 'numbers'
          link.dataset.anchor = 'place-us-law'
          link.click()
        }"""
    )
    until(page, "view", "numbers")
    expect(page.locator("#place-us-law")).to_be_focused()
    assert open_folds(page) == ["United States", "What the law says: United States"]


@pytest.mark.parametrize(
    ("query", "anchor"),
    [("0808 802 0300", "place-uk-helplines"), (f"{ORDER} {country_called('IE')}", "place-ie-law")],
)
def test_search_finds_what_is_folded_up_and_opens_it(
    open_page: OpenPage, seen: Seen, query: str, anchor: str
) -> None:
    page = open_page("numbers.html", **NOWHERE, viewport={"width": 1280, "height": 800})
    page.get_by_role("searchbox").fill(query)
    result = page.locator(f".search-results [data-anchor='{anchor}']")
    result.click()
    expect(page.locator(f"#{anchor}")).to_be_focused()
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()
    assert "numbers" in page.url
    assert seen.errors == []
