"""What a plan holds and cannot be shown is counted, can be read and taken out, and never harms keeping."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.import_support import offer, panel, said
from tests.browser.plan_vault import OpenPlan, keep, press, state, status, unlock
from tests.browser.support import BELOW
from tests.browser.test_dropped import drop
from tests.browser.test_plan_parts import saved_json

pytest_plugins = ["tests.browser.plan_fixtures"]
OLD = {
    "kind": "plan",
    "version": 1,
    "answers": {"old-question": "yes"},
    "choices": {"matters": ["home", "old-matter"]},
    "notes": {"old-one": "Ask <b>Ana</b>", "old-two": "Blue bag", "choose-who-to-tell": "Mine"},
}
OF_A_NEWER_GUIDE = {
    "kind": "plan",
    "version": 1,
    "moods": {"today": 3, "words": ["Blue <b>bag</b>", None]},
    "parts": {
        "people": [
            {"name": "Sam", "age": 7},
            {"name": "Ana", "knows": ["new", "happening"]},
            {"age": 8},
        ],
        "pets": [{"name": "Mio"}],
    },
    "skipped": ["pets"],
    "review": {"next": "2026-12-24", "last": "", "after-that": "2027-01-24"},
}
HOLDS = "This plan holds 2 notes and 2 answers that this version of the guide cannot show."
TOO_MUCH = "This holds too many things that this version of the guide cannot show. Nothing was changed."
ADDED = "Your plan now holds both."


def told(page: Page) -> Locator:
    return page.locator(".unshown [role=status]")


def bring(page: Page, plan: dict[str, Any], way: str, sentence: str) -> None:
    offer(page, json.dumps(plan).encode())
    panel(page).get_by_role("button", name=way).click()
    expect(said(page)).to_have_text(sentence)


def opened(open_plan: OpenPlan) -> Page:
    page = open_plan()
    panel(page).locator("summary").first.click()
    return page


def many(start: int, count: int) -> dict[str, Any]:
    notes = {f"old-{number}": f"Note {number}" for number in range(start, start + count)}
    return {"kind": "plan", "version": 1, "notes": notes}


def test_it_is_counted_read_taken_out_and_put_back_by_keyboard(open_plan: OpenPlan) -> None:
    page = opened(open_plan)
    words = keep(page)
    expect(told(page)).to_have_text("")
    expect(page.locator(".unshown button")).to_be_hidden()
    assert drop(page, "[data-view-id=plan] h1", ("notes.json", json.dumps(OLD))) == [True, True]
    panel(page).get_by_role("button", name="Add it to my plan").click()
    expect(told(page)).to_have_text(HOLDS)

    page.locator(".unshown summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".unshown li")).to_have_text(["Ask <b>Ana</b>", "Blue bag"])
    expect(page.locator(".unshown [translate=no] li").first).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(told(page)).to_contain_text("They are taken out of your plan.")
    expect(page.locator(".unshown button")).to_be_focused()
    page.keyboard.press("Enter")
    expect(told(page)).to_have_text(HOLDS)
    expect(page.locator(".unshown button")).to_be_focused()
    page.keyboard.press("Enter")
    expect(told(page)).to_contain_text("They are taken out of your plan.")

    note = page.locator("[data-item=choose-who-to-tell] textarea")
    note.fill("Mine, changed")
    expect(told(page)).to_have_text("")
    expect(page.locator(".unshown button")).to_be_hidden()
    status(page, "Kept on this device")
    press(page, "Lock now")
    state(page, "locked")
    assert "Blue bag" not in page.locator(".unshown").evaluate("place => place.outerHTML")
    unlock(page, words)
    expect(note).to_have_value("Mine, changed")
    expect(page.locator("[data-choice=matters] input[value=home]")).to_be_checked()
    expect(told(page)).to_have_text("")


def test_what_a_newer_guide_wrote_stays_with_its_entry_and_comes_back_in_every_file(
    open_plan: OpenPlan,
) -> None:
    page = opened(open_plan)
    words = keep(page)
    bring(page, OF_A_NEWER_GUIDE, "Replace my plan with it", "Your plan is now the one you chose.")
    expect(told(page)).to_have_text("This plan holds 7 things that this version of the guide cannot show.")
    page.locator(".unshown summary").click()
    texts = ["Blue <b>bag</b>", "Mio", "pets", "2027-01-24", "new"]
    expect(page.locator(".unshown li")).to_have_text(texts)

    people = page.locator("[data-part=people]")
    people.locator(":scope > summary").click()
    people.locator(".entry").nth(1).get_by_role("button", name="Remove").click()
    expect(told(page)).to_contain_text("6 things")
    people.get_by_role("button", name="Put it back").click()
    people.locator(".entry").first.get_by_role("button", name="Remove").click()
    people.locator("[data-field=name]").first.fill("Ana K.")
    status(page, "Kept on this device")
    press(page, "Lock now")
    state(page, "locked")
    unlock(page, words)
    expect(told(page)).to_contain_text("6 things")

    saved = saved_json(page)
    assert saved["moods"] == OF_A_NEWER_GUIDE["moods"]
    assert saved["parts"] == {
        "people": [{"name": "Ana K.", "knows": ["new", "happening"]}, {"age": 8}],
        "pets": [{"name": "Mio"}],
    }
    assert saved["skipped"] == ["pets"]
    assert saved["review"] == OF_A_NEWER_GUIDE["review"]
    page.locator(".unshown button").click()
    expect(told(page)).to_contain_text("They are taken out of your plan.")
    saved = saved_json(page)
    assert "moods" not in saved
    assert saved["parts"] == {"people": [{"name": "Ana K.", "knows": ["happening"]}]}
    assert saved["skipped"] == []
    assert saved["review"] == {"next": "2026-12-24", "last": ""}


def test_it_is_told_after_unlocking_and_is_off_the_page_when_locked(open_plan: OpenPlan) -> None:
    page = opened(open_plan)
    words = keep(page)
    bring(page, OLD, "Replace my plan with it", "Your plan is now the one you chose.")
    status(page, "Kept on this device")
    press(page, "Lock now")
    state(page, "locked")
    expect(told(page)).to_have_text("")
    expect(page.locator(".unshown li")).to_have_count(0)
    unlock(page, words)
    expect(told(page)).to_have_text(HOLDS)


def test_several_files_bring_no_more_than_one_may(open_plan: OpenPlan) -> None:
    page = opened(open_plan)
    bring(page, many(0, 200), "Add it to my plan", ADDED)
    bring(page, many(200, 200), "Add it to my plan", TOO_MUCH)
    expect(told(page)).to_contain_text("200 notes")
    panel(page).get_by_role("button", name="Leave my plan as it is").click()
    bring(page, many(200, 100), "Add it to my plan", ADDED)
    expect(told(page)).to_contain_text("300 notes")


@pytest.mark.parametrize("name", ["constructor", "__proto__", "toString"])
def test_a_file_with_names_of_all_objects_is_refused(open_plan: OpenPlan, name: str) -> None:
    page = opened(open_plan)
    offer(page, json.dumps({"kind": "plan", "version": 1, "notes": {name: "x"}}).encode())
    expect(said(page)).to_have_text("Your notes: this is not a list of notes. Nothing was changed.")


def test_a_plan_with_many_unknown_names_never_stops_keeping_or_locking(open_plan: OpenPlan) -> None:
    page = opened(open_plan)
    keep(page)
    plan = {**many(0, 290), "answers": {"old-question": "yes"}}
    bring(page, plan, "Add it to my plan", ADDED)
    bring(
        page,
        {**plan, "marks": {"old-1": "done"}},
        "Replace my plan with it",
        "Your plan is now the one you chose.",
    )
    expect(told(page)).to_contain_text(
        re.compile(r"\b290 \w+, 1 \w+ \w+ 1 \w+") if BELOW else "290 notes, 1 mark and 1 answer"
    )
    page.locator("details.question-part > summary").first.click()
    page.locator("[data-plan-action=clear]").click()
    expect(told(page)).to_contain_text(
        re.compile(r"\b290 \w+ \w+ 1 \w+") if BELOW else "290 notes and 1 mark"
    )
    status(page, "Kept on this device")
    press(page, "Lock now")
    state(page, "locked")
