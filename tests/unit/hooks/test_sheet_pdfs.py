"""PDFs of sheets: the same bytes each time, made once, and left out where they cannot be made."""

from __future__ import annotations

import builtins
import inspect
import io
import logging
import os
import re
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from lxml import html
from mkdocs.exceptions import Abort
from pypdf import PdfReader
from weasyprint.text import ffi

from hooks.content.records import PerPaper, Sheet
from hooks.languages.language import OWN
from hooks.paper import libraries, pdfs
from hooks.paper.embedded_fonts import in_ranges
from hooks.paper.pdf import Job, Made, document_of, make_pdf
from hooks.paper.pdfs import Print, make_pdfs, prints_of, problems_of_count
from hooks.paper.postprocess import shortened

ROOT = Path(__file__).parents[3]
PAPER = (
    '<div class="sheets portrait" role="region" tabindex="0"><section class="sheet"><h2>Notes</h2>'
    '<p>Name <b></b></p><div class="rule"></div><table><thead><tr><th scope="col">When</th></tr></thead>'
    '<tbody><tr><td></td></tr><tr><th scope="row">Then</th></tr></tbody></table></section></div>'
)
CSS = "@page sheet-portrait{margin:0}.sheet{page:sheet-portrait;font-family:'Atkinson Hyperlegible'}"


@pytest.fixture
def job():
    return Job(document_of(html.fragment_fromstring(PAPER), "a4", "Notes & more", OWN), CSS, "a4")


def tags_of(made):
    """List a PDF's tags as (kind, scope), in the order that a screen reader meets them."""

    def below(tag):
        yield tag["/S"], tag.get("/A", {}).get("/Scope")
        for kid in tag.get("/K", []):
            kid = kid.get_object()
            if not isinstance(kid, int):
                yield from below(kid)

    root = PdfReader(io.BytesIO(made.pdf)).trailer["/Root"]["/StructTreeRoot"]
    return [tag for kid in root["/K"] for tag in below(kid.get_object())]


def test_what_a_pdf_depends_on_names_the_libraries_of_the_system(monkeypatch):
    before = pdfs.basis_of(ROOT)
    monkeypatch.setattr(libraries, "harfbuzz_version", lambda: "1.2.3")

    assert re.fullmatch(r"[\d.]+", libraries.harfbuzz_version())
    assert pdfs.basis_of(ROOT).split()[2] == "1.2.3"
    assert pdfs.basis_of(ROOT) != before


def test_a_pdf_is_made_of_the_paper_alone():
    text = document_of(html.fragment_fromstring(PAPER), "letter", "Notes & more", OWN)

    assert text.startswith(
        '<!doctype html><html lang="en" class="paper-letter"><head><meta charset="utf-8">'
        '<title>Notes &amp; more</title></head><body><div class="sheets portrait"><section class="sheet"><h2>'
    )


def test_a_pdf_names_its_paper_language_and_title_and_nothing_else(job):
    made = make_pdf(job, ROOT)
    reader = PdfReader(io.BytesIO(made.pdf))

    assert made.pages == len(reader.pages) == 1
    assert [round(side) for side in reader.pages[0].mediabox[2:]] == [595, 842]
    assert reader.trailer["/Root"]["/Lang"] == "en"
    assert reader.metadata["/Title"] == "Notes & more"
    assert set(reader.metadata) == {"/Title", "/Producer"}


def test_the_same_paper_gives_the_same_bytes(job):
    assert make_pdf(job, ROOT) == make_pdf(job, ROOT)


def test_tags_begin_with_a_first_heading_say_what_heads_what_and_leave_lines_out(job):
    assert tags_of(make_pdf(job, ROOT)) == [
        ("/Document", None), ("/Sect", None), ("/H1", None), ("/P", None),
        ("/Table", None), ("/THead", None), ("/TR", None), ("/TH", "/Column"),
        ("/TBody", None), ("/TR", None), ("/TD", None), ("/TR", None), ("/TH", "/Row"),
    ]  # fmt: skip


def test_words_in_the_margin_of_a_page_are_drawn_and_no_part_of_the_text(job):
    footer = "@page sheet-portrait{margin:20mm;@bottom-right{content:'Page ' counter(page)}}"
    made = make_pdf(replace(job, css=job.css + footer), ROOT)

    (page,) = PdfReader(io.BytesIO(made.pdf)).pages
    drawing = page.get_contents().get_data()
    assert drawing.count(b"/Artifact\n<</Type /Pagination>>\nBDC") == 1
    assert page.extract_text().splitlines()[-1] == "Page 1"
    assert tags_of(made) == tags_of(make_pdf(job, ROOT))


