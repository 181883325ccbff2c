"""Keeping the plan on this device as the reader meets it: the question, opening, locking, deleting."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.plan_support import STAY_AWAY
from tests.browser.plan_vault import (
    EVERYTHING,
    NO_PYTHON,
    SECRET,
    VALUES,
    WRONG,
    OpenPlan,
    ask,
    fill_plan,
    keep,
    made_words,
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
from tests.browser.support import BELOW, TOUCH, OpenPage, Seen, databases, show_whole, stored
from tests.browser.vault_support import records

pytest_plugins = ["tests.browser.plan_fixtures"]
OWN = "lamp under seven quiet rivers"
FOUR_SENTENCES = [
    "What you write stays in this browser, locked with a passphrase. You can open it here again with that "
    "passphrase.",
    "Someone who searches this device cannot read it without the passphrase. But they can see that "
    "something locked is kept under this site’s address.",
    "Your plan and your log are kept together. One passphrase opens both. If you forget it, nobody can "
    "open them.",
    "In a private window, it is lost when you close the window. Safari may delete it after seven days "
    "without a visit. So save a copy as a file too.",
]
MINUTE = 60_000


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

    @pytest.mark.every_language
    def test_the_question_is_four_sentences_and_loads_nothing(self, page: Page, seen: Seen) -> None:
        expect(vault(page).locator("li").first).to_be_hidden()
        vault(page).locator("summary").click()
        assert vault(page).locator("li").all_inner_texts() == FOUR_SENTENCES
        assert not [url for url in seen.requests if re.search(r"assets/(vault|words|strength)\.js", url)]

    def test_going_back_from_the_question_keeps_nothing_and_drops_the_words(self, page: Page) -> None:
        words = ask(page)
        press(page, "Not now")
        expect(vault(page).locator("summary")).to_be_focused()
        assert words not in page.evaluate(EVERYTHING)
        state(page, "off")
        assert databases(page) == []

    def test_without_script_nothing_of_it_is_shown(self, open_page: OpenPage) -> None:
        page = open_page("plan.html", scripts=False)
        expect(vault(page)).to_be_empty()
        assert not page.locator("main :is([data-passphrase], [data-vault])").count()


class TestPassphrase:
    def test_extensions_that_read_along_are_asked_to_leave_every_field_alone(self, page: Page) -> None:
        ask(page)
        page.locator("[data-part=people] [data-plan-action=add]").evaluate("button => button.click()")
        signs = page.locator("[data-view-id=plan] :is(input, textarea)").evaluate_all(
            "(fields, names) => fields.map((field) => names.map((name) => field.getAttribute(name)))",
            [*STAY_AWAY],
        )
        assert len(signs) > 300
        assert [found for found in signs if found != [*STAY_AWAY.values()]] == []

    @pytest.mark.parametrize("sign", [{"isComposing": True}, {"keyCode": 229}])
    def test_enter_that_ends_a_composed_word_presses_no_button(
        self, page: Page, sign: dict[str, Any]
    ) -> None:
        ask(page)
        vault(page).get_by_label("Words of your own").check()
        field = vault(page).get_by_label("Your passphrase")
        press_enter = "(field, sign) => !field.dispatchEvent(new KeyboardEvent('keydown', sign))"
        event = {"key": "Enter", "bubbles": True, "cancelable": True}
        assert not field.evaluate(press_enter, event | sign)
        assert field.evaluate(press_enter, event)  # taken, and the button pressed

    def test_new_words_are_other_words(self, page: Page) -> None:
        words = ask(page)
        press(page, "New words")
        expect(vault(page).locator(".made-words")).not_to_have_text(words)

    @pytest.mark.parametrize(
        ("own", "reason"),
        [
            ("", "There is no passphrase yet. Nothing was changed. You can type one."),
            ("Summer2024!", "This is so short that someone could guess it. You can add more words."),
            ("Marlowe Quimby", re.compile(r"^\w+ .*\.$" if BELOW else "^This ")),
        ],
    )
    def test_a_weak_one_is_refused_with_the_reason(self, page: Page, own: str, reason: Any) -> None:
        ask(page)
        vault(page).get_by_label("Words of your own").check()
        field = vault(page).get_by_label("Your passphrase")
        field.fill(own)
        press(page, "Keep it on this device")
        said(page, reason)
        expect(field).to_be_focused()
        expect(field).to_have_attribute("aria-invalid", "true")
        state(page, "off")
        assert databases(page) == []

    @pytest.mark.parametrize("place", ["[data-part=people] [data-field=name]", "[data-mine=who]"])
    def test_what_the_plan_names_is_no_good_passphrase(self, page: Page, place: str) -> None:
        page.locator("[data-part=people] summary").first.click()
        page.locator("[data-mark=mine]").first.check()
        page.locator(place).first.fill("Xanthippe Oglethorpe-Quarrington")
        ask(page)
        vault(page).get_by_label("Words of your own").check()
        vault(page).get_by_label("Your passphrase").fill("xanthippe oglethorpe-quarrington")
        press(page, "Keep it on this device")
        said(
            page,
            "This has something in it that the person may know. "
            "You can use words that say nothing about you.",
        )

    def test_with_a_mouse_it_is_shown_as_it_is_typed(self, page: Page) -> None:
        assert page.evaluate("matchMedia('(pointer: coarse)').matches") is False
        ask(page)
        vault(page).get_by_label("Words of your own").check()
        expect(vault(page).get_by_label("Show what I type")).to_be_checked()
        expect(vault(page).get_by_label("Your passphrase")).to_have_css("-webkit-text-security", "none")
        expect(vault(page).get_by_label("Type it again")).to_be_hidden()

    def test_on_a_phone_it_is_veiled_until_the_reader_says_so(self, open_page: OpenPage) -> None:
        page = open_page(None, **TOUCH)
        page.add_init_script(NO_PYTHON)
        page.goto("plan.html")
        show_whole(page)
        ask(page)
        vault(page).get_by_label("Words of your own").check()
        field = vault(page).get_by_label("Your passphrase")
        expect(vault(page).get_by_label("Show what I type")).not_to_be_checked()
        expect(field).to_have_css("-webkit-text-security", "disc")
        expect(vault(page).get_by_label("Type it again")).to_be_visible()
        vault(page).get_by_label("Show what I type").check()
        expect(field).to_have_css("-webkit-text-security", "none")
        expect(vault(page).get_by_label("Type it again")).to_be_hidden()

    def test_a_veiled_one_is_typed_twice(self, page: Page) -> None:
        ask(page)
        vault(page).get_by_label("Words of your own").check()
        expect(vault(page).get_by_label("Type it again")).to_be_hidden()
        vault(page).get_by_label("Show what I type").uncheck()
        vault(page).get_by_label("Your passphrase").fill(OWN)
        vault(page).get_by_label("Type it again").fill(OWN[1:])
        press(page, "Keep it on this device")
        said(
            page,
            "The two passphrases are not the same. Nothing was changed. You can tick “Show what I type”.",
        )
        vault(page).get_by_label("Type it again").fill(OWN)
        press(page, "Keep it on this device")
        state(page, "unlocked")

    def test_no_browser_can_take_its_field_for_a_password(self, kept: Page) -> None:
        press(kept, "Lock now")
        state(kept, "locked")
        fields = kept.locator("input, textarea, select").evaluate_all(
            "all => all.map(({ type, autocomplete, form }) => [type, autocomplete, form?.method ?? 'dialog'])"
        )
        assert not [field for field in fields if field[0] == "password" or field[1:] != ["off", "dialog"]]
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
        said(page, "What you wrote is now kept on this device. Your changes are kept as you make them.")
        write(page, 3, "Later")
        status(page, "Kept on this device")
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
        assert found == {"databases": ["notes:/"]}
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
        status(kept, "Kept on this device")
        assert records(kept)["2"] != before
        assert set(kept.evaluate("window.seen")) == {"Keeping on this device…", "Kept on this device"}

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
        status(kept, "Kept on this device")

    @pytest.mark.every_language
    def test_the_passphrase_can_be_changed(self, kept: Page) -> None:
        vault(kept).locator("[data-change] > summary").click()
        change = vault(kept).locator("[data-change]")
        new = made_words(change)
        change.get_by_label("The passphrase you have now").fill("wrong horse battery lamp")
        press(kept, "Change it")
        said(kept, WRONG)
        change.get_by_label("The passphrase you have now").fill(passphrase_of(kept))
        press(kept, "Change it")
        said(kept, re.compile("^The passphrase is changed. Only the new one opens what you keep here."))
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
        expect(reminder).to_contain_text("You last saved a copy of this plan a week or more ago.")
