"""What tests of opening a file share: the files, the place where they are opened, and what is said."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.plan_vault import LONG, OpenPlan, fill_plan, made_words

LARGE = 1_000_000  # bytes; a driver takes many seconds to pass on so much
LARGE_FILES = TemporaryDirectory()
"""What is offered from the disk, until the tests end: a page reads a file when it likes."""
HOLDS = "This file holds a plan. Your own plan has not changed yet."
FILE_LOCKED = "This file is locked. You can open it with its passphrase."
NOT_OURS = "This is not a file that this page can open. Nothing was changed. You can choose another file."
EMPTY = "This file is empty. Nothing was changed. You can choose another file."
UNWRITABLE = "One of your notes: this has characters that cannot be shown. Nothing was changed."


def panel(page: Page) -> Locator:
    return page.locator("[data-file=open]")


def said(page: Page) -> Locator:
    return panel(page).locator(":scope > .said")


def open_filled(open_plan: OpenPlan, before: str = "") -> Page:
    """Open a plan with something of every kind in it, and the place where a file is opened."""
    page = open_plan(before=before)
    fill_plan(page)
    panel(page).locator("summary").first.click()
    return page


def offer(page: Page, content: bytes, name: str = "notes.json") -> None:
    """Choose a file, as a reader would."""
    field = panel(page).locator("[type=file]")
    if len(content) < LARGE:
        chosen = {"name": name, "mimeType": "", "buffer": content}
        return field.set_input_files(chosen)  # type: ignore[arg-type]
    # In a folder of its own: a browser that is given the same path again sees no change.
    file = Path(mkdtemp(dir=LARGE_FILES.name), name)
    file.write_bytes(content)
    field.set_input_files(file)


def open_locked(page: Page, content: bytes, passphrase: str, sentence: str) -> None:
    """Open an encrypted file, and expect what is said of it."""
    offer(page, content, "notes.age")
    expect(said(page)).to_have_text(FILE_LOCKED)
    panel(page).locator("[data-passphrase]").fill(passphrase)
    page.keyboard.press("Enter")
    expect(said(page)).to_have_text(sentence, timeout=LONG)


def save(page: Page) -> tuple[bytes, str]:
    """Save the plan as an encrypted file; return it and its passphrase."""
    area = page.locator("[data-file=save]")
    area.locator("summary").click()
    words = made_words(area)
    with page.expect_download() as download:
        area.get_by_role("button", name="Save the file").click()
    assert download.value.suggested_filename == "notes.age"
    return Path(download.value.path()).read_bytes(), words


def good_plan() -> dict[str, Any]:
    return {
        "kind": "plan",
        "version": 2,
        "answers": {"works": "no", "threats": "unsure"},
        "choices": {"country": "uk", "matters": ["children", "home"]},
        "marks": {"choose-who-to-tell": "done"},
        "mine": {"choose-who-to-tell": {"who": "Ana", "when": "Friday"}},
        "notes": {"choose-who-to-tell": "Ask <b>first</b>. \u202e\u2066"},
        "parts": {"people": [{"name": "Ana", "reach": "555 0100"}], "to-take": [{"other": "The blue bag"}]},
        "skipped": ["numbers"],
        "review": {"next": "2027-01-01", "last": ""},
    }