def test_a_drawing_keeps_its_scale_and_loses_only_what_no_eye_can_see():
    drawing = (
        b"0.75 0 0 0.75 0 0 cm\n105.826772 1.133858 re\n/A 13.333333 Tf\n"
        b"[<0021>0<003c>-14<0041>] TJ\nEMC\n/Artifact\nBMC\nf"
    )

    assert shortened(drawing) == (
        b"0.75 0 0 0.75 0 0 cm\n105.8 1.1 re\n/A 13.333333 Tf\n[<0021003c>-14<0041>] TJ\nf"
    )


def test_a_pdf_holds_the_letters_of_its_fonts_and_says_what_they_stand_for(job):
    page = PdfReader(io.BytesIO(make_pdf(job, ROOT).pdf)).pages[0]
    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]

    assert page.extract_text().split() == ["Notes", "Name", "When", "Then"]
    for font in fonts:
        file = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]["/FontFile2"].get_object()
        assert {*TTFont(io.BytesIO(file.get_data())).reader.keys()} == {
            "glyf", "head", "hhea", "hmtx", "loca", "maxp",
        }  # fmt: skip
        assert file["/Length1"] == len(file.get_data())


def test_characters_are_written_in_ranges_that_change_the_last_byte_alone():
    known = {
        0x0A: "0041",
        0x0B: "0042",
        0x0C: "00660069",
        0xFF: "0061",
        0x100: "0062",
        0x101: "00ff",
        0x102: "0100",
    }
    lines = "".join(f"<{letter:04x}> <{known[letter]}>\n" for letter in reversed(known))

    assert in_ranges(f"before\n{len(known)} beginbfchar\n{lines}endbfchar\nafter".encode()) == (
        b"before\n6 beginbfrange\n<000a> <000b> <0041>\n<000c> <000c> <00660069>\n<00ff> <00ff> <0061>\n"
        b"<0100> <0100> <0062>\n<0101> <0101> <00ff>\n<0102> <0102> <0100>\nendbfrange\nafter"
    )


def test_a_block_of_ranges_has_at_most_a_hundred():
    letters = b"".join(b"<%04x> <%04x>\n" % (number, 0x4000 - number) for number in range(150))
    blocks = [letters[: 100 * 14], letters[100 * 14 :]]
    text = b"".join(b"%d beginbfchar\n%bendbfchar\n" % (block.count(b"\n"), block) for block in blocks)

    assert re.findall(rb"(\d+) beginbfrange", in_ranges(text)) == [b"100", b"50"]


def test_a_picture_shows_lines_boxes_and_where_words_stand(job):
    picture = make_pdf(job, ROOT).picture

    drawing = html.fromstring(picture)
    assert drawing.get("viewbox") == "0 0 210 297"
    assert len(drawing.xpath("//path")) == 3
    assert len(picture) < 1000
    assert "Notes" not in picture


def test_only_what_has_changed_is_made_anew(job, tmp_path, monkeypatch):
    made = []
    monkeypatch.setattr(pdfs, "basis_of", lambda root: "basis")
    monkeypatch.setattr(
        pdfs, "make_pdf", lambda job, root: made.append(job) or Made(job.html.encode(), 3, "<svg/>\n")
    )
    other = Job("<p>other</p>", CSS, "letter")

    first = make_pdfs([job], tmp_path)
    both = make_pdfs([job, other], tmp_path)

    assert made == [job, other]
    assert both == [first[0], Made(b"<p>other</p>", 3, "<svg/>\n")]


def test_what_no_build_has_used_for_a_day_leaves_the_cache(job, tmp_path, monkeypatch):
    monkeypatch.setattr(pdfs, "basis_of", lambda root: "basis")
    monkeypatch.setattr(pdfs, "make_pdf", lambda job, root: Made(b"%PDF", 1, ""))
    make_pdfs([job], tmp_path)
    (cached,) = (tmp_path / ".cache/sheet-pdfs").iterdir()
    old = cached.with_name("old")
    for path in (cached, old):
        path.write_bytes(cached.read_bytes())
        os.utime(path, (0, time.time() - 25 * 60 * 60))

    make_pdfs([job], tmp_path)

    assert [path.name for path in cached.parent.iterdir()] == [cached.name]


SHEET = Sheet(
    id="log-sheet", title="Log", group="log", purpose="Lines.", how="Write.", heading="log",
    orientation="portrait", pages=PerPaper(a4="2", letter="2"),
)  # fmt: skip


def test_a_sheet_in_large_print_has_two_more_pdfs():
    assert [printed.name for printed in prints_of(SHEET)] == ["log-sheet-a4", "log-sheet-letter"]
    assert [printed.name for printed in prints_of(replace(SHEET, large_print="yes"))] == [
        "log-sheet-a4", "log-sheet-letter", "log-sheet-large-a4", "log-sheet-large-letter",
    ]  # fmt: skip


def test_large_print_fills_as_many_pages_as_it_needs():
    assert list(problems_of_count(Print(SHEET, "letter", is_large=True), 5)) == []


