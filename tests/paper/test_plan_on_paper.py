"""The plan on paper from Chromium and Firefox: what a reader prints tells no one where it came from."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest

from tests.engines.engine import Engine
from tests.engines.fixtures import StartEngine, borrow
from tests.engines.host import Host
from tests.paper.pdf import Paper
from tests.paper.support import TELLING, open_in_reader

pytest_plugins = ("tests.engines.fixtures", "tests.paper.support")

CHOOSE = """(what) => {
  window.print = () => {}; // the driver prints in its place
  const choice = document.querySelector(".take-what");
  choice.value = what;
  choice.dispatchEvent(new Event("change", { bubbles: true }));
  for (const pick of document.querySelectorAll(".take-picks input")) if (!pick.checked) pick.click();
  document.querySelector("[data-take=print]").click();
}"""
CAUTIONS = """() => [...document.querySelectorAll("[data-horizon] [data-item]:has(.caution)")].map(
  (step) => [":scope > label", ".caution"].map((part) => step.querySelector(part).lastChild.data))"""
SIZE = {"long": "a4", "pocket": "a4", "friend": "letter"}


@pytest.fixture(params=["own page", "one document"])
def open_plan(
    request: pytest.FixtureRequest, paper_host: Host, running: dict[str, Engine], start_engine: StartEngine
) -> Callable[[str], Engine]:
    """Return a function that opens the plan in an engine, on its own page or in the one document."""

    def open_plan(name: str) -> Engine:
        engine = borrow(name, running, start_engine)
        if request.param == "own page":
            engine.open(f"{paper_host.address}plan.html")
        else:
            open_in_reader(engine, f"{paper_host.address}index.html", "plan")
        engine.wait_for("html[data-python=ready]")
        return engine

    return open_plan


@pytest.mark.parametrize("what", [*SIZE])
@pytest.mark.parametrize("name", ["chromium", "firefox"])
def test_it_tells_neither_site_nor_address_nor_day(
    open_plan: Callable[[str], Engine], name: str, what: str
) -> None:
    engine = open_plan(name)
    engine.script(CHOOSE, what)
    paper = Paper(engine.print_pdf(SIZE[what]))
    assert TELLING.findall(paper.text) == []
    assert all(page.words for page in paper.pages), "a page is empty"


@pytest.mark.parametrize("name", ["chromium", "firefox"])
def test_no_caution_stands_on_another_page_than_its_step(
    open_plan: Callable[[str], Engine], name: str
) -> None:
    engine = open_plan(name)
    pairs = engine.script(CAUTIONS)
    paper = Paper(engine.print_pdf("a4"))
    pages = [squeezed("".join(word.text for word in page.words)) for page in paper.pages]
    apart = [
        action
        for action, caution in pairs
        if not any(squeezed(action) in page and squeezed(caution) in page for page in pages)
    ]
    assert len(pairs) > 50
    assert apart == []


def squeezed(text: str) -> str:
    """Leave out spaces, and write out letters that are set as one."""
    return unicodedata.normalize("NFKC", "".join(text.split()))


@pytest.mark.parametrize("name", ["chromium", "firefox"])
def test_printed_without_our_button_it_tells_nothing_either(
    open_plan: Callable[[str], Engine], name: str
) -> None:
    paper = Paper(open_plan(name).print_pdf("letter"))
    assert TELLING.findall(paper.text) == []
    assert all(page.words for page in paper.pages), "a page is empty"
