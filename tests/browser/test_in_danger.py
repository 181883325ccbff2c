"""In danger: the numbers first, then what is happening, and three screens of a phone for the next minutes."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from hooks.languages.folders import ENGLISH, language_of_build
from tests.browser.support import (
    BELOW,
    MADE_UP,
    PHONE,
    TOUCH,
    OpenPage,
    Seen,
    country_called,
    drawn_text,
    places,
    stored,
)
from tests.site.numbers import number_of

HAPPENINGS = {
    "I cannot speak or hear": "get-help-without-speaking",
    "Someone follows me": "walk-to-a-busy-place",
    "They are at my door": "keep-the-door-shut",
    "I am in a car": "do-not-drive-home",
    "They hurt me": "hurt",
    "I am safe for the moment": "safe-for-the-moment",
}
SCREENS = 4 if MADE_UP else 3.5 if BELOW else 3
"""The same takes more words in other languages, and what is said in English to be understood."""
NOTHING = {"local": [], "session": [], "databases": [], "caches": [], "workers": [], "cookies": []}
WHERE = {
    "GB": ("Europe/London", "en-GB", "999"),
    "US": ("America/Chicago", "en-US", "911"),
    "BR": ("America/Sao_Paulo", "pt-BR", "112"),
    "IN": ("Asia/Kolkata", "en-IN", "112"),
    "FR": ("Europe/Paris", "en-US", "112"),
    "NZ": ("UTC", "en-NZ", "111"),
}
COUNT_LOOKS = """
  globalThis.looks = 0
  const look = Intl.Locale.prototype.getTimeZones
  Intl.Locale.prototype.getTimeZones = function () {
    looks += 1
    return look.call(this)
  }
