"""Pictures of a log: each says the same as its table, and each number leads to its entries."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader
from playwright.sync_api import Browser, Locator, Page, expect

from hooks.assets.bundles import bundle
from hooks.site.templates import make_ready
from tests.browser.overflow_support import overflow, route_overflowing
from tests.browser.plan_support import ONLY_PUBLISHED
from tests.browser.support import ROOT, Seen
from tests.browser.traces import CONTRAST, axe_problems
from tests.browser.vault_support import VaultSite, serve_vault

PAGES = Path(__file__).parent / "pages/log-pictures"
STYLES = "theme/components/log/pictures/pictures.css"
LONG = 60_000  # milliseconds: Python starts
ENTRIES: list[dict[str, Any]] = [
    {"kind": "call", "day": "2026-03-02", "time": "03:10", "fields": {"what": "Silent", "count": "3"}},
    {"kind": "seen", "day": "2026-03-02", "time": "18:00"},
    {"kind": "told", "day": "2026-03-04", "time": "10:00"},
    {"kind": "seen", "day": "2026-03-18", "fields": {"signs": ["child"]}},
    {"kind": "police", "day": "2026-03-19", "time": "09:00", "fields": {"order": "No. 5"}},
]


@pytest.fixture(scope="module")
def pictures_site(tmp_path_factory: pytest.TempPathFactory, site_folder: Path) -> Iterator[VaultSite]:
    folder = tmp_path_factory.mktemp("pictures") / "site"
    shutil.copytree(site_folder / "assets/python", folder / "assets/python")
    shutil.copy(site_folder / "assets/guide.css", folder / "assets")
    templates = make_ready(Environment(loader=FileSystemLoader([PAGES, ROOT / "theme"]), autoescape=True))
    (folder / "index.html").write_text(templates.get_template("index.html").render(), encoding="utf-8")
    for made, source in {
        "page.js": str((PAGES / "page.js").relative_to(ROOT)),
        "pictures.css": STYLES,
    }.items():
        (folder / "assets" / made).write_text(bundle(ROOT, source), encoding="utf-8")
    yield from serve_vault(folder)


@contextmanager
def opened(browser: Browser, site: VaultSite) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 320, "height": 700}, reduced_motion="reduce")
    seen = Seen(site.address)
    seen.watch(context)
    page = context.new_page()
    page.goto(site.address)
    yield page
    context.close()
    assert seen.foreign == []
    assert seen.errors == []


@pytest.fixture
def page(browser: Browser, pictures_site: VaultSite) -> Iterator[Page]:
    with opened(browser, pictures_site) as page:
        yield page


def draw(page: Page) -> Page:
    write(page, ENTRIES)
    expect(page.locator(".log-picture")).to_have_count(5, timeout=LONG)
    return page


@pytest.fixture
def drawn(page: Page) -> Page:
    return draw(page)


@pytest.fixture(scope="module")
def page_of_readers(browser: Browser, pictures_site: VaultSite) -> Iterator[Page]:
    with opened(browser, pictures_site) as page:
        yield draw(page)


@pytest.fixture
def read(page_of_readers: Page) -> Iterator[Page]:
    """The same as `drawn`, in one page for all tests that only read it."""
    before = page_of_readers.content()
    yield page_of_readers
    page_of_readers.emulate_media(media="null", color_scheme="null", forced_colors="null")
    assert page_of_readers.content() == before


def write(page: Page, entries: list[dict[str, Any]]) -> None:
    page.evaluate("(entries) => { window.write(entries) }", entries)


def picture(page: Page, title: str) -> Locator:
    return page.locator(".log-picture").filter(has=page.get_by_role("heading", name=title, exact=True))


def rows(table: Locator) -> list[list[str]]:
    return table.locator("tr").evaluate_all(
        "rows => rows.map(({ cells }) => [...cells].map(({ textContent }) => textContent))"
    )


def said(page: Page) -> Locator:
    return page.locator(".log-pictures-said")


def test_a_week_has_its_days_and_an_empty_one_is_there(read: Page) -> None:
    weeks = picture(read, "How many a week")

    assert rows(weeks.locator("table")) == [
        ["Week of", "All", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
        ["2 Mar 2026", "5", "4", "0", "1", "0", "0", "0", "0"],
        ["9 Mar 2026", "0", "0", "0", "0", "0", "0", "0", "0"],
        ["16 Mar 2026", "2", "0", "0", "1", "1", "0", "0", "0"],
    ]
    expect(weeks.locator("figcaption p")).to_have_text(
        "3 weeks, each from Monday to Sunday. The most in one week is 5, in the week of Monday 2 March 2026."
    )
    expect(said(read)).to_have_text("5 entries are counted. Together they stand for 7.")


def test_hours_are_counted_by_weekday_and_what_has_none_is_told(read: Page) -> None:
    hours = picture(read, "Weekdays and hours")
    found = rows(hours.locator("table"))

    assert len(found) == 1 + 24 + 1
    assert found[4] == ["03 to 04", "3", "0", "0", "0", "0", "0", "0"]
    assert found[-1] == ["No hour known", "1"]
    expect(hours.locator("figcaption p")).to_have_text(
        "The most in one hour of a weekday is 3: Monday, 03 to 04. "
        "For 1, the hour is not known. It is not in the chart."
    )


def test_a_line_of_time_has_kinds_and_marks(read: Page) -> None:
    found = rows(picture(read, "Over time").locator("table"))

    assert found[:2] == [
        ["Day", "How many", "Marks"],
        ["2 Mar 2026", "The kind “seen”: 1The kind “call”: 3", ""],
    ]
    assert found[3] == ["4 Mar 2026", "The kind “told”: 1", "What you told the person, 4 Mar 2026"]
    assert found[-1] == ["19 Mar 2026", "The kind “police”: 1", "An order, 19 Mar 2026"]
    assert ["3 Mar 2026", "0", ""] in found
    expect(picture(read, "Over time").locator("figcaption p")).to_have_text(
        "Each column is one day. T: What you told the person. O: An order."
    )


def test_what_came_before_and_after_a_mark_stands_beside_it(read: Page) -> None:
    assert rows(picture(read, "Before and after").locator("table")) == [
        ["Mark", "Before", "That day", "After", "Next"],
        ["What you told the person, 4 Mar 2026", "4", "0", "1", "18 Mar 2026"],
        ["An order, 19 Mar 2026", "5", "0", "0", "nothing yet"],
    ]


def test_facts_name_their_entries(read: Page) -> None:
    facts = picture(read, "Facts for a talk about risk").locator("li")

    expect(facts.filter(has_text="They watched or followed")).to_have_text(
        "They watched or followed: 2 times. That was on 2 days. The most in seven days was 1, "
        "from 2 March 2026 on. Entries 2, 4"
    )
    expect(facts.filter(has_text="A child was there")).to_have_text("A child was there: 1 time. Entry 4")


def test_a_number_leads_to_its_entries_by_mouse_and_by_keyboard(drawn: Page) -> None:
    weeks = picture(drawn, "How many a week").locator("tbody tr").first
    weeks.get_by_role("button", name="5: show the entries").click()
    expect(drawn.locator("output")).to_have_text("1 2 3")
    picture(drawn, "Weekdays and hours").locator("summary").press("Enter")
    picture(drawn, "Weekdays and hours").get_by_role("button", name="3: show the entries").press("Enter")
    expect(drawn.locator("output")).to_have_text("1")


def test_the_numbers_in_the_picture_are_those_of_the_table(read: Page) -> None:
    texts = picture(read, "How many a week").locator("svg text").all_text_contents()

    assert texts == ["5", "0", "2", "2 Mar 2026", "16 Mar 2026"]


def test_it_counts_by_the_day_of_writing_on_request(drawn: Page) -> None:
    drawn.get_by_label("when you wrote it").check()
    table = picture(drawn, "How many a week").locator("table")

    expect(table.locator("tbody tr")).to_have_count(1)
    assert rows(table)[1] == ["28 Dec 2026", "7", "0", "0", "0", "7", "0", "0", "0"]


def test_what_was_removed_is_counted_no_more(drawn: Page) -> None:
    drawn.evaluate("window.removeNewest()")

    expect(said(drawn)).to_have_text("4 entries are counted. Together they stand for 6.")


def test_without_entries_there_is_nothing_to_count(page: Page) -> None:
    write(page, [])

    expect(said(page)).to_have_text("There is nothing to count yet.")
    assert page.evaluate("document.documentElement.dataset.python") is None


def test_clearing_takes_all_numbers_off_the_page(drawn: Page) -> None:
    drawn.evaluate("window.pictures.clear()")

    expect(drawn.locator(".log-pictures")).to_be_empty()
    expect(said(drawn)).to_be_empty()


def test_without_webassembly_it_says_what_it_needs(page: Page) -> None:
    page.evaluate("delete window.WebAssembly")
    write(page, ENTRIES)

    expect(said(page)).to_have_text(
        "The charts cannot be made here. They need a part of this page that this browser blocks. "
        "All else in the log works without it."
    )
    expect(page.locator(".log-pictures")).to_be_empty()


def test_where_python_did_not_arrive_opening_again_tries_again(page: Page) -> None:
    page.route("**/python.*.bin", lambda route: route.abort())
    write(page, ENTRIES)
    # A page that is slow to stop the worker: Python's own start goes on in it, and must not fill the console.
    page.evaluate("() => { const end = Date.now() + 2000; while (Date.now() < end); }")
    expect(said(page)).to_contain_text("A part of this page did not arrive", timeout=LONG)

    page.unroute("**/python.*.bin")
    page.evaluate("void window.pictures.show()")
    expect(page.locator(".log-picture")).to_have_count(5, timeout=LONG)
    expect(said(page)).to_contain_text("5 entries are counted.")


def test_where_the_smaller_core_stops_the_larger_part_is_loaded_after_a_press_alone(page: Page) -> None:
    asked: list[str] = []
    route_overflowing(page)
    overflow(page, 1, "log-counts")
    write(page, ENTRIES)
    expect(said(page)).to_have_text(
        "The charts cannot be made of these entries here. Nothing you wrote is lost. "
        "All else in the log works without it.",
        timeout=LONG,
    )
    page.on("request", lambda request: asked.append(request.url))
    page.evaluate("void window.pictures.show()")
    write(page, ENTRIES)
    button = page.get_by_role("button", name="Try with the larger part")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert axe_problems(page) == []
    assert asked == []

    button.press("Enter")
    expect(page.locator(".log-picture")).to_have_count(5, timeout=LONG)
    expect(said(page)).to_be_focused()
    assert page.evaluate("document.documentElement.dataset.pythonCore") == "published"
    assert {name for name in ONLY_PUBLISHED if any(url.endswith(name) for url in asked)} == {*ONLY_PUBLISHED}


def test_a_screen_reader_hears_tables_and_no_drawing(read: Page) -> None:
    heard = read.locator(".log-pictures").aria_snapshot()

    assert 'table "How many in each week, and on each day of it"' in heard
    assert 'columnheader "Monday"' in heard or 'columnheader "Mon"' in heard
    assert 'rowheader "2 Mar 2026"' in heard
    assert "img" not in heard
    assert read.locator("svg:not([aria-hidden=true])").count() == 0
    assert read.locator("svg :is(a, button, [tabindex])").count() == 0


def test_axe_finds_nothing_and_nothing_is_wider_than_320_pixels(drawn: Page) -> None:
    drawn.locator("details").evaluate_all("folds => folds.forEach((fold) => { fold.open = true })")

    assert axe_problems(drawn) == []
    assert drawn.evaluate("document.documentElement.scrollWidth") == 320
    sizes = drawn.locator(".log-count-of").evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect().height)"
    )
    assert min(sizes) >= 24


@pytest.mark.parametrize("media", [{"forced_colors": "active"}, {"color_scheme": "dark"}, {"media": "print"}])
def test_lines_and_bars_have_the_colour_of_the_text(read: Page, media: dict[str, Any]) -> None:
    read.emulate_media(**media)
    svg = picture(read, "Weekdays and hours").locator("svg")
    colour = svg.evaluate("svg => getComputedStyle(svg).color")

    assert svg.locator("rect").first.evaluate("bar => getComputedStyle(bar).fill") == colour
    assert svg.locator("line").first.evaluate("line => getComputedStyle(line).stroke") == colour
    if media != {"forced_colors": "active"}:  # axe reads the colours that are not used then
        assert axe_problems(read, [CONTRAST]) == []


def test_copies_for_paper_have_every_number(read: Page) -> None:
    assert read.evaluate(
        "window.pictures.onPaper().map((one) => one.querySelectorAll('details:not([open])').length)"
    ) == [
        0,
        0,
        0,
        0,
        0,
    ]


def test_a_log_of_ten_years_fits_and_its_first_and_last_year_can_be_slips(page: Page) -> None:
    entries = [
        {"day": f"{year}-0{month}-1{month}", "time": "10:00"}
        for year in range(2016, 2026)
        for month in (1, 5, 9)
    ]
    write(page, [*entries, {"day": "0001-01-01"}, {"day": "9999-12-31"}])

    expect(page.locator(".log-picture")).to_have_count(4, timeout=LONG)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    expect(picture(page, "How many a week").locator("tbody tr").nth(1)).to_contain_text("weeks in all")
