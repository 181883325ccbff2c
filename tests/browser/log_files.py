"""Saving the log as an encrypted file and opening it again, as a reader does."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.log_support import go, log, said
from tests.browser.plan_vault import LONG, made_words

NO_STORAGE = """Object.defineProperty(globalThis, "indexedDB", {
  get() { throw new DOMException("", "SecurityError") },
})"""


def save(page: Page, folder: Path, holds: str = "It holds 1 entry.") -> tuple[Path, str]:
    """Save the log as a file, as a reader does; return it and its passphrase."""
    go(page, "keep")
    panel = log(page).locator("[data-file=save]")
    panel.locator("summary").first.click()
    words = made_words(panel)
    with page.expect_download() as saved:
        panel.get_by_role("button", name="Save the file").click()
    expect(said(page)).to_have_text(
        f"Your browser is saving “notes.age”. It may ask you where. {holds}", timeout=LONG
    )
    path = folder / "notes.age"
    saved.value.save_as(path)
    panel.locator("summary").first.click()
    return path, words


def open_file(page: Page, path: Path, words: str) -> Locator:
    if not log(page).locator("[data-slot=files]").is_visible():
        go(page, "keep")
    panel = log(page).locator("[data-file=open]")
    panel.evaluate("panel => { panel.open = true }")
    panel.locator("[type=file]").set_input_files(path)
    panel.locator("[data-passphrase]").fill(words)
    panel.get_by_role("button", name="Open it").click()
    return panel


def add(panel: Locator) -> None:
    panel.get_by_role("button", name="Add it to my log").click()
