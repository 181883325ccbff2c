"""A second tab, a full disk, blocked storage, parts that do not arrive: nothing that was written is lost."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.plan_vault import (
    EVERYTHING,
    LONG,
    SECRET,
    VALUES,
    OpenPlan,
    ask,
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
from tests.browser.support import Seen

pytest_plugins = ["tests.browser.plan_fixtures"]
FULL = (
    "There is no room left on this device, so your last changes are not kept. "
    "They are still on the screen. You can save a copy as a file."
)
GONE = (
    "What you kept on this device is no longer there. What is on the screen is still here. "
    "You can keep it again, or save a copy as a file."
)
WAITS = (
    "Your last changes could not be kept yet. They are still in this tab, locked. Leave the tab open, "
    "and open it here. If you close the tab before that, they are lost."
)
BLOCKED = (
    "This browser does not let this page keep anything. What you wrote is still on the screen. "
    "You can save a copy as a file."
)


@pytest.fixture
def page(open_plan: OpenPlan) -> Page:
    return open_plan()


class TestSecondTab:
    def test_both_tabs_write_and_nothing_is_lost(self, kept: Page, open_plan: OpenPlan) -> None:
        other = open_plan(beside=kept)
        state(other, "locked")
        unlock(other, passphrase_of(kept))
        write(kept, 1, "One")
        write(other, 2, "Two")
        write(kept, 0, f"{SECRET} one")
        write(other, 0, f"{SECRET} two")
        for tab in (kept, other):
            status(tab, "Kept on this device")
        for tab in (kept, other):
            newer = vault(tab).locator(".vault-newer")
            expect(newer).to_contain_text("Your plan was changed in another tab.")
            newer.get_by_role("button").click()
            said(tab, "This is the newer plan, with what you wrote here.")
            # A busy tab may have heard of the other's first words alone, and hears of the rest now.
            while not {"one", "two"} <= set(note(tab, 0).input_value().split()):
                newer.get_by_role("button").click(timeout=LONG)
            expect(newer).to_be_hidden()
            expect(note(tab, 1)).to_have_value("One")
            expect(note(tab, 2)).to_have_value("Two")
        assert kept.evaluate(VALUES) == other.evaluate(VALUES)

    def test_a_tab_with_text_hears_that_another_keeps_and_loses_nothing(
        self, page: Page, open_plan: OpenPlan
    ) -> None:
        other = open_plan(beside=page)
        write(other, 1, "Written here")
        write(page, 0, SECRET)
        words = keep(page)
        state(other, "locked")
        said(other, re.compile("^Something from another tab is now kept on this device."))
        expect(note(other, 1)).to_have_value("Written here")
        unlock(other, words)
        expect(note(other, 0)).to_have_value(SECRET)
        vault(other).get_by_role("button", name="Add it to my plan").click()
        expect(note(other, 1)).to_have_value("Written here")

    def test_a_new_passphrase_locks_the_other_tab_and_its_last_words_wait(
        self, kept: Page, open_plan: OpenPlan
    ) -> None:
        other = open_plan(beside=kept)
        unlock(other, passphrase_of(kept))
        write(other, 1, "Last words")
        vault(kept).locator("[data-change] > summary").click()
        change = vault(kept).locator("[data-change]")
        new = made_words(change)
        change.get_by_label("The passphrase you have now").fill(passphrase_of(kept))
        press(kept, "Change it")
        state(other, "locked")
        said(other, re.compile("^The passphrase was changed in another tab, so this tab is locked."))
        assert other.evaluate(VALUES) == {}
        unlock(other, new)
        expect(note(other, 1)).to_have_value("Last words")

    def test_deleting_in_one_tab_leaves_the_text_in_the_other_and_says_so(
        self, kept: Page, open_plan: OpenPlan, seen: Seen
    ) -> None:
        other = open_plan(beside=kept)
        unlock(other, passphrase_of(kept))
        vault(kept).locator("[data-wipe] > summary").click()
        press(kept, "Delete everything now")
        state(other, "off")
        said(other, GONE)
        expect(note(other, 0)).to_have_value(SECRET)
        seen.errors.clear()


class TestTrouble:
    def test_a_full_disk_leaves_the_text_and_offers_a_file(self, kept: Page) -> None:
        kept.evaluate(
            """() => {
              IDBObjectStore.prototype.put = () => { throw new DOMException('', 'DataError') }
              navigator.storage.estimate = async () => ({ quota: 1000, usage: 1000 })
            }"""
        )
        write(kept, 0, "Not kept yet")
        problem = vault(kept).locator(".vault-problem")
        expect(problem).to_contain_text(FULL, timeout=LONG)
        status(kept, "Last changes not kept")
        expect(note(kept, 0)).to_have_value("Not kept yet")
        problem.get_by_role("button", name="Save it as a file").click()
        expect(kept.locator("[data-file=save]")).to_have_attribute("open", "")
        expect(kept.locator("[data-file=save] > summary")).to_be_focused()

    def test_a_full_disk_holds_up_no_lock_and_what_waits_is_opened_here(self, kept: Page) -> None:
        kept.evaluate("void (window.put = IDBObjectStore.prototype.put)")
        kept.evaluate(
            "void (IDBObjectStore.prototype.put = () => { throw new DOMException('', 'QuotaExceededError') })"
        )
        write(kept, 0, "Not kept yet")
        expect(vault(kept).get_by_text("If it locks before that, your changes stay")).to_be_visible(
            timeout=LONG
        )
        write(kept, 0, "Not kept yet, and more")
        # In one turn of the page's thread, with what was typed a moment ago.
        locked = kept.evaluate(
            """() => {
              document.querySelector('[data-vault=lock]').click()
              const { value } = document.querySelector('[data-item] textarea')
              return [document.documentElement.dataset.vault, value]
            }"""
        )
        assert locked == ["locked", ""]
        said(kept, WAITS)
        expect(vault(kept).locator(".vault-waits")).to_have_text(WAITS)
        assert "Not kept yet" not in kept.evaluate(EVERYTHING)
        unlock(kept, passphrase_of(kept))
        expect(note(kept, 0)).to_have_value("Not kept yet, and more")
        kept.evaluate("void (IDBObjectStore.prototype.put = window.put)")
        press(kept, "Lock now")
        said(kept, re.compile("^Locked. What you wrote is kept"))
        unlock(kept, passphrase_of(kept))
        expect(note(kept, 0)).to_have_value("Not kept yet, and more")

    def test_once_there_is_room_it_is_kept(self, kept: Page) -> None:
        kept.evaluate("void (window.put = IDBObjectStore.prototype.put)")
        kept.evaluate(
            "void (IDBObjectStore.prototype.put = () => { throw new DOMException('', 'QuotaExceededError') })"
        )
        write(kept, 0, "Kept at last")
        expect(vault(kept).locator(".vault-problem")).to_be_visible(timeout=LONG)
        kept.evaluate("void (IDBObjectStore.prototype.put = window.put)")
        press(kept, "Try to keep it again")
        status(kept, "Kept on this device")
        expect(vault(kept).locator(".vault-problem")).to_be_hidden()

    @pytest.mark.parametrize("error", ["SecurityError", "InvalidStateError"])
    def test_blocked_storage_is_told_and_a_file_is_offered(self, open_plan: OpenPlan, error: str) -> None:
        page = open_plan(
            before=f"""IDBFactory.prototype.open = () => {{ throw new DOMException('', '{error}') }};
            IDBFactory.prototype.databases = () => Promise.reject(new DOMException('', '{error}'))"""
        )
        write(page, 0, SECRET)
        ask(page)
        press(page, "Keep it on this device")
        said(page, BLOCKED)
        expect(note(page, 0)).to_have_value(SECRET)
        expect(page.locator("[data-file=save]")).to_have_attribute("open", "")
        with page.expect_download():
            page.locator("[data-file=save]").get_by_role("button", name="Save the file").click()

    def test_storage_deleted_while_open_leaves_the_text(self, kept: Page) -> None:
        kept.evaluate(
            "new Promise((done) => { indexedDB.deleteDatabase('notes:/').onsuccess = done }).then(() => null)"
        )
        write(kept, 1, "Still here")
        state(kept, "off")
        said(kept, GONE)
        expect(note(kept, 0)).to_have_value(SECRET)
        expect(note(kept, 1)).to_have_value("Still here")
        keep(kept)

    def test_a_worker_that_does_not_arrive_is_told_and_tried_again(self, page: Page, seen: Seen) -> None:
        page.route("**/assets/vault.js", lambda route: route.abort())
        write(page, 0, SECRET)
        ask(page)
        press(page, "Keep it on this device")
        said(page, re.compile("^The part of this page that locks and opens what you keep did not work."))
        page.unroute_all()
        press(page, "Keep it on this device")
        state(page, "unlocked")
        seen.errors.clear()

    def test_words_that_do_not_arrive_are_told_and_tried_again(self, page: Page, seen: Seen) -> None:
        page.route("**/assets/words.js", lambda route: route.abort())
        vault(page).locator("summary").first.click()
        press(page, "Choose a passphrase")
        said(page, "No words came up. Try again, or use words of your own.")
        page.unroute_all()
        press(page, "New words")
        expect(vault(page).locator(".made-words")).not_to_be_empty()
        seen.errors.clear()

    def test_strange_text_that_was_pasted_never_shuts_the_reader_out(self, page: Page) -> None:
        note(page, 0).evaluate(
            """field => {
              field.value = 'a\\u0000b\\ud800c\\u0007'
              field.dispatchEvent(new Event('input', { bubbles: true }))
            }"""
        )
        words = keep(page)
        page.reload()
        unlock(page, words)
        said(page, "Your plan is open.")
        assert re.fullmatch("a.?b.?c.?", note(page, 0).input_value(), re.DOTALL)
