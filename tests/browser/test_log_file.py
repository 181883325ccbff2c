"""The log as an encrypted file: saved and opened again, also where the browser keeps nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.log_files import NO_STORAGE, add, open_file, save
from tests.browser.log_support import SECRET, entries, go, open_log, said, write
from tests.browser.plan_vault import LONG, made_words, press, unlock, vault
from tests.browser.support import OpenPage, until
from tests.browser.vault_support import run_age, with_quick_vault

pytest_plugins = ["tests.browser.plan_fixtures"]


@pytest.fixture
def open_page(open_page: OpenPage, quick_vault: str) -> OpenPage:
    return with_quick_vault(open_page, quick_vault)


def numbers(page: Page) -> list[str]:
    return entries(page).evaluate_all("all => all.map(({ dataset }) => dataset.seq)")


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    return open_log(open_page)


def test_a_file_brings_back_entries_and_what_was_typed(page: Page, tmp_path: Path) -> None:
    write(page, SECRET)
    write(page, "A call")
    page.locator("[data-log=text]").fill("Half a sentence")
    path, words = save(page, tmp_path, "It holds 2 entries.")
    assert SECRET.encode() not in path.read_bytes()
    page.reload()
    until(page, "log", "off")
    panel = open_file(page, path, words)
    expect(panel.locator("[data-focus]")).to_have_text(
        "This file holds a log. Your own log has not changed yet.", timeout=LONG
    )
    expect(panel.locator("[data-way=add] li")).to_have_text(
        ["2 things that your log does not have: entries, or later changes to them."]
    )
    expect(panel.get_by_text("replaces")).to_have_count(0)
    add(panel)
    expect(said(page)).to_have_text(
        "Your log now holds what was in the file too. It is only in this page so far, and not kept."
    )
    go(page, "hub")
    expect(entries(page)).to_have_count(2)
    assert numbers(page) == ["2", "1"]
    expect(page.locator("[data-log=text]")).to_have_value("Half a sentence")


def test_an_older_file_and_the_same_file_add_and_remove_nothing(page: Page, tmp_path: Path) -> None:
    write(page, SECRET)
    path, words = save(page, tmp_path)
    go(page, "hub")
    write(page, "A call")
    open_file(page, path, words)
    expect(said(page)).to_have_text(
        "Nothing in this file differs from your log. Nothing was changed.", timeout=LONG
    )
    go(page, "hub")
    expect(entries(page)).to_have_count(2)


def test_two_copies_that_went_different_ways_become_one_log(page: Page, tmp_path: Path) -> None:
    write(page, "Both have this")
    write(page, "Only the file has this")
    path, words = save(page, tmp_path, "It holds 2 entries.")
    page.reload()
    until(page, "log", "off")
    write(page, "Only the page has this")
    add(open_file(page, path, words))
    go(page, "hub")
    expect(entries(page)).to_have_count(3)
    assert sorted(numbers(page)) == ["1", "2", "3"]
    open_file(page, path, words)
    expect(said(page)).to_have_text(
        "Nothing in this file differs from your log. Nothing was changed.", timeout=LONG
    )


def test_the_log_is_saved_and_opened_where_the_browser_keeps_nothing(
    open_page: OpenPage, tmp_path: Path
) -> None:
    page = open_page(None)
    page.add_init_script(NO_STORAGE)
    page.goto("log.html")
    until(page, "log", "off")
    write(page, SECRET)
    path, words = save(page, tmp_path)
    page.reload()
    until(page, "log", "off")
    add(open_file(page, path, words))
    go(page, "hub")
    expect(entries(page)).to_have_count(1)


def test_the_program_age_opens_the_file_and_each_line_stands_in_it_as_written(
    page: Page, tmp_path: Path
) -> None:
    write(page, SECRET)
    path, words = save(page, tmp_path)
    plain = tmp_path / "plain.json"
    run_age(["-d", "-o", str(plain), str(path)], words)
    content = plain.read_text("utf-8")
    assert content.startswith('{"kind":"log","data":{')
    assert SECRET in content


def test_what_a_file_holds_goes_into_a_locked_log_once_when_that_is_opened(
    page: Page, tmp_path: Path
) -> None:
    write(page, "In both")
    path, words = save(page, tmp_path)
    press(page, "Choose a passphrase")
    passphrase = made_words(vault(page))
    press(page, "Keep it on this device")
    until(page, "log", "open", timeout=LONG)
    go(page, "hub")
    write(page, "Kept alone")
    page.reload()
    until(page, "vault", "locked", timeout=LONG)
    vault(page).get_by_text("If you cannot remember it").click()
    press(page, "Open a file")
    add(open_file(page, path, words))
    expect(page.locator("[data-file=open] .said")).to_have_text(
        "Your log now holds what was in the file too. It is only in this page so far, and not kept.",
        timeout=LONG,
    )
    unlock(page, passphrase)
    expect(entries(page)).to_have_count(2, timeout=LONG)
    assert numbers(page) == ["2", "1"]
