"""Sheets on A4 and Letter: all as ready PDFs, one of each template from Chromium's and Firefox's print.

The ready files and Chromium's prints are looked at on every change, Firefox's in `make test-all`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from typing import Any
from unicodedata import normalize

import pytest
import yaml
from mkdocs.config import load_config

from hooks.content.load import load_guide
from hooks.content.model import Content
from tests.browser.support import BELOW, ROOT, SITE
from tests.engines.engine import Engine
from tests.engines.fixtures import StartEngine, borrow
from tests.engines.host import Host
from tests.engines.one_file import DIST
from tests.paper.pdf import EDGE, Paper, rows_of
from tests.paper.support import TELLING, open_in_reader

pytest_plugins = ("tests.engines.fixtures", "tests.paper.support")
pytestmark = pytest.mark.one_engine("chromium")

Sheet = dict[str, Any]
LISTED: list[Sheet] = yaml.safe_load((ROOT / "content/sheets.yml").read_text(encoding="utf-8"))
SHEETS = {sheet["id"]: sheet for sheet in LISTED}
LOG: list[dict[str, Any]] = yaml.safe_load((ROOT / "content/log.yml").read_text(encoding="utf-8"))["sheets"]
OF_EACH_TEMPLATE = list({sheet.get("template", sheet["id"]): sheet["id"] for sheet in LISTED}.values())
SIZES = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}  # millimetres
NEAR = 0.5  # millimetres that an engine may round a paper's size by
FOLDED = {"pocket-plan"}
"""Sheets with marks to fold at, which run to the edge."""
WAYS = ("chromium", "firefox", "ready")
TOP, BOTTOM = "¤", "‡"
# The last blank cell is marked at its bottom, all others at their top; where there is but one, the bottom is
# marked behind the words of another cell.
FILL_IN = """(top, bottom) => [...document.querySelectorAll(".sheets tbody tr")].map((row) => {
  const cells = [...row.cells].filter((cell) => !cell.textContent.trim());
  const count = cells.length;
  const last = count > 1 ? cells.pop() : [...row.cells].find((cell) => !cells.includes(cell));
  last.append(` ${bottom}`);
  last.style.verticalAlign = "bottom";
  for (const cell of cells) {
    cell.textContent = top;
    cell.style.verticalAlign = "top";
  }
  return count;
})"""
Printed = dict[str, Paper]


@pytest.fixture(scope="session")
def open_sheet(
    paper_host: Host, running: dict[str, Engine], start_engine: StartEngine
) -> Callable[[str, str], Engine]:
    """Return a function that opens a sheet's page in an engine."""

    def open_sheet(name: str, id: str) -> Engine:
        engine = borrow(name, running, start_engine)
        engine.open(f"{paper_host.address}sheets/{id}.html")
        return engine

    return open_sheet


@pytest.fixture(scope="session")
def printed(open_sheet: Callable[[str, str], Engine]) -> Callable[[str, str], Printed]:
    """Return a function that gives a sheet's paper in each size, by the way it was made."""

    @cache
    def printed(way: str, id: str) -> Printed:
        if way == "ready":
            return {size: Paper((SITE / f"sheets/{id}-{size}.pdf").read_bytes()) for size in SIZES}
        engine = open_sheet(way, id)
        return {size: Paper(engine.print_pdf(size)) for size in SIZES}

    return printed


@pytest.fixture(
    params=[f"{way} {id}" for way in WAYS for id in (SHEETS if way == "ready" else OF_EACH_TEMPLATE)]
)
def papers(request: pytest.FixtureRequest, printed: Callable[[str, str], Printed]) -> tuple[Sheet, Printed]:
    """A sheet, and its paper in each size."""
    way, id = request.param.split()
    return SHEETS[id], printed(way, id)


def test_it_fills_as_many_pages_as_designed_of_the_right_size(papers: tuple[Sheet, Printed]) -> None:
    """It fills as many pages as designed, of the right size."""
    sheet, printed = papers
    assert {size: len(paper.pages) for size, paper in printed.items()} == pages_of(sheet["id"])
    for size, paper in printed.items():
        upright, turned = SIZES[size], SIZES[size][::-1]
        for page in paper.pages:
            wanted = turned if page.width > page.height else upright
            assert (page.width, page.height) == pytest.approx(wanted, abs=NEAR), size
            if sheet["group"] != "booklet":  # it holds sheets of both kinds
                assert (wanted == turned) == (sheet["orientation"] == "landscape")


@cache
def content() -> Content:
    return load_guide(load_config(str(ROOT / "mkdocs.yml"), hooks=[]))[0]


def pages_of(id: str) -> dict[str, int]:
    """Return how many pages a sheet is designed to fill in the language of the guide, by the paper's name."""
    (sheet,) = (sheet for sheet in content().sheets if sheet.id == id)
    return {size: int(sheet.pages[size]) for size in SIZES}


