"""What a file holds goes into the plan only when the reader agrees."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.import_support import (
    FILE_LOCKED,
    good_plan,
    offer,
    open_filled,
    open_locked,
    panel,
    said,
    save,
)
from tests.browser.plan_vault import SECRET, VALUES, OpenPlan, keep, note, state, status, vault
from tests.browser.traces import axe_problems

pytest_plugins = ["tests.browser.plan_fixtures"]


@pytest.fixture
def page(open_plan: OpenPlan) -> Page:
    return open_filled(open_plan)


class TestAgreeing:
    def test_nothing_changes_before_the_reader_agrees(self, page: Page) -> None:
        before = page.evaluate(VALUES)
        offer(page, json.dumps(good_plan()).encode())
        compare = panel(page).locator(".compare")
        expect(compare).to_have_count(1)
        assert "People I trust: 1 entry added." in compare.locator("[data-way=add] li").all_text_contents()
        assert page.evaluate(VALUES) == before
        compare.get_by_role("button", name="Leave my plan as it is").click()
        expect(said(page)).to_have_text("Your plan stays as it is.")
        expect(panel(page).locator("summary").first).to_be_focused()
        expect(compare).to_have_count(0)
        assert page.evaluate(VALUES) == before

    def test_adding_keeps_what_is_there_and_says_what_stays(self, page: Page) -> None:
        plan = good_plan() | {"review": {"next": "2027-01-01"}}
        offer(page, json.dumps(plan).encode())
        expect(panel(page).locator(".compare")).to_have_count(1)
        stays = panel(page).locator("[data-way=add] div li").all_text_contents()
        assert "The day to look at the plan again differs." in stays
        panel(page).get_by_role("button", name="Add it to my plan").click()
        expect(said(page)).to_have_text("Your plan now holds both.")
        names = page.locator("[data-part=people] [data-field=name]").evaluate_all(
            "all => all.map((f) => f.value)"
        )
        assert names == ["Sam", "Ana", "Ana"]
        expect(page.locator("[data-part=review] input[type=date]")).to_have_value("2026-12-24")
        expect(note(page, 0)).to_have_value(re.compile(SECRET))

    def test_putting_it_in_place_shows_what_is_lost(self, page: Page) -> None:
        offer(page, json.dumps(good_plan()).encode())
        expect(panel(page).locator(".compare")).to_have_count(1)
        lost = panel(page).locator("[data-way=replace] li").all_text_contents()
        assert "People I trust: 2 entries removed." in lost
        panel(page).get_by_role("button", name="Replace my plan with it").click()
        expect(said(page)).to_have_text("Your plan is now the one you chose.")
        names = page.locator("[data-part=people] [data-field=name]").evaluate_all(
            "all => all.map((f) => f.value)"
        )
        assert names == ["Ana"]

    def test_a_file_that_holds_the_same_asks_nothing(self, page: Page) -> None:
        file, words = save(page)
        open_locked(page, file, words, "Nothing in this file differs from your plan. Nothing was changed.")
        expect(panel(page).locator(".compare")).to_have_count(0)

    def test_what_was_agreed_to_is_kept(self, page: Page) -> None:
        words = keep(page)
        offer(page, json.dumps(good_plan()).encode())
        panel(page).get_by_role("button", name="Add it to my plan").click()
        expect(vault(page).locator(".vault-status")).to_have_text(
            re.compile("Keeping on this device…|Kept on this device")
        )
        status(page, "Kept on this device")
        before = page.evaluate(VALUES)
        page.reload()
        state(page, "locked")
        vault(page).locator("[data-passphrase]").fill(words)
        page.keyboard.press("Enter")
        state(page, "unlocked")
        assert page.evaluate(VALUES) == before

    def test_a_second_file_takes_the_place_of_the_first(self, page: Page) -> None:
        offer(page, json.dumps(good_plan()).encode())
        expect(panel(page).locator(".compare")).to_have_count(1)
        offer(page, b"")
        expect(panel(page).locator(".compare")).to_have_count(0)

    def test_locking_drops_the_file_that_was_offered(self, page: Page) -> None:
        keep(page)
        offer(page, json.dumps(good_plan()).encode())
        expect(panel(page).locator(".compare")).to_have_count(1)
        vault(page).get_by_role("button", name="Lock now").click()
        state(page, "locked")
        expect(panel(page).locator(".compare")).to_have_count(0)
        assert panel(page).locator("[type=file]").input_value() == ""

    def test_the_name_of_the_file_can_be_changed(self, page: Page) -> None:
        area = page.locator("[data-file=save]")
        area.locator("summary").click()
        expect(area.locator(".made-words")).not_to_be_empty()
        area.get_by_label("Name of the file").fill("../shopping<list>")
        with page.expect_download() as download:
            area.get_by_role("button", name="Save the file").click()
        assert download.value.suggested_filename == "shoppinglist.age"
        expect(area.locator(".said").last).to_contain_text("“shoppinglist.age”")

    def test_axe_finds_nothing_and_nothing_is_wider_than_320_pixels(self, page: Page) -> None:
        page.emulate_media(reduced_motion="reduce")
        page.set_viewport_size({"width": 320, "height": 640})
        file, _ = save(page)
        offer(page, file, "notes.age")
        expect(said(page)).to_have_text(FILE_LOCKED)
        assert axe_problems(page) == []
        offer(page, json.dumps(good_plan()).encode())
        expect(panel(page).locator(".compare")).to_have_count(1)
        assert axe_problems(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
