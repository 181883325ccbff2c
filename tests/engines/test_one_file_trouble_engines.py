"""The guide in one file where something is missing or wrong, in three engines."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.browser.support import EXIT_URL
from tests.engines.engine import Engine, Settings
from tests.engines.fixtures import NAMES, StartEngine
from tests.engines.host import Host
from tests.engines.one_file import (
    CANNOT_TAILOR,
    DIST,
    NAME,
    SMALL,
    WHOLE,
    asked_for,
    filled_parts,
    make_stick,
    open_file,
    python_answers,
    reads_and_searches,
    visible_parts,
)
from tests.engines.plan import FIRST_DONE, is_ticked, open_plan, tick

pytest_plugins = "tests.engines.fixtures"
pytestmark = pytest.mark.one_engine("firefox")

ALL_PARTS = (
    "All parts of the guide are below, one after the other. See all parts. If this is a preview, or if the "
    "file is still inside a ZIP file, save it first and open it in a browser. Then the search and the plan’s "
    "tools work too."
)
ALONE = (
    "Parts of this guide are missing. If it is in a ZIP file, unpack that first. In danger, call your "
    "emergency number."
)
TOO_OLD = "This browser is too old to unpack some parts of this file. You can read, tick, write and print."
NOT_WHOLE = (
    "A part of this page did not load. You can read, tick and print the list. "
    "Open the plan again to try once more."
)
IS_SETTLED = """document.readyState === "complete" &&
  (document.documentElement.dataset.reader === "ready" || !("script" in document.documentElement.dataset))"""
HEADING_IS_IN_VIEW = """(id) => {
  const { top, bottom } = document.querySelector(`#view-${id} h1`).getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}"""
# What stands where a packed view would: the style sheet says it, so it is part of no text.
PACKED = "(css) => getComputedStyle(document.querySelector(css), '::before').content"
IN_FRAME = """() => {
  const { body, readyState } = document.querySelector("iframe").contentDocument;
  if (readyState !== "complete" || !body.querySelector(".pocket-whole")) return null;
  const isShown = (element) => element.getClientRects().length > 0;
  const shown = (css) => [...body.querySelectorAll(css)].filter(isShown);
  return [shown(".pocket-whole")[0]?.innerText, shown("main > [data-view-id] :is(h1, p)").length];
}"""

Change = Callable[[bytes], bytes]


@pytest.fixture(scope="module")
def stick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_stick(tmp_path_factory.mktemp("stick"))


@pytest.fixture(params=[WHOLE, SMALL], ids=["whole", "small"])
def edition(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module", params=NAMES)
def still(request: pytest.FixtureRequest, start_engine: StartEngine) -> Iterator[Engine]:
    """Each engine in turn, with JavaScript switched off."""
    engine = start_engine(request.param, Settings(scripts=False))
    yield engine
    engine.end()


def change(stick: Path, edition: str, how: Change) -> Path:
    """Write a changed copy of an edition next to it."""
    changed = stick / f"changed-{edition}"
    changed.write_bytes(how((stick / edition).read_bytes()))
    return changed


def without(name: str) -> Change:
    """Run a copy as in a browser that lacks an object, before the policy, which would forbid that."""
    script = f"<head>\n<script>delete globalThis.{name}</script>".encode()
    return lambda page: page.replace(b"<head>", script, 1)


def cut_at(percent: int) -> Change:
    return lambda page: page[: len(page) * percent // 100]


def damaged_at(place: int) -> Change:
    return lambda page: page[:place] + (b"B" if page[place : place + 1] == b"A" else b"A") + page[place + 1 :]


def to_host(host: Host) -> Change:
    """Let the exit lead to a page that can be reached: not every engine shows one about its failure."""
    return lambda page: page.replace(EXIT_URL.encode(), f"{host.address}404.html".encode())


def leaves(engine: Engine, host: Host) -> None:
    engine.click(".exit")
    engine.wait_for(lambda: engine.script("location.href") == f"{host.address}404.html")


def plan_says(engine: Engine, sentence: str) -> None:
    engine.wait_for("[data-view-id=plan] .plan-status")
    engine.wait_for(lambda: engine.text("[data-view-id=plan] .plan-status") == sentence)


def says_that_python_is_missing(engine: Engine) -> None:
    engine.wait_for("html[data-python=failed]")
    plan_says(engine, CANNOT_TAILOR)
    tick(engine)


def shows_all_that_came(engine: Engine) -> bool:
    """Wait until the page has settled; return whether all loaded parts are shown, or links open parts."""
    engine.wait_for(lambda: engine.script(IS_SETTLED))
    if visible_parts(engine) == filled_parts(engine) != []:
        return True
    engine.click("#menu a[data-open=phone]")
    engine.wait_for("[data-view-id=phone] h1")
    return visible_parts(engine) == ["phone"]


def test_a_file_cut_at_every_tenth_shows_what_is_there(engine: Engine, stick: Path, edition: str) -> None:
    """A file truncated at every tenth shows what is left."""
    for percent in range(10, 100, 10):
        engine.open(change(stick, edition, cut_at(percent)).as_uri())
        assert shows_all_that_came(engine), f"{edition} cut at {percent} %"
        assert engine.shows("h1"), f"{edition} cut at {percent} %"
        assert asked_for(engine) == [], f"{edition} cut at {percent} %"


def test_whichever_script_was_damaged_the_text_is_there(engine: Engine, stick: Path, edition: str) -> None:
    """Whichever script is damaged, the text is readable."""
    scripts = [found.end() for found in re.finditer(b"<script>", (stick / edition).read_bytes())]
    assert len(scripts) >= 3
    for number, at in enumerate(scripts):
        engine.open(change(stick, edition, damaged_at(at + 10)).as_uri())
        assert shows_all_that_came(engine), f"{edition}, script {number}"
        assert engine.shows(".exit"), f"{edition}, script {number}"


def test_without_scripts_all_parts_stand_one_after_the_other(
    still: Engine, stick: Path, edition: str
) -> None:
    still.open((stick / edition).as_uri())
    assert still.shows(".pocket-whole")
    assert still.text(".pocket-whole") == ALL_PARTS
    assert visible_parts(still) == filled_parts(still)
    assert {"start", "now", "phone", "plan", "numbers", "file"} <= {*visible_parts(still)}
    # The small one has what a site fetches on request packed.
    assert ("reading" in visible_parts(still)) == (edition == WHOLE)
    assert not still.shows(".search-field")


def test_without_scripts_links_lead_to_their_parts(still: Engine, stick: Path, edition: str) -> None:
    still.open((stick / edition).as_uri())
    still.click(".danger")
    still.wait_for(lambda: still.script(HEADING_IS_IN_VIEW, "now"))
    still.click("#menu a[href='#view-phone']")
    still.wait_for(lambda: still.script(HEADING_IS_IN_VIEW, "phone"))


def test_without_scripts_the_plan_can_be_ticked_and_written_on(
    still: Engine, stick: Path, edition: str
) -> None:
    still.open((stick / edition).as_uri())
    still.click(FIRST_DONE)
    assert is_ticked(still)
    still.click("#part-people > summary")
    still.wait_for("#part-people input")
    still.type("#part-people input", "Sam")
    assert still.script("document.querySelector('#part-people input').value") == "Sam"


@pytest.mark.every_engine
def test_without_scripts_the_exit_leaves(still: Engine, stick: Path, edition: str, host: Host) -> None:
    still.open(change(stick, edition, to_host(host)).as_uri())
    leaves(still, host)


def test_without_scripts_a_packed_part_says_what_it_needs(still: Engine, stick: Path) -> None:
    still.open((stick / SMALL).as_uri())
    assert not still.shows("#view-method")
    still.click("#menu a[href='#view-method']")
    still.wait_for("#view-method")
    assert still.script(PACKED, "#view-method").strip('"') == (
        "This part is packed. It opens in a newer browser that runs JavaScript. The larger file has it too."
    )


def test_a_preview_that_runs_no_scripts_shows_the_text_and_says_so(
    engine: Engine, stick: Path, edition: str
) -> None:
    (stick / "preview.html").write_text(
        f'<!doctype html><title>Preview</title><iframe sandbox="allow-same-origin" src="{edition}">',
        encoding="utf-8",
    )
    host = Host(stick)
    engine.open(f"{host.address}preview.html")
    said, paragraphs = engine.wait_for(lambda: engine.script(IN_FRAME))
    host.stop()
    assert said == ALL_PARTS
    assert paragraphs > 500


def test_it_works_under_any_name_alone_in_the_folder_that_an_archive_program_makes(
    engine: Engine, stick: Path, tmp_path: Path
) -> None:
    """It works under any name, alone in the folder that an archive program makes."""
    folder = tmp_path / "Rar$EXa0.123"
    folder.mkdir()
    file = folder / "Rezept für Käse (1).htm"
    file.write_bytes((stick / WHOLE).read_bytes())
    file.chmod(0o444)
    folder.chmod(0o555)
    open_file(engine, file)
    reads_and_searches(engine)
    open_plan(engine)
    python_answers(engine)


def test_the_first_page_of_the_archive_can_be_read_without_the_files_beside_it_and_says_so(
    engine: Engine, tmp_path: Path, host: Host
) -> None:
    """The archive's first page can be read without its other files, and says so."""
    page = tmp_path / "index.html"
    with zipfile.ZipFile(DIST / "site.zip") as archive:
        page.write_bytes(to_host(host)(archive.read(f"{NAME}/{page.name}")))
    engine.open(page.as_uri())
    assert engine.shows("h1")
    assert engine.text("h1") == "When someone will not leave you alone"
    assert engine.shows(".alone")
    assert engine.text(".alone") == ALONE
    assert " ".join(engine.text(".danger").split()) == "In danger now? Who to call, and what to do first"
    assert "You have done nothing wrong." in " ".join(engine.text("main").split())
    leaves(engine, host)


