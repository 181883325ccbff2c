"""The page "Check a log": a copy of a log, whole or not, in words."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.log_support import entries, go, open_log, write
from tests.browser.support import PHONE, OpenPage

NOT_PROVED = "This cannot show whether things happened as the log tells them, or when."
CHECK = "Check it"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("exports")


@pytest.fixture
def copies(open_page: OpenPage, folder: Path) -> tuple[Path, Path]:
    """Return a copy of a log of one entry and one of two, as the guide makes them."""
    older, newer = folder / "older.zip", folder / "newer.zip"
    if not newer.is_file():
        page = open_log(open_page)
        for path, text in ((older, "A silent call"), (newer, "A red car")):
            write(page, text)
            go(page, "show")
            with page.expect_download() as saved:
                page.locator("[data-log-export=bag]").click()
            saved.value.save_as(path)
            page.locator(".log-back a").click()
            expect(entries(page).first).to_be_visible()
        page.close()
    return older, newer


def verdict(page: Page, name: str) -> str:
    """Press the button, and return what is said of this verdict."""
    page.get_by_role("button", name=CHECK).click()
    said = page.locator(f".check-said[data-verdict='{name}']")
    said.wait_for()
    expect(said).to_contain_text(NOT_PROVED)
    return said.inner_text()


def test_without_script_the_page_says_how_to_check_by_hand(open_page: OpenPage) -> None:
    page = open_page("check.html", scripts=False)
    expect(page.locator(".check")).to_be_hidden()
    expect(page.locator("#content noscript")).to_be_visible()
    for command in ("python3 data/check_log.py .", "sha256sum -c manifest-sha256.txt"):
        expect(page.locator("#content")).to_contain_text(command)


def test_a_copy_is_whole_changed_or_older(
    open_page: OpenPage, copies: tuple[Path, Path], folder: Path
) -> None:
    older, newer = copies
    page = open_page("check.html", viewport={"width": 320, "height": 600})
    expect(page.locator(".check")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.get_by_role("button", name=CHECK).click()
    expect(page.locator(".check-said")).to_have_text("Choose a file first. Nothing was checked.")
    page.locator(".check-file").set_input_files(newer)
    assert "Whole and unchanged." in verdict(page, "whole")
    page.locator(".check-older").set_input_files(older)
    assert "All of the older copy is here, unchanged, up to line 1." in verdict(page, "whole")
    page.locator(".check-file").set_input_files(older)
    page.locator(".check-older").set_input_files(newer)
    expect(page.locator(".check-said")).to_be_empty()
    assert "All of it is in the other copy. It ends at line 1; the other goes on to line 2." in verdict(
        page, "older"
    )
    page.locator(".check-older").set_input_files([])
    with zipfile.ZipFile(newer) as archive:
        lines = archive.read("data/log.jsonl").replace(b"A red car", b"A red bar")
        (folder / "log.jsonl").write_bytes(lines)
        page.locator(".check-file").set_input_files(folder / "log.jsonl")
        assert "Changed at entry 2." in verdict(page, "changed")
        code = next(
            line.partition(": ")[2]
            for line in archive.read("bag-info.txt").decode().splitlines()
            if line.startswith("Log-Code")
        )
        archive.extractall(folder / "unpacked")
    page.locator(".check-file").set_input_files([])
    page.locator(".check-folder").set_input_files(folder / "unpacked")
    page.locator(".check-code").fill(code)
    assert "The code fits" in verdict(page, "whole")
    (folder / "unpacked/data/report.html").write_text("other")
    page.locator(".check-folder").set_input_files(folder / "unpacked")
    assert "data/report.html" in verdict(page, "changed")
    (folder / "log.zip.age").write_bytes(b"age-encryption.org/v1\n")
    page.locator(".check-file").set_input_files(folder / "log.zip.age")
    page.get_by_role("button", name=CHECK).click()
    expect(page.locator(".check-said")).to_contain_text("This file is locked with a passphrase.")
    (folder / "any.txt").write_text("<img src=x onerror=alert(1)>")
    page.locator(".check-file").set_input_files(folder / "any.txt")
    assert "I do not understand this." in verdict(page, "not-understood")
    assert page.locator(".check-said img").count() == 0


def test_inside_the_guide_it_works_by_keyboard_and_leaving_takes_the_verdict_away(
    open_page: OpenPage, copies: tuple[Path, Path]
) -> None:
    page = open_page("index.html#menu", viewport=PHONE)
    page.locator("#menu").get_by_role("link", name="Check a log").click()
    page.locator(".check").wait_for()
    page.locator(".check-file").set_input_files(copies[1])
    page.get_by_role("button", name=CHECK).focus()
    page.keyboard.press("Enter")
    expect(page.locator(".check-said")).to_contain_text("Whole and unchanged.")
    page.evaluate("document.dispatchEvent(new Event('guide:leave'))")
    expect(page.locator(".check-said")).to_be_empty()
