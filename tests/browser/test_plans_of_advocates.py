"""What an advocate hands over after a session: at most four pages with all of the plan."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.advocates import ADVOCATES, fill_in, print_plan, read_advocates_case
from tests.browser.lasting import Lend
from tests.browser.plan_support import WHOLE_VIEW, plan, squeezed
from tests.browser.support import ROOT, OpenPage, drawn_pages
from tests.languages.phrases import list_in_language
from tests.paper.pdf import font_sizes

MOST_PAGES = 4
CHOSEN = 12
SMALLEST, LARGE = 11, 18  # points
HORIZONS = ["Now", "Today", "This week", "Later"]
NOTES = [
    "Paper and files can be found. Keep this where the person does not look.",
    "You can change this plan at any time. Look at it again when something changes.",
    "A plan is not a promise that you will be safe.",
    "If something here feels wrong for you, trust that feeling.",
]
# Each chosen step as it stands on paper, in its group.
STEPS = """() => [...document.querySelectorAll("[data-item]:has([data-mark=mine]:checked)")].map((step) => {
  const text = (part) => step.querySelector(part)?.textContent.trim() ?? ""
  const [action, caution] = [text(":scope > label"), text(":scope > .caution")]
  const first = step.querySelector(":scope > .caution + label")
  const care = first ? caution.replace("Take care.", "Before the next step, take care.") : caution
  const beside = { who: "Who helps", when: "When" }
  const lines = [...step.querySelectorAll("[data-mine]")].filter(({ value }) => value)
  return [step.closest("[data-horizon]").querySelector("h3").textContent,
    [...(first ? [care, action] : [action, care]),
     ...lines.map(({ dataset, value }) => `${beside[dataset.mine]}: ${value}`)].join(" ")]
})"""


@cache
def filling_in(name: str) -> Callable[[OpenPage], Page]:
    """Return what opens a plan and fills it in, for `lend`."""

    def open_filled(open_page: OpenPage) -> Page:
        page = open_page("plan.html")
        fill_in(page, read_advocates_case(name))
        page.evaluate(f"window.filled = ({WHOLE_VIEW})()")
        return page

    return open_filled


def as_filled_in(page: Page) -> None:
    page.evaluate("document.querySelectorAll('.said, .plan-said').forEach((line) => (line.textContent = ''))")
    assert page.evaluate(f"({WHOLE_VIEW})() === window.filled")


@pytest.fixture(params=[path.stem for path in ADVOCATES])
def filled(request: pytest.FixtureRequest, lend: Lend) -> tuple[Page, dict[str, Any]]:
    """A plan filled in by an advocate with a reader, and what was filled in."""
    return lend(filling_in(request.param), as_filled_in), read_advocates_case(request.param)


def pages_of(pdf: bytes) -> list[str]:
    """Return the words of each page without spaces."""
    return [squeezed(page) for page in drawn_pages(pdf)]


def numbers_of(country: str) -> list[tuple[str, str, bool]]:
    """List what the wallet card shows of a country: the number, its words, whether it was checked."""
    place = list_in_language(ROOT, f"content/places/{country}.yml")
    cards = [contact for contact in (*place["emergency"], *place["helplines"]) if "card" in contact]
    return [
        (str([*card.get("number", []), card.get("text")][0]), card["card"], card["checked"] != "no")
        for card in cards
    ]


def test_a_session_ends_with_at_most_four_pages_that_hold_all_of_the_plan(
    filled: tuple[Page, dict[str, Any]],
) -> None:
    page, case = filled
    steps = page.evaluate(STEPS)
    a4 = print_plan(page)
    pages = pages_of(a4)
    whole = "".join(pages)

    assert len(case["steps"]) == len(steps) == CHOSEN
    assert len(pages) <= MOST_PAGES
    assert len(PdfReader(io.BytesIO(print_plan(page, "Letter"))).pages) <= MOST_PAGES
    assert min(font_sizes(a4)) >= SMALLEST
    assert [text for _, text in steps if not any(squeezed(text) in page for page in pages)] == []
    for number, words, is_checked in numbers_of(case["country"]):
        assert squeezed(number) in pages[0]
        assert squeezed(words) in pages[0]
        assert is_checked or squeezed("Not checked") in pages[0]
    for beside in case["steps"].values():
        assert [text for text in beside.values() if squeezed(text) not in whole] == []
    assert [text for text in texts_of(case["parts"]) if squeezed(text) not in whole] == []
    groups = [name for name in HORIZONS if name in dict(steps)]
    order = ["Notes", "In danger", *groups, "Code words and signals", "Good to remember", *NOTES]
    places = [whole.index(squeezed(text)) for text in order]
    assert places == sorted(places)
    assert whole.endswith(squeezed(NOTES[-1]))


def texts_of(parts: dict[str, list[dict[str, Any]]]) -> list[str]:
    return [
        text
        for entries in parts.values()
        for entry in entries
        for text in entry.values()
        if isinstance(text, str)
    ]


def test_the_text_says_what_the_paper_says(filled: tuple[Page, dict[str, Any]]) -> None:
    page, _ = filled
    with page.expect_download() as download:
        plan(page).locator("[data-take=text]").evaluate("button => button.click()")
    text = Path(download.value.path()).read_text(encoding="utf-8")

    assert text.count("[ ] ") == CHOSEN
    assert squeezed(text.replace("[ ] ", "")) == "".join(pages_of(print_plan(page)))


def test_large_print_is_at_least_18_points_and_leaves_nothing_out(
    filled: tuple[Page, dict[str, Any]],
) -> None:
    page, _ = filled
    usual = pages_of(print_plan(page))
    plan(page).get_by_label("In large print").evaluate("box => box.click()")
    large = print_plan(page)

    assert min(font_sizes(large)) >= LARGE
    assert "".join(pages_of(large)) == "".join(usual)
