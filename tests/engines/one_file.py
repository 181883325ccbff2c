"""The guide in one file, on a stick, for tests in any engine."""

from __future__ import annotations

import gzip
import os
import re
import shutil
from pathlib import Path

import pytest

from hooks.single_file.digits import bytes_of
from hooks.single_file.embed import packed, source_of
from tests.browser.support import BELOW, EXTRA, ROOT, SEARCHED
from tests.browser.vault_support import VAULT_SCRIPT, quick_to_seal
from tests.engines.engine import Engine

DIST = Path(os.environ.get("DIST", ROOT / "dist" / BELOW)).resolve()
NAME = EXTRA["single_file_name"]
WHOLE, SMALL = f"{NAME}.html", f"{NAME}-small.html"
FOLDER = "My notes – für Zoë, 笔记 & more"
"""As people call folders: with spaces, signs and letters of any language."""
FETCHED = """performance.getEntriesByType("resource").map(({ name }) => name)
  .filter((name) => !/^(blob|data):/.test(name))"""
CANNOT_TAILOR = (
    "Your answers cannot sort the list right now, so you see every step. "
    "You can still read, tick, note and print it."
)


def find_dist() -> Path:
    """Return the folder that `make dist` wrote."""
    if not (DIST / WHOLE).is_file():
        pytest.fail(f"{DIST} holds no {WHOLE}; make dist first", pytrace=False)
    return DIST


def make_stick(folder: Path) -> Path:
    """Copy what can be carried to a folder on a stick."""
    stick = folder / FOLDER
    shutil.copytree(find_dist(), stick)
    return stick


QUICK = "quick.html"
PYTHON_BLOCKS = re.compile(r'<script type="text/plain" data-file="assets/python/[^>]*>[^<]*</script>\n')


def make_quick(stick: Path, edition: str = WHOLE) -> Path:
    """Write a copy with a vault that is `quick_to_seal`, and without Python: for tests about neither."""
    page = PYTHON_BLOCKS.sub("", (stick / edition).read_text(encoding="utf-8"))
    (block,) = re.findall(f'data-file="{VAULT_SCRIPT}" data-form="gzip">([^<]*)</script>', page)
    script = gzip.decompress(bytes_of(block)).decode()
    quick = quick_to_seal(script)
    for before, after in ((block, packed(quick.encode())), (source_of(script), source_of(quick))):
        assert page.count(before) == 1
        page = page.replace(before, after)
    file = stick / QUICK
    file.write_text(page, encoding="utf-8")
    return file


def leave_out_python(stick: Path, name: str) -> Path:
    """Write a copy of the whole edition without Python: for tests of the rest, which is the same in both."""
    file = stick / name
    file.write_text(PYTHON_BLOCKS.sub("", (stick / WHOLE).read_text(encoding="utf-8")), encoding="utf-8")
    return file


def open_file(engine: Engine, file: Path) -> str:
    """Open an edition, wait until its reader works, and return its address."""
    engine.open(file.as_uri())
    engine.wait_for("html[data-reader=ready]")
    return file.as_uri()


def asked_for(engine: Engine) -> list[str]:
    """List what the page fetched beyond itself; `engine.outside` also records the browser's own requests."""
    fetched: list[str] = engine.script(FETCHED)
    return fetched


def reads_and_searches(engine: Engine) -> None:
    assert engine.script("document.title") == EXTRA["neutral_title"]
    before = engine.script("[location.href, history.length]")
    engine.click("a[data-open='phone']")
    engine.wait_for("[data-view-id=phone] h1")
    engine.type(".search-field", SEARCHED)
    engine.click(".search-results a")
    engine.wait_for("[data-view-id=devices] h1")
    assert engine.script("[location.href, history.length]") == before
    assert asked_for(engine) == []


def python_answers(engine: Engine) -> None:
    """Answer a question of the plan, which is open, and see a step say why it is there."""
    engine.click("details.question-part > summary")
    engine.click("[data-fact] input[value=yes]")
    engine.wait_for("html[data-python=ready][data-python-core=published]")
    engine.wait_for(lambda: engine.script("document.querySelectorAll('[data-horizon] .reason').length"))


def visible_parts(engine: Engine) -> list[str]:
    """Name the views that are shown."""
    parts: list[str] = engine.script(
        """() => [...document.querySelectorAll("main > [data-view-id]")]
          .filter((view) => view.getClientRects().length > 0).map((view) => view.dataset.viewId)"""
    )
    return parts


def filled_parts(engine: Engine) -> list[str]:
    """Name the views that arrived with their text."""
    parts: list[str] = engine.script(
        """() => [...document.querySelectorAll("main > [data-view-id]:not([data-empty]:empty)")]
          .map((view) => view.dataset.viewId)"""
    )
    return parts
