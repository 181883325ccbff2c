"""Every sheet is there as a page and as two PDFs, which say nothing of where they come from."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import pdfua
import pytest
from lxml import html
from mkdocs.config import load_config
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, StreamObject

from hooks.hosting.compress import SUFFIXES
from hooks.languages.folders import ENGLISH, language_of_build
from hooks.languages.language import OWN
from hooks.paper.pdf import LARGE, PAPERS, Job, document_of, make_pdf
from hooks.paper.pdfs import INSTALL, MISSING, prints_of
from hooks.paper.sheets import sizes_in, styles_of_sheets
from tests.site.markup import words

MOST = 72_000  # bytes of a PDF
SIZES = {"a4": (595, 842), "letter": (612, 792)}  # points
SMALLEST = 10  # points
SIZE = re.compile(r"(-large)?-(a4|letter)\.pdf$")
LEVEL = re.compile(r"/H[1-6]")
NOT_EVALUATED = {"UA-14-001"}
"""pdfua 0.1.3 stumbles over headings with the newest pikepdf; a test below looks at them instead."""


@pytest.fixture(scope="module")
def pdfs(site, content) -> dict[tuple[str, str], bytes]:
    return {
        (sheet.id, printed.size): (site / "sheets" / f"{printed.name}.pdf").read_bytes()
        for sheet in content.sheets
        for printed in prints_of(sheet)
    }


@pytest.fixture(scope="module")
def site_name(root) -> str:
    return str(load_config(str(root / "mkdocs.yml"), hooks=[]).site_name)


@pytest.fixture(scope="module")
def readers(pdfs) -> dict[tuple[str, str], PdfReader]:
    return {name: PdfReader(io.BytesIO(pdf)) for name, pdf in pdfs.items()}


@pytest.fixture(scope="module")
def texts(readers) -> dict[tuple[str, str], list[str]]:
    """The words on each page."""
    return {name: [page.extract_text() for page in reader.pages] for name, reader in readers.items()}


# The set


def test_every_sheet_is_there_as_a_page_a_picture_and_its_pdfs_and_nothing_else(site, content):
    made = {path.name for path in (site / "sheets").iterdir() if path.suffix not in SUFFIXES}

    assert made == {
        f"{sheet.id}{end}"
        for sheet in content.sheets
        for end in (".html", ".svg", *(f"-{printed.size}.pdf" for printed in prints_of(sheet)))
    }


def test_handouts_and_the_first_ten_minutes_come_in_large_print(content, pdfs):
    wanted = {sheet.id for sheet in content.sheets if sheet.group == "handouts"} | {"first-ten-minutes"}

    for paper in PAPERS:
        assert {id for id, size in pdfs if size == f"large-{paper}"} == wanted


def test_every_pdf_has_as_many_pages_as_designed_of_the_right_size(content, readers):
    for sheet in content.sheets:
        for paper, size in SIZES.items():
            pages = readers[sheet.id, paper].pages
            found = {tuple(round(side) for side in page.mediabox[2:]) for page in pages}
            lying = {size[::-1]} if sheet.orientation == "landscape" else {size}
            assert len(pages) == sheet.pages[paper], (sheet.id, paper)
            assert found == ({size, size[::-1]} if sheet.holds else lying), (sheet.id, paper)
            if sheet.has_large_print:
                large = readers[sheet.id, f"large-{paper}"].pages
                assert len(large) > len(pages)
                assert {tuple(round(side) for side in page.mediabox[2:]) for page in large} == lying


def test_no_page_is_blank_but_a_cover(texts):
    for (id, paper), sides in texts.items():
        blank = [number for number, side in enumerate(sides, 1) if not side.strip()]
        assert blank == ([1] if id == "booklet" else []), (id, paper)


def test_every_sheet_has_as_many_rows_to_fill_in_as_designed(content, pages):
    for sheet in content.sheets:
        if sheet.rows:
            rows = pages[f"sheets/{sheet.id}.html"].xpath("//*[contains(@class, 'sheets')]//tbody/tr")
            blank = [row for row in rows if not all(cell.text_content().strip() for cell in row)]
            designed = sheet.rows_in_both if sheet.rows_in_both and is_in_both(sheet) else sheet.rows
            assert len(blank) == designed["a4"] == designed["letter"], sheet.id


def test_a_booklet_holds_what_its_entry_names_and_numbers_it(content, texts):
    designed = {sheet.id: sheet for sheet in content.sheets}
    (booklet,) = (sheet for sheet in content.sheets if sheet.holds)
    held = sum(designed[part.sheet].pages["a4"] * part.copies for part in booklet.holds)
    for paper in PAPERS:
        _cover, contents, *sides = texts[booklet.id, paper]
        assert len(sides) == held == booklet.pages[paper] - 2
        for part in booklet.holds:
            assert designed[part.sheet].title in contents
        for number, side in enumerate(sides, start=1):
            assert str(number) in side.split(), (paper, number)
            assert "Page ____" not in side


# What they weigh


def test_a_pdf_weighs_at_most_72_kilobytes(pdfs):
    assert {name: len(pdf) for name, pdf in pdfs.items() if len(pdf) > MOST} == {}


# What they say of themselves


def test_a_pdf_carries_the_neutral_title_and_no_other_word_about_itself(readers, settings):
    for name, reader in readers.items():
        assert dict(reader.metadata) == {
            "/Title": settings["neutral_title"],
            "/Producer": reader.metadata["/Producer"],
        }, name
        assert re.fullmatch(r"WeasyPrint [\d.]+", reader.metadata["/Producer"]), name
        told = reader.trailer["/Root"]["/Metadata"].get_object().get_data().decode()
        assert not re.search(r"date|creat|author|\d{4}-\d\d", told, re.IGNORECASE), name
        root = reader.trailer["/Root"]
        assert {*root} <= {
            "/Type", "/Pages", "/Outlines", "/Lang", "/StructTreeRoot", "/ViewerPreferences", "/MarkInfo",
            "/Metadata",
        }, name  # fmt: skip
        assert not any("/Annots" in page for page in reader.pages), name


def test_nothing_in_a_pdf_names_the_site_this_machine_or_a_day(pdfs, readers, texts, root, site_name):
    telling = [
        site_name.lower(), "quiet-guide", "http", "www.", str(root).lower(), "/tmp", "file:", "node_modules",
        date.today().isoformat(), date.today().strftime("%Y%m%d"), "d:20",
    ]  # fmt: skip
    allowed = ["http://www.aiim.org", "http://ns.adobe.com", "http://purl.org", "http://www.w3.org"]
    for name, pdf in pdfs.items():
        text = "\n".join([pdf.decode("latin1"), *everything_in(readers[name]), *texts[name]]).lower()
        for namespace in allowed:
            text = text.replace(namespace, "")
        assert [word for word in telling if word in text] == [], name


def test_no_paper_on_a_page_names_the_site(pages, content, site_name):
    for sheet in content.sheets:
        (paper,) = pages[f"sheets/{sheet.id}.html"].find_class("sheets")
        assert not re.search(r"https?:|www\.", words(paper)), sheet.id
        assert site_name.lower() not in words(paper).lower(), sheet.id


def test_a_pdf_brings_its_fonts_and_its_letters_are_ten_points_or_larger(readers):
    for name, reader in readers.items():
        for page in reader.pages:
            for font in page.get("/Resources", {}).get("/Font", {}).values():
                (letters,) = font.get_object()["/DescendantFonts"]
                described = letters.get_object()["/FontDescriptor"]
                assert re.fullmatch(r"/[A-Z]{6}\+Atkinson-Hyperlegible(-Bold)?", described["/FontName"]), name
                assert "/FontFile2" in described, name
            sizes = {float(size) for size in re.findall(rb"/\w+ ([\d.]+) Tf", page.get_contents().get_data())}
            assert all(size * 72 / 96 >= SMALLEST - 0.001 for size in sizes), (name, sizes)


# Reading them without seeing


def test_a_pdf_is_tagged_and_names_its_language(readers):
    for name, reader in readers.items():
        root = reader.trailer["/Root"]
        assert root["/Lang"] == language_of_build(), name
        assert root["/MarkInfo"]["/Marked"] == True, name  # noqa: E712 (a PDF's own boolean)
        assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True, name  # noqa: E712


def test_headings_of_a_pdf_begin_at_the_first_level_skip_none_and_are_not_empty(readers):
    for (id, paper), reader in readers.items():
        headings = [tag for tag in tags_of(reader) if LEVEL.fullmatch(tag["/S"])]
        levels = [int(tag["/S"][2]) for tag in headings]
        assert levels[:1] in ([1], []), (id, paper)  # cards and labels have none
        assert all(after <= before + 1 for before, after in pairwise(levels)), (id, paper, levels)
        assert all(tag.get("/K") for tag in headings), (id, paper)


def test_every_header_cell_says_what_it_heads(readers):
    for name, reader in readers.items():
        heads = [tag for tag in tags_of(reader) if tag["/S"] == "/TH"]
        assert {tag["/A"]["/Scope"] for tag in heads} <= {"/Column", "/Row"}, name


def test_every_table_begins_with_a_caption_that_is_heard(readers, pages, content):
    for sheet in content.sheets:
        tables = pages[f"sheets/{sheet.id}.html"].xpath("//*[contains(@class, 'sheets')]//table")
        said = [words(table.xpath("./caption[1]")[0]) for table in tables]
        assert all(said), sheet.id
        for printed in prints_of(sheet):
            name = (sheet.id, printed.name.removeprefix(f"{sheet.id}-"))
            firsts = [tag["/K"][0].get_object() for tag in tags_of(readers[name]) if tag["/S"] == "/Table"]
            captions = [tag for tag in firsts if tag["/S"] == "/Caption"]
            assert all(tag["/K"] for tag in captions), name
            if printed.is_large:  # a table may go on on the next page, and one copy of half a sheet is enough
                assert bool(captions) == bool(said), name
            else:
                assert len(captions) == len(firsts) == len(said), name


def test_no_caption_of_a_log_tells_what_a_neutral_heading_hides(pages, content):
    """It is on the paper without being seen, and who searches a file finds it."""
    for sheet in content.sheets:
        if sheet.heading == "log":
            for table in pages[f"sheets/{sheet.id}.html"].xpath("//*[contains(@class, 'sheets')]//table"):
                said = own_words(table.xpath("./caption")[0])
                shown = {own_words(heading) for heading in table.xpath("preceding-sibling::h3[1]")}
                assert said in {"Contents", "Rows to fill in", "More rows to fill in", *shown}, sheet.id


def own_words(part):
    """Return what a part of a sheet says in the language of the page, without the same in English."""
    return words(part).removesuffix("".join(words(english) for english in part.find_class("also"))).strip()


def is_in_both(sheet):
    """Return whether a sheet says everything in English too, for the police and the court."""
    return sheet.has_two_languages and language_of_build() != ENGLISH


def test_an_outside_checker_of_pdf_ua_finds_nothing(site, content):
    """It knows 16 of the 106 rules that a program can check (contributing/decisions/0009-paper.md)."""
    for sheet in content.sheets:
        for printed in prints_of(sheet):
            report = pdfua.validate(str(site / "sheets" / f"{printed.name}.pdf"))
            assert [finding for outcome in report.outcomes for finding in outcome.findings] == [], sheet.id
            skipped = {outcome.rule_id for outcome in report.outcomes if outcome.skipped_reason}
            assert skipped <= NOT_EVALUATED, sheet.id


# How they are made


@pytest.mark.parametrize("id", ["incident-log", "evidence-labels", "booklet", "handout-work"])
def test_a_pdf_made_anew_from_its_page_is_the_same_byte_for_byte(id, root, pages, pdfs, settings):
    """So the page and the PDF hold the same; and neither the day nor the cache decides what is in it."""
    (sides,) = pages[f"sheets/{id}.html"].find_class("sheets")
    for paper in PAPERS:
        document = document_of(sides, paper, str(settings["neutral_title"]), OWN)
        css = styles_of_sheets(root) + sizes_in(document)
        assert make_pdf(Job(document, css, paper), root).pdf == pdfs[id, paper]
        if (id, f"large-{paper}") in pdfs:
            large = css + (root / LARGE).read_text(encoding="utf-8")
            assert make_pdf(Job(document, large, paper), root).pdf == pdfs[id, f"large-{paper}"]


def test_without_its_libraries_the_guide_is_built_with_pages_to_print_alone(root, tmp_path):
    """A WeasyPrint that fails as it does where pango is missing stands before the real one."""
    (tmp_path / "weasyprint.py").write_text("print('advice')\nraise OSError('cannot load library')\n")
    environment = os.environ | {"PYTHONPATH": f"{tmp_path}:{root}", "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(tmp_path / "site")]

    under_ci = subprocess.run(
        command, cwd=root, env={**environment, "CI": "1"}, capture_output=True, text=True, check=False
    )
    environment.pop("CI", None)
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    output = done.stdout + done.stderr

    assert done.returncode == 0, output
    assert output.count(MISSING.format(INSTALL)) == 1
    assert {path.suffix for path in (tmp_path / "site/sheets").iterdir()} == {".html"}
    for name in ("sheets.html", "sheets/incident-log.html"):
        page = html.parse(tmp_path / "site" / name)
        assert not page.xpath("//article//a[contains(@href, '.pdf')] | //article//img"), name
        assert "PDF" not in words(page.xpath("//article")[0]), name
    assert under_ci.returncode != 0
    assert MISSING.format(INSTALL) in under_ci.stdout + under_ci.stderr


# The way to them


def test_the_list_leads_to_every_sheet_three_ways(pages, content):
    page = pages["sheets.html"]
    for sheet in content.sheets:
        (entry,) = page.xpath(f"//li[.//h3[@id='list-{sheet.id}']]")
        links = {link.get("href"): words(link) for link in entry.xpath(".//a")}
        assert words(sheet.purpose) in words(entry), sheet.id
        assert links == {
            f"sheets/{sheet.id}.html": "Open to print",
            f"sheets/{sheet.id}-a4.pdf": "PDF for A4",
            f"sheets/{sheet.id}-letter.pdf": "PDF for US Letter",
        } | ({sheet.filled: "Fill it in on the screen"} if sheet.filled else {}) | (
            {
                f"sheets/{sheet.id}-large-a4.pdf": "Large print for A4",
                f"sheets/{sheet.id}-large-letter.pdf": "Large print for US Letter",
            }
            if sheet.has_large_print
            else {}
        ), sheet.id
        (picture,) = entry.xpath(".//img")
        assert (picture.get("src"), picture.get("alt")) == (f"sheets/{sheet.id}.svg", "")
        assert picture.get("loading") == "lazy"
        assert picture.get("width")
        assert picture.get("height")


def test_a_saved_pdf_has_a_neutral_name(pages):
    for name, page in pages.items():
        for link in page.xpath("//a[contains(@href, '.pdf')]"):
            size = SIZE.search(link.get("href"))
            assert link.get("download") == f"notes{size[0]}", (name, link.get("href"))


def test_log_sheets_offer_a_neutral_heading_and_others_do_not(pages, content):
    for sheet in content.sheets:
        choices = pages[f"sheets/{sheet.id}.html"].xpath("//fieldset//input[@type='radio']")
        offered = [words(choice.getparent()) for choice in choices]
        neutral = ["Notes", "Household log", "Log", sheet.title, "No words"]
        both = ["This language and English", "Only this language"] * is_in_both(sheet)
        assert offered == [*(neutral if sheet.heading == "log" else []), *both], sheet.id
        ticked = [choice.get("value") for choice in choices if "checked" in choice.attrib]
        first = ["notes"] * (sheet.heading == "log") + ["two-languages"] * is_in_both(sheet)
        assert ticked == first, sheet.id


def tags_of(reader: PdfReader) -> Iterator[DictionaryObject]:
    """Yield the tags of a PDF in the order that a screen reader meets them."""
    waiting = [reader.trailer["/Root"]["/StructTreeRoot"]["/K"]]
    while waiting:
        tag = waiting.pop().get_object()
        if isinstance(tag, list):
            waiting += reversed(tag)
        elif isinstance(tag, dict):
            if "/S" in tag:
                yield tag
            waiting += [tag["/K"]] if "/K" in tag else []


def everything_in(reader: PdfReader) -> Iterator[str]:
    """Yield each part of a PDF as it is before it is packed."""
    for number in reader.xref_objStm:
        yield str(reader.get_object(number))
    for generation in reader.xref.values():
        for number in generation:
            part = reader.get_object(number)
            if isinstance(part, StreamObject):
                yield part.get_data().decode("latin1")
