"""One guide's storage is its own: others are neither seen nor deleted, and what had the old name is moved."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.support import Seen, databases
from tests.browser.vault_support import (
    DATA,
    NEXT,
    PASSPHRASE,
    WRONG,
    VaultSite,
    outcome,
    records,
    result,
    state,
    update,
    wait_for,
)

OpenVaultPage = Callable[..., Page]

# An older script's work on the database `notes`, by hand.
OLD = """
  const ended = (request) => new Promise((resolve, reject) => {
    request.onsuccess = request.oncomplete = () => resolve(request.result)
    request.onerror = request.onabort = () => reject(request.error)
  })
  const openOld = (version) => {
    const opening = indexedDB.open('notes', version)
    opening.onupgradeneeded = () => opening.result.createObjectStore('records')
    return ended(opening)
  }
  const writeOld = async (pairs) => {
    const database = await openOld(1)
    const transaction = database.transaction('records', 'readwrite')
    for (const [key, value] of Object.entries(pairs))
      transaction.objectStore('records').put(Array.isArray(value) ? new Uint8Array(value) : value, key)
    await ended(transaction)
    database.close()
  }
"""
SHOW_OLD = """async () => {
  const opening = indexedDB.open('notes')
  const database = await new Promise((resolve) => (opening.onsuccess = () => resolve(opening.result)))
  const shown = [database.version, [...database.objectStoreNames]]
  database.close()
  return shown
}"""
MOVED = [2, []]
OWN = "notes:/"


def write_old(page: Page, pairs: dict[str, Any]) -> None:
    page.evaluate(f"async (pairs) => {{ {OLD} await writeOld(pairs) }}", pairs)


def as_lists(found: dict[str, bytes]) -> dict[str, list[int]]:
    return {key: [*value] for key, value in found.items()}


@pytest.fixture
def old_records(kept: Page) -> dict[str, list[int]]:
    """What an older version of the guide had kept: `DATA` under `PASSPHRASE`. Nothing is stored yet."""
    found = as_lists(records(kept))
    result(kept, "wipe()")
    return found


@pytest.fixture
def with_old(
    page: Page, old_records: dict[str, list[int]], open_tab: OpenVaultPage, vault_seen: Seen
) -> Page:
    """A page that opens where an older version has kept something."""
    write_old(page, old_records)
    page.close()
    vault_seen.errors.clear()  # the browser's own line on `wipe`, which this host does not know
    return open_tab()


def test_two_guides_on_one_origin_do_not_see_each_other(kept: Page, vault_site: VaultSite) -> None:
    """B2.24: each has a database of its own, whose name stays."""
    other = kept.context.new_page()
    other.goto(f"{vault_site.address}full/")
    other.evaluate("opened")
    assert state(other) == "off"
    result(other, "keep(passphrase, data)", NEXT, {"other": 1})
    assert sorted(databases(other)) == ["notes:/", "notes:/full/"]
    vault_site.wipe_headers = {"Clear-Site-Data": '"cache", "storage"'}
    vault_site.wipe_requests.clear()
    try:
        assert result(other, "wipe()") == {"storage": True, "server": False}
    finally:
        vault_site.wipe_headers = None
    assert vault_site.wipe_requests == []  # it would take the first guide's plan too
    assert databases(kept) == [OWN]
    assert state(kept) == "unlocked"
    result(kept, "lock()")
    assert result(kept, "unlock(passphrase)", PASSPHRASE) == DATA


def test_a_folder_has_one_name_however_its_address_is_written(kept: Page, vault_site: VaultSite) -> None:
    other = kept.context.new_page()
    for written in ("%66ull/", "/full/", "full//"):
        other.goto(f"{vault_site.address}{written}")
        other.evaluate("opened")
        result(other, "keep(passphrase, data)", NEXT, {})
        assert sorted(databases(other)) == ["notes:/", "notes:/full/"], written
        other.evaluate("vault.wipe()")
    kept.context.pages[0].evaluate("1")


def test_what_had_the_old_name_is_offered_and_moved_when_it_was_opened(
    with_old: Page, old_records: Any
) -> None:
    page = with_old
    assert state(page) == "locked"
    assert outcome(page, "unlock(passphrase)", WRONG) == {"kind": "wrong-passphrase"}
    assert databases(page) == ["notes"]
    assert result(page, "unlock(passphrase)", PASSPHRASE) == DATA
    assert as_lists(records(page)) == old_records
    assert page.evaluate(SHOW_OLD) == MOVED
    update(page, "(data) => ({ ...data, a: 1 })")
    result(page, "flush()")
    page.reload()
    page.evaluate("opened")
    assert result(page, "unlock(passphrase)", PASSPHRASE) == DATA | {"a": 1}


def test_it_is_offered_in_each_guide_and_belongs_to_whoever_opens_it(
    with_old: Page, vault_site: VaultSite
) -> None:
    other = with_old.context.new_page()
    other.goto(f"{vault_site.address}full/")
    other.evaluate("opened")
    assert state(other) == "locked"
    assert result(with_old, "unlock(passphrase)", PASSPHRASE) == DATA
    assert outcome(other, "unlock(passphrase)", PASSPHRASE) == {"kind": "storage-gone"}
    assert state(other) == "off"
    result(other, "keep(passphrase, data)", NEXT, {"other": 1})
    assert state(with_old) == "unlocked"


def test_deleting_everything_takes_what_was_offered_under_the_old_name(
    with_old: Page, vault_seen: Seen
) -> None:
    assert result(with_old, "wipe()") == {"storage": True, "server": False}
    assert databases(with_old) == []
    vault_seen.errors.clear()


def test_deleting_everything_takes_what_a_move_has_left(with_old: Page, vault_seen: Seen) -> None:
    result(with_old, "unlock(passphrase)", PASSPHRASE)
    result(with_old, "wipe()")
    assert databases(with_old) == []
    vault_seen.errors.clear()


@pytest.mark.parametrize(
    "pairs",
    [
        {"1": "Buy milk", "2": "Call Ana"},  # a lesson on databases
        {"1": [1, 2, 3], "2": [4, 5]},
        {"note": "one"},
    ],
)
def test_what_another_program_keeps_under_the_old_name_is_neither_offered_nor_deleted(
    page: Page, open_tab: OpenVaultPage, vault_site: VaultSite, pairs: dict[str, Any]
) -> None:
    write_old(page, pairs)
    page = open_tab()
    assert state(page) == "off"
    result(page, "keep(passphrase, data)", PASSPHRASE, DATA)
    vault_site.wipe_requests.clear()
    assert result(page, "wipe()") == {"storage": True, "server": False}
    assert vault_site.wipe_requests == []
    assert databases(page) == ["notes"]
    assert page.evaluate(SHOW_OLD) == [1, ["records"]]


def test_beside_a_plan_of_its_own_the_old_name_belongs_to_another(
    old_records: Any, page: Page, open_tab: OpenVaultPage, vault_seen: Seen
) -> None:
    result(page, "keep(passphrase, data)", NEXT, {"own": 1})
    write_old(page, old_records)
    other = open_tab()
    assert outcome(other, "unlock(passphrase)", PASSPHRASE) == {"kind": "wrong-passphrase"}
    assert result(other, "unlock(passphrase)", NEXT) == {"own": 1}
    result(other, "wipe()")
    assert databases(other) == ["notes"]
    assert page.evaluate(SHOW_OLD) == [1, ["records"]]
    vault_seen.errors.clear()


def test_what_an_older_tab_writes_during_the_move_is_moved_too(
    kept: Page, open_tab: OpenVaultPage, vault_seen: Seen
) -> None:
    before = as_lists(records(kept))
    update(kept, "(data) => ({ ...data, late: 1 })")
    result(kept, "flush()")
    after = as_lists(records(kept))
    result(kept, "wipe()")
    vault_seen.errors.clear()
    write_old(kept, before)
    page = open_tab(
        before=f"""{OLD}
        const open = indexedDB.open.bind(indexedDB)
        let held = 0
        // Once the copy is on its way and just before the old one is emptied, the older tab is faster.
        window.beforeTheEnd = (after) => {{
          IDBFactory.prototype.open = function (name, version) {{
            if (name === 'notes' && version === 2 && held++ === 0) {{
              const late = open('notes', 1)
              late.onsuccess = () => {{
                late.result.transaction('records', 'readwrite').objectStore('records')
                  .put(new Uint8Array(after['2']), '2')
                late.result.close()
              }}
            }}
            return open(name, version)
          }}
        }}"""
    )
    page.evaluate("(after) => beforeTheEnd(after)", after)
    result(page, "unlock(passphrase)", PASSPHRASE)
    assert as_lists(records(page)) == after
    result(page, "lock()")
    assert result(page, "unlock(passphrase)", PASSPHRASE) == DATA | {"late": 1}


def test_where_it_cannot_be_moved_it_opens_all_the_same_and_is_moved_the_next_time(
    with_old: Page, open_tab: OpenVaultPage
) -> None:
    with_old.evaluate(
        """() => {
          window.put = IDBObjectStore.prototype.put
          IDBObjectStore.prototype.put = function (value, key) {
            if (key === 'moved-1') throw new DOMException('', 'QuotaExceededError')
            return put.call(this, value, key)
          }
        }"""
    )
    assert result(with_old, "unlock(passphrase)", PASSPHRASE) == DATA
    update(with_old, "(data) => ({ ...data, a: 1 })")
    assert outcome(with_old, "flush()") == {"result": None}
    assert with_old.evaluate(SHOW_OLD) == [1, ["records"]]
    other = open_tab()
    assert result(other, "unlock(passphrase)", PASSPHRASE) == DATA | {"a": 1}
    assert other.evaluate(SHOW_OLD) == MOVED
    # The first tab goes on where it now lies.
    update(with_old, "(data) => ({ ...data, b: 1 })")
    assert outcome(with_old, "flush()") == {"result": None}
    result(other, "lock()")
    assert result(other, "unlock(passphrase)", PASSPHRASE) == DATA | {"a": 1, "b": 1}


FAIL_AFTER = """
  window.left = Infinity
  for (const [kind, names] of [[IDBFactory, ['open', 'deleteDatabase']],
    [IDBObjectStore, ['get', 'put', 'delete', 'count']], [IDBDatabase, ['deleteObjectStore']]]) {
    for (const name of names) {
      const work = kind.prototype[name]
      kind.prototype[name] = function (...given) {
        if (window.left-- <= 0) throw new DOMException('', 'UnknownError')
        return work.apply(this, given)
      }
    }
  }"""


def test_storage_that_fails_at_any_step_of_the_move_loses_nothing(
    with_old: Page, old_records: Any, open_tab: OpenVaultPage
) -> None:
    """After so many requests of the unlocking, none that the page makes of its storage works any more."""
    for steps in range(2, 60, 2):
        page = open_tab(before=FAIL_AFTER)
        page.evaluate("(steps) => { window.left = steps }", steps)
        came = outcome(page, "unlock(passphrase)", PASSPHRASE)
        is_whole = page.evaluate("window.left") >= 0
        page.close()
        again = open_tab()
        assert state(again) == "locked", steps
        assert result(again, "unlock(passphrase)", PASSPHRASE) == DATA, (steps, came)
        assert databases(again) == ["notes", OWN]
        if is_whole:
            break
        for name in ("notes", OWN):
            again.evaluate(f"async (name) => {{ {OLD} await ended(indexedDB.deleteDatabase(name)) }}", name)
        write_old(again, old_records)
        again.close()
    assert 10 < steps < 58


BREAK_EMPTYING = "IDBDatabase.prototype.deleteObjectStore = () => { throw new TypeError('broken') }"


def test_a_fault_of_ours_while_the_old_name_is_emptied_is_seen_and_loses_nothing(
    with_old: Page, open_tab: OpenVaultPage, vault_seen: Seen
) -> None:
    page = open_tab(before=BREAK_EMPTYING)
    outcome(page, "unlock(passphrase)", PASSPHRASE)
    wait_for(page, lambda: bool(vault_seen.errors))
    page.close()
    assert {*vault_seen.errors} == {"a fault of this page: TypeError"}
    vault_seen.errors.clear()
    assert result(open_tab(), "unlock(passphrase)", PASSPHRASE) == DATA
