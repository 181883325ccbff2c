"""The PDFs in large print: large letters, the words of the usual files, and nothing cut or set apart."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection
from functools import cache

import pytest
import yaml
from lxml import html
from lxml.html import HtmlElement

from tests.browser.support import BELOW, ROOT, SITE
from tests.paper.pdf import EDGE, Page, Paper, Word, font_sizes
from tests.paper.support import TELLING

LISTED = yaml.safe_load((ROOT / "content/sheets.yml").read_text(encoding="utf-8"))
LARGE = [sheet["id"] for sheet in LISTED if sheet.get("large_print")]
SMALLEST = 18  # points
FOOTER = 26  # millimetres at the bottom of a page, where its part and number are
HALVES = {"first-ten-minutes": 2}
"""How often the usual file holds the same words; in large print, once is enough."""
LAST_PART = ".//p | .//li | .//td[normalize-space()] | .//th"


@cache
def paper_of(id: str, size: str) -> Paper:
    return Paper((SITE / f"sheets/{id}-{size}.pdf").read_bytes())


@cache
def sheet_on_page(id: str) -> HtmlElement:
    """Return a sheet as large print has it: in one language."""
    (sheet,) = html.parse(SITE / f"sheets/{id}.html").getroot().find_class("sheets")
    for part in sheet.find_class("also"):
        part.drop_tree()
    return sheet


@cache
def words_in_english(id: str) -> set[str]:
    """Return the words that a sheet in another language says in English too, and what is between them."""
    page = html.parse(SITE / f"sheets/{id}.html").getroot()
    return {"·", *(word for part in page.find_class("also") for word in words_in(text_of(part)))}


@pytest.fixture(params=LARGE)
def id(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=["a4", "letter"])
def large(request: pytest.FixtureRequest, id: str) -> Paper:
    """A sheet in large print."""
    return paper_of(id, f"large-{request.param}")


def test_its_letters_are_18_points_or_larger_and_its_headings_larger_still(large: Paper) -> None:
    sizes = font_sizes(large.content)
    assert min(sizes) >= SMALLEST
    assert max(sizes) > SMALLEST


@pytest.mark.parametrize("size", ["a4", "letter"])
def test_it_holds_the_words_of_the_usual_file(id: str, size: str) -> None:
    """Only the head of a table stands there again, where the table goes on."""
    usual, large = counted(paper_of(id, size)), counted(paper_of(id, f"large-{size}"))
    assert {count % HALVES.get(id, 1) for count in usual.values()} == {0}
    once = Counter({word: count // HALVES.get(id, 1) for word, count in usual.items()})
    heads = {word for head in sheet_on_page(id).xpath(".//thead//th") for word in words_in(text_of(head))}
    if BELOW:  # a head of a table may break a long word, here or there
        aside = words_in_english(id)
        once, large = (
            Counter({word: 1 for word in words if word not in aside and not is_part_of_any(word, heads)})
            for words in (once, large)
        )
    assert once - large == Counter()
    assert {*(large - once)} <= heads


def is_part_of_any(part: str, words: Collection[str]) -> bool:
    return any(part in word for word in words)


def test_nothing_on_it_is_cut_or_covered(large: Paper) -> None:
    for page in large.pages:
        for word in page.words:
            space = min(word.left, word.top, page.width - word.right, page.height - word.bottom)
            assert space >= EDGE, word
        covered = [
            (word.text, other.text)
            for word in page.words
            for other in page.words
            if word is not other and overlap(word, other)
        ]
        assert covered == []
    assert min(drawn.margin for drawn in large.drawn) > EDGE


def test_no_sentence_of_it_is_on_two_pages(id: str, large: Paper) -> None:
    divided = [
        text
        for part in sheet_on_page(id).xpath(".//p[not(ancestor::li)] | .//li")
        if (text := text_of(part)) and not pages_with(large, text)
    ]
    assert divided == []


def test_a_caution_is_on_the_page_of_what_it_follows(id: str, large: Paper) -> None:
    for caution in sheet_on_page(id).find_class("warn"):
        before = caution.getprevious()
        parts = [text_of(part) for part in caution.xpath(".//p | .//li")]
        parts.append(text_of((before.xpath(LAST_PART) or [before])[-1]))
        assert set.intersection(*(pages_with(large, part) for part in parts)), parts


@pytest.mark.parametrize("size", ["a4", "letter"])
def test_the_changes_at_work_are_on_one_page_with_their_caution(size: str) -> None:
    asked = sheet_on_page("handout-work").find_class("box")
    caution = "Please talk with me before each change."
    large = paper_of("handout-work", f"large-{size}")
    assert len(asked) == 8
    pages = [pages_with(large, text) for text in (*map(text_of, asked), caution)]
    assert len(set.intersection(*pages)) == 1


def test_every_page_says_which_part_it_belongs_to_and_its_number(id: str, large: Paper) -> None:
    parts = [text_of(own) for own in sheet_on_page(id).find_class("own")]
    for number, page in enumerate(large.pages, 1):
        footer = " ".join(word.text for word in page.words if is_in_footer(word, page))
        assert f"{number}/{len(large.pages)}" in footer.split()
        assert any(footer.startswith(part) for part in parts), footer


@pytest.mark.parametrize("size", ["a4", "letter"])
def test_every_page_of_a_part_that_few_may_see_says_so(size: str) -> None:
    pages = paper_of("description-sheet", f"large-{size}").pages
    texts = [squeezed(" ".join(word.text for word in page.words)) for page in pages]
    first = next(number for number, text in enumerate(texts) if squeezed("Where the person may be") in text)
    for number, text in enumerate(texts):
        assert (squeezed("Part 2: only for those who need it") in text) == (number >= first), number


def test_it_tells_neither_site_nor_address_nor_day(large: Paper) -> None:
    assert TELLING.findall(large.text) == []
    assert large.fonts_left_out() == []


def counted(paper: Paper) -> Counter[str]:
    """Count the words above the footer, which the usual files do not have."""
    is_large = len(paper.pages) > 1 and any(
        word.text.endswith(f"/{len(paper.pages)}") for word in paper.pages[0].words
    )
    texts = [
        " ".join(word.text for word in page.words if not (is_large and is_in_footer(word, page)))
        for page in paper.pages
    ]
    return Counter(words_in(" ".join(texts)))


def words_in(text: str) -> list[str]:
    """List words without hyphens, at which a line may end."""
    return re.findall(r"[^\s-]+", unicodedata.normalize("NFKC", text))


def is_in_footer(word: Word, page: Page) -> bool:
    return word.top > page.height - FOOTER


def overlap(one: Word, other: Word) -> bool:
    """Say whether two words cover each other; boxes of lines may touch."""
    wide = min(one.right, other.right) - max(one.left, other.left)
    high = min(one.bottom, other.bottom) - max(one.top, other.top)
    return wide > 0.1 and high > 1


def text_of(part: HtmlElement) -> str:
    return " ".join(part.text_content().split())


def pages_with(paper: Paper, text: str) -> set[int]:
    wanted = squeezed(text)
    pages = (squeezed("".join(word.text for word in page.words)) for page in paper.pages)
    return {number for number, page in enumerate(pages) if wanted in page}


def squeezed(text: str) -> str:
    """Leave out spaces, and write out letters that are set as one."""
    return unicodedata.normalize("NFKC", "".join(text.split()))
