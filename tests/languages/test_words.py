"""In a guide in another language, no English is left but names, wherever readers meet words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement
from pypdf import PdfReader

from hooks.assets.bundles import CARRIED
from hooks.languages.folders import language_folder, language_of_build
from hooks.languages.words import read_words
from hooks.layers.own_words import GAP
from hooks.site.pages import read_pages
from tests.browser.support import FROM_THE_RIGHT, ROOT, SITE
from tests.engines.one_file import DIST, SMALL, WHOLE
from tests.languages.english_left import english_in, left_in, words_left

LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
"""A text in a script, as esbuild writes it."""


def of_other_languages(test: Callable[..., None]) -> Callable[..., None]:
    return pytest.mark.other_languages(pytest.mark.every_language(test))


@pytest.fixture(scope="module")
def pages() -> Mapping[str, HtmlElement]:
    return read_pages(SITE)


@of_other_languages
def test_no_english_is_left_on_any_page(pages):
    found = {name: left_in(page) for name, page in pages.items()}
    assert {name: left for name, left in found.items() if left} == {}


@of_other_languages
def test_every_page_says_its_language_and_its_direction(pages):
    said = {(page.get("lang"), page.get("dir") or "ltr") for page in pages.values()}
    direction = "rtl" if language_of_build().endswith("Hebr") else "ltr"
    assert said == {(language_of_build(), direction)}


@of_other_languages
def test_no_script_says_an_english_sentence():
    # For whoever checks a log, in whatever language: a program that goes along with it, and its form.
    carried = "".join((ROOT / name).read_text("utf-8") for name in CARRIED)
    scripts = sorted((SITE / "assets").rglob("*.js"))
    assert len(scripts) > 10
    said = {(path.name, one) for path in scripts for one in LITERAL.findall(path.read_text("utf-8"))}
    sentences = english_sentences()
    assert len(sentences) > 1000
    assert sorted((name, one) for name, one in said if one in sentences and one not in carried) == []


def english_sentences() -> set[str]:
    """Return what scripts, templates and Python say in English, where it is more than a word or two."""
    folder = language_folder(ROOT)
    assert folder
    words = read_words(folder)[0]
    every = {*words.sentences, *words.plurals}
    return {one for one in every if len(english_in(GAP.sub("", one))) > 1}


@of_other_languages
@pytest.mark.parametrize(
    "sheet",
    ["calls-log", "pocket-plan", pytest.param("", id="all", marks=pytest.mark.long)],
)
def test_no_english_is_left_on_paper(sheet):
    pdfs = sorted((SITE / "sheets").glob(f"{sheet}*.pdf"))
    assert pdfs
    assert {path.name: left for path in pdfs if (left := left_on(path))} == {}


def left_on(path: Path) -> list[str]:
    text = "\n".join(page.extract_text() for page in PdfReader(path).pages)
    meant = english_on(path.with_name(re.sub(r"(-large)?-(a4|letter)$", "", path.stem) + ".html"))
    broken = re.findall(r"(\w+)-\n(\w+)", text)
    meant |= {part for parts in broken if "".join(parts) in meant for part in parts}
    found = [
        (line, [word for word in words_left(line) if not is_meant(word, meant)]) for line in text.splitlines()
    ]
    return [f"{' '.join(words)} in {line!r}" for line, words in found if words]


def is_meant(word: str, meant: set[str]) -> bool:
    """Return whether a sheet says a word on purpose. From the right, a letter beside it may be joined."""
    return word in meant or (FROM_THE_RIGHT and re.sub(r"[A-Z]$", "", word) in meant)


def english_on(page: Path) -> set[str]:
    """Return the words that a sheet says in English too, for the police and the court."""
    document = html.document_fromstring(page.read_bytes())
    return {word for part in document.xpath("//*[@lang='en']") for word in words_left(part.text_content())}


@of_other_languages
@pytest.mark.parametrize("name", [SMALL, pytest.param(WHOLE, marks=pytest.mark.long)])
def test_no_english_is_left_in_the_guide_in_one_file(name):
    text = (DIST / name).read_text("utf-8")
    assert left_in(html.document_fromstring(text)) == []


@of_other_languages
@pytest.mark.spoken
def test_what_goes_along_with_the_files_says_no_english():
    text = (DIST / "read-me.txt").read_text("utf-8")
    assert [line for line in text.splitlines() if words_left(line)] == []


def test_a_word_that_is_left_is_found():
    page = html.document_fromstring(
        '<html><body><p title="Keep it">Sí <b lang="en">the</b> now</p></body></html>'
    )
    left = left_in(page)
    assert [re.split(" in ", line)[0] for line in left] == ["p.: title: Keep it", "p.: now"]
