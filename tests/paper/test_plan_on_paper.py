"""The plan on paper from Chromium and Firefox: what a reader prints tells no one where it came from."""

from __future__ import annotations

import unicodedata

import pytest

from tests.engines.engine import Engine
from tests.engines.fixtures import StartEngine, borrow
from tests.engines.host import Host
from tests.engines.plan import show_whole
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
LONG = pytest.mark.long
SIZE = {"long": "a4", "pocket": "a4", "friend": "letter"}


@pytest.fixture(
    params=[
        "chromium page",
        "chromium document",
        "firefox page",
        pytest.param("firefox document", marks=LONG),
    ]
)
def plan(
    request: pytest.FixtureRequest, paper_host: Host, running: dict[str, Engine], start_engine: StartEngine
) -> Engine:
    """An engine with the plan open, on its own page or in the one document."""
    name, place = request.param.split()
    engine = borrow(name, running, start_engine)
    if place == "page":
        engine.open(f"{paper_host.address}plan.html")
    else:
        open_in_reader(engine, f"{paper_host.address}index.html", "plan")
    engine.wait_for("html[data-python=ready]")
    show_whole(engine)
    engine.wait_for(".left-out")  # what is left out is not printed
    return engine


def test_no_print_of_it_tells_site_address_or_day_or_parts_a_caution_from_its_step(plan: Engine) -> None:
    """No printout shows the site, address or date, or separates a caution from its step.

    One opening for all prints: first as the browser's own menu prints, then each by our button.
    """
    pairs = plan.script(CAUTIONS)
    whole = Paper(plan.print_pdf("a4"))
    tells_nothing(whole)
    pages = [squeezed("".join(word.text for word in page.words)) for page in whole.pages]
    apart = [
        action
        for action, caution in pairs
        if not any(squeezed(action) in page and squeezed(caution) in page for page in pages)
    ]
    assert len(pairs) > 50
    assert apart == []

    tells_nothing(Paper(plan.print_pdf("letter")))
    for what, size in SIZE.items():
        plan.script(CHOOSE, what)
        tells_nothing(Paper(plan.print_pdf(size)))


def tells_nothing(paper: Paper) -> None:
    assert TELLING.findall(paper.text) == []
    assert all(page.words for page in paper.pages), "a page is empty"


def squeezed(text: str) -> str:
    """Leave out spaces, and write out letters that are set as one."""
    return unicodedata.normalize("NFKC", "".join(text.split()))
