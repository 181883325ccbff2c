"""A vault whose storage fails, and one that is deleted."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.support import Seen
from tests.browser.vault_support import (
    DATA,
    NEXT,
    PASSPHRASE,
    VaultSite,
    databases,
    export,
    heard,
    outcome,
    records,
    result,
    state,
    update,
    wait_for,
)

OpenVaultPage = Callable[..., Page]


# Storage that fails


def test_a_full_disk_keeps_the_edits_and_offers_the_export(page: Page, context: BrowserContext) -> None:
    devtools = context.new_cdp_session(page)
    quota = {"origin": page.evaluate("origin"), "quotaSize": 1_000_000}
    devtools.send("Storage.overrideQuotaForOrigin", quota)
    result(page, "keep(passphrase, data)", PASSPHRASE, DATA)
    before = records(page)
    update(page, "(data) => ({ ...data, long: 'x'.repeat(2000000) })")
    assert outcome(page, "flush()") == {"kind": "storage-full"}
    assert state(page) == "unlocked"
    assert heard(page, "stored")[-1] == [False]
    assert records(page) == before
    assert export(page, PASSPHRASE, DATA).startswith(b"age-encryption.org/v1\n")
    devtools.send("Storage.overrideQuotaForOrigin", quota | {"quotaSize": 1_000_000_000})
    wait_for(page, lambda: outcome(page, "flush()") == {"result": None})
    assert heard(page, "stored")[-1] == [True]
    result(page, "lock()")
    assert result(page, "unlock(passphrase)", PASSPHRASE) == DATA | {"long": "x" * 2_000_000}


def test_a_save_in_the_background_that_fails_is_told(kept: Page) -> None:
    kept.evaluate("void (IDBObjectStore.prototype.put = () => { throw new DOMException('', 'DataError') })")
    update(kept, "(data) => ({ ...data, a: 1 })")
    wait_for(kept, lambda: ["unlocked", "storage-full"] in heard(kept, "state"))
    assert heard(kept, "stored")[-1] == [False]


def test_keeping_on_a_full_disk_leaves_no_database(open_tab: OpenVaultPage) -> None:
    page = open_tab(
        before="IDBObjectStore.prototype.put = () => { throw new DOMException('', 'QuotaExceededError') }"
    )
    assert outcome(page, "keep(passphrase, data)", PASSPHRASE, DATA) == {"kind": "storage-full"}
    assert state(page) == "off"
    assert databases(page) == []


@pytest.mark.parametrize("error", ["SecurityError", "InvalidStateError", "UnknownError"])
def test_blocked_storage_is_told_and_the_export_works(open_tab: OpenVaultPage, error: str) -> None:
    page = open_tab(
        before=f"""IDBFactory.prototype.open = () => {{ throw new DOMException('', '{error}') }}
        IDBFactory.prototype.databases = () => Promise.reject(new DOMException('', '{error}'))"""
    )
    assert state(page) == "off"
    assert outcome(page, "keep(passphrase, data)", PASSPHRASE, DATA) == {"kind": "storage-blocked"}
    assert export(page, PASSPHRASE, DATA).startswith(b"age-encryption.org/v1\n")


def test_storage_deleted_while_open_is_told(kept: Page) -> None:
    kept.evaluate(
        "new Promise((done) => { indexedDB.deleteDatabase('notes').onsuccess = done }).then(() => null)"
    )
    update(kept, "(data) => ({ ...data, a: 1 })")
    assert outcome(kept, "flush()") == {"kind": "storage-gone"}
    assert state(kept) == "off"
    assert heard(kept, "state")[-1] == ["off", "storage-gone"]
    assert databases(kept) == []
    result(kept, "keep(passphrase, data)", NEXT, DATA)
    assert state(kept) == "unlocked"


def test_a_browser_that_cannot_list_databases_looks_without_making_one(open_tab: OpenVaultPage) -> None:
    page = open_tab(
        before="window.list = indexedDB.databases.bind(indexedDB); IDBFactory.prototype.databases = undefined"
    )
    assert state(page) == "off"
    assert page.evaluate("list()") == []
    result(page, "keep(passphrase, data)", PASSPHRASE, DATA)
    result(page, "lock()")
    assert result(page, "unlock(passphrase)", PASSPHRASE) == DATA


def test_no_worker_is_told_and_tried_again(page: Page, vault_seen: Seen) -> None:
    page.route("**/assets/vault.js", lambda route: route.abort())
    assert outcome(page, "keep(passphrase, data)", PASSPHRASE, DATA) == {"kind": "no-worker"}
    assert state(page) == "off"
    page.unroute("**/assets/vault.js")
    result(page, "keep(passphrase, data)", PASSPHRASE, DATA)
    vault_seen.errors.clear()


def test_once_loaded_it_needs_no_network(kept: Page, context: BrowserContext) -> None:
    context.set_offline(True)
    result(kept, "lock()")
    assert result(kept, "unlock(passphrase)", PASSPHRASE) == DATA


# Delete everything


def test_wiping_without_help_of_the_host(kept: Page, open_tab: OpenVaultPage, vault_seen: Seen) -> None:
    other = open_tab()
    result(other, "unlock(passphrase)", PASSPHRASE)
    assert result(kept, "wipe()") == {"storage": True, "server": False}
    assert state(kept) == "off"
    assert databases(kept) == []
    wait_for(other, lambda: state(other) == "off")
    update(other, "(data) => ({ ...data, a: 1 })")
    assert outcome(other, "flush()") == {"kind": "not-unlocked"}
    assert databases(other) == []
    vault_seen.errors.clear()  # the browser's own line on the missing address


@pytest.mark.parametrize(
    ("headers", "cleared"),
    [
        ({"Clear-Site-Data": '"cache", "cookies", "storage"'}, True),
        ({"Clear-Site-Data": '"cache"'}, False),
        ({"Content-Type": "text/html"}, False),  # a host that answers every address with some page
    ],
)
def test_wiping_with_a_host(
    kept: Page, vault_site: VaultSite, headers: dict[str, str], cleared: bool
) -> None:
    vault_site.wipe_headers = headers
    try:
        assert result(kept, "wipe()") == {"storage": True, "server": cleared}
    finally:
        vault_site.wipe_headers = None
    assert databases(kept) == []


def test_wiping_offline_asks_nobody(kept: Page, context: BrowserContext, vault_site: VaultSite) -> None:
    vault_site.wipe_requests.clear()
    context.set_offline(True)
    assert result(kept, "wipe()") == {"storage": True, "server": False}
    assert vault_site.wipe_requests == []
