"""In a guide in another language, no English is left but names, wherever readers meet words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement
from pypdf import PdfReader

from hooks.languages.folders import ENGLISH, language_of_build
from hooks.site.pages import read_pages
from hooks.translation.words import find_words
from tests.browser.support import ROOT, SITE
from tests.engines.one_file import DIST, SMALL, WHOLE
from tests.languages.english_left import left_in, words_left

pytestmark = pytest.mark.skipif(language_of_build() == ENGLISH, reason="the guide is in English")


@pytest.fixture(scope="module")
def pages() -> Mapping[str, HtmlElement]:
    return read_pages(SITE)


@pytest.mark.every_language
def test_no_english_is_left_on_any_page(pages):
    found = {name: left_in(page) for name, page in pages.items()}
    assert {name: left for name, left in found.items() if left} == {}


@pytest.mark.every_language
def test_every_page_says_its_language_and_its_direction(pages):
    said = {(page.get("lang"), page.get("dir") or "ltr") for page in pages.values()}
    direction = "rtl" if language_of_build().endswith("Hebr") else "ltr"
    assert said == {(language_of_build(), direction)}


@pytest.mark.every_language
def test_no_script_says_an_english_sentence():
    sentences = [
        form
        for message in find_words(ROOT)
        if message.id and any(name.endswith(".js") for name, _ in message.locations)
        for form in ([message.id] if isinstance(message.id, str) else message.id)
        if len(words_left(form)) > 1
    ]
    assert len(sentences) > 500
    said = {path.name: path.read_text("utf-8") for path in sorted((SITE / "assets").rglob("*.js"))}
    assert len(said) > 10
    left = [(name, one) for name, text in said.items() for one in sentences if f'"{one}"' in text]
    assert left == []


@pytest.mark.every_language
@pytest.mark.parametrize(
    "sheet",
    ["incident-log", "safety-plan", pytest.param("", id="all", marks=pytest.mark.long)],
)
def test_no_english_is_left_on_paper(sheet):
    pdfs = sorted((SITE / "sheets").glob(f"{sheet or '*'}*.pdf"))
    if not pdfs and language_of_build().startswith("qps"):
        pytest.skip("it was built without PDFs")
    assert pdfs
    assert {path.name: left for path in pdfs if (left := left_on(path))} == {}


def left_on(path: Path) -> list[str]:
    text = "\n".join(page.extract_text() for page in PdfReader(path).pages)
    return [f"{' '.join(words)} in {line!r}" for line in text.splitlines() if (words := words_left(line))]


@pytest.mark.every_language
@pytest.mark.parametrize("name", [SMALL, pytest.param(WHOLE, marks=pytest.mark.long)])
def test_no_english_is_left_in_the_guide_in_one_file(name):
    if not DIST.is_dir() and language_of_build().startswith("qps"):
        pytest.skip("it was built without the files that can be carried")
    text = (DIST / name).read_text("utf-8")
    assert left_in(html.document_fromstring(text)) == []


@pytest.mark.every_language
def test_what_goes_along_with_the_files_says_no_english():
    text = DIST / "read-me.txt"
    if not text.is_file() and language_of_build().startswith("qps"):
        pytest.skip("it was built without the files that can be carried")
    assert [line for line in text.read_text("utf-8").splitlines() if words_left(line)] == []


def test_a_word_that_is_left_is_found():
    page = html.document_fromstring(
        '<html><body><p title="Keep it">Sí <b lang="en">the</b> now</p></body></html>'
    )
    left = left_in(page)
    assert [re.split(" in ", line)[0] for line in left] == ["p.: title: Keep it", "b.: now"]
