"""Locked means locked at once, whatever storage does; what was not stored yet is sealed, and waits."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.support import Seen, databases
from tests.browser.vault.test_vault_locks import MINUTE, show
from tests.browser.vault_support import (
    DATA,
    PASSPHRASE,
    expect_no_workers,
    heard,
    outcome,
    records,
    result,
    state,
    update,
    wait_for,
)

OpenVaultPage = Callable[..., Page]

LAST = DATA | {"last": 1}
ADD_LAST = "(data) => ({ ...data, last: 1 })"
# One turn of the page's thread: nothing is waited for.
EDIT_AND_LOCK = """() => {
  vault.update((data) => ({ ...data, last: 1 }))
  vault.lock()
  return [document.documentElement.dataset.vault, vault.state]
}"""
WORKERS = """window.made = []
const RealWorker = Worker
window.Worker = class extends RealWorker {
  constructor(...given) {
    super(...given)
    made.push(this)
  }
}"""
REFUSE = """() => {
  window.realPut = IDBObjectStore.prototype.put
  IDBObjectStore.prototype.put = () => { throw new DOMException('', 'QuotaExceededError') }
}"""
MEND = "() => { IDBObjectStore.prototype.put = realPut }"
FREEZE = "() => { LockManager.prototype.request = () => new Promise(() => {}) }"
HANG = "() => { IDBFactory.prototype.databases = () => new Promise(() => {}) }"


@pytest.fixture
def kept(open_tab: OpenVaultPage) -> Page:
    page = open_tab(before=WORKERS)
    result(page, "keep(passphrase, data)", PASSPHRASE, DATA)
    return page


def lock_with_an_edit(page: Page, trouble: str) -> None:
    page.evaluate(trouble)
    assert page.evaluate(EDIT_AND_LOCK) == ["locked", "locked"]


def waits(page: Page) -> None:
    wait_for(page, lambda: heard(page, "outcome") == [["waits"]])
    expect_no_workers(page)


def test_what_storage_refuses_waits_and_is_stored_when_there_is_room(kept: Page) -> None:
    lock_with_an_edit(kept, REFUSE)
    waits(kept)
    assert state(kept) == "locked"
    kept.evaluate(MEND)
    show(kept, hidden=False)  # without the passphrase
    wait_for(kept, lambda: heard(kept, "outcome") == [["waits"], ["all-kept"]])
    kept.reload()
    kept.evaluate("opened")
    assert result(kept, "unlock(passphrase)", PASSPHRASE) == LAST


def test_what_waits_is_joined_with_what_another_tab_wrote(kept: Page, open_tab: OpenVaultPage) -> None:
    lock_with_an_edit(kept, REFUSE)
    waits(kept)
    other = open_tab()
    result(other, "unlock(passphrase)", PASSPHRASE)
    update(other, "(data) => ({ ...data, other: 1 })")
    result(other, "flush()")
    kept.evaluate(MEND)
    show(kept, hidden=False)
    assert result(kept, "unlock(passphrase)", PASSPHRASE) == LAST | {"other": 1}
    result(kept, "flush()")
    wait_for(other, lambda: heard(other, "change")[-1:] == [[LAST | {"other": 1}]])


def test_a_tab_that_is_frozen_in_its_turn_holds_up_neither_saving_nor_locking(kept: Page) -> None:
    kept.evaluate(FREEZE)
    update(kept, "(data) => ({ ...data, before: 1 })")
    result(kept, "flush()")
    assert kept.evaluate(EDIT_AND_LOCK) == ["locked", "locked"]
    wait_for(kept, lambda: heard(kept, "outcome") == [["all-kept"]])
    assert result(kept, "unlock(passphrase)", PASSPHRASE) == LAST | {"before": 1}


@pytest.mark.parametrize("end", ["terminate()", "dispatchEvent(new Event('error'))"])
def test_where_the_worker_has_ended_another_one_seals(kept: Page, end: str) -> None:
    lock_with_an_edit(kept, f"() => made.at(-1).{end}")
    wait_for(kept, lambda: heard(kept, "outcome") == [["all-kept"]])
    assert result(kept, "unlock(passphrase)", PASSPHRASE) == LAST


FAIL_TO_START = """window.made = 0
const RealWorker = Worker
window.Worker = class extends RealWorker {
  constructor(...given) {
    super(...given)
    made += 1
    if (made > %d) return
    this.postMessage = () => setTimeout(() => this.dispatchEvent(new Event('error', { cancelable: true })))
  }
}"""
"""Workers that start as a busy WebKit does now and then: not at all."""


def test_where_a_worker_does_not_start_the_next_one_keeps_and_opens(open_tab: OpenVaultPage) -> None:
    page = open_tab(before=FAIL_TO_START % 1)
    result(page, "keep(passphrase, data)", PASSPHRASE, DATA)
    assert page.evaluate("made") == 2
    result(page, "lock()")
    page.reload()
    page.evaluate("opened")
    assert result(page, "unlock(passphrase)", PASSPHRASE) == DATA


def test_where_two_do_not_start_it_says_so_and_keeps_nothing_and_a_later_try_does(
    open_tab: OpenVaultPage,
) -> None:
    page = open_tab(before=FAIL_TO_START % 2)
    assert outcome(page, "keep(passphrase, data)", PASSPHRASE, DATA) == {"kind": "no-worker"}
    assert page.evaluate("made") == 2
    assert state(page) == "off"
    assert databases(page) == []
    result(page, "keep(passphrase, data)", PASSPHRASE, DATA)
    assert state(page) == "unlocked"


def test_where_no_worker_starts_any_more_it_locks_and_says_what_is_lost(kept: Page) -> None:
    gone = "() => { made.at(-1).terminate(); window.Worker = class { constructor() { throw new Error() } } }"
    lock_with_an_edit(kept, gone)
    wait_for(kept, lambda: heard(kept, "outcome") == [["lost"]])


def test_where_storage_is_gone_what_waits_is_opened_from_this_tab(kept: Page) -> None:
    name = "'notes:' + location.pathname.replace(/[^/]*$/, '')"
    deleting = f"new Promise((done) => {{ indexedDB.deleteDatabase({name}).onsuccess = done }})"
    lock_with_an_edit(kept, f"() => {deleting}.then(() => null)")
    waits(kept)
    assert result(kept, "unlock(passphrase)", PASSPHRASE) == LAST
    assert outcome(kept, "flush()") == {"kind": "storage-gone"}
    assert state(kept) == "off"
    assert databases(kept) == []


def test_storage_that_never_answers_holds_up_no_lock(kept: Page) -> None:
    update(kept, ADD_LAST)
    kept.evaluate(HANG)
    assert kept.evaluate("() => { vault.lock(); return vault.state }") == "locked"
    expect_no_workers(kept)


def test_the_automatic_lock_comes_where_storage_refuses(open_tab: OpenVaultPage) -> None:
    page = open_tab(clock=True)
    result(page, "keep(passphrase, data)", PASSPHRASE, DATA)
    page.evaluate(REFUSE)
    update(page, ADD_LAST)
    wait_for(page, lambda: ["unlocked", "storage-full"] in heard(page, "state"))
    page.clock.fast_forward(6 * MINUTE)
    wait_for(page, lambda: state(page) == "locked")
    waits(page)


def test_another_part_of_the_page_can_lock_it(kept: Page) -> None:
    """The last edits are asked for first."""
    kept.evaluate(f"() => {{ lastEdits.push({ADD_LAST}); document.dispatchEvent(new Event('guide:lock')) }}")
    assert state(kept) == "locked"
    assert result(kept, "unlock(passphrase)", PASSPHRASE) == LAST


def test_a_fault_while_the_last_edits_are_read_keeps_nothing_open(kept: Page, vault_seen: Seen) -> None:
    kept.evaluate("() => { lastEdits.push(() => { throw new TypeError('x') }); vault.lock() }")
    assert state(kept) == "locked"
    expect_no_workers(kept)
    wait_for(kept, lambda: vault_seen.errors == ["a fault of this page: TypeError"])
    vault_seen.errors.clear()


def test_a_passphrase_that_was_stored_counts_as_changed_though_the_worker_ends(kept: Page) -> None:
    """It ends between the storing and its answer to it."""
    kept.evaluate(
        """() => {
          const { postMessage } = Worker.prototype
          Worker.prototype.postMessage = function (message) {
            if (message.action === 'adopt') setTimeout(() => this.dispatchEvent(new Event('error')))
            else postMessage.call(this, message)
          }
        }"""
    )
    result(kept, "changePassphrase(current, next)", PASSPHRASE, "velvet tundra sparkle onion crane")
    assert state(kept) == "locked"
    assert result(kept, "unlock(passphrase)", "velvet tundra sparkle onion crane") == DATA


def test_a_first_keeping_that_was_stored_is_told_as_kept_though_the_worker_ends(
    open_tab: OpenVaultPage,
) -> None:
    page = open_tab(
        before="""const { postMessage } = Worker.prototype
        Worker.prototype.postMessage = function (message) {
          if (message.action === 'adopt') setTimeout(() => this.dispatchEvent(new Event('error')))
          else postMessage.call(this, message)
        }"""
    )
    assert outcome(page, "keep(passphrase, data)", PASSPHRASE, DATA) == {"kind": "kept-locked"}
    assert state(page) == "locked"
    assert len(records(page)) == 2


def test_a_browser_that_never_says_what_is_stored_holds_up_no_file(open_tab: OpenVaultPage) -> None:
    page = open_tab(before="IDBFactory.prototype.databases = () => new Promise(() => {})")
    assert state(page) == "off"
    file = page.evaluate("vault.exportFile('a b c d e', {}).then((bytes) => bytes.length)")
    assert file > 4096
