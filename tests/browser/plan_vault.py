"""What tests of keeping the plan share: the plan's page, what a reader does, all that the page holds."""

from __future__ import annotations

import re
from collections.abc import Callable
from weakref import WeakKeyDictionary

from playwright.sync_api import Locator, Page, expect

from tests.browser.support import until

SECRET = "Blue door, third floor"
WRONG = "This passphrase does not open it. Nothing was changed or deleted. Check each word, then try again."
LONG = 30_000  # milliseconds that a passphrase may take on a busy machine
NO_PYTHON = "delete globalThis.WebAssembly"
# Everything that the document holds: its text, all values, what templates and attributes say.
EVERYTHING = """() => [
  document.documentElement.outerHTML, document.title, location.href, name, JSON.stringify(history.state),
  ...[...document.querySelectorAll('input, textarea, select')].map((field) => field.value)].join('\\n')"""
VALUES = """() => Object.fromEntries(
  [...document.querySelectorAll('[data-view-id=plan] :is(input, textarea, select)')]
  .filter((field) => !field.closest('[data-slot], .take'))
  .map((field, index) => [index, ['checkbox', 'radio'].includes(field.type) ? field.checked : field.value])
  .filter(([, value]) => value))"""

OpenPlan = Callable[..., Page]
PASSPHRASES: WeakKeyDictionary[Page, str] = WeakKeyDictionary()


def vault(page: Page) -> Locator:
    return page.locator("[data-slot=vault]")


def press(page: Page, name: str) -> None:
    vault(page).get_by_role("button", name=name, exact=True).click()


def state(page: Page, wanted: str) -> None:
    until(page, "vault", wanted, timeout=LONG)


def status(page: Page, wanted: str) -> None:
    expect(vault(page).locator(".vault-status")).to_have_text(wanted, timeout=LONG)


def said(page: Page, sentence: str | re.Pattern[str]) -> None:
    """Expect a sentence both to be seen and to be announced."""
    expect(vault(page).locator(".said:visible").filter(has_text=sentence)).to_have_count(1, timeout=LONG)
    expect(page.locator(".plan-said")).to_have_text(sentence)


def note(page: Page, number: int) -> Locator:
    return page.locator("[data-item] textarea").nth(number)


def write(page: Page, number: int, text: str) -> None:
    note(page, number).evaluate("field => { field.closest('details').open = true }")
    note(page, number).fill(text)


def ask(page: Page) -> str:
    """Go as far as the five words, and return them."""
    vault(page).locator("summary").first.click()
    press(page, "Choose a passphrase")
    return made_words(vault(page))


def made_words(area: Locator) -> str:
    """Wait for the five words that are offered there."""
    area.locator(".made-words:visible:not(:empty)").wait_for(timeout=LONG)
    expect(area.locator(".made-words")).to_have_text(re.compile(r"^[a-z-]+( [a-z-]+){4}$"), timeout=LONG)
    return area.locator(".made-words").inner_text()


def keep(page: Page) -> str:
    words = ask(page)
    press(page, "Keep the plan")
    state(page, "unlocked")
    status(page, "Kept")
    PASSPHRASES[page] = words
    return words


def unlock(page: Page, passphrase: str) -> None:
    vault(page).locator("[data-passphrase]").first.fill(passphrase)
    press(page, "Open it")
    state(page, "unlocked")


def passphrase_of(page: Page) -> str:
    return PASSPHRASES[page]


def fill_plan(page: Page) -> None:
    """Answer, tick, write, skip: something of every kind."""
    page.locator("details.question-part > summary").first.click()
    page.locator("[data-fact] input[value=yes]").first.check()
    page.locator("[data-item] input[value=done]").nth(2).check()
    page.locator("[data-item] input[value=not-for-me]").nth(4).check()
    write(page, 0, SECRET)
    write(page, 5, "<b>bold</b> </template> \u202eright to left\u202c \U0001f9e1")
    part = page.locator("[data-part=people]")
    part.locator("summary").first.click()
    part.locator("[data-field=name]").first.fill("Sam")
    part.get_by_role("button", name="Add one more: person").click()
    part.locator("[data-field=name]").nth(1).fill("Ana")
    part.locator("fieldset[data-field] input").first.check()
    page.locator("[data-part=places] > summary").click()
    page.locator("[data-part=places] .part-skip input").check()
    page.locator("[data-part=review] > summary").click()
    page.locator("[data-part=review] input[type=date]").fill("2026-12-24")
