"""Sheets and their list: on the screen, on A4 and on Letter, alone and in the reader."""

from __future__ import annotations

import io
import re
import unicodedata
from itertools import pairwise

import pytest
from playwright.sync_api import Locator, Page, expect
from pypdf import PageObject, PdfReader

from tests.browser.support import BELOW, DESKTOP, PHONE, OpenPage, drawn_text, text_of_pdf

SHEET = "sheets/incident-log.html"
LIST = "sheets.html"
PAPERS = {"A4": (842, 595), "Letter": (792, 612)}  # points, landscape
POINTS_A_MILLIMETRE = 72 / 25.4
POINTS_A_PIXEL = 72 / 96
HEADINGS = {
    "Notes": "Notes",
    "Household log": "Household log",
    "Log": "Log",
    "Incident log": "Incident log",
    "No words": "",
}
COLUMNS = [
    "Date and time it happened",
    "Place",
    "What happened. Exact words, if any",
    "Witness: initials or number",
    "Police: officer, report number",
    "Evidence kept: item number",
    "How it made you feel",
    "Written on: day, time, initials",
]
WRITTEN_ON = COLUMNS[-1].partition(":")[0] + ":"
OWN_WORDS = "heads => heads.map((head) => head.firstChild.textContent.trim())"
"""The second side is for paper alone, so that nothing of it is seen."""


def printed(page: Page, paper: str) -> bytes:
    """Print as a reader does who changed nothing: with the browser's own line at the top and the bottom."""
    return page.pdf(format=paper, display_header_footer=True)


def sheets_of(pdf: bytes) -> list[PageObject]:
    return list(PdfReader(io.BytesIO(pdf)).pages)


def words(pdf: bytes) -> str:
    """Return all words of a print, with letters that a font joins taken apart."""
    return " ".join(unicodedata.normalize("NFKC", drawn_text(pdf)).split())


def choice(page: Page, group: str, name: str) -> Locator:
    return page.get_by_role("group", name=group).get_by_role("radio", name=name, exact=True)


def in_one_language(page: Page) -> Page:
    """Choose a paper without the English beside each word, which a guide in another language begins with."""
    if BELOW:
        choice(page, "Languages on the paper", "Only this language").check()
    return page


def open_in_reader(page: Page, name: str = "Incident log") -> None:
    page.get_by_role("navigation", name="Menu").get_by_role("link", name="Sheets to print").click()
    entry = page.locator("main li").filter(has=page.get_by_role("heading", name=name, exact=True))
    entry.get_by_role("link", name="Open to print").click()
    expect(page.locator("main article:visible h1")).to_have_text(name)


@pytest.fixture
def page(reopen: OpenPage) -> Page:
    """The first page of the site, in a new document."""
    return reopen()


# Without script


@pytest.mark.parametrize("address", [LIST, SHEET, "sheets/incident-page.html"])
def test_it_is_read_on_a_phone_without_sideways_scrolling_of_the_page(reopen: OpenPage, address: str) -> None:
    page = reopen(address, scripts=False, viewport=PHONE)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_a_side_that_repeats_the_one_before_is_for_paper_alone(reopen: OpenPage) -> None:
    page = reopen(SHEET, scripts=False)
    expect(page.locator(".sheet")).to_have_count(2)
    assert page.locator(".sheet:visible").count() == 1


def test_its_table_has_a_head_for_each_column(reopen: OpenPage) -> None:
    page = in_one_language(reopen(SHEET, scripts=False))
    for table in page.locator(".sheets table").all():
        heads = table.locator("thead th[scope=col]")
        assert heads.evaluate_all(OWN_WORDS) == COLUMNS
        assert table.locator("tbody tr").count() >= 6
        assert all(row.locator("td").count() == len(COLUMNS) for row in table.locator("tbody tr").all())


@pytest.mark.parametrize("scripts", [False, True])
def test_a_neutral_heading_can_be_chosen_for_the_paper(reopen: OpenPage, scripts: bool) -> None:
    page = in_one_language(reopen(SHEET, scripts=scripts))
    heading = page.locator(".sheet:visible h2")
    assert heading.inner_text() == "Notes"
    for name, shown in HEADINGS.items():
        choice(page, "Words at the top of the paper", name).check()
        expect(heading).to_have_text(shown, use_inner_text=True)
        before_the_number = words(printed(page, "A4")).split("Page ____ of ____")[0]
        assert before_the_number.strip() == shown


