"""“Take it with you”: what is for others and what is for oneself, and whose numbers go on paper."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.plan_support import go_to, plan, printed, squeezed
from tests.browser.support import DESKTOP, PHONE, OpenPage, Seen, stored
from tests.browser.test_cautions import open_without_python
from tests.browser.test_reader import NOTHING, is_open, switch_to, traces
from tests.browser.traces import axe_problems

AUSTRALIA = {"locale": "en-AU", "timezone_id": "Australia/Sydney"}
NOWHERE = {"locale": "ja-JP", "timezone_id": "UTC"}
IN_AUSTRALIA, EMERGENCY = "Emergency. No text messages.", "Emergency"
AU_NUMBER = squeezed(f"000: {IN_AUSTRALIA}")
UK_NUMBER = squeezed(f"999: {EMERGENCY}")
FOR_OTHERS_AS_HEARD = """
- region "To carry, or to give to somebody":
  - heading "To carry, or to give to somebody" [level=3]
  - paragraph: What you take has only what you choose here, and never your answers.
  - paragraph:
    - text: /Whose numbers go on it/
    - combobox "Whose numbers go on it?":
      - option "No country" [selected]
"""
FOR_ONESELF_AS_HEARD = """
- region "To keep for yourself":
  - heading "To keep for yourself" [level=3]
  - paragraph: These files have your whole plan, with your answers and notes. Keep them for yourself.
  - group: Save it as a file that this guide can read again
  - group: Save it as a file locked with a passphrase
  - group: Open a file
"""


def open_plan(open_page: OpenPage, **options: Any) -> Page:
    def opened(address: str | None, *, scripts: bool) -> Page:
        return open_page(address, scripts=scripts, viewport=PHONE, **options)

    page = open_without_python(opened, "index.html")
    switch_to(page, "plan")
    is_open(page, "plan")
    plan(page).locator("[data-file=open]").wait_for(state="attached")
    return page


def whose(page: Page) -> Locator:
    return plan(page).locator(".take-country select")


def answered(page: Page) -> str:
    """Return the country that the plan itself holds."""
    value: str = plan(page).locator("select[data-choice=country]").evaluate("select => select.value")
    return value


# Without script


def test_without_script_nothing_is_asked_where_nothing_can_be_made(open_page: OpenPage) -> None:
    page = open_page("plan.html", scripts=False)
    expect(plan(page).locator(".take-tools")).to_be_hidden()
    expect(plan(page).locator("select[data-choice=country]")).to_have_count(1)


# With script


def test_the_guess_is_offered_and_printed_and_is_no_answer(open_page: OpenPage, seen: Seen) -> None:
    page = open_plan(open_page, **AUSTRALIA)
    assert AU_NUMBER not in printed(page)
    before, asked = traces(page), len(seen.requests)
    go_to(page, "take")
    expect(whose(page)).to_be_visible()
    expect(whose(page)).to_have_value("au")
    expect(plan(page).locator(".take-country small")).to_be_visible()
    assert AU_NUMBER in printed(page)
    assert answered(page) == ""
    assert traces(page) == before
    assert seen.requests[asked:] == []
    assert stored(page) == NOTHING


def test_without_a_guess_no_country_is_named(open_page: OpenPage) -> None:
    page = open_plan(open_page, **NOWHERE)
    go_to(page, "whole")
    expect(whose(page)).to_have_value("")
    go_to(page, "take")
    expect(whose(page)).to_have_value("")
    expect(plan(page).locator(".take-country small")).to_be_hidden()


def test_what_is_chosen_answers_the_plans_own_question_and_changes_the_sheet_at_once(
    open_page: OpenPage,
) -> None:
    page = open_plan(open_page, **AUSTRALIA)
    go_to(page, "take")
    whose(page).select_option("uk")
    assert answered(page) == "uk"
    expect(plan(page).locator(".take-country small")).to_be_hidden()
    text = printed(page)
    assert UK_NUMBER in text
    assert AU_NUMBER not in text
    plan(page).locator(".take-what").select_option("pocket")
    numbers = plan(page).locator(".take-picks").get_by_label("In danger: the numbers of my country")
    expect(numbers).to_be_visible()
    whose(page).select_option("")
    expect(numbers).to_have_count(0)
    go_to(page, "hub")
    go_to(page, "take")
    expect(whose(page)).to_have_value("")  # the reader wants none: the guess does not come back


def test_an_answer_given_before_is_shown_and_another_plan_has_its_own(open_page: OpenPage) -> None:
    page = open_plan(open_page, **AUSTRALIA)
    go_to(page, "situation")
    plan(page).locator(".choices > summary").click()
    plan(page).locator("select[data-choice=country]").select_option("nz")
    expect(plan(page).locator(".plan-said")).not_to_contain_text(
        "Steps for what matters most to you come sooner now."
    )
    go_to(page, "take")
    expect(whose(page)).to_have_value("nz")
    plan(page).evaluate(
        """view => {
          view.querySelector("select[data-choice=country]").value = "ca"
          view.dispatchEvent(new Event("plan:written"))
        }"""
    )
    expect(whose(page)).to_have_value("ca")


def test_what_holds_everything_is_apart_from_what_is_for_a_friend(open_page: OpenPage) -> None:
    page = open_plan(open_page)
    go_to(page, "take")
    out, own = plan(page).locator(".take-out"), plan(page).locator(".take-own")
    expect(out.locator("option", has_text="For a friend")).to_have_count(1)
    expect(out.locator("[data-take=json], [data-file]")).to_have_count(0)
    expect(own.locator("[data-take=json]")).to_have_count(1)
    expect(own.locator("[data-file=save]")).to_have_count(1)
    own.locator("summary").first.click()
    with page.expect_download():
        own.get_by_role("button", name="Save my whole plan").click()
    expect(own.locator(":scope > .said")).to_have_text(re.compile("notes.json"))
    expect(out.locator(".said")).to_be_empty()


# By keyboard, for the ear, on a narrow screen


def test_the_keyboard_answers_it(open_page: OpenPage) -> None:
    page = open_plan(open_page, **NOWHERE)
    go_to(page, "whole")
    expect(whose(page)).to_have_value("")
    go_to(page, "take")
    page.keyboard.press("Tab")
    expect(whose(page)).to_be_focused()
    page.keyboard.press("ArrowDown")
    assert answered(page) == "au"
    expect(whose(page)).to_be_focused()


def test_both_groups_say_what_they_hold(open_page: OpenPage) -> None:
    page = open_plan(open_page, **NOWHERE)
    go_to(page, "take")
    expect(plan(page).locator(".take")).to_match_aria_snapshot(FOR_OTHERS_AS_HEARD)
    expect(plan(page).locator(".take")).to_match_aria_snapshot(FOR_ONESELF_AS_HEARD)
    page.set_viewport_size(DESKTOP)
    assert axe_problems(page) == []


@pytest.mark.parametrize("version", ["long", "pocket", "friend"])
def test_it_fits_a_narrow_screen(open_page: OpenPage, version: str) -> None:
    page = open_plan(open_page, **AUSTRALIA)
    go_to(page, "take")
    page.set_viewport_size({"width": 320, "height": 568})
    plan(page).locator(".take-what").select_option(version)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert whose(page).evaluate("select => select.offsetHeight") >= 44
