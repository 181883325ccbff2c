"""Sheets: their pages, their sizes, and the numbers on the sides of a booklet."""
# ruff: noqa: E501 (markup stays whole)

from hooks.content.records import Copies, PerPaper, Sheet
from hooks.paper.sheets import numbered, page_source, sizes_in

SHEET = Sheet(
    id="log-sheet",
    title="Log: all",
    group="log",
    purpose="One line for each thing.",
    how="- Write in it.\n",
    heading="log",
    orientation="portrait",
    pages=PerPaper(a4="2", letter="3"),
)


def test_a_page_holds_the_sheets_words_for_the_screen():
    assert page_source(SHEET) == (
        "---\nview: sheet-log-sheet\ntitle: 'Log: all'\nsummary: One line for each thing.\n"
        "---\n# Log: all { #sheet-log-sheet }\n\nOne line for each thing.\n\n"
        "- Write in it.\n\n"
    )


def test_a_number_for_each_paper_is_a_number():
    assert (SHEET.pages["a4"], SHEET.pages["letter"]) == (2, 3)


def test_a_booklet_holds_a_sheet_once_where_nothing_is_said():
    assert Copies(sheet="log-sheet").copies == 1


def test_each_width_and_height_that_is_named_has_one_rule():
    markup = '<th class="w14 when"><th class="when w14"><tbody class="r8"><p class="frame h50"><td class="wide h"><p>w99</p>'

    assert (
        sizes_in(markup) == ".sheets .h50{height:50mm}.sheets .r8>tr>*{height:8.25mm}.sheets .w14{width:14%}"
    )


def test_sides_are_numbered_in_place_of_what_is_there_to_number_them_by_hand():
    paper = (
        '<section class="sheet">\n<h2>A</h2><p class="page-by-hand">Page ____ of ____</p></section>'
        '<section class="sheet again">\n<h2>B</h2><p>Page 2</p></section>'
    )

    assert numbered(paper, "landscape", 7) == (
        '<section class="sheet sheet-landscape"><p class="sheet-number">7</p>\n<h2>A</h2></section>'
        '<section class="sheet again sheet-landscape"><p class="sheet-number">8</p>\n<h2>B</h2><p>Page 2</p></section>'
    )


def test_the_place_for_a_number_by_hand_is_known_in_every_language():
    paper = '<section class="sheet">\n<h2>A</h2><p class="page-by-hand">Página ____ de ____</p></section>'

    assert numbered(paper, "portrait", 1) == (
        '<section class="sheet sheet-portrait"><p class="sheet-number">1</p>\n<h2>A</h2></section>'
    )
