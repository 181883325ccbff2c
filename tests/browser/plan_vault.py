"""What tests of keeping the plan share: the plan's page, what a reader does, all that the page holds."""

from __future__ import annotations

import re
from collections.abc import Callable
from weakref import WeakKeyDictionary

from playwright.sync_api import Locator, Page, expect

from tests.browser.support import be_whole, until

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
  .map((field, index) => [index, ['checkbox', 'radio'].includes(field.type)
    ? field.checked !== field.defaultChecked : field.value])
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
    be_whole(page)
    note(page, number).evaluate("field => { field.closest('details').open = true }")
    note(page, number).fill(text)


def ask(page: Page) -> str:
    """Go as far as the six words, and return them."""
    vault(page).locator("summary").first.click()
    press(page, "Choose a passphrase")
    return made_words(vault(page))


def made_words(area: Locator) -> str:
    """Wait for the six words that are offered there."""
    area.locator(".made-words:visible:not(:empty)").wait_for(timeout=LONG)
    expect(area.locator(".made-words")).to_have_text(re.compile(r"^[a-z-]+( [a-z-]+){5}$"), timeout=LONG)
    return area.locator(".made-words").inner_text()


def keep(page: Page) -> str:
    words = ask(page)
    press(page, "Keep it on this device")
    state(page, "unlocked")
    status(page, "Kept on this device")
    PASSPHRASES[page] = words
    return words


def unlock(page: Page, passphrase: str) -> None:
    vault(page).locator("[data-passphrase]").first.fill(passphrase)
    press(page, "Open it")
    state(page, "unlocked")


def passphrase_of(page: Page) -> str:
    return PASSPHRASES[page]


# As a reader's own clicks and keys would: a click ticks and tells the page, a field tells what was written.
FILL_PLAN = """([first, other]) => {
  const one = (selector, at = 0, place = document) => place.querySelectorAll(selector)[at]
  const write = (field, text) => {
    for (let place = field; (place = place.parentElement?.closest('details')); ) place.open = true
    field.focus()
    field.value = text
    for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }))
  }
  one('details.question-part > summary').click()
  one('[data-fact] input[value=yes]').click()
  one('[data-item] input[value=done]', 2).click()
  one('[data-item] input[value=not-for-me]', 4).click()
  one('[data-mark=mine]', 1).click()
  write(one('[data-mine=who]', 1), 'Lena')
  write(one('[data-mine=when]', 1), 'Friday')
  write(one('[data-item] textarea'), first)
  write(one('[data-item] textarea', 5), other)
  const people = one('[data-part=people]')
  write(one('[data-field=name]', 0, people), 'Sam')
  one('[data-plan-action=add]', 0, people).click()
  write(one('[data-field=name]', 1, people), 'Ana')
  one('fieldset[data-field] input', 0, people).click()
  one('[data-part=places] > summary').click()
  one('[data-part=places] .part-skip input').click()
  write(one('[data-part=review] input[type=date]'), '2026-12-24')
}"""


def fill_plan(page: Page) -> None:
    """Answer, tick, write, skip: something of every kind, in one go.

    That a plan is filled by hand is the claim of test_plan_parts.py and test_checklist.py.
    """
    page.evaluate(FILL_PLAN, [SECRET, "<b>bold</b> </template> \u202eright to left\u202c \U0001f9e1"])
