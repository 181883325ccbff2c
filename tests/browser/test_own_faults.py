"""A fault of ours is never reported as something else: it has its own sentence, and the console names it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.plan_vault import LONG, SECRET, OpenPlan, ask, made_words, press, said, state, write
from tests.browser.support import OpenPage, Seen, show_whole, until

pytest_plugins = ["tests.browser.plan_fixtures"]

OURS = (
    "Something in this page went wrong, and we do not know what it was. Please check that what you wrote is "
    "still here. To be safe, save a copy as a file before you go on."
)
FAULT = "a fault of this page: TypeError"
# The page's own code breaks where it looks for this element.
BROKEN = """(() => {{
  const {{ querySelector }} = Element.prototype
  Element.prototype.querySelector = function (css) {{
    if (css === {css!r}) throw new TypeError(document.querySelector("textarea")?.value)
    return querySelector.call(this, css)
  }}
}})()"""


def break_at(page: Page, css: str) -> None:
    page.evaluate(BROKEN.format(css=css))


def test_a_plan_that_is_kept_is_not_told_as_one_that_was_not(open_plan: OpenPlan, seen: Seen) -> None:
    page = open_plan()
    write(page, 0, SECRET)
    break_at(page, ".vault-status")  # in the panel of an open plan: by then the plan is kept
    ask(page)
    press(page, "Keep it on this device")
    state(page, "unlocked")
    said(page, OURS)
    saw_fault(page, seen)


def test_a_list_that_cannot_be_shown_is_seen(open_page: OpenPage, seen: Seen) -> None:
    page = open_page("plan.html")
    show_whole(page)
    until(page, "python", "ready", timeout=60_000)
    expect(page.locator(".plan-status")).not_to_be_empty()
    break_at(page, ".gaps")
    page.locator("details.question-part > summary").first.click()
    page.locator("[data-fact] input[value=yes]").first.check()
    saw_fault(page, seen)


def test_a_file_that_could_not_be_made_is_not_told_as_something_else(open_plan: OpenPlan, seen: Seen) -> None:
    page = open_plan()
    panel = page.locator("[data-file=save]")
    panel.locator("summary").first.click()
    made_words(panel)
    break_at(page, ".file-name")
    panel.locator("[data-vault=save]").click()
    expect(panel.locator(".said")).to_have_text(OURS, timeout=LONG)
    saw_fault(page, seen)


# What is taken away after a keeping that failed; the browser refuses, or the page's own code breaks.
NOT_DELETED = """async (broken) => {
  await caches.open(`notes:${new URL(".", location).pathname}:unfinished`)
  CacheStorage.prototype.delete = () => {
    throw broken ? new TypeError("broken") : new DOMException("refused", "SecurityError")
  }
}"""


@pytest.mark.parametrize("broken", [True, False])
def test_what_cannot_be_taken_away_is_seen_where_it_is_a_fault_of_ours(
    open_page: OpenPage, seen: Seen, broken: bool
) -> None:
    page = open_page("offline.html")
    page.locator("[data-offline=guide]").wait_for()
    page.evaluate(NOT_DELETED, broken)
    page.route("**/files.json", lambda route: route.fulfill(status=503))
    page.locator("[data-offline=guide]").click()
    expect(page.locator(".offline-said")).to_contain_text("The site is not answering.")
    page.evaluate("new Promise((seen) => setTimeout(seen))")  # faults are thrown apart from the work
    assert [error for error in seen.errors if "503" not in error] == [FAULT] * broken
    seen.errors.clear()


def test_a_fault_while_a_kept_guide_starts_is_not_told_as_a_browser_that_did_not_start_it(
    open_page: OpenPage, seen: Seen
) -> None:
    page = open_page("offline.html")
    page.locator("[data-offline=guide]").wait_for()
    page.evaluate("() => { ServiceWorker.prototype.addEventListener = () => null.x() }")
    page.locator("[data-offline=guide]").click()
    until(page, "offline-state", "failed", LONG)
    assert "did not start the part" not in page.locator(".offline-said").inner_text()
    page.evaluate("new Promise((seen) => setTimeout(seen))")  # faults are thrown apart from the work
    assert FAULT in seen.errors
    assert {*seen.errors} == {FAULT}
    seen.errors.clear()


def saw_fault(page: Page, seen: Seen) -> None:
    """Wait for what the console says, which holds no word of the reader."""
    for _ in range(1000):
        if seen.errors:
            break
        page.wait_for_timeout(20)
    assert seen.errors == [FAULT]
    seen.errors.clear()
