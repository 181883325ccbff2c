"""What a reader does with the kept guide, in any engine, and what the browser holds of it then."""

from __future__ import annotations

import base64
import random
import re

from tests.browser.offline_support import KEPT, REGISTRATIONS
from tests.engines.engine import LONGEST_PAUSE, Engine, EngineError

LONG = 60  # seconds on a busy machine
DONE = "Done. The guide is now kept in this browser."
NOTHING_KEPT = "Nothing was kept."
NO_ANSWER = "The site is not answering."
CHANGED = (
    "One file is not the one that this guide published. It may have been changed on the way, or the site "
    "may be updating right now."
)
NOT_OURS = (
    "The answer was not from this guide. This network may want you to sign in first, or it may change what "
    "it sends."
)
NO_ROOM = "There is no room for these files, or this browser does not let a page keep them."
STILL_WORKS = "The copy that you had is complete, and still works."
UPDATED = (
    "Done. The newer version is here. Close this guide in all tabs. The newer version will open next time."
)
NEW_TEXT = "<p class='new-text'>Words of the newer version.</p>"

OPEN_BY_MENU = "() => document.querySelector('#menu a[data-open=offline]').click()"
LOOKING = "One moment…"


def large_text() -> str:
    """Make 3 MB of text that cannot be compressed by much."""
    return f"<p class='new-text'>{base64.b64encode(random.Random(1).randbytes(2_300_000)).decode()}</p>"


def open_view(engine: Engine, home: str, before: str = "") -> None:
    """Open the view in the reader; `before` runs in the page when nothing was looked at yet."""
    engine.open(f"{home}index.html")
    engine.wait_for("html[data-reader=ready]")
    if before:
        engine.script(f"() => {{ {before} }}")
    engine.script(OPEN_BY_MENU)
    engine.wait_for(".offline-is")
    engine.wait_for(lambda: engine.text(".offline-said") != LOOKING, LONG)


def press(engine: Engine, name: str) -> None:
    engine.click(f"[data-offline={name}]")


def state(engine: Engine, wanted: str) -> None:
    engine.wait_for(f"html[data-offline-state='{wanted}']", LONG)


def said(engine: Engine, sentence: str | re.Pattern[str]) -> None:
    """Expect what is announced, whole."""
    pattern = re.compile(re.escape(sentence)) if isinstance(sentence, str) else sentence
    try:
        engine.wait_for(lambda: pattern.fullmatch(engine.text(".offline-said")), LONG)
    except EngineError as error:
        raise AssertionError(f"said: {engine.text('.offline-said')}; wanted: {pattern.pattern}") from error


def keep_guide(engine: Engine, home: str, choice: str = "guide") -> None:
    open_view(engine, home)
    press(engine, choice)
    state(engine, "kept")
    said(engine, DONE)


def kept_files(engine: Engine) -> dict[str, list[str]]:
    """Return what each cache holds, by its name."""
    found: dict[str, list[str]] = engine.script(KEPT)
    return found


def nothing_is_kept(engine: Engine) -> bool:
    return (kept_files(engine), engine.script(REGISTRATIONS)) == ({}, 0)


def shows_newer(engine: Engine) -> bool:
    """Return whether the page is the one that `publish` wrote `NEW_TEXT` into."""
    return bool(engine.script("document.querySelectorAll('.new-text').length"))


def open_newer(engine: Engine, address: str) -> None:
    """Open a page until the newer version answers: a browser needs a moment to see that no tab is open."""

    def look() -> bool:
        engine.renew_tab()
        engine.pause(LONGEST_PAUSE * 2)
        engine.open(address)
        return shows_newer(engine)

    engine.wait_for(look)
