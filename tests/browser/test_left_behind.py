"""What must not stay behind, arrive late or be lost: names, old answers, scripts, pages, edits."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Page, Route, expect

from tests.browser.plan_vault import (
    EVERYTHING,
    SECRET,
    OpenPlan,
    ask,
    fill_plan,
    keep,
    press,
    said,
    state,
    status,
    vault,
    write,
)
from tests.browser.support import OpenPage
from tests.browser.test_plan_parts import saved_json
from tests.browser.test_reader import back, choose, is_open

pytest_plugins = ["tests.browser.plan_fixtures"]

HOUR = 60 * 60  # seconds
BREAK = """() => {
  window.open_ = IDBDatabase.prototype.transaction
  IDBDatabase.prototype.transaction = () => { throw new DOMException('', 'AbortError') }
}"""
MEND = "() => { IDBDatabase.prototype.transaction = window.open_ }"
OLD_PLAN: dict[str, Any] = {
    "kind": "plan",
    "version": 1,
    "answers": {"asked-once": "yes"},
    "choices": {"chosen-once": ["this"]},
    "notes": {"step-of-once": "Keep this"},
}


def test_a_plan_script_that_comes_twice_starts_once(open_plan: OpenPlan, site: str) -> None:
    page = open_plan()
    page.add_script_tag(url=f"{site}assets/plan.js")

    expect(page.locator("[data-item]").first.locator("[value=not-for-me]")).to_have_count(1)
    expect(page.locator("[data-slot=vault] > *")).to_have_count(1)


def test_going_back_ends_the_wait_for_a_page(page: Page) -> None:
    held: list[Route] = []
    page.route("**/sheets.html", lambda route: held.append(route))
    choose(page, "phone")
    with page.expect_request("**/sheets.html"):
        choose(page, "sheets")
    back(page).click()
    is_open(page, "start")
    with page.expect_response("**/sheets.html"):
        held[0].continue_()

    expect(page.locator("[data-view-id=sheets] h1")).to_have_count(1)
    is_open(page, "start")


def test_a_title_and_names_of_files_do_not_stay_behind_a_lock(kept: Page) -> None:
    kept.locator(".take-title").evaluate("field => { field.value = 'For Anna' }")
    for name in kept.locator(".take-name").all():
        name.evaluate("field => { field.value = 'For Anna' }")
    kept.locator(".file-name").evaluate("field => { field.value = 'For Anna' }")
    press(kept, "Lock now")
    state(kept, "locked")

    assert "Anna" not in kept.evaluate(EVERYTHING)
    expect(kept.locator(".take-title")).to_have_value("Notes")
    for name in kept.locator(".take-name").all():
        expect(name).to_have_value("notes")
    expect(kept.locator(".file-name")).to_have_value("notes.age")


def test_storage_that_fails_for_a_moment_is_not_told_as_gone(kept: Page) -> None:
    kept.evaluate(BREAK)
    write(kept, 0, f"{SECRET}, at the back")
    status(kept, "Last changes not kept")
    expect(vault(kept).locator(".vault-problem p").first).to_have_text(
        "This browser does not let this page keep anything. What you wrote is still on the screen. "
        "You can save a copy as a file."
    )
    state(kept, "unlocked")
    kept.evaluate(MEND)
    press(kept, "Try to keep it again")
    status(kept, "Kept on this device")


def test_a_clock_that_is_set_back_does_not_put_off_the_lock(open_plan: OpenPlan) -> None:
    page = open_plan(clock=True)
    write(page, 0, SECRET)
    keep(page)
    page.clock.set_system_time(page.evaluate("Date.now() / 1000") - HOUR)
    page.keyboard.press("Tab")

    state(page, "locked")
    said(page, "Locked. What you wrote is kept, and no part of it is on this page any more.")


def test_clearing_all_answers_clears_those_of_an_older_guide(open_plan: OpenPlan) -> None:
    page = open_plan()
    page.locator("[data-file=open] > summary").click()
    page.locator("[data-file=open] [type=file]").set_input_files(
        {"name": "notes.json", "mimeType": "", "buffer": json.dumps(OLD_PLAN).encode()}
    )
    page.get_by_role("button", name="Add it to my plan").click()
    assert saved_json(page)["answers"] == {"asked-once": "yes"}
    page.get_by_role("button", name="Clear all answers").click()

    saved = saved_json(page)
    assert (saved["answers"], saved["choices"]) == ({}, {})
    assert saved["notes"] == {"step-of-once": "Keep this"}


def test_a_link_that_is_pressed_names_no_host_until_it_is_let_go(open_page: OpenPage) -> None:
    for address in ("numbers.html", "index.html"):
        page = open_page(address)
        if address == "index.html":
            choose(page, "numbers")
        link = page.locator("[data-view-id=numbers] a[data-external]:visible").first
        leads_to = link.get_attribute("href")
        link.hover()
        page.mouse.down()
        assert (leads_to or "").startswith("https://")
        assert link.get_attribute("href") == ""
        page.mouse.move(0, 0)
        page.mouse.up()
        assert link.get_attribute("href") == leads_to
        link.focus()
        link.hover()
        page.keyboard.press("Shift")
        assert link.get_attribute("href") == leads_to
        expect(link).to_be_focused()


def test_no_translation_service_gets_a_passphrase_or_what_was_written(open_plan: OpenPlan) -> None:
    page = open_plan()
    fill_plan(page)
    ask(page)
    part = page.locator("[data-part=people]")
    part.locator("[data-field=do]").first.fill("Ring Sam")
    page.locator(".take-what").select_option("friend")

    expect(page.locator(".made-words[translate=no]:visible")).to_have_count(1)
    own = page.locator(".take-picks fieldset").first
    expect(own.locator("legend")).to_have_attribute("translate", "no")
    expect(own.locator("[translate=no]").last).to_have_text("Ring Sam")
    label = "What to do"
    expect(own.locator("label")).to_have_text(f"{label}: Ring Sam")
