"""A browser whose storage does not answer: it is told after a while, and files do not wait for it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.vault_support import (
    DATA,
    PASSPHRASE,
    VaultSite,
    outcome,
    records,
    result,
    state,
    update,
)

OpenVaultPage = Callable[..., Page]

NEVER = "new Promise(() => {})"
NO_LIST = f"IDBFactory.prototype.databases = () => {NEVER}"
NO_DATABASE = """IDBFactory.prototype.open = () => Object.create(IDBOpenDBRequest.prototype, {
  addEventListener: { value() {} }, removeEventListener: { value() {} } })"""
NO_TURN = f"LockManager.prototype.request = () => {NEVER}"
NO_CHANNEL = "delete window.BroadcastChannel"
EXPORT = "async () => (await files.exportFile('five words of a test', { a: 1 })).length"


def let_time_pass(page: Page, seconds: int = 40) -> None:
    for _ in range(seconds):
        page.clock.run_for(1000)
        page.wait_for_timeout(10)  # storage itself knows nothing of the page's clock


@pytest.fixture
def open_silent(context: BrowserContext, vault_site: VaultSite) -> Callable[[str], Page]:
    """Return a function that opens the page, whose time stands still, and does not wait for the vault."""

    def open_silent(before: str) -> Page:
        page = context.new_page()
        page.add_init_script(before)
        page.clock.install()
        page.goto(vault_site.address)
        return page

    return open_silent


@pytest.mark.parametrize("before", [NO_LIST, NO_DATABASE])
def test_files_do_not_wait_for_storage(open_silent: Callable[[str], Page], before: str) -> None:
    page = open_silent(f"{before}; {NO_LIST}")
    assert page.evaluate(EXPORT) > 100
    assert state(page) is None


def test_a_database_that_never_opens_is_told(open_silent: Callable[[str], Page]) -> None:
    page = open_silent(NO_DATABASE + "; IDBFactory.prototype.databases = undefined")
    let_time_pass(page)
    page.evaluate("opened")
    assert page.evaluate("vault.problem") == "storage-silent"
    assert state(page) == "off"
    page.evaluate("(data) => { window.asked = outcome(vault.keep('a b c', data)) }", DATA)
    page.wait_for_timeout(1000)
    let_time_pass(page, 120)
    assert page.evaluate("asked") == {"kind": "storage-silent"}


def test_where_the_list_never_comes_all_works_without_it(open_silent: Callable[[str], Page]) -> None:
    page = open_silent(NO_LIST)
    let_time_pass(page)
    page.evaluate("opened")
    assert page.evaluate("vault.problem ?? null") is None
    result(page, "keep(passphrase, data)", PASSPHRASE, DATA)
    result(page, "lock()")
    assert result(page, "unlock(passphrase)", PASSPHRASE) == DATA


def test_where_no_turn_is_ever_given_and_tabs_hear_nothing_it_is_kept(open_tab: OpenVaultPage) -> None:
    page = open_tab(before=f"{NO_TURN}; {NO_CHANNEL}", clock=True)
    page.evaluate("(given) => { window.keeping = outcome(vault.keep(...given)) }", [PASSPHRASE, DATA])
    page.wait_for_timeout(1000)
    let_time_pass(page, 11)
    assert page.evaluate("keeping") == {"result": None}
    assert state(page) == "unlocked"


def test_a_write_that_is_not_answered_is_undone_and_tried_again(kept: Page, open_tab: OpenVaultPage) -> None:
    result(kept, "lock()")
    page = open_tab(clock=True)
    result(page, "unlock(passphrase)", PASSPHRASE)
    before = records(page)
    page.evaluate(
        """() => {
          const put = IDBObjectStore.prototype.put
          // The transaction goes on as long as somebody asks something of it, and no put is ever answered.
          IDBObjectStore.prototype.put = function () {
            const again = () => { try { this.count().onsuccess = again } catch {} }
            again()
            return Object.create(IDBRequest.prototype, {
              addEventListener: { value() {} }, removeEventListener: { value() {} } })
          }
          window.mend = () => { IDBObjectStore.prototype.put = put }
        }"""
    )
    update(page, "(data) => ({ ...data, list: [...(data.list ?? []), 1] })")
    page.evaluate("() => { window.flushing = outcome(vault.flush()) }")
    page.wait_for_timeout(1000)
    let_time_pass(page)
    assert page.evaluate("flushing") == {"kind": "storage-silent"}
    assert records(page) == before
    page.evaluate("mend()")
    assert outcome(page, "flush()") == {"result": None}
    result(page, "lock()")
    assert result(page, "unlock(passphrase)", PASSPHRASE) == DATA | {"list": [1]}
