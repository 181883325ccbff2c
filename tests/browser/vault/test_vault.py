"""The vault in a browser: kept only when asked, encrypted at rest, never lost, never opened by accident."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

from tests.browser.support import Seen, databases, until
from tests.browser.vault_support import (
    DATA,
    NEXT,
    PASSPHRASE,
    WRONG,
    VaultSite,
    expect_no_workers,
    heard,
    outcome,
    records,
    result,
    state,
    update,
    write_record,
)

OpenVaultPage = Callable[..., Page]


# Nothing until asked


def test_looking_keeps_nothing(page: Page) -> None:
    assert state(page) == "off"
    assert heard(page, "state") == [["off", None]]
    assert databases(page) == []


def test_nothing_is_loaded_before_it_is_used(page: Page, vault_seen: Seen, vault_site: VaultSite) -> None:
    asked = [url.removeprefix(vault_site.address) for url in vault_seen.requests]
    assert asked == ["", "assets/page.js"] or asked == ["", "assets/page.js", "data:,"]


# Keep, lock, unlock


def test_what_is_kept_comes_back_after_a_new_start(kept: Page) -> None:
    assert state(kept) == "unlocked"
    update(kept, "(data) => ({ ...data, added: 'later' })")
    result(kept, "flush()")
    kept.reload()
    kept.evaluate("opened")
    assert state(kept) == "locked"
    assert result(kept, "unlock(passphrase)", PASSPHRASE) == DATA | {"added": "later"}
    assert state(kept) == "unlocked"


def test_storage_holds_two_age_files_and_nothing_plain(kept_at_full_cost: Page) -> None:
    kept = kept_at_full_cost
    assert databases(kept) == ["notes:/full/"]
    kept_records = records(kept)
    assert sorted(kept_records) == ["1", "2"]
    assert kept_records["1"].startswith(b"age-encryption.org/v1\n-> scrypt ")
    assert b" 17\n" in kept_records["1"][:60]
    assert kept_records["2"].startswith(b"age-encryption.org/v1\n-> X25519 ")
    assert (len(kept_records["2"]) - 4096) < 250
    everything = b"".join(kept_records.values())
    assert b"Ana" not in everything
    assert b"AGE-SECRET-KEY" not in everything
    elsewhere = "[localStorage.length, sessionStorage.length, document.cookie, location.hash]"
    assert kept.evaluate(elsewhere) == [0, 0, "", ""]


def test_the_key_never_reaches_the_page(open_tab: OpenVaultPage) -> None:
    page = open_tab(
        before="""window.fromWorkers = []
        const RealWorker = Worker
        window.Worker = class extends RealWorker {
          constructor(...given) {
            super(...given)
            this.addEventListener('message', ({ data }) => fromWorkers.push(data))
          }
        }"""
    )
    result(page, "keep(passphrase, data)", PASSPHRASE, DATA)
    result(page, "changePassphrase(current, next)", PASSPHRASE, NEXT)
    result(page, "lock()")
    result(page, "unlock(passphrase)", NEXT)
    said = page.evaluate(
        """JSON.stringify(fromWorkers, (_, value) =>
          value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value)"""
    )
    assert "age-encryption.org" in said
    assert "Ask Ana" in said
    assert "AGE-SECRET-KEY" not in said


def test_locking_stores_first_and_ends_the_worker(kept: Page) -> None:
    assert len(kept.workers) == 1
    update(kept, "(data) => ({ ...data, last: 1 })")
    result(kept, "lock()")
    assert state(kept) == "locked"
    expect_no_workers(kept)
    assert result(kept, "unlock(passphrase)", PASSPHRASE)["last"] == 1


def test_a_wrong_passphrase_is_slowed_and_changes_nothing(kept: Page) -> None:
    result(kept, "lock()")
    before = records(kept)
    took = []
    for _ in range(3):
        started = kept.evaluate("performance.now()")
        assert outcome(kept, "unlock(passphrase)", WRONG) == {"kind": "wrong-passphrase"}
        took.append(kept.evaluate("performance.now()") - started)
    assert took[1] >= 500
    assert took[2] >= 1000
    assert state(kept) == "locked"
    assert records(kept) == before
    assert result(kept, "unlock(passphrase)", PASSPHRASE) == DATA


def test_a_damaged_key_and_a_damaged_record_are_told_as_such(kept: Page) -> None:
    result(kept, "lock()")
    whole = records(kept)
    record = bytearray(whole["2"])
    record[-100] ^= 1
    write_record(kept, "2", bytes(record))
    assert outcome(kept, "unlock(passphrase)", PASSPHRASE) == {"kind": "damaged"}
    assert records(kept)["2"] == record
    write_record(kept, "2", whole["2"])
    write_record(kept, "1", whole["1"][:100])
    assert outcome(kept, "unlock(passphrase)", PASSPHRASE) == {"kind": "damaged"}
    write_record(kept, "1", whole["1"])
    assert result(kept, "unlock(passphrase)", PASSPHRASE) == DATA


def test_a_store_of_a_newer_version_is_left_alone(kept: Page) -> None:
    result(kept, "lock()")
    before = records(kept)
    kept.evaluate(
        """() => new Promise((resolve) => {
          indexedDB.open("notes:/", 7).onsuccess = ({ target }) => resolve(target.result.close())
        })"""
    )
    kept.reload()
    kept.evaluate("opened")
    assert state(kept) == "locked"
    assert outcome(kept, "unlock(passphrase)", PASSPHRASE) == {"kind": "newer-version"}
    assert outcome(kept, "keep(passphrase, data)", PASSPHRASE, {}) == {"kind": "newer-version"}
    assert records(kept) == before


def test_a_new_passphrase_comes_with_a_new_key(kept: Page) -> None:
    old = records(kept)
    assert outcome(kept, "changePassphrase(current, next)", WRONG, NEXT) == {"kind": "wrong-passphrase"}
    assert records(kept) == old
    update(kept, "(data) => ({ ...data, a: 1 })")
    result(kept, "changePassphrase(current, next)", PASSPHRASE, NEXT)
    update(kept, "(data) => ({ ...data, b: 2 })")
    result(kept, "lock()")
    assert outcome(kept, "unlock(passphrase)", PASSPHRASE) == {"kind": "wrong-passphrase"}
    assert result(kept, "unlock(passphrase)", NEXT) == DATA | {"a": 1, "b": 2}
    new = records(kept)
    result(kept, "lock()")
    write_record(kept, "1", old["1"])  # a copy of the old key, with the old passphrase, opens nothing new
    assert outcome(kept, "unlock(passphrase)", PASSPHRASE) == {"kind": "damaged"}
    write_record(kept, "1", new["1"])


def test_a_change_of_passphrase_that_cannot_be_stored_changes_nothing(kept: Page) -> None:
    kept.evaluate("void (window.realPut = IDBObjectStore.prototype.put)")
    kept.evaluate("void (IDBObjectStore.prototype.put = () => { throw new DOMException('', 'DataError') })")
    assert outcome(kept, "changePassphrase(current, next)", PASSPHRASE, NEXT) == {"kind": "storage-failed"}
    kept.evaluate("void (IDBObjectStore.prototype.put = realPut)")
    update(kept, "(data) => ({ ...data, a: 1 })")
    result(kept, "lock()")
    assert result(kept, "unlock(passphrase)", PASSPHRASE) == DATA | {"a": 1}


def test_keeping_without_webassembly(open_tab: OpenVaultPage) -> None:
    page = open_tab(before="delete window.WebAssembly")
    result(page, "keep(passphrase, data)", PASSPHRASE, DATA)
    result(page, "lock()")
    assert result(page, "unlock(passphrase)", PASSPHRASE) == DATA


# Passphrases


def test_six_words_are_offered_and_accepted(page: Page) -> None:
    offered = page.evaluate("passphrases.generate()")
    assert len(offered.split(" ")) == 6
    assert offered != page.evaluate("passphrases.generate()")
    assert page.evaluate("(text) => passphrases.rate(text)", offered) == {"ok": True, "reason": None}
    assert page.evaluate("passphrases.rate('Summer2024!')") == {"ok": False, "reason": "short"}
    assert (
        page.evaluate("passphrases.rate('Wolverhampton Biscuit', ['wolverhampton', 'biscuit'])")["ok"]
        is False
    )
    expect_no_workers(page)
    until(page, "vault", "off")
