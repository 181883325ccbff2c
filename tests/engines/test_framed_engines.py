"""The guide inside a page of another site: leaving leaves that page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.support import EXIT_PAGE
from tests.engines.engine import Engine
from tests.engines.host import Host

pytest_plugins = "tests.engines.fixtures"
SMALL = "width: 320px; height: 100px"  # so that the exit lies in the middle of the frame
SANDBOX = 'sandbox="allow-scripts allow-same-origin"'


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Host]:
    """The page that readers leave to."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    (folder / "index.html").write_text(EXIT_PAGE, encoding="utf-8")
    elsewhere = Host(folder)
    yield elsewhere
    elsewhere.stop()


@pytest.fixture
def outer(tmp_path: Path) -> Iterator[Host]:
    """A page of another site, to be filled with a frame."""
    folder = tmp_path / "outer"
    folder.mkdir()
    outer = Host(folder)
    yield outer
    outer.stop()


def open_framed(
    engine: Engine, host: Host, elsewhere: Host, outer: Host, tmp_path: Path, more: str = ""
) -> str:
    """Open a page of another site that shows the guide, and return its address."""
    host.exit_url = elsewhere.address
    text = f'<!doctype html><title>Outer</title><iframe style="{SMALL}" {more} src="{host.address}"></iframe>'
    (tmp_path / "outer/index.html").write_text(text, encoding="utf-8")
    address = outer.address.replace("127.0.0.1", "localhost")
    engine.open(address)
    engine.wait_for(lambda: engine.script("document.title") == "Outer")
    engine.wait_for(lambda: any(path.endswith("reader.js") for path in host.asked))
    return address


@pytest.mark.parametrize("way", ["click", "Shift"])
def test_leaving_leaves_the_outer_page(
    engine: Engine, host: Host, elsewhere: Host, outer: Host, tmp_path: Path, way: str
) -> None:
    open_framed(engine, host, elsewhere, outer, tmp_path)
    leave(engine, way)
    engine.wait_for(lambda: engine.script("location.href") == elsewhere.address)


def test_a_frame_that_may_lead_nobody_away_leaves_by_itself(
    engine: Engine, host: Host, elsewhere: Host, outer: Host, tmp_path: Path
) -> None:
    address = open_framed(engine, host, elsewhere, outer, tmp_path, SANDBOX)
    leave(engine, "click")
    engine.wait_for(lambda: "/" in elsewhere.asked)
    assert engine.script("location.href") == address


@pytest.mark.parametrize("engine", ["chromium", "firefox"], indirect=True)
def test_where_nothing_was_pressed_before_shift_leaves_at_least_the_frame(
    engine: Engine, host: Host, elsewhere: Host, outer: Host, tmp_path: Path
) -> None:
    """Browsers let a frame lead the outer page away only after a key or a click, and Shift is none."""
    address = open_framed(engine, host, elsewhere, outer, tmp_path)
    press_in_frame(engine, ["Shift"] * 3)
    engine.wait_for(lambda: "/" in elsewhere.asked)
    assert engine.script("location.href") == address


def leave(engine: Engine, way: str) -> None:
    if way == "click":
        with engine.in_frame("iframe"):
            engine.click(".exit")
    else:
        press_in_frame(engine, ["Tab", *[way] * 3])


def press_in_frame(engine: Engine, keys: list[str]) -> None:
    engine.script("document.querySelector('iframe').focus()")
    with engine.in_frame("iframe"):
        for key in keys:
            engine.press(key)