def test_nothing_on_it_is_cut(papers: tuple[Sheet, Printed]) -> None:
    sheet, printed = papers
    for size, paper in printed.items():
        outside = [
            f"{size}: page {number}: {word}"
            for number, page in enumerate(paper.pages, 1)
            for word in page.words
            if min(word.left, word.top, page.width - word.right, page.height - word.bottom) < EDGE
        ]
        assert outside == []
        if sheet["id"] not in FOLDED:
            assert min(page.margin for page in paper.drawn) > EDGE, size


@pytest.mark.parametrize("id", ["incident-log", "wallet-card-uk"])
@pytest.mark.parametrize("where", ["site", "one file"])
@pytest.mark.parametrize("name", ["chromium", "firefox"])
def test_from_the_one_document_it_is_the_same(
    paper_host: Host, running: dict[str, Engine], start_engine: StartEngine, name: str, where: str, id: str
) -> None:
    """Printed from the one document, it is the same."""
    engine = borrow(name, running, start_engine)
    address = f"{paper_host.address}index.html" if where == "site" else (DIST / "notes.html").as_uri()
    open_in_reader(engine, address, "sheets", f"sheet-{id}")
    engine.wait_for(f"[data-view-id=sheet-{id}] .sheets")
    printed = {size: Paper(engine.print_pdf(size)) for size in SIZES}
    assert {size: len(paper.pages) for size, paper in printed.items()} == SHEETS[id]["pages"]
    assert [TELLING.findall(paper.text) for paper in printed.values()] == [[], []]


def test_it_holds_its_fonts(papers: tuple[Sheet, Printed]) -> None:
    assert {size: paper.fonts_left_out() for size, paper in papers[1].items()} == {"a4": [], "letter": []}


def test_it_tells_neither_site_nor_address_nor_day(papers: tuple[Sheet, Printed]) -> None:
    """It shows no site, address or date."""
    for paper in papers[1].values():
        assert TELLING.findall(paper.text) == []


@pytest.mark.parametrize("id", [id for id, sheet in SHEETS.items() if "rows" in sheet])
@pytest.mark.parametrize("name", ["chromium", "firefox"])
def test_its_rows_are_as_many_as_designed_high_enough_and_whole(
    open_sheet: Callable[[str, str], Engine], name: str, id: str
) -> None:
    """It has as many rows as designed, high enough and unbroken."""
    engine = open_sheet(name, id)
    cells = engine.script(FILL_IN, TOP, BOTTOM)
    rows = SHEETS[id].get("rows_in_both") if BELOW else None
    for size, designed in (rows or SHEETS[id]["rows"]).items():
        paper = Paper(engine.print_pdf(size))
        at_top, at_bottom = rows_of(paper, TOP), rows_of(paper, BOTTOM)
        assert len(cells) == designed
        assert [count for _, count, _ in at_top] == [max(count - 1, 1) for count in cells]
        assert [count for _, count, _ in at_bottom] == [1] * designed
        # A row that is split has its top and its bottom on two pages.
        assert [page for page, _, _ in at_top] == [page for page, _, _ in at_bottom]
        steps = [below - above for (a, _, above), (b, _, below) in pairwise(at_top) if a == b]
        assert min(steps) >= 8


@pytest.mark.parametrize("id", OF_EACH_TEMPLATE)
@pytest.mark.parametrize("name", ["chromium", "firefox"])
def test_its_tables_have_the_lines_of_the_ready_file(
    printed: Callable[[str, str], Printed], name: str, id: str
) -> None:
    """Its tables have the same lines as the PDF."""
    browser, ready = (
        {size: [len(page.lines) for page in paper.drawn] for size, paper in printed(way, id).items()}
        for way in (name, "ready")
    )
    assert browser == ready


@pytest.mark.parametrize("log_sheet", LOG, ids=[log_sheet["id"] for log_sheet in LOG])
@pytest.mark.parametrize("way", WAYS)
def test_it_asks_for_all_that_the_list_of_fields_says(
    printed: Callable[[str, str], Printed], way: str, log_sheet: dict[str, Any]
) -> None:
    """It asks for all that `content/log.yml` says it holds."""
    labels = [normalize("NFKC", label) for label in vars(content().log.labels(log_sheet["id"])).values()]
    assert len(labels) == len(log_sheet["places"])
    for size, paper in printed(way, log_sheet["id"]).items():
        words = [
            normalize("NFKC", word.text) for page in paper.pages for word in page.words
        ]  # Firefox joins ffi
        missing = [label for label in labels if not is_in(label.split(), words)]
        assert missing == [], size


def is_in(label: list[str], words: list[str]) -> bool:
    """Tell whether a label's words are there; columns break them over lines, among other heads."""
    missing = Counter(label) - Counter(words)
    return all(BELOW and is_broken(word, words) for word in missing)


def is_broken(word: str, words: list[str]) -> bool:
    """Tell whether a word is there in parts, as the head of a narrow column may have it."""
    ends = (end for end in range(1, len(word)) if f"{word[:end]}-" in words)
    return any(word[end:] in words or is_broken(word[end:], words) for end in ends)
