"""The blank incident log: on the screen, on A4 and on Letter, alone and in the reader."""

from __future__ import annotations

import io
import re
import unicodedata
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect
from pypdf import PageObject, PdfReader

from tests.browser.support import PHONE, OpenPage

SHEET = "sheets/incident-log.html"
PAPERS = {"A4": (842, 595), "Letter": (792, 612)}  # points, landscape
POINTS_A_MILLIMETRE = 72 / 25.4
POINTS_A_PIXEL = 72 / 96
COLUMNS = [
    "Date and time it happened",
    "Place",
    "What happened. Exact words, if any",
    "Witness: name, contact",
    "Police: officer, report number",
    "Evidence kept, and where",
    "How it made you feel",
    "Written on: day, time, initials",
]


def printed(page: Page, paper: str) -> PdfReader:
    """Print as a reader does who changed nothing: with the browser's own line at the top and the bottom."""
    return PdfReader(io.BytesIO(page.pdf(format=paper, display_header_footer=True)))


def words(pdf: PdfReader) -> str:
    """Return all words of a print, with letters that a font joins taken apart."""
    text = " ".join(sheet.extract_text() for sheet in pdf.pages)
    return " ".join(unicodedata.normalize("NFKC", text).split())


# Without script


def test_it_is_read_on_a_phone_without_sideways_scrolling_of_the_page(open_page: OpenPage) -> None:
    page = open_page(SHEET, scripts=False, viewport=PHONE)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    expect(page.get_by_role("heading", level=1)).to_have_text("Incident log, blank")
    expect(page.locator(".sheet")).to_have_count(2)
    assert page.locator(".sheet:visible").count() == 1


def test_its_table_has_a_head_for_each_column(open_page: OpenPage) -> None:
    page = open_page(SHEET, scripts=False)
    for table in page.locator(".sheet-table").all():
        assert table.locator("thead th[scope=col]").all_text_contents() == COLUMNS
        assert table.locator("tbody tr").count() >= 6
        assert all(row.locator("td").count() == len(COLUMNS) for row in table.locator("tbody tr").all())


# Print


@pytest.mark.parametrize("scripts", [False, True])
@pytest.mark.parametrize("paper", PAPERS)
def test_it_prints_as_two_whole_sheets_on_their_side(open_page: OpenPage, paper: str, scripts: bool) -> None:
    pdf = printed(open_page(SHEET, scripts=scripts), paper)
    sizes = [tuple(round(side) for side in sheet.mediabox[2:]) for sheet in pdf.pages]
    for width, height in sizes:
        assert (abs(width - PAPERS[paper][0]) <= 2, abs(height - PAPERS[paper][1]) <= 2) == (True, True)
    assert len(sizes) == 2
    sheet = "Log Sheet ____ of ____ " + " ".join(COLUMNS)
    assert sorted(words(pdf).split()) == sorted(f"{sheet} {sheet}".split())


@pytest.mark.parametrize("paper", PAPERS)
def test_each_sheet_is_filled_by_tall_rows_and_none_is_split(open_page: OpenPage, paper: str) -> None:
    for sheet in printed(open_page(SHEET, scripts=False), paper).pages:
        lines = horizontal_lines(sheet)
        _head, *rows = [below - above for above, below in pairwise(lines)]
        assert len(rows) == 7
        assert min(rows) >= 20 * POINTS_A_MILLIMETRE
        assert lines[-1] - lines[0] > 0.75 * float(sheet.mediabox.height)


def test_letters_are_ten_points_or_larger(open_page: OpenPage) -> None:
    page = open_page(SHEET, scripts=False)
    page.emulate_media(media="print")
    sizes = page.locator(".sheet :is(th, span, strong)").evaluate_all(
        "all => all.map((each) => parseFloat(getComputedStyle(each).fontSize) * 72 / 96)"
    )
    assert min(sizes) >= 9.99


def test_the_head_is_repeated_and_rows_hold_together_when_a_sheet_is_too_small(open_page: OpenPage) -> None:
    pdf = printed(open_page(SHEET, scripts=False), "A5")
    assert len(pdf.pages) == 4
    assert words(pdf).count("Written on:") == 4


def test_in_the_reader_only_the_open_sheet_is_printed(open_page: OpenPage) -> None:
    page = open_page("sheets.html")
    page.locator("main").get_by_role("link", name="Blank log sheet").click()
    expect(page.locator("html")).to_have_attribute("data-view", "incident-log")
    pdf = printed(page, "A4")
    assert len(pdf.pages) == 2
    assert words(pdf).count("Written on:") == 2


def horizontal_lines(sheet: PageObject) -> list[float]:
    """Return the heights of a sheet's horizontal lines in points, from the top: Chromium draws thin boxes."""
    drawn = sheet.get_contents()
    assert drawn is not None
    boxes = re.findall(rb"^([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re$", drawn.get_data(), re.MULTILINE)
    heights = sorted(
        float(y) * POINTS_A_PIXEL for _, y, width, height in boxes if float(width) > 9 and float(height) < 3
    )
    return [line for line, before in zip(heights, [-9.0, *heights], strict=False) if line - before > 3]
