"""Keeping the plan on this device as the reader meets it: the question, opening, locking, deleting."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.plan_vault import (
    EVERYTHING,
    SECRET,
    VALUES,
    WRONG,
    OpenPlan,
    ask,
    fill_plan,
    keep,
    note,
    passphrase_of,
    press,
    said,
    state,
    status,
    unlock,
    vault,
    write,
)
from tests.browser.support import EXIT_URL, PHONE, OpenPage, Seen, stored
from tests.browser.traces import Traces, axe_problems
from tests.browser.vault_support import databases, records

pytest_plugins = ["tests.browser.plan_fixtures"]
OWN = "lamp under seven quiet rivers"
FOUR_SENTENCES = [
    "An encrypted copy stays in this browser, and opens here again with a passphrase.",
    "Someone who searches this device cannot read it, "
    "but can find that a locked block is kept under this site’s address.",
    "If you forget the passphrase, nobody can undo that.",
    "A private window forgets it when it closes, "
    "and Safari may delete it after seven days without a visit: save a copy too.",
]
MINUTE = 60_000
LOCKED = "Locked. Your plan is kept, and nothing of it is on this page any more."


@pytest.fixture
def page(open_plan: OpenPlan) -> Page:
    return open_plan()


class TestUntilAsked:
    def test_nothing_is_kept_and_nothing_of_the_vault_is_loaded(self, page: Page, seen: Seen) -> None:
        state(page, "off")
        write(page, 0, SECRET)
        page.wait_for_timeout(1000)
        assert {kind: found for kind, found in stored(page).items() if found} == {}
        assert not [url for url in seen.requests if re.search(r"assets/(vault|words|strength)\.js", url)]

    def test_the_question_is_four_sentences_and_loads_nothing(self, page: Page, seen: Seen) -> None:
        expect(vault(page).locator("li").first).to_be_hidden()
        vault(page).locator("summary").click()
        assert vault(page).locator("li").all_inner_texts() == FOUR_SENTENCES
        assert not [url for url in seen.requests if re.search(r"assets/(vault|words|strength)\.js", url)]

    def test_going_back_from_the_question_keeps_nothing_and_drops_the_words(self, page: Page) -> None:
        words = ask(page)
        press(page, "Not now")
        assert words not in page.evaluate(EVERYTHING)
        expect(vault(page).locator("summary")).to_be_focused()
        state(page, "off")
        assert databases(page) == []

    def test_without_script_nothing_of_it_is_shown(self, open_page: OpenPage) -> None:
        page = open_page("plan.html", scripts=False)
        expect(vault(page)).to_be_empty()
        assert not page.locator("main :is([data-passphrase], [data-vault])").count()


class TestPassphrase:
    def test_new_words_are_other_words(self, page: Page) -> None:
        words = ask(page)
        press(page, "New words")
        expect(vault(page).locator(".made-words")).not_to_have_text(words)

    @pytest.mark.parametrize(
        ("own", "reason"),
        [
            ("", "There is no passphrase yet. Nothing was changed. You can type one."),
            ("Summer2024!", "This is short enough to be guessed. You can add more words."),
            ("Marlowe Quimby", re.compile("^This ")),
        ],
    )
    def test_a_weak_one_is_refused_with_the_reason(self, page: Page, own: str, reason: Any) -> None:
        ask(page)
        vault(page).get_by_label("Words of your own").check()
        field = vault(page).get_by_label("Your passphrase")
        field.fill(own)
        press(page, "Keep the plan")
        said(page, reason)
        expect(field).to_be_focused()
        expect(field).to_have_attribute("aria-invalid", "true")
        state(page, "off")
        assert databases(page) == []

    def test_what_the_plan_names_is_no_good_passphrase(self, page: Page) -> None:
        part = page.locator("[data-part=people]")
        part.locator("summary").first.click()
        part.locator("[data-field=name]").first.fill("Xanthippe Oglethorpe-Quarrington")
        ask(page)
        vault(page).get_by_label("Words of your own").check()
        vault(page).get_by_label("Your passphrase").fill("xanthippe oglethorpe-quarrington")
        press(page, "Keep the plan")
        said(
            page,
            "This has something in it that the person may know. "
            "You can use words that say nothing about you.",
        )

    def test_a_veiled_one_is_typed_twice(self, page: Page) -> None:
        ask(page)
        vault(page).get_by_label("Words of your own").check()
        expect(vault(page).get_by_label("The same once more")).to_be_hidden()
        vault(page).get_by_label("Show what I type").uncheck()
        vault(page).get_by_label("Your passphrase").fill(OWN)
        vault(page).get_by_label("The same once more").fill(OWN[1:])
        press(page, "Keep the plan")
        said(page, "The two passphrases are not the same. Nothing was changed. You can show what you type.")
        vault(page).get_by_label("The same once more").fill(OWN)
        press(page, "Keep the plan")
        state(page, "unlocked")

    def test_no_browser_can_take_its_field_for_a_password(self, kept: Page) -> None:
        press(kept, "Lock now")
        state(kept, "locked")
        fields = kept.locator("input, textarea, select").evaluate_all(
            "all => all.map((field) => [field.type === 'password', field.autocomplete, Boolean(field.form)])"
        )
        assert not [field for field in fields if field[0] or field[1] != "off" or field[2]]
        field = vault(kept).locator("[data-passphrase]")
        assert field.evaluate("field => getComputedStyle(field).webkitTextSecurity") == "disc"
        vault(kept).get_by_label("Show what I type").check()
        assert field.evaluate("field => getComputedStyle(field).webkitTextSecurity") == "none"
        assert field.get_attribute("spellcheck") == "false"

    def test_words_and_passphrases_are_gone_once_they_are_used(self, kept: Page) -> None:
        assert passphrase_of(kept) not in kept.evaluate(EVERYTHING)
        press(kept, "Lock now")
        unlock(kept, passphrase_of(kept))
        assert passphrase_of(kept) not in kept.evaluate(EVERYTHING)


class TestKeepAndOpen:
    def test_what_is_kept_comes_back_whole_after_the_page_was_closed(
        self, page: Page, open_plan: OpenPlan
    ) -> None:
        fill_plan(page)
        before = page.evaluate(VALUES)
        assert len(before) >= 8
        words = keep(page)
        said(page, "Your plan is kept on this device now. What you change is kept as you go.")
        write(page, 3, "Later")
        status(page, "Kept")
        before = page.evaluate(VALUES)
        other = open_plan(beside=page)
        page.close()
        state(other, "locked")
        assert other.evaluate(VALUES) == {}
        unlock(other, words)
        said(other, "Your plan is open.")
        assert other.evaluate(VALUES) == before

    def test_what_is_kept_is_encrypted_and_nothing_else_is_stored(self, kept: Page) -> None:
        found = {kind: names for kind, names in stored(kept).items() if names}
        assert found == {"databases": ["notes"]}
        everything = b"".join(records(kept).values())
        assert everything.count(b"age-encryption.org/v1") == 2
        assert b"Blue" not in everything
        assert b"plan" not in everything

    def test_the_status_says_kept_only_when_it_is(self, kept: Page) -> None:
        kept.evaluate("window.seen = []")
        kept.evaluate(
            """() => {
              const status = document.querySelector('.vault-status')
              const look = new MutationObserver(() => window.seen.push(status.textContent))
              look.observe(status, { childList: true })
            }"""
        )
        before = records(kept)["2"]
        note(kept, 0).press_sequentially("More")
        status(kept, "Keeping…")
        status(kept, "Kept")
        assert records(kept)["2"] != before
        assert set(kept.evaluate("window.seen")) == {"Keeping…", "Kept"}

    def test_a_wrong_passphrase_is_told_waits_and_deletes_nothing(self, kept: Page) -> None:
        press(kept, "Lock now")
        state(kept, "locked")
        before = records(kept)
        for _ in range(3):
            vault(kept).locator("[data-passphrase]").fill("wrong horse battery lamp")
            kept.keyboard.press("Enter")
            said(kept, WRONG)
            expect(vault(kept).locator("[data-passphrase]")).to_be_focused()
        assert records(kept) == before
        unlock(kept, passphrase_of(kept))
        expect(note(kept, 0)).to_have_value(SECRET)

    def test_what_was_written_before_it_was_opened_is_not_lost_and_not_mixed_in(self, kept: Page) -> None:
        kept.reload()
        state(kept, "locked")
        write(kept, 1, "Written before")
        write(kept, 0, "Other words")
        unlock(kept, passphrase_of(kept))
        expect(note(kept, 0)).to_have_value(SECRET)
        expect(note(kept, 1)).to_have_value("")
        compare = vault(kept).locator(".compare")
        expect(compare.locator("[data-focus]")).to_be_focused()
        compare.get_by_role("button", name="Add it to my plan").click()
        said(kept, "Your plan now holds both.")
        expect(note(kept, 0)).to_have_value(f"{SECRET}\n\nOther words")
        expect(note(kept, 1)).to_have_value("Written before")
        status(kept, "Kept")

    def test_the_passphrase_can_be_changed(self, kept: Page) -> None:
        vault(kept).locator("[data-change] > summary").click()
        change = vault(kept).locator("[data-change]")
        expect(change.locator(".made-words")).not_to_be_empty()
        new = change.locator(".made-words").inner_text()
        change.get_by_label("The passphrase you have now").fill("wrong horse battery lamp")
        press(kept, "Change it")
        said(kept, WRONG)
        change.get_by_label("The passphrase you have now").fill(passphrase_of(kept))
        press(kept, "Change it")
        said(kept, re.compile("^The passphrase is changed. Only the new one opens your plan now."))
        assert new not in kept.evaluate(EVERYTHING)
        press(kept, "Lock now")
        vault(kept).locator("[data-passphrase]").fill(passphrase_of(kept))
        press(kept, "Open it")
        said(kept, WRONG)
        unlock(kept, new)
        expect(note(kept, 0)).to_have_value(SECRET)

    def test_a_copy_is_asked_for_after_a_week_and_after_twenty_changes(self, open_plan: OpenPlan) -> None:
        page = open_plan(clock=True)
        words = keep(page)
        boxes = page.locator("[data-item] input[value=done]")
        reminder = vault(page).locator(".vault-reminder")
        for number in range(18):
            boxes.nth(number).check()
            page.clock.run_for(300)
        expect(reminder).to_be_hidden()
        boxes.nth(18).check()
        page.clock.run_for(300)
        expect(reminder).to_contain_text("You have changed a lot since you last saved a copy of this plan.")
        reminder.get_by_role("button", name="Save a copy").click()
        save = page.locator("[data-file=save]")
        expect(save.locator(".made-words")).not_to_be_empty()
        with page.expect_download() as download:
            save.get_by_role("button", name="Save the file").click()
        assert download.value.suggested_filename == "notes.age"
        expect(reminder).to_be_hidden()
        boxes.nth(19).check()
        page.clock.run_for(3000)
        page.clock.fast_forward(8 * 24 * 60 * MINUTE)
        state(page, "locked")
        unlock(page, words)
        expect(reminder).to_contain_text("It is a week or more since you saved a copy of this plan.")


class TestLocking:
    def test_lock_now_leaves_nothing_of_the_plan_in_the_page(self, page: Page) -> None:
        fill_plan(page)
        keep(page)
        press(page, "Lock now")
        state(page, "locked")
        said(page, LOCKED)
        expect(vault(page).locator("[data-focus]")).to_be_focused()
        assert page.evaluate(VALUES) == {}
        everything = page.evaluate(EVERYTHING)
        assert not [
            text
            for text in (SECRET, "bold", "right to left", "Sam", "Ana", "2026-12-24")
            if text in everything
        ]

    def test_undo_brings_nothing_back(self, kept: Page) -> None:
        note(kept, 0).press_sequentially(" and more")
        status(kept, "Kept")
        press(kept, "Lock now")
        state(kept, "locked")
        note(kept, 0).evaluate("field => { field.closest('details').open = true }")
        note(kept, 0).focus()
        for _ in range(3):
            kept.keyboard.press("Control+z")
        assert kept.evaluate(VALUES) == {}

    def test_it_locks_after_the_chosen_time_without_use(self, open_plan: OpenPlan) -> None:
        page = open_plan(clock=True)
        write(page, 0, SECRET)
        words = keep(page)
        vault(page).get_by_text("When it locks by itself").click()
        vault(page).get_by_label("1 minute").check()
        page.clock.run_for(3000)
        status(page, "Kept")
        page.clock.fast_forward(61_000)
        state(page, "locked")
        said(page, LOCKED)
        assert SECRET not in page.evaluate(EVERYTHING)
        unlock(page, words)
        expect(vault(page).get_by_label("1 minute")).to_be_checked()
        page.clock.fast_forward(61_000)
        state(page, "locked")

    def test_a_keystroke_just_before_it_goes_out_of_sight_is_kept(self, open_plan: OpenPlan) -> None:
        page = open_plan(clock=True)
        words = keep(page)
        write(page, 0, SECRET)
        page.evaluate(
            """() => {
              Object.defineProperty(document, 'hidden', { configurable: true, value: true })
              document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
            }"""
        )
        status(page, "Kept")
        page.clock.fast_forward(61_000)
        state(page, "locked")
        page.reload()
        unlock(page, words)
        expect(note(page, 0)).to_have_value(SECRET)

    def test_leaving_drops_everything_at_once(self, kept: Page) -> None:
        vault(kept).locator("[data-change] > summary").click()
        expect(vault(kept).locator(".made-words")).not_to_be_empty()
        kept.evaluate(
            """() => {
              const view = document.querySelector('[data-view-id=plan]')
              const slot = document.querySelector('[data-slot=vault]')
              document.addEventListener('guide:leave', () => console.log(JSON.stringify([
                document.documentElement.dataset.vault, view.childNodes.length, slot.childNodes.length,
                document.documentElement.textContent.includes('Blue')])))
            }"""
        )
        with kept.expect_console_message() as told:
            kept.locator(".exit").click()
        kept.wait_for_url(EXIT_URL)
        assert json.loads(told.value.text) == ["locked", 0, 0, False]

    def test_delete_everything_leaves_no_database_and_says_what_may_remain(
        self, kept: Page, seen: Seen
    ) -> None:
        vault(kept).locator("[data-wipe] > summary").click()
        press(kept, "Delete everything now")
        state(kept, "off")
        said(kept, re.compile("^The kept plan is deleted, and this page is cleared. What may stay is "))
        expect(vault(kept).locator("summary")).to_be_focused()
        assert {kind: found for kind, found in stored(kept).items() if found} == {}
        assert SECRET not in kept.evaluate(EVERYTHING)
        seen.errors.clear()  # the browser's own line on the missing address

    def test_it_can_be_deleted_without_the_passphrase(self, kept: Page, seen: Seen) -> None:
        press(kept, "Lock now")
        vault(kept).locator("[data-wipe] > summary").click()
        press(kept, "Delete everything now")
        state(kept, "off")
        assert databases(kept) == []
        seen.errors.clear()


class TestForEveryone:
    def test_it_goes_by_keyboard_alone(self, page: Page) -> None:
        keys = page.keyboard
        vault(page).locator("summary").focus()
        keys.press("Enter")
        tab_to(page, vault(page).get_by_role("button", name="Choose a passphrase"))
        keys.press("Enter")
        expect(vault(page).locator(".made-words")).not_to_be_empty()
        expect(vault(page).get_by_label("Five words made for you")).to_be_focused()
        words = vault(page).locator(".made-words").inner_text()
        tab_to(page, vault(page).get_by_role("button", name="Keep the plan"))
        keys.press("Enter")
        state(page, "unlocked")
        expect(vault(page).locator("[data-focus]")).to_be_focused()
        tab_to(page, vault(page).get_by_role("button", name="Lock now"))
        keys.press("Enter")
        state(page, "locked")
        tab_to(page, vault(page).get_by_label("Passphrase"))
        keys.type(words)
        keys.press("Enter")
        state(page, "unlocked")

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_axe_finds_nothing_and_nothing_is_wider_than_320_pixels(self, page: Page, scheme: Any) -> None:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.set_viewport_size({"width": 320, "height": 640})
        look(page)
        ask(page)
        look(page)
        vault(page).get_by_label("Words of your own").check()
        vault(page).get_by_label("Show what I type").uncheck()
        look(page)
        vault(page).get_by_label("Five words made for you").check()
        write(page, 0, SECRET)
        press(page, "Keep the plan")
        state(page, "unlocked")
        for summary in vault(page).locator("summary").all():
            summary.click()
        expect(vault(page).locator(".made-words")).not_to_be_empty()
        vault(page).locator(".vault-newer, .vault-problem, .vault-reminder").evaluate_all(
            "all => all.forEach((block) => { block.hidden = false })"
        )
        look(page)
        press(page, "Lock now")
        state(page, "locked")
        for summary in vault(page).locator("summary").all():
            summary.click()
        look(page)

    def test_no_trace_is_left_anywhere_but_in_the_one_database(self, page: Page, site: str) -> None:
        traces = Traces(page.context, site)
        page.goto(page.url)
        write(page, 0, SECRET)
        keep(page)
        press(page, "Lock now")
        unlock(page, passphrase_of(page))
        assert traces.left(page) == {"databases": ["notes"]}

    def test_it_works_inside_the_reader_with_python_and_is_not_waited_for(self, open_page: OpenPage) -> None:
        page = open_page(viewport=PHONE)
        page.locator("#menu a[data-open='plan']").evaluate("link => link.click()")
        state(page, "off")
        write(page, 0, SECRET)
        words = keep(page)
        press(page, "Lock now")
        unlock(page, words)
        expect(note(page, 0)).to_have_value(SECRET)
        expect(page.locator("html")).to_have_attribute("data-python", "ready", timeout=90_000)
        vault(page).get_by_role("button", name="Lock now").click()
        state(page, "locked")
        assert page.url.endswith("/index.html")


def tab_to(page: Page, goal: Locator) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        if goal.evaluate("element => element === document.activeElement"):
            return
    expect(goal).to_be_focused()


def look(page: Page) -> None:
    page.wait_for_timeout(300)
    assert axe_problems(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    small = vault(page).locator(
        "button:visible, summary:visible, label:has(:is([type=checkbox], [type=radio])):visible"
    )
    sizes = small.evaluate_all(
        "all => all.map((e) => [e.textContent.trim(), e.getBoundingClientRect().height])"
    )
    assert [size for size in sizes if size[1] < 43.5] == []
