"""An organisation's copy shows what `organisation.yml` sets, in every theme and size, and betrays nobody."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml.html import HtmlElement
from playwright.sync_api import Page, expect

from hooks.content.front_matter import load_yaml
from hooks.content.records import GROUPS
from hooks.content.views import read_views
from hooks.layers.fields import PAPERS
from hooks.single_file.document import make_document
from hooks.single_file.editions import SMALL, editions_of
from hooks.site.pages import Pages, read_pages
from tests.browser.organisation_support import built_copy
from tests.browser.support import DESKTOP, PHONE, OpenPage, serve
from tests.browser.test_cautions import open_without_python
from tests.browser.test_reader import is_open, switch_to
from tests.browser.traces import OF_COLOURS, axe_problems

ROOT = Path(__file__).parents[2]
NARROW = {"width": 320, "height": 640}
SHOWN = ("now.html", "numbers.html", "support.html", "about.html")
"""The pages that have one's own numbers, besides the one for missing addresses."""
FILES = {
    "organisation.yml": """
name: Casa Clara guide
address: https://casaclara.example/guide/
exit_url: https://www.met.ie/
second_exit_url: https://www.rte.ie/
exit_label: See the weather
line:
  - name: Casa Clara
    number: "1800 000 111"
    text: "087 000 1111"
    hours: Day and night
    for_whom: Anyone who is followed or afraid
    languages: [English, Español]
    web: https://www.met.ie/clara
    checked: 2026-11-28
  - {name: Clara at night, number: "1800 000 222", countries: [ie]}
colours: {main: "#7a1f5c", main_dark: "#e7a9d2"}
logo: house.svg
paper: {line: "Casa Clara · 1800 000 111", on: [handouts, now, checks]}
""",
    "house.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9"/></svg>',
    "words.po": 'msgid "Skip to the text"\nmsgstr "Go to the text"\n\n'
    'msgid "Search this guide"\nmsgstr "Search Casa Clara"\n',
    "public/robots.txt": "User-agent: *\n",
}
COLOUR = "getComputedStyle(document.querySelector('.own-numbers .dial')).color"
MAIN, MAIN_DARK, USUAL = "rgb(122, 31, 92)", "rgb(231, 169, 210)", "rgb(20, 80, 107)"