def test_a_browser_that_cannot_unpack_shows_the_whole_edition_and_says_what_it_lacks(
    engine: Engine, stick: Path
) -> None:
    open_file(engine, change(stick, WHOLE, without("DecompressionStream")))
    engine.wait_for(".pocket-old")
    assert engine.text(".pocket-old") == (
        " ".join((TOO_OLD, "To fit the steps to your answers, and to lock a plan, you need a newer browser."))
    )
    open_plan(engine)
    says_that_python_is_missing(engine)
    engine.click("[data-file=save] > summary")
    engine.wait_for(
        lambda: (
            engine.text("[data-file=save] .said") == "No words came up. Try again, or use words of your own."
        )
    )


def test_a_browser_that_cannot_unpack_shows_the_small_edition_and_says_what_it_lacks(
    engine: Engine, stick: Path
) -> None:
    engine.open(change(stick, SMALL, without("DecompressionStream")).as_uri())
    engine.wait_for(lambda: engine.script(IS_SETTLED))
    engine.wait_for(".pocket-old")
    assert engine.text(".pocket-old") == " ".join(
        (TOO_OLD, "The sheets, and saving a plan, need a newer browser.")
    )
    assert visible_parts(engine) == filled_parts(engine)
    tick(engine)


def test_without_webassembly_the_plan_shows_every_step_and_says_so(engine: Engine, stick: Path) -> None:
    """Without WebAssembly the plan shows every step and says so."""
    open_file(engine, change(stick, WHOLE, without("WebAssembly")))
    open_plan(engine)
    says_that_python_is_missing(engine)


@pytest.mark.every_engine
def test_a_part_that_was_changed_does_not_run_and_that_is_told(engine: Engine, stick: Path) -> None:
    """A part that was changed does not run, and this is reported."""

    def add(page: bytes) -> bytes:
        at = page.index(b'data-file="assets/plan.js"')
        return page[:at] + page[at:].replace(b"(()=>{", b"(()=>{window.changed=1;", 1)

    open_file(engine, change(stick, WHOLE, add))
    open_plan(engine, with_script=False)
    plan_says(engine, NOT_WHOLE)
    assert engine.script("window.changed ?? null") is None
    tick(engine)


def test_one_damaged_byte_of_python_is_told_and_the_rest_works(engine: Engine, stick: Path) -> None:
    """One damaged byte of Python is reported, and the rest works."""
    python = (stick / WHOLE).read_bytes().index(b'data-file="assets/python/python.')
    open_file(engine, change(stick, WHOLE, damaged_at(python + 5000)))
    open_plan(engine)
    says_that_python_is_missing(engine)