@pytest.mark.parametrize("scripts", [False, True])
def test_one_choice_of_paper_sets_the_files_of_all_sheets(reopen: OpenPage, scripts: bool) -> None:
    page = reopen(LIST, scripts=scripts)
    a4 = page.locator("main").get_by_role("link", name="PDF for A4")
    letter = page.locator("main").get_by_role("link", name="PDF for US Letter")
    sheets = page.get_by_role("link", name="Open to print").count()
    large = page.locator("main").get_by_role("link", name="Large print for")
    assert (a4.count(), letter.count()) == (sheets, 0)
    assert {*large.all_inner_texts()} == {"Large print for A4"}
    choice(page, "The paper in your printer", "US Letter").check()
    expect(a4).to_have_count(0)
    expect(letter).to_have_count(sheets)
    assert {*large.all_inner_texts()} == {"Large print for US Letter"}


# With script, in the reader


def test_the_list_and_a_sheet_open_in_the_reader_without_a_new_address(page: Page) -> None:
    address = page.url
    open_in_reader(page)
    assert page.url == address
    expect(page.locator("article:visible .sheet:visible h2")).to_have_text("Notes", use_inner_text=True)


def test_pictures_of_the_list_are_seen_in_the_reader(page: Page) -> None:
    page.get_by_role("navigation", name="Menu").get_by_role("link", name="Sheets to print").click()
    picture = page.locator(".sheet-entries img").first
    picture.scroll_into_view_if_needed()
    expect(picture).to_be_visible()
    expect(picture).not_to_have_js_property("naturalWidth", 0)


def test_a_file_is_saved_under_a_name_that_says_nothing_and_the_page_stays(page: Page) -> None:
    address = page.url
    open_in_reader(page)
    with page.expect_download() as saved:
        page.locator("article:visible").get_by_role("link", name="PDF for US Letter").click()
    assert saved.value.suggested_filename == "notes-letter.pdf"
    assert len(PdfReader(saved.value.path()).pages) == 2
    assert page.url == address


def test_large_print_is_saved_under_a_name_that_says_nothing_too(page: Page) -> None:
    page.get_by_role("navigation", name="Menu").get_by_role("link", name="Sheets to print").click()
    with page.expect_download() as saved:
        page.locator("article:visible").get_by_role("link", name="Large print for A4").first.click()
    assert saved.value.suggested_filename == "notes-large-a4.pdf"
    assert len(PdfReader(saved.value.path()).pages) > 1


@pytest.mark.parametrize("paper", PAPERS)
def test_in_the_reader_only_the_open_sheet_is_printed_with_the_heading_chosen(page: Page, paper: str) -> None:
    open_in_reader(page)
    in_one_language(page)
    choice(page, "Words at the top of the paper", "Household log").check()
    pdf = printed(page, paper)
    assert len(sheets_of(pdf)) == 2
    assert words(pdf).count(WRITTEN_ON) == 2
    assert words(pdf).count("Household log") == 2


def test_a_choice_on_one_sheet_leaves_the_others_alone(page: Page) -> None:
    open_in_reader(page)
    choice(page, "Words at the top of the paper", "No words").check()
    open_in_reader(page, "Calls and messages")
    expect(page.locator("article:visible .sheet:visible h2")).to_have_text("Notes", use_inner_text=True)


# Keyboard


@pytest.mark.parametrize("scripts", [False, True])
def test_heading_and_sheet_are_reached_by_keys(reopen: OpenPage, scripts: bool) -> None:
    page = reopen(SHEET, scripts=scripts, viewport=PHONE)
    choice(page, "Words at the top of the paper", "Notes").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".sheet:visible h2")).to_have_text("Household log", use_inner_text=True)
    page.keyboard.press("Tab")
    if BELOW:
        expect(choice(page, "Languages on the paper", "This language and English")).to_be_focused()
        page.keyboard.press("Tab")
    region = page.get_by_role("region", name="The sheet")
    expect(region).to_be_focused()
    assert region.evaluate("element => element.scrollWidth > element.clientWidth")


def test_each_link_of_the_list_is_told_with_the_sheet_it_belongs_to(reopen: OpenPage) -> None:
    page = reopen(LIST, scripts=False)
    for entry in page.locator(".sheet-entries li").all():
        heading = entry.get_by_role("heading")
        named = entry.get_by_role("link").evaluate_all(
            "links => links.map((link) => link.getAttribute('aria-describedby'))"
        )
        assert set(named) == {heading.get_attribute("id")}


# Print


@pytest.mark.parametrize("scripts", [False, True])
@pytest.mark.parametrize("paper", PAPERS)
def test_it_prints_as_two_whole_sheets_on_their_side(reopen: OpenPage, paper: str, scripts: bool) -> None:
    pdf = printed(in_one_language(reopen(SHEET, scripts=scripts)), paper)
    sizes = [tuple(round(side) for side in sheet.mediabox[2:]) for sheet in sheets_of(pdf)]
    for width, height in sizes:
        assert (abs(width - PAPERS[paper][0]) <= 2, abs(height - PAPERS[paper][1]) <= 2) == (True, True)
    assert len(sizes) == 2
    sheet = "Notes Page ____ of ____ " + " ".join(COLUMNS)
    assert sorted(words(pdf).split()) == sorted(f"{sheet} {sheet}".split())