@pytest.fixture(scope="module")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build it strictly, so that a sheet with a page more than its own stops the build."""
    return built_copy(tmp_path_factory.mktemp("project"), FILES)


@pytest.fixture(scope="module")
def site(site_folder: Path) -> Iterator[str]:
    yield from serve(site_folder)


@pytest.fixture(scope="module")
def pages(site_folder: Path) -> Pages:
    return read_pages(site_folder)


def text_of(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def is_too_wide(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))


@pytest.mark.parametrize("name", SHOWN)
def test_without_script_and_at_320_pixels_the_own_numbers_can_be_called(
    open_page: OpenPage, name: str
) -> None:
    page = open_page(name, scripts=False, viewport=NARROW)
    own = page.get_by_role("region", name="Our own numbers")

    expect(own.get_by_role("link", name="1800 000 111, Casa Clara")).to_have_attribute(
        "href", "tel:1800000111"
    )
    expect(own.get_by_role("link", name="1800 000 222, Clara at night")).to_be_visible()
    expect(own).to_contain_text("This is our own number. Checked on 28 November 2026")
    expect(own).to_contain_text("Open: Day and night")
    assert not is_too_wide(page)


def test_the_word_for_danger_stays_first_and_the_own_numbers_come_next(pages: Pages) -> None:
    for name in ("now.html", "numbers.html", "404.html"):
        (before,) = pages[name].xpath("//section[@class='own-numbers']/preceding-sibling::*[1]")
        assert before.get("class") == "call-now", name
    (own,) = pages["support.html"].xpath("//section[@class='own-numbers']")
    assert [element.tag for element in own.itersiblings(preceding=True)][-1] == "h1"
    assert own.xpath("following-sibling::p")
    helplines = pages["numbers.html"].xpath("//a[@class='dial'][not(ancestor::ul[@class='call-now'])]")
    assert helplines[0].get("href") == "tel:1800000111"


def test_the_country_of_the_device_is_before_the_own_numbers(open_page: OpenPage) -> None:
    page = open_page("now.html", viewport=PHONE, timezone_id="Europe/Dublin", locale="en-IE")
    box = page.locator(".here[data-guess='IE']")
    expect(box).to_be_visible()

    top, own = box.bounding_box(), page.locator(".own-numbers").bounding_box()
    assert top
    assert own
    assert top["y"] + top["height"] <= own["y"] < top["y"] + top["height"] + 40


def test_the_reader_shows_them_too_and_scripts_say_own_words(open_page: OpenPage) -> None:
    page = open_without_python(open_page, "index.html")
    for view in ("now", "support", "about"):
        switch_to(page, view)
        is_open(page, view)
        expect(page.locator(f"article[data-view-id='{view}'] .own-numbers")).to_be_visible()
    expect(page.get_by_role("searchbox", name="Search Casa Clara")).to_be_visible()
    expect(page.locator(".skip-link")).to_have_text("Go to the text")


@pytest.mark.parametrize("name", SHOWN)
def test_axe_finds_no_barrier_in_the_light_nor_in_the_dark(open_page: OpenPage, name: str) -> None:
    page = open_page(name, viewport=PHONE)

    assert axe_problems(page) == []
    page.emulate_media(color_scheme="dark")
    assert axe_problems(page, OF_COLOURS) == []


def test_the_colours_are_the_organisations_on_the_screen_and_the_guides_on_paper(open_page: OpenPage) -> None:
    page = open_page("support.html", scripts=False)

    assert page.evaluate(COLOUR) == MAIN
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(COLOUR) == MAIN_DARK
    page.emulate_media(media="print", color_scheme="light")
    assert page.evaluate(COLOUR) == USUAL


def test_the_name_the_picture_and_the_way_out_are_on_every_page(pages: Pages) -> None:
    for name, page in pages.items():
        (home,) = page.xpath("//a[@class='home']")
        (picture,) = home.xpath("./img")
        leaving = {link.get("href"): link.text for link in page.xpath("//a[@data-quick-exit]")}
        (first,) = page.xpath("//head/script[@data-address]")
        assert (text_of(home), picture.get("alt")) == ("Casa Clara guide", ""), name
        assert picture.get("src").endswith("assets/logo.svg")
        assert leaving == {"https://www.met.ie/": "See the weather"}, name
        assert (first.get("data-address"), first.get("data-second")) == (
            "https://www.met.ie/",
            "https://www.rte.ie/",
        )
    assert text_of(pages["about.html"].xpath("//p[strong = 'Casa Clara guide']")[0]) == (
        "This copy of the guide is called Casa Clara guide. "
        "The group that publishes it is responsible for it."
    )


def test_the_picture_goes_where_there_is_no_room_and_the_menu_stays(open_page: OpenPage) -> None:
    page = open_page("phone.html", scripts=False, viewport=DESKTOP)
    picture = page.locator(".home img")
    assert picture.evaluate("image => [image.naturalWidth > 0, image.width, image.height]") == [True, 32, 32]
    page.set_viewport_size(NARROW)

    assert picture.evaluate("image => image.getBoundingClientRect().width") == 0
    name, menu = page.locator(".home").bounding_box(), page.locator(".icon-menu").bounding_box()
    assert name
    assert menu
    assert name["y"] == menu["y"]
    assert menu["x"] + menu["width"] <= 320
    assert not is_too_wide(page)


def test_only_sheets_that_are_given_to_others_have_the_line(site_folder: Path, pages: Pages) -> None:
    have: dict[str, list[str]] = {}
    sheets: list[dict[str, Any]] = sheets_of()
    for sheet in sheets:
        sides = pages[f"sheets/{sheet['id']}.html"].xpath("//div[starts-with(@class, 'sheets ')]")[0]
        feet = [text_of(foot) for foot in sides.xpath(".//*[@class='sheet-foot']")]
        is_written_on = sheet["heading"] == "log" or sheet["id"] in ("description-sheet", "advocate-letter")
        own = sheet["group"] in PAPERS and not is_written_on
        assert bool(feet) == own, sheet["id"]
        have.setdefault(sheet["group"], []).extend(feet)
    assert {*have} == {*GROUPS}
    assert {*have["now"]} == {*have["checks"]} == {"Casa Clara · 1800 000 111"}
    assert {*have["handouts"]} == {"Casa Clara · 1800 000 111 · Clara at night 1800 000 222"}
    assert len(have["now"]) == 2  # two halves that are cut apart
    assert "sheet-foot" in (site_folder / "assets/sheets.css").read_text("utf-8")


def sheets_of() -> list[dict[str, Any]]:
    sheets: list[dict[str, Any]] = load_yaml((ROOT / "content/sheets.yml").read_text("utf-8"))
    return sheets


def test_on_paper_the_line_is_below_all_words_and_inside_its_page(open_page: OpenPage) -> None:
    page = open_page("sheets/handout-friends.html", scripts=False)
    page.emulate_media(media="print")
    foot, last, side = (
        page.locator(selector).bounding_box()
        for selector in (".sheet-foot", ".sheet > .note", ".sheet-handout")
    )
    assert foot
    assert last
    assert side
    assert last["y"] + last["height"] <= foot["y"]
    assert foot["y"] + foot["height"] <= side["y"] + side["height"]
    assert page.locator(".sheet-foot").evaluate("foot => getComputedStyle(foot).color") == "rgb(0, 0, 0)"


def test_a_wallet_card_has_the_own_numbers_first_and_no_more_than_it_has_room_for(pages: Pages) -> None:
    for country, first in (("ie", ["1800 000 111", "1800 000 222"]), ("uk", ["1800 000 111"])):
        card = pages[f"sheets/wallet-card-{country}.html"].xpath("//div[@class='wallet-card']")[0]
        emergency, helplines = card.xpath("./div[@class='half']")
        numbers = [number.text for number in helplines.xpath(".//b")]
        assert numbers[: len(first)] == first
        assert len(numbers) <= 3
        assert "1800 000 111" not in text_of(emergency)
    assert "Casa Clara. Day and night." in text_of(helplines)
    for_the_plan = text_of(pages["plan.html"].xpath("//*[@data-numbers='ie']")[0])
    assert (
        for_the_plan.index("112 or 999") < for_the_plan.index("1800 000 111") < for_the_plan.index("1800 341")
    )


def test_the_guide_in_one_file_says_them_in_its_own_words_about_itself(
    site_folder: Path, pages: Pages
) -> None:
    views, _ = read_views(ROOT)
    (edition,) = (edition for edition in editions_of(views) if edition.size == SMALL.size)

    document = make_document(pages, site_folder, ROOT, edition)

    (own,) = document.root.xpath("//article[@data-view-id='file']/section[@class='own-numbers']")
    assert text_of(own).startswith("Casa Clara 1800 000 111 Text 087 000 1111 Open: Day and night")
    (picture,) = document.root.xpath("//a[@class='home']/img")
    assert picture.get("src").startswith("data:image/svg+xml;base64,")


def test_what_lies_beside_the_guide_is_published_and_never_kept(site_folder: Path) -> None:
    kept = json.loads((site_folder / "files.json").read_text("utf-8"))
    names = [name for group in ("guide", "more") for name, *_rest in kept[group]["files"]]

    assert (site_folder / "robots.txt").read_text("utf-8") == FILES["public/robots.txt"]
    assert "robots.txt" not in names
    assert "assets/logo.svg" in names
