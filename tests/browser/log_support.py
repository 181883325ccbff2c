"""What tests of the log share: where things are on the page, and how a reader writes."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.support import PHONE, OpenPage, until

SECRET = "He stood at the blue door again"
IN_MEMORY = "It is in the list, in this page only. It is gone when you close the page."
EVERYTHING = """() => [
  document.documentElement.outerHTML, document.title, location.href, name, JSON.stringify(history.state),
  ...[...document.querySelectorAll('input, textarea, select')].map((field) => field.value)].join('\\n')"""
"""Everything that the document holds: its text, all values, what templates and attributes say."""


def log(page: Page) -> Locator:
    return page.locator("article[data-view-id='log']")


def open_log(open_page: OpenPage, **options: Any) -> Page:
    """Open the log's own page on a phone, and wait until its script has set it up."""
    page = open_page("log.html", **{"viewport": PHONE, **options})
    until(page, "log", "off")
    return page


def write(page: Page, text: str) -> None:
    """Write an entry as a reader does who has little time: a field and a button."""
    before = entries(page).count()
    page.locator("[data-log=text]").fill(text)
    page.locator("[data-log=keep]").click()
    expect(entries(page)).to_have_count(before + 1)


def entries(page: Page) -> Locator:
    """The entries of the list on the first screen."""
    return page.locator(".log-entries [data-entry]")


def press(page: Page, action: str) -> None:
    page.locator(f"[data-log-action='{action}']:visible").first.click()


def go(page: Page, screen: str) -> None:
    page.locator(f".log [data-to-screen='{screen}']:visible").first.click()


def field(page: Page, name: str) -> Locator:
    """A field of the form, with the folds around it open."""
    found = page.locator(f"[data-log-field='{name}']")
    found.evaluate(
        "(field) => { for (let at = field; at; at = at.parentElement.closest('details')) at.open = true }"
    )
    return found


def choose_kind(page: Page, kind: str) -> None:
    page.locator(".log-kind").select_option(kind)


def write_whole(page: Page, kind: str, **values: str) -> None:
    """Write an entry in the whole form: texts, by the names of their fields."""
    press(page, "new")
    choose_kind(page, kind)
    for name, value in values.items():
        if field(page, name).evaluate("field => field.localName") == "select":
            field(page, name).select_option(value)
        else:
            field(page, name).fill(value)
    press(page, "keep-form")
    expect(page.locator(".log-quick")).to_be_visible()


def open_entry(page: Page, at: int = 0) -> None:
    entries(page).nth(at).locator(".log-open").click()
    expect(page.locator(".log-entry h2")).to_be_focused()


def said(page: Page) -> Locator:
    """What is announced to screen readers; the same stands next to what was pressed."""
    return page.locator(".log-said")