"""


def height_of_three_screens(page: Page) -> float:
    bottom: float = page.locator("#safe-for-the-moment + p").evaluate(
        "(e) => e.getBoundingClientRect().bottom"
    )
    return bottom + float(page.evaluate("scrollY"))


# Without script


@pytest.mark.every_language
def test_numbers_come_first_then_what_is_happening_on_three_screens(reopen: OpenPage) -> None:
    page = reopen("now.html", scripts=False, **TOUCH)
    first = page.locator(".call-now").bounding_box()
    question = page.locator("#what-is-happening").bounding_box()
    assert first
    assert question
    assert first["y"] + first["height"] <= question["y"]
    room = PHONE["height"] * (1.05 if MADE_UP else 1)
    assert first["y"] + first["height"] <= room, "the numbers stand on the first screen"
    assert height_of_three_screens(page) <= SCREENS * PHONE["height"]


@pytest.mark.every_language
def test_each_thing_that_may_happen_leads_to_its_part_of_the_same_page(reopen: OpenPage) -> None:
    page = reopen("now.html", scripts=False, **TOUCH)
    offered = page.locator("#what-is-happening + ul a")
    assert {a.inner_text(): a.get_attribute("href").split("#")[1] for a in offered.all()} == HAPPENINGS  # type: ignore[union-attr]
    for text, id in HAPPENINGS.items():
        page.get_by_role("link", name=text).click()
        expect(page.locator(f"#{id}")).to_be_in_viewport()
        assert page.url.endswith(f"now.html#{id}")


def test_every_country_has_its_number_and_the_ways_beside_a_call(reopen: OpenPage) -> None:
    page = reopen("now.html", scripts=False, **TOUCH)
    lines = [" ".join(line.split()) for line in page.locator(".call-now > li").all_inner_texts()]
    assert lines[-1] == "Another country: All numbers"
    for line, place in zip(lines, places(), strict=False):
        assert line.startswith(f"{place.country}: {number_of(place.emergency[0])}")
        for entry in place.emergency:
            if entry.checked != "no" and entry.beside and entry.text:
                assert f"Text {entry.text} {entry.beside}" in line
    page.get_by_role("link", name="All numbers").click()
    expect(page.locator("#every-country")).to_be_in_viewport()


def test_no_warning_tells_how_something_was_checked(reopen: OpenPage) -> None:
    page = reopen("now.html", scripts=False)
    text = page.locator("article").inner_text()
    assert not re.search(r"not checked|was checked|report from|page from", text.replace("Last read", ""))


# With script


@pytest.mark.parametrize("code", WHERE)
def test_the_country_of_the_devices_clock_comes_first_and_nothing_is_asked_or_kept(
    open_page: OpenPage, seen: Seen, code: str
) -> None:
    zone, language, number = WHERE[code]
    country = country_called(code)
    page = open_page("now.html", timezone_id=zone, locale=language, **TOUCH)
    here = page.locator("[data-here]")
    expect(here).to_be_visible()
    expect(here).to_contain_text(country)
    expect(here.locator("a").first).to_have_attribute("href", f"tel:{number}")
    expect(here.locator("a").first).to_have_attribute("aria-label", f"{number}, {country}")
    question = page.locator("#what-is-happening + ul").bounding_box()
    assert question
    assert question["y"] < PHONE["height"]
    assert height_of_three_screens(page) <= SCREENS * PHONE["height"]
    assert stored(page) == NOTHING
    assert not [url for url in seen.requests if not re.search(r"(now\.html|\.css|\.js|icon\.svg)$", url)]
    here.get_by_text("Not your country?").click()
    here.get_by_role("link", name="All numbers").click()
    expect(page.locator("[data-territory=BR]").first).to_be_attached()


@pytest.mark.parametrize("view", ["now", "numbers"])
def test_the_numbers_of_other_countries_are_one_tap_from_the_number_that_is_suggested(
    reopen: OpenPage, view: str
) -> None:
    page = reopen(f"{view}.html", timezone_id="Europe/London", locale="en-GB", **TOUCH)
    here = page.locator("[data-here]")
    others = [place.country for place in places() if place.country != country_called("GB")]
    expect(here.get_by_text(f"{others[1]}:")).to_be_hidden()
    fold = here.get_by_text("Not your country?")
    box = fold.bounding_box()
    assert box
    assert box["height"] >= 44
    assert box["y"] + box["height"] <= PHONE["height"] * (0.6 if language_of_build() == ENGLISH else 0.7)
    fold.tap()
    shown = here.locator(".call-now > li > span").all_inner_texts()
    assert shown == [f"{name}:" for name in [*others, "Another country"]]
    for line in here.locator(".call-now > li").all():
        expect(line.locator("a").first).to_be_visible()


def test_without_a_guess_the_list_stays_first(reopen: OpenPage) -> None:
    page = reopen("now.html", timezone_id="UTC", locale="eo", **TOUCH)
    expect(page.locator("[data-here]")).to_be_hidden()
    assert page.locator(f".call-now + {'p + ' if BELOW else ''}#what-is-happening").count() == 1


def test_a_clock_without_a_place_makes_no_look_at_the_zones_of_every_country(open_page: OpenPage) -> None:
    page = open_page(None, timezone_id="UTC", locale="en-GB", **TOUCH)
    page.add_init_script(COUNT_LOOKS)
    page.goto("now.html")
    expect(page.locator("[data-here]")).to_contain_text(country_called("GB"))
    assert page.evaluate("looks") == 0
    assert page.evaluate("new Intl.Locale('und-GB').getTimeZones().length + looks") > 1


def test_in_the_reader_the_guess_is_made_once(reopen: OpenPage) -> None:
    page = reopen(timezone_id="Europe/London", locale="en-GB", **TOUCH)
    page.locator("a.danger").click()
    here = page.locator("[data-view-id=now] [data-here]")
    expect(here).to_be_visible()
    assert here.locator("p [href='tel:999']").count() == 1
    assert page.locator("[href='tel:999']:visible").count() == 1
    here.get_by_text("Not your country?").click()
    assert page.locator("[href='tel:999']:visible").count() == 2, "and Ireland's"


# On paper


@pytest.mark.parametrize("scripts", [True, False])
def test_all_numbers_and_all_parts_are_printed(reopen: OpenPage, scripts: bool) -> None:
    page = reopen("now.html", scripts=scripts, timezone_id="Europe/London", locale="en-GB")
    text = drawn_text(page.pdf())
    for place in places():
        assert place.country in text
    assert "Did anyone press on your neck?" in text
    assert "When there is time" in text


def test_in_the_reader_each_number_and_source_of_a_country_is_named(reopen: OpenPage) -> None:
    page = reopen(timezone_id="UTC", locale="en-GB", **TOUCH)
    expect(page.locator("#place-au-emergency + ul .dial").first).to_have_attribute(
        "aria-label", f"000, {country_called('AU')}"
    )
    expect(page.locator(".place [href='sms:999']").first).to_have_attribute(
        "aria-label", f"999, text message, {country_called('GB')}"
    )
    assert page.locator(".place .dial:not([aria-label]), .place .checked > a:not([aria-label])").count() == 0