@pytest.mark.parametrize("paper", PAPERS)
def test_each_sheet_is_filled_by_tall_rows_and_none_is_split(reopen: OpenPage, paper: str) -> None:
    for sheet in sheets_of(printed(reopen(SHEET, scripts=False), paper)):
        lines = horizontal_lines(sheet)
        _head, *rows = [below - above for above, below in pairwise(lines)]
        assert len(rows) == 7
        assert min(rows) >= (19 if BELOW else 20) * POINTS_A_MILLIMETRE
        assert lines[-1] - lines[0] > 0.74 * float(sheet.mediabox.height)


@pytest.mark.parametrize("address", [SHEET, "sheets/incident-page.html", "sheets/calls-log.html"])
def test_letters_are_ten_points_or_larger(reopen: OpenPage, address: str) -> None:
    page = reopen(address, scripts=False)
    page.emulate_media(media="print")
    sizes = page.locator(".sheet *").evaluate_all(
        "all => all.map((each) => parseFloat(getComputedStyle(each).fontSize) * 72 / 96)"
    )
    assert min(sizes) >= 9.99


def test_the_head_is_repeated_and_rows_hold_together_when_a_sheet_is_too_small(reopen: OpenPage) -> None:
    pdf = printed(in_one_language(reopen(SHEET, scripts=False)), "A5")
    assert len(sheets_of(pdf)) == 4
    assert words(pdf).count(WRITTEN_ON) == 4


def test_long_content_flows_over_pages_repeats_its_head_and_loses_nothing(reopen: OpenPage) -> None:
    """As a filled print would have it: 2,000 words in one cell, and hundreds of rows."""
    page = reopen(SHEET)
    page.evaluate(
        """() => {
          const [row, ...others] = document.querySelectorAll(".sheet:first-of-type tbody tr")
          others.forEach((other) => other.remove())
          row.children[2].textContent = Array.from({ length: 2000 }, (_, n) => `word${n}`).join(" ")
          row.children[3].textContent = "N".repeat(80)
          row.children[4].textContent = "اسم الشاهد"
          row.children[5].textContent = "पड़ोस की सीमा"
          for (let n = 0; n < 300; n++) {
            const more = row.cloneNode(true)
            for (const cell of more.children) cell.textContent = ""
            more.children[2].textContent = `item${n}`
            row.after(more)
          }
        }"""
    )
    pdf = printed(page, "A4")
    text = words(pdf)
    assert all(f"item{number}" in text for number in range(300))
    assert all(f"word{number}" in text for number in range(2000))
    assert text.count("N") >= 80
    read = text_of_pdf(pdf)
    assert "اسم الشاهد" in read
    assert "पड़ोस की सीमा" in read
    # Where a row is higher than a page, the part after the break continues without a head.
    assert text.count(WRITTEN_ON) >= len(sheets_of(pdf)) - 1


# Where a browser lacks something


def test_a_browser_that_cannot_look_into_a_page_prints_notes_and_shows_both_papers(
    reopen: OpenPage,
) -> None:
    """As one that does not know :has(): its rules are taken out."""
    for address in (SHEET, LIST):
        page = reopen(address, viewport=DESKTOP)
        removed = page.evaluate(
            """() => {
              let count = 0
              const take = (rules, from) => {
                for (let n = rules.length - 1; n >= 0; n--) {
                  if (rules[n].selectorText?.includes(":has(")) { from.deleteRule(n); count++ }
                }
              }
              for (const sheet of document.styleSheets) take(sheet.cssRules, sheet)
              return count
            }"""
        )
        assert removed > 0
        if address == SHEET:
            choice(page, "Words at the top of the paper", "No words").check()
            assert page.locator(".sheet:visible h2").inner_text() == "Notes"
        else:
            links = page.locator(".sheet-entries li").first.get_by_role("link")
            large = ["Large print for A4", "Large print for US Letter"]
            assert links.all_inner_texts() == ["Open to print", "PDF for A4", "PDF for US Letter", *large]


def horizontal_lines(sheet: PageObject) -> list[float]:
    """Return the heights of a sheet's horizontal lines in points, from the top: Chromium draws thin boxes."""
    drawn = sheet.get_contents()
    assert drawn is not None
    boxes = re.findall(rb"^([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re$", drawn.get_data(), re.MULTILINE)
    heights = sorted(
        float(y) * POINTS_A_PIXEL for _, y, width, height in boxes if float(width) > 9 and float(height) < 3
    )
    return [line for line, before in zip(heights, [-9.0, *heights], strict=False) if line - before > 3]
