"""A vault whose storage fails, and one that is deleted."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.support import PATIENT, Seen, databases
from tests.browser.vault_support import (
    DATA,
    NEXT,
    PASSPHRASE,
    VaultSite,
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


NOTE_WRITES = """
  window.writes = []
  const begin = IDBDatabase.prototype.transaction
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    if (mode === 'readwrite') window.writes.push(options?.durability)
    return begin.call(this, stores, mode, options)
  }"""


def test_every_write_waits_for_the_disk(open_tab: OpenVaultPage) -> None:
    """What is told as kept must outlast a loss of power, which no test can bring about."""
    page = open_tab(before=NOTE_WRITES)
    result(page, "keep(passphrase, data)", PASSPHRASE, DATA)
    update(page, "(data) => ({ ...data, a: 1 })")
    result(page, "flush()")
    result(page, "changePassphrase(current, next)", PASSPHRASE, NEXT)
    writes = page.evaluate("writes")
    assert len(writes) >= 3
    assert set(writes) == {"strict"}


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
    wait_for(kept, lambda: ["unlocked", "storage-failed"] in heard(kept, "state"))
    assert heard(kept, "stored")[-1] == [False]


LOST = "new DOMException('Connection to Indexed Database server lost.', 'UnknownError')"
FAIL_ONCE = f"""() => {{
  const put = IDBObjectStore.prototype.put
  IDBObjectStore.prototype.put = () => {{ IDBObjectStore.prototype.put = put; throw {LOST} }}
}}"""
FAIL_ALWAYS = f"() => {{ IDBObjectStore.prototype.put = () => {{ throw {LOST} }} }}"


def test_a_save_that_fails_once_is_tried_again_and_nothing_is_said(kept: Page) -> None:
    kept.evaluate(FAIL_ONCE)
    update(kept, "(data) => ({ ...data, list: [...(data.list ?? []), 1] })")
    assert outcome(kept, "flush()") == {"result": None}
    result(kept, "lock()")
    assert result(kept, "unlock(passphrase)", PASSPHRASE) == DATA | {"list": [1]}


def test_a_save_that_came_through_though_told_as_failed_is_not_done_twice(kept: Page) -> None:
    kept.evaluate(
        f"""() => {{
          const put = IDBObjectStore.prototype.put
          let puts = 0
          IDBObjectStore.prototype.put = function (...given) {{
            const request = put.apply(this, given)
            if (++puts === 2) throw {LOST}
            return request
          }}
        }}"""
    )
    update(kept, "(data) => ({ ...data, list: [...(data.list ?? []), 1] })")
    assert outcome(kept, "flush()") == {"result": None}
    result(kept, "lock()")
    assert result(kept, "unlock(passphrase)", PASSPHRASE) == DATA | {"list": [1]}


@pytest.mark.parametrize(("usage", "kind"), [(1_000, "storage-failed"), (99_000_000, "storage-full")])
def test_whether_there_is_room_is_asked_before_it_is_said(kept: Page, usage: int, kind: str) -> None:
    kept.evaluate(
        "(usage) => { StorageManager.prototype.estimate = async () => ({ usage, quota: 100_000_000 }) }",
        usage,
    )
    kept.evaluate(FAIL_ALWAYS)
    update(kept, "(data) => ({ ...data, a: 1 })")
    assert outcome(kept, "flush()") == {"kind": kind}
    assert state(kept) == "unlocked"


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
        "new Promise((done) => { indexedDB.deleteDatabase('notes:/').onsuccess = done }).then(() => null)"
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
        kept.evaluate(PATIENT)
        assert result(kept, "wipe()") == {"storage": True, "server": cleared}
    finally:
        vault_site.wipe_headers = None
    assert databases(kept) == []


def test_a_browser_that_takes_itself_for_offline_is_not_believed(
    open_tab: OpenVaultPage, vault_site: VaultSite
) -> None:
    page = open_tab(before="Object.defineProperty(Navigator.prototype, 'onLine', { get: () => false })")
    vault_site.wipe_headers = {"Clear-Site-Data": '"cache", "storage"'}
    try:
        page.evaluate(PATIENT)
        assert result(page, "wipe()") == {"storage": True, "server": True}
    finally:
        vault_site.wipe_headers = None


def test_wiping_offline_asks_nobody(
    kept: Page, context: BrowserContext, vault_site: VaultSite, vault_seen: Seen
) -> None:
    vault_site.wipe_requests.clear()
    context.set_offline(True)
    assert result(kept, "wipe()") == {"storage": True, "server": False}
    assert vault_site.wipe_requests == []
    vault_seen.errors.clear()  # the browser's own line on having no network
