"""The log under a passphrase: kept at once, opened again, locked, and never lost between two tabs."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.log_support import (
    EVERYTHING,
    SECRET,
    entries,
    field,
    go,
    log,
    open_entry,
    open_log,
    press,
    said,
    write,
)
from tests.browser.plan_vault import LONG, made_words
from tests.browser.plan_vault import vault as vault_of_the_plan
from tests.browser.support import PHONE, OpenPage, until
from tests.browser.traces import axe_problems
from tests.browser.vault_support import with_quick_vault

pytest_plugins = ["tests.browser.plan_fixtures"]
KEPT = "It is kept on this device."
NOTHING_AFTER_A_LINE = """() => {
  const { add } = IDBObjectStore.prototype
  IDBObjectStore.prototype.add = function (...given) {
    if (this.name === "tail") IDBObjectStore.prototype.put = () => { throw new DOMException("", "DataError") }
    return add.apply(this, given)
  }
}"""
"""As where the browser is killed right after it has stored a line."""


@pytest.fixture
def open_page(open_page: OpenPage, quick_vault: str) -> OpenPage:
    return with_quick_vault(open_page, quick_vault)


def vault(page: Page) -> Locator:
    return log(page).locator("[data-slot=vault]")


def press_in_vault(page: Page, name: str) -> None:
    vault(page).get_by_role("button", name=name, exact=True).click()


def unlock(page: Page, passphrase: str) -> None:
    vault(page).locator("[data-passphrase]").first.fill(passphrase)
    press_in_vault(page, "Open it")
    until(page, "log", "open", timeout=LONG)


def keep(page: Page) -> str:
    """Keep the log under six made words, and return them."""
    go(page, "keep")
    press_in_vault(page, "Choose a passphrase")
    words = made_words(vault(page))
    press_in_vault(page, "Keep it on this device")
    until(page, "log", "open", timeout=LONG)
    go(page, "hub")
    return words


def lock(page: Page) -> None:
    press_in_vault(page, "Lock now")
    until(page, "log", "locked", timeout=LONG)


def test_what_was_in_memory_is_kept_and_so_is_each_entry_after_it(open_page):
    page = open_log(open_page)
    write(page, "Before")
    keep(page)
    expect(entries(page)).to_have_attribute("data-log-state", "kept")
    write(page, "After")

    expect(said(page)).to_have_text(f"Written down as entry 2. {KEPT}")
    expect(page.locator(".log-entries [data-log-state=kept]")).to_have_count(2)


def test_a_kept_log_is_there_again_after_its_passphrase(open_page):
    page = open_log(open_page)
    write(page, SECRET)
    open_entry(page)
    press(page, "correct")
    field(page, "what").fill(f"{SECRET}, at six")
    press(page, "keep-form")
    words = keep(page)
    page.evaluate(NOTHING_AFTER_A_LINE)
    write(page, f"{SECRET}, at nine")
    page.reload()
    until(page, "log", "locked", timeout=LONG)

    assert SECRET not in page.evaluate(EVERYTHING)
    expect(page.locator(".log-quick")).not_to_be_visible()
    unlock(page, words)
    until(page, "log", "open")
    expect(entries(page)).to_have_count(2)
    expect(entries(page)).to_contain_text([f"{SECRET}, at nine", f"{SECRET}, at six"])
    expect(said(page)).to_have_text("What you added last is in your log, and no longer in the box.")
    expect(page.locator("[data-log=text]")).to_have_value("")
    open_entry(page, 1)
    expect(page.locator(".log-entry summary")).to_have_text("What it said before (1 change)")


def test_locking_takes_the_log_off_the_page_and_keeps_what_is_typed(open_page):
    page = open_log(open_page)
    write(page, SECRET)
    words = keep(page)
    page.locator("[data-log=text]").fill("Not finished")
    press(page, "new")
    field(page, "place").fill("At the corner")
    go(page, "hub")
    typed_in = page.locator("[data-log=text]").element_handle()
    lock(page)

    held = page.evaluate(EVERYTHING)
    assert not typed_in.evaluate("field => field.isConnected")  # "undo" would bring back what was in it
    assert SECRET not in held
    assert "Not finished" not in held
    assert "At the corner" not in held
    unlock(page, words)
    expect(page.locator("[data-log=text]")).to_have_value("Not finished")
    expect(entries(page)).to_contain_text([SECRET])
    press(page, "new")
    expect(field(page, "place")).to_have_value("At the corner")


def test_an_entry_of_one_tab_is_seen_in_the_other(open_page):
    page = open_log(open_page)
    write(page, "First")
    words = keep(page)
    other = page.context.new_page()
    other.set_viewport_size(PHONE)  # type: ignore[arg-type]
    other.goto("log.html")
    until(other, "log", "locked", timeout=LONG)
    unlock(other, words)
    expect(entries(other)).to_have_count(1)
    write(other, "From the other tab")

    expect(entries(page)).to_have_count(2)
    write(page, "From this tab")
    expect(entries(other)).to_have_count(3)
    numbers = entries(page).evaluate_all("all => all.map(({ dataset }) => Number(dataset.seq))")
    assert sorted(numbers) == [1, 2, 3]


def test_the_code_of_a_kept_log_is_shown_and_noted(open_page):
    page = open_log(open_page)
    write(page, SECRET)
    keep(page)
    go(page, "show")
    press(page, "code")

    expect(page.locator("[data-log-code]")).to_have_text(
        re.compile(r"^1 · \d+ \w+ \d{4} · ([0-9A-Z]{4}-){6}[0-9A-Z]{4}$"), timeout=LONG
    )


def test_an_entry_taken_back_is_removed_in_what_is_kept_too(open_page):
    page = open_log(open_page)
    write(page, "Stays")
    words = keep(page)
    write(page, "By mistake")
    press(page, "undo")
    expect(page.locator(".log-removed")).to_have_count(1)
    page.reload()
    until(page, "log", "locked", timeout=LONG)
    unlock(page, words)

    expect(page.locator(".log-removed")).to_have_count(1)
    expect(entries(page)).to_have_count(2)


@pytest.mark.parametrize("state", ["locked", "open"])
def test_neither_a_locked_nor_an_open_log_has_a_barrier(open_page, state):
    page = open_log(open_page)
    write(page, SECRET)
    keep(page)
    if state == "locked":
        lock(page)

    assert axe_problems(page) == []


def test_the_log_opens_with_what_the_plan_keeps(open_page: OpenPage):
    page = open_page(None, viewport=PHONE)
    page.goto("plan.html")
    page.locator("[data-view-id=plan][data-screen]").wait_for()
    page.locator(".hub [data-to-screen=keep]").click()
    own = vault_of_the_plan(page)
    own.get_by_role("button", name="Choose a passphrase", exact=True).click()
    words = made_words(own)
    own.get_by_role("button", name="Keep it on this device", exact=True).click()
    until(page, "vault", "unlocked", timeout=LONG)
    page.goto("log.html")
    until(page, "log", "locked", timeout=LONG)
    unlock(page, words)
    write(page, SECRET)

    expect(said(page)).to_have_text(f"Written down as entry 1. {KEPT}")


def test_small_fields_keep_what_is_typed_while_it_is_locked(open_page):
    page = open_log(open_page)
    write(page, SECRET)
    words = keep(page)
    go(page, "less")
    page.locator(".log-number-count").fill("17")
    go(page, "hub")
    go(page, "show")
    press(page, "code")
    page.locator(".log-given-to").fill("My lawyer, on paper")
    page.locator(".log-given-report").fill("R-17")
    go(page, "hub")
    lock(page)

    held = page.evaluate(EVERYTHING)
    assert "My lawyer" not in held
    assert "R-17" not in held
    unlock(page, words)
    until(page, "log", "open")
    go(page, "less")
    expect(page.locator(".log-number-count")).to_have_value("17")
    expect(page.locator(".log-given-to")).to_have_value("My lawyer, on paper")
    expect(page.locator(".log-given-report")).to_have_value("R-17")


def test_a_log_that_is_kept_and_empty_has_no_code_yet(open_page):
    page = open_log(open_page)
    keep(page)
    go(page, "show")
    press(page, "code")

    expect(said(page)).to_have_text("Nothing is written yet, so there is no code.", timeout=LONG)
    expect(page.locator("[data-log-code]")).not_to_be_visible()


def test_what_was_written_while_another_tab_began_to_keep_goes_into_the_log(open_page):
    page = open_log(open_page)
    write(page, "In this tab")
    other = page.context.new_page()
    other.set_viewport_size(PHONE)  # type: ignore[arg-type]
    other.goto("log.html")
    until(other, "log", "off", timeout=LONG)
    write(other, "In the other tab")
    words = keep(other)
    until(page, "log", "locked", timeout=LONG)
    unlock(page, words)

    expect(page.locator(".log-entries [data-log-state=kept]")).to_have_count(2, timeout=LONG)
    expect(entries(other)).to_have_count(2)
    expect(other.locator(".log-entries")).to_contain_text("In this tab")
