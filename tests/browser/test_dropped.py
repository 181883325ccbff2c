"""What is dropped on a page is never opened by the browser; on the plan, a file goes to "Open a file"."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from tests.browser.import_support import HOLDS, good_plan, panel, said
from tests.browser.plan_vault import OpenPlan
from tests.browser.support import OpenPage

pytest_plugins = ["tests.browser.plan_fixtures"]
# Drag files or other data over an element and drop them; return whether each was kept from the browser.
DROP = """([selector, files, kind, data]) => {
  const transfer = new DataTransfer()
  for (const [name, text] of files) transfer.items.add(new File([text], name))
  if (kind) transfer.setData(kind, data)
  const target = document.querySelector(selector)
  return ['dragover', 'drop'].map((type) => {
    const event = new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer })
    target.dispatchEvent(event)
    return event.defaultPrevented
  })
}"""
PLAN = json.dumps(good_plan())
LINK = ("text/uri-list", "https://other.example/")
TEXT = ("text/plain", "Ask Ana")
KEPT_OUT, LEFT_ALONE = [True, True], [False, False]


def drop(page: Page, selector: str, *files: tuple[str, str], data: tuple[str, str] = ("", "")) -> list[bool]:
    kept_out: list[bool] = page.evaluate(DROP, [selector, files, *data])
    return kept_out


@pytest.mark.parametrize("name", ["index.html", "phone.html", "sheets/incident-log.html", "404.html"])
def test_no_page_opens_what_is_dropped_on_it(open_page: OpenPage, name: str) -> None:
    page = open_page(name)

    for selector in ("body", "main", "a", "h1"):
        assert drop(page, selector, ("notes.json", PLAN)) == KEPT_OUT, selector
        assert drop(page, selector, data=LINK) == KEPT_OUT, selector


def test_a_text_field_takes_text_and_links_but_no_file(open_plan: OpenPlan) -> None:
    page = open_plan()
    for selector in ("[data-item] textarea", ".take-title"):
        assert drop(page, selector, data=TEXT) == LEFT_ALONE
        assert drop(page, selector, data=LINK) == LEFT_ALONE
        assert drop(page, selector, ("notes.json", "x")) == KEPT_OUT
    assert drop(page, "[data-fact] input", data=LINK) == KEPT_OUT
    assert drop(page, "[data-file=open] [type=file]", ("notes.json", PLAN)) == LEFT_ALONE


def test_a_file_dropped_on_the_plan_is_offered_as_if_it_had_been_chosen(open_plan: OpenPlan) -> None:
    page = open_plan()
    expect(panel(page)).not_to_have_attribute("open", "")

    assert drop(page, "[data-view-id=plan] h1", ("notes.json", "hello"), ("other.json", PLAN)) == KEPT_OUT
    expect(said(page)).to_have_text("This is not a plan from this guide. Nothing was changed.")
    expect(panel(page)).to_have_attribute("open", "")
    expect(panel(page).locator(":scope > summary")).to_be_focused()

    assert drop(page, "[data-item] textarea", ("notes.json", PLAN)) == KEPT_OUT
    expect(panel(page).locator("[data-focus]")).to_have_text(HOLDS)
    expect(panel(page).locator("[data-focus]")).to_be_focused()
    assert page.url.endswith("plan.html")


def test_elsewhere_a_dropped_file_changes_nothing(open_plan: OpenPlan) -> None:
    page = open_plan()

    assert drop(page, "body", ("notes.json", PLAN)) == KEPT_OUT
    expect(panel(page)).not_to_have_attribute("open", "")
