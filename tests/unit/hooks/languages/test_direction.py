"""A language that is read from the right turns pages and paper, and English has no byte of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html

from hooks.languages.language import OWN, Language
from hooks.languages.sources import gettext_in
from hooks.languages.styles import append_styles_of_language, styles_on_paper, turned
from hooks.languages.words import Words
from hooks.paper.pdf import LARGE, document_of
from hooks.paper.sheets import styles_of_sheets
from hooks.site.pages import INDEX
from tests.conftest import ROOT

SPANISH = Language(lang="es", name="Español", formats="es-US")
HEBREW = Language(lang="he", name="עברית", dir="rtl", formats="he")
PANELS = "".join(f'<section class="panel panel-{number}">{number}</section>' for number in range(1, 9))
POCKET = f'<section class="sheet sheet-pocket"><div class="pocket">{PANELS}</div></section>'
COLUMNS = '<section class="sheet"><div class="columns columns-{}">{}</div></section>'


def added_to_pages(folder: Path, language: Language) -> str:
    """Return what the common style sheet of a site in this language gets."""
    (folder / "assets").mkdir()
    (folder / "assets/guide.css").write_text("")
    start = html.fromstring(f'<html lang="{language.lang}" dir="{language.dir}"><body></body></html>')
    append_styles_of_language(folder, ROOT, {INDEX: start})
    return (folder / "assets/guide.css").read_text()


def test_english_pages_and_paper_get_nothing(tmp_path):
    large = (ROOT / LARGE).read_text(encoding="utf-8")

    assert added_to_pages(tmp_path, OWN) == ""
    assert styles_on_paper(ROOT, OWN) == ""
    assert turned(large, OWN) == large


def test_another_language_breaks_its_words_where_there_is_little_room(tmp_path):
    on_pages = added_to_pages(tmp_path, SPANISH)

    assert on_pages.startswith(styles_on_paper(ROOT, SPANISH))
    assert re.findall(r"[^{}]+(?={\s*hyphens: auto)", on_pages) == [".sheets th ", "\n  body "]
    assert "/*" not in on_pages


def test_a_language_read_from_the_right_gets_the_other_arrow_and_numbers_in_order(tmp_path):
    on_pages = added_to_pages(tmp_path, HEBREW)

    assert '[dir="rtl"] .back::before {\n  content: "→" / "";' in on_pages
    assert '[href^="tel:"]' in on_pages


def test_a_language_read_from_the_right_turns_the_edges_of_pages():
    large = (ROOT / LARGE).read_text(encoding="utf-8")
    edges = re.findall(r"@bottom-\w+", large)

    assert edges == ["@bottom-left", "@bottom-right"]
    assert re.findall(r"@bottom-\w+", turned(large, HEBREW)) == edges[::-1]


def test_the_document_of_a_pdf_says_where_its_lines_begin():
    sides = html.fragment_fromstring("<div></div>")

    assert '<html lang="he" dir="rtl" class="paper-a4">' in document_of(sides, "a4", "Notes", HEBREW)
    assert '<html lang="es" class="paper-a4">' in document_of(sides, "a4", "Notes", SPANISH)


def test_scripts_say_where_lines_begin():
    gettext = (ROOT / "theme/components/common/gettext.js").read_text(encoding="utf-8")

    assert 'DIRECTION = "rtl"' in gettext_in(gettext, HEBREW, Words())
    assert 'DIRECTION = "ltr"' in gettext_in(gettext, SPANISH, Words())


# WeasyPrint


def rows_of(paper: str, orientation: str, language: Language) -> list[str]:
    """Lay a sheet out, and return the words of each row of its grid from left to right."""
    from weasyprint import CSS, HTML

    sides = html.fragment_fromstring(f'<div class="sheets {orientation}">{paper}</div>')
    css = styles_of_sheets(ROOT) + styles_on_paper(ROOT, language)
    document = HTML(string=document_of(sides, "a4", "Notes", language)).render(stylesheets=[CSS(string=css)])
    texts = [box for box in document.pages[0]._page_box.descendants() if hasattr(box, "text")]
    rows: dict[int, list[tuple[float, str]]] = {}
    for box in texts:
        rows.setdefault(round(box.position_y), []).append((box.position_x, box.text))
    return ["".join(text for _, text in sorted(rows[y])) for y in sorted(rows)]


def test_the_pocket_plan_folds_into_a_booklet_that_opens_from_the_other_side():
    """A sheet that mirrors another one folds into a mirrored booklet."""
    assert rows_of(POCKET, "landscape", SPANISH) == ["5432", "6781"]
    assert rows_of(POCKET, "landscape", HEBREW) == ["2345", "1876"]


@pytest.mark.parametrize(("number", "rows"), [(2, ["21", "43", "5"]), (3, ["321", "54"])])
def test_columns_on_paper_begin_at_the_right(number, rows):
    parts = "".join(f"<div>{part}</div>" for part in range(1, 6))

    assert rows_of(COLUMNS.format(number, parts), "portrait", SPANISH) == [row[::-1] for row in rows]
    assert rows_of(COLUMNS.format(number, parts), "portrait", HEBREW) == rows