def test_a_number_of_pages_that_is_not_as_designed_is_told():
    printed = Print(SHEET, "letter")

    assert list(problems_of_count(printed, 2)) == []
    for filled in (1, 3):
        assert list(problems_of_count(printed, filled)) == [
            f"content/sheets.yml: log-sheet: pages: it fills {filled} of US Letter, and says 2; "
            "write what is meant, or shorten it"
        ]


@pytest.fixture
def no_libraries(monkeypatch):
    """A system without Pango."""
    load = libraries.library
    monkeypatch.setattr(libraries, "library", lambda name: None if "pango" in name else load(name))


@pytest.fixture
def no_start(monkeypatch):
    """A WeasyPrint that fails as it does where it misses something in its libraries."""

    def fail(name: str) -> object:
        builtins.print("WeasyPrint could not import some external libraries.")
        raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.setattr(pdfs.importlib, "import_module", fail)


@pytest.fixture(params=["no_libraries", "no_start"])
def no_pdfs(request):
    return request.getfixturevalue(request.param)


def test_missing_libraries_are_told_in_one_line_and_the_build_goes_on(
    no_pdfs, monkeypatch, caplog, capsys, tmp_path
):
    monkeypatch.delenv("CI", raising=False)
    with caplog.at_level(logging.INFO, "mkdocs.hooks.paper.pdfs"):
        assert pdfs.will_make_pdfs(tmp_path) is False

    assert [(record.levelname, record.message) for record in caplog.records] == [
        ("INFO", "Sheets get no ready PDFs: WeasyPrint lacks system libraries; possible: tools/install-pdf")
    ]
    assert capsys.readouterr().out == ""


def test_missing_libraries_are_a_failure_under_ci(no_pdfs, monkeypatch, tmp_path):
    monkeypatch.setenv("CI", "1")

    with pytest.raises(Abort, match="Sheets get no ready PDFs"):
        pdfs.will_make_pdfs(tmp_path)


def test_an_installed_guide_goes_on_without_pdfs_and_names_what_to_install(
    no_pdfs, monkeypatch, caplog, tmp_path
):
    monkeypatch.setenv("CI", "1")  # as hosts set it that build what is pushed
    (tmp_path / "ready").mkdir()
    with caplog.at_level(logging.INFO, "mkdocs.hooks.paper.pdfs"):
        assert pdfs.will_make_pdfs(tmp_path) is False

    assert caplog.records[0].message.endswith(
        "possible: libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 of Debian"
    )


def test_many_pdfs_are_made_in_processes_and_come_in_order(job, tmp_path, monkeypatch):
    monkeypatch.setattr(pdfs, "MANY", 2)
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules")
    other = replace(job, html=job.html.replace("Notes", "Other"))

    made = make_pdfs([job, other], tmp_path)

    assert made == [make_pdf(job, tmp_path), make_pdf(other, tmp_path)]


def test_the_libraries_are_there():
    assert libraries.are_there()


def test_a_library_that_is_not_there_is_no_error():
    assert libraries.library("libno-such-library.so.7") is None


def test_weasyprint_starts_with_these_libraries_and_needs_no_other():
    asked = re.findall(r"^\w+ = _dlopen\((.*?)\)$", inspect.getsource(ffi), re.MULTILINE | re.DOTALL)

    assert all(sum(name in call for call in asked) == 1 for name in (*libraries.REQUIRED, libraries.SUBSET))
    assert len([call for call in asked if "allow_fail=True" not in call]) == len(libraries.REQUIRED)


def test_a_build_whose_pdfs_are_cached_does_not_load_weasyprint():
    assert pdfs.can_make_pdfs(ROOT)
    code = (
        "import sys; from pathlib import Path; from hooks.paper.pdfs import basis_of, will_make_pdfs;"
        f"root = Path({str(ROOT)!r}); assert will_make_pdfs(root) and basis_of(root);"
        "print('weasyprint' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert ran.stdout == "False\n"


def test_a_pdf_says_which_parts_are_in_another_language_and_no_part_of_them_says_it_twice():
    paper = PAPER.replace("Name", 'Nombre <span class="also" lang="en">Name</span>')
    css = CSS + ".also::before{content:'· '}"
    made = make_pdf(Job(document_of(html.fragment_fromstring(paper), "a4", "Notes", OWN), css, "a4"), ROOT)
    root = PdfReader(io.BytesIO(made.pdf)).trailer["/Root"]

    def below(tag):
        yield tag["/S"], tag.get("/Lang")
        for kid in tag.get("/K", []):
            if not isinstance(kid.get_object(), int):
                yield from below(kid.get_object())

    tags = [found for kid in root["/StructTreeRoot"]["/K"] for found in below(kid.get_object())]
    assert root["/Lang"] == "en"
    assert [found for found in tags if found[1]] == [("/Span", "en")]
    assert tags.index(("/Span", "en")) == tags.index(("/P", None)) + 1
